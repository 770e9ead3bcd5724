"""Pages as they appear in lists."""

from collections.abc import Iterable

from ..edition import Edition
from ..kinds.facilitation import RunSheet
from ..kinds.news import News
from ..kinds.resource import Resource
from ..kinds.story import Story
from ..site import Page, Section
from ..translation import direction_of
from ..views import CardView, DateView, LinkView
from ..wording import FORMATS, KIND_NAMES


def card(edition: Edition, page: Page, language: str, root: str) -> CardView:
    """Give a page as a card in a list of `language`, seen from `root`."""
    header = page.header
    foreign = page.language if page.language != language else ""  # a stand-in's readers have another one than it has
    direction = direction_of(foreign) if foreign else ""
    link = LinkView(edition.href(page.url, root), header.title, foreign, direction=direction)
    translator = edition.voice(language)
    form = header.format if isinstance(header, Resource) else None
    return CardView(
        link=link,
        kind=translator.text(KIND_NAMES[page.kind.name]) if page.kind.section else None,
        summary=header.summary or "",
        date=dated(edition, page, language),
        minutes=header.minutes if isinstance(header, Resource | RunSheet) else None,
        format=translator.text(FORMATS[form]) if form else None,
        content_note=header.content_note if isinstance(header, Story) else None,
        image=edition.image(page.image, root) if page.image else None,
    )


def cards(edition: Edition, pages: Iterable[Page], language: str, root: str) -> tuple[CardView, ...]:
    """Give pages as cards, in their order."""
    return tuple(card(edition, page, language, root) for page in pages)


def dated(edition: Edition, page: Page, language: str) -> DateView | None:
    """Give the date of a piece of news."""
    header = page.header
    if not isinstance(header, News):
        return None
    return edition.voice(language).dated(header.date)


def section_title(edition: Edition, section: Section) -> str:
    """Give the heading of a list: its own page's title, else the kind's in the list's language."""
    if section.intro:
        return section.intro.header.title
    return edition.voice(section.language).text(section.kind.title)
