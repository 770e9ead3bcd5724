"""Pages for addresses without content: a wrong one, and one that has moved."""

from collections.abc import Iterator

from markupsafe import Markup

from ..edition import Edition
from ..output import Output
from ..paths import root_from
from ..views import LinkView, LostView, MovedView
from ..wording import MOVED, NOT_FOUND
from .cards import section_title
from .shell import Sheet, page_output

# Keeps the heading somebody linked to, which a refresh in the head would lose.
FOLLOW = Markup('location.replace(document.getElementById("hr-moved").href+location.hash)')


def lost_page(edition: Edition) -> Iterator[Output]:
    """Plan 404.html, which a host shows at any depth: its addresses start with the site's base path."""
    language = edition.main_language
    root = "" if edition.options.portable else edition.settings.base_path
    sections = (section for section in edition.site.sections[language] if not section.kind.is_inward)
    links = [LinkView(edition.href(s.url, root), section_title(edition, s)) for s in sections]
    title = edition.voice(language).text(NOT_FOUND)
    sheet = Sheet("404.html", "404.html", language, title, is_hidden=True, root=root)
    yield page_output(edition, sheet, lost=LostView(tuple(links)))


def moved_pages(edition: Edition) -> Iterator[Output]:
    """Plan a small page at every old address, which leads to the new one with or without script."""
    for page in edition.site.pages:
        for old in page.header.redirects:
            url = old.lstrip("/")
            root = root_from(url)
            title = edition.voice(page.language).text(MOVED)
            link = LinkView(edition.href(page.url, root), page.header.title)
            sheet = Sheet("moved.html", url, page.language, title, is_hidden=True, script=FOLLOW, source=page.source)
            sheet = sheet._replace(moved_to=page.url)
            view = MovedView(link, FOLLOW)
            yield page_output(edition, sheet, moved=view)
