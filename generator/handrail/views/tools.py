"""What a page can do on the visitor's own device."""

from typing import NamedTuple

from markupsafe import Markup

from .meetings import OptionView
from .printing import PaperLineView


class ToolView(NamedTuple):
    """A tool: `name` is breathing, grounding, safety-plan or day-count, `script` the code that works it.

    A safety plan has help `lines`, and `file_title`, the first line of the file it can be saved as, which does not
    tell the topic on a discreet site. A day count has the `months` by number, the `parts` of a date (day, month, year)
    in the order in which people write them, and `counts`: JSON with the plural forms of days, weeks, months and years,
    each by its category in CLDR, with % for the number.
    """

    name: str
    script: Markup
    lines: tuple[PaperLineView, ...] = ()
    file_title: str = ""
    months: tuple[OptionView, ...] = ()
    parts: tuple[str, ...] = ()
    counts: str = ""
