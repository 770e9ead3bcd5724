"""Which pages can be found: those that somebody reading a language can reach, but for those that ask not to be found.

Papers stay out, and whatever is for the people of the group alone. Meetings are added by the index itself.
"""

from collections.abc import Iterator

from ...addresses import HELP, RIGHT_NOW, SAFETY, in_language
from ...edition import Edition
from ...kinds.helpline import Helpline
from ...kinds.resource import Resource
from ...kinds.story import Story
from ...site import LinkedBody, Page, Section
from ...views import Html
from ...wording import HELP as HELP_TITLE
from ...wording import KIND_NAMES
from ...wording import RIGHT_NOW as RIGHT_NOW_TITLE
from ...wording import SAFETY as SAFETY_TITLE
from ...wording.searching import PLACE
from ..cards import section_title
from ..entries import need_title
from ..records import group_views, place_views
from ..safety import OWN_WORDS
from .index import Document


def documents(edition: Edition, language: str) -> Iterator[Document]:
    """Give all that can be found in one language but its meetings."""
    sections = edition.site.sections[language]
    outward = tuple(section for section in sections if not section.kind.is_inward)
    yield from _generated(edition, language)
    for section in outward:
        yield from _section(edition, section)
    lists = {"index", OWN_WORDS, *(f"{section.kind.section}/index" for section in sections)}
    for page in edition.site.pages_for(language):
        if page.id not in lists and not page.header.noindex:
            yield _page(edition, page, language)


def _page(edition: Edition, page: Page, language: str) -> Document:
    header = page.header
    voice = edition.voice(language)
    needs = header.needs if isinstance(header, Resource) else ()
    note = header.content_note if isinstance(header, Story) else None
    return Document(
        header.title,
        edition.href(page.url, ""),
        voice.text(KIND_NAMES[page.kind.name]) if page.kind.section else "",
        " ".join(filter(None, (header.summary, note))),
        page.language if page.language != language else "",
        (
            *(heading.text for heading in page.body.headings),
            *header.topics,
            *(need_title(edition, need, page.language).text for need in needs),
        ),
        _html(page.body),
    )


def _html(body: LinkedBody) -> Html:
    """Give a body's text, with nothing in the places of its links and pictures."""
    return Html(body.html, body.digest, ("",) * len(body.targets))


def _section(edition: Edition, section: Section) -> Iterator[Document]:
    """Give a list, with its introduction, and the records in it that have pages of their own."""
    intro, voice = section.intro, edition.voice(section.language)
    if not (intro and intro.header.noindex):
        line = (intro.header.summary or "") if intro else ""
        text = _html(intro.body) if intro else Html("", "", ())
        yield Document(section_title(edition, section), edition.href(section.url, ""), line=line, text=text)
    if section.kind.name == "place":
        for place in place_views(edition, section, ""):
            line = " · ".join((*place.address, place.region or ""))
            yield Document(place.name, place.href, voice.text(PLACE), line.strip(" ·"))
    if section.kind.name == "group":
        for group in group_views(edition, section, ""):
            yield Document(group.name, group.href, line=group.about[0].text if group.about else "")


def _generated(edition: Edition, language: str) -> Iterator[Document]:
    """Give help first, then what to do right now, for each need, then how to stay private."""
    voice, main = edition.voice(language), edition.main_language
    lines = (dated.record for region in edition.site.near for dated in edition.site.lines[region])
    words = tuple(part for line in lines for part in _of_line(line, language, main))
    yield Document(voice.text(HELP_TITLE), edition.href(in_language(HELP, language, main), ""), words=words)
    if edition.site.has_needs:
        title = voice.text(RIGHT_NOW_TITLE)
        yield Document(title, edition.href(in_language(RIGHT_NOW, language, main), ""))
        serving = {
            need for page in edition.site.pages if isinstance(page.header, Resource) for need in page.header.needs
        }
        for need in (need for need in edition.site.needs if need in serving):
            said = need_title(edition, need, language)
            yield Document(said.text, edition.right_now(language, "", need), title, language=said.language)
    own = next((p for p in edition.site.translations.get(OWN_WORDS, ()) if p.language == language), None)
    if not (own and own.header.noindex):
        title = own.header.title if own else voice.text(SAFETY_TITLE)
        text = _html(own.body) if own else Html("", "", ())
        yield Document(title, edition.href(in_language(SAFETY, language, main), ""), text=text)


def _of_line(line: Helpline, language: str, main: str) -> Iterator[str]:
    yield line.name.in_language(language, main).text
    yield line.what_for.in_language(language, main).text
