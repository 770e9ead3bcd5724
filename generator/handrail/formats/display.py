"""The page on which visitors choose how the pages look, in every language."""

from collections.abc import Iterator

from markupsafe import Markup

from ..addresses import DISPLAY, in_language
from ..edition import Edition
from ..output import Output
from ..paths import root_from
from ..views import DisplayView
from ..wording import DISPLAY as DISPLAY_TITLE
from .shell import Sheet, in_each_language, page_output

CHOOSER, LEGIBLE = "choose.js", "legible.woff2"


def display_pages(edition: Edition) -> Iterator[Output]:
    """Plan the page in every language."""
    script = edition.theme.scripts.get(CHOOSER, "")
    for language in edition.site.languages:
        url = in_language(DISPLAY, language, edition.main_language)
        title = edition.voice(language).text(DISPLAY_TITLE)
        urls = in_each_language(edition, DISPLAY)
        sheet = Sheet("display.html", url, language, title, section="display", urls=urls, script=script)
        font = edition.site_view(language, root_from(url)).files.get(LEGIBLE, "")
        yield page_output(edition, sheet, display=DisplayView(font, Markup(script)))  # noqa: S704  # theme code
