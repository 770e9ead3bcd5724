"""Square codes (QR, ISO/IEC 18004) as drawings that stand in the page."""

from io import BytesIO

import segno
from markupsafe import Markup

LEVEL = "q"  # a quarter of the code may be dirty or torn
QUIET = 4  # modules of white around it, as the standard asks


def square_code(text: str) -> Markup:
    """Draw the code of a text as SVG, black on white in any colour scheme."""
    drawing = BytesIO()
    code = segno.make(text, error=LEVEL, boost_error=False, micro=False)
    options = {"border": QUIET, "dark": "#000", "light": "#fff", "xmldecl": False, "svgns": True, "nl": False}
    code.save(drawing, kind="svg", omitsize=True, svgclass=None, lineclass=None, **options)
    return Markup(drawing.getvalue().decode())  # noqa: S704  # numbers and our own colours
