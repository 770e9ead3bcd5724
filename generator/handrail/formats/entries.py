"""Pages of content, each kind with its own facts."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ..edition import Edition
from ..kinds.facilitation import RunSheet
from ..kinds.header import Header
from ..kinds.news import News
from ..kinds.resource import Resource
from ..kinds.story import Story
from ..output import Output
from ..paths import root_from
from ..site import LinkedBody, Page, Section
from ..translation import direction_of, name_of
from ..views import (
    CardView,
    DateView,
    EntryView,
    HeadingView,
    LinkView,
    NewsView,
    ResourceView,
    RunSheetView,
    SourceView,
    StepView,
    StoryView,
    TextView,
)
from ..wording import FORMATS, NEEDS, STANDS_IN
from .cards import card, section_title
from .meetings import meeting_links
from .safety import OWN_WORDS
from .shell import Sheet, hidden_in, page_output, stand_ins, translations
from .tools import tool_script, tool_view

FEWEST_HEADINGS = 3  # a shorter page needs no table of contents
DEEPEST_HEADING = 3
MOST_RELATED = 3
EMPTY = LinkedBody()


class Neighbours(NamedTuple):
    """The section of a page, its place in it, counted from 1, and the pages before and after it."""

    section: Section | None = None
    place: int = 0
    before: Page | None = None
    after: Page | None = None


def entry_pages(edition: Edition) -> Iterator[Output]:
    """Plan every page of content but home, the lists' introductions and what is added to the safety page."""
    lists = {s.intro.source for sections in edition.site.sections.values() for s in sections if s.intro}
    pages = [page for page in edition.site.pages if page.id not in ("index", OWN_WORDS) and page.source not in lists]
    related = _Related(edition, pages)
    neighbours = _neighbours(edition)
    for page in pages:
        yield _entry_output(edition, page, neighbours.get(page.source, Neighbours()), related)
    for others in edition.site.stand_ins.values():
        for page in others:
            section = next((s for s in edition.site.sections[page.reader] if s.kind is page.kind), None)
            place = len(section.pages) + section.elsewhere.index(page) + 1 if section else 0
            yield _entry_output(edition, page, Neighbours(section, place), related)


def _neighbours(edition: Edition) -> dict[str, Neighbours]:
    found = {}
    for sections in edition.site.sections.values():
        for section in sections:
            around = (None, *section.pages, None)
            for index, page in enumerate(section.pages):
                found[page.source] = Neighbours(section, index + 1, around[index], around[index + 2])
    return found


def _entry_output(edition: Edition, page: Page, around: Neighbours, related: "_Related") -> Output:
    header = page.header
    root = root_from(page.url)
    tool = header.tool if isinstance(header, Resource) else None
    sheet = Sheet(
        template=page.kind.template,
        url=page.url,
        language=page.reader,
        heading=header.title,
        description=header.summary or "",
        section=around.section.kind.section if around.section else page.id,
        above=_above(edition, page, around),
        urls=translations(edition, page),
        stand_ins=stand_ins(edition, page),
        moved_to=_original(edition, page).url if page.foreign else None,
        image=page.image,
        is_hidden=header.noindex,
        hidden_in=hidden_in(edition, page.id),
        source=page.source,
        script=tool_script(edition, tool),
        includes=(f"tool-{tool}.html",) if tool else (),
        quick_exit=header.quick_exit,
        neutral=header.title_discreet or "",
        number=around.place,
    )
    extra = EXTRA.get(page.kind.name)
    views = extra(edition, page, root) if extra else {}
    entry = _entry_view(edition, page, root, around, related.cards(page, root))
    return page_output(edition, sheet, entry=entry, **views)


def _original(edition: Edition, page: Page) -> Page:
    """Give the page in its own part of the site, for one that stands in for a translation."""
    return next(twin for twin in edition.site.translations[page.id] if twin.language == page.language)


def _notice(edition: Edition, page: Page) -> str:
    """Tell readers that a page is not in their language, and in which it is."""
    if not page.foreign:
        return ""
    return edition.voice(page.reader).text(STANDS_IN, language=name_of(page.language, page.reader))


def _above(edition: Edition, page: Page, around: Neighbours) -> tuple[tuple[str, str], ...]:
    """Give address and title of the pages above one: its section, or the pages whose folders it lies in."""
    if around.section:
        return ((around.section.url, section_title(edition, around.section)),)
    parts = page.id.split("/")
    parents = []
    for end in range(1, len(parts)):
        folder = "/".join(parts[:end])
        for identity in (f"{folder}/index", folder):
            twins = edition.site.translations.get(identity, ())
            parents += [(t.url, t.header.title) for t in twins if t.language == page.reader and t.id != page.id]
    return tuple(parents)


def _entry_view(
    edition: Edition, page: Page, root: str, around: Neighbours, related: tuple[CardView, ...]
) -> EntryView:
    header = page.header
    return EntryView(
        title=header.title,
        summary=header.summary or "",
        html=edition.html(page.body, root),
        contents=_contents(page),
        topics=header.topics,
        reviewed=_reviewed(edition, header, page.reader),
        is_overdue=page.is_overdue,
        content_note=header.content_note,
        sources=tuple(SourceView(work.title, work.by, work.year, work.url) for work in header.sources),
        image=edition.image(page.image, root) if page.image else None,
        previous=_neighbour_link(edition, around.before, root),
        next=_neighbour_link(edition, around.after, root),
        related=related,
        meetings=tuple(meeting_links(edition, page.reader, header.topics, root)),
        language=page.foreign,
        direction=direction_of(page.foreign) if page.foreign else "",
        notice=_notice(edition, page),
    )


def _contents(page: Page) -> tuple[HeadingView, ...]:
    headings = [h for h in page.body.headings if h.level <= DEEPEST_HEADING]
    if len(headings) < FEWEST_HEADINGS:
        return ()
    return tuple(HeadingView(f"#{heading.id}", heading.text, heading.level) for heading in headings)


def _reviewed(edition: Edition, header: Header, language: str) -> DateView | None:
    day = header.reviewed
    return edition.voice(language).dated(day) if day else None


def _neighbour_link(edition: Edition, page: Page | None, root: str) -> LinkView | None:
    return LinkView(edition.href(page.url, root), page.header.title) if page else None


class _Related:
    """Finds pages that share topics; pages with the same topics share the search."""

    def __init__(self, edition: Edition, pages: Iterable[Page]) -> None:
        self.edition = edition
        self.by_topic: dict[tuple[str, str], list[Page]] = {}
        self.known: dict[tuple[str, tuple[str, ...]], list[Page]] = {}
        for page in pages:
            for topic in page.header.topics:
                self.by_topic.setdefault((page.language, topic), []).append(page)

    def cards(self, page: Page, root: str) -> tuple[CardView, ...]:
        key = (page.reader, page.header.topics)
        if key not in self.known:
            self.known[key] = self.search(*key)
        others = [other for other in self.known[key] if other.id != page.id][:MOST_RELATED]
        return tuple(card(self.edition, other, page.reader, root) for other in others)

    def search(self, language: str, topics: tuple[str, ...]) -> list[Page]:
        """Give the pages that share most topics, one more than needed, since the asking page is among them."""
        shared: dict[str, int] = {}
        pages = {}
        for topic in topics:
            for page in self.by_topic.get((language, topic), ()):
                shared[page.source] = shared.get(page.source, 0) + 1
                pages[page.source] = page
        best = sorted(shared, key=lambda source: -shared[source])
        return [pages[source] for source in best[: MOST_RELATED + 1]]


def _resource(edition: Edition, page: Page, root: str) -> dict[str, object]:
    header = page.header
    if not isinstance(header, Resource):
        return {}
    form = edition.voice(page.reader).text(FORMATS[header.format]) if header.format else None
    needs = tuple(_need_link(edition, need, page.reader, root) for need in header.needs)
    tool = tool_view(edition, header, page.reader) if header.tool else None
    return {"resource": ResourceView(header.minutes, form, needs), "tool": tool}


def _need_link(edition: Edition, need: str, language: str, root: str) -> LinkView:
    title = need_title(edition, need, language)
    return LinkView(edition.right_now(language, root, need), title.text, title.language, direction=title.direction)


def need_title(edition: Edition, need: str, language: str) -> TextView:
    """Give a need in a visitor's words: one that Handrail knows, or the hub's own."""
    own = {item.id: item.title for item in edition.settings.needs}
    if need in own:
        return edition.voice(language).say(own[need])
    return TextView(edition.voice(language).text(NEEDS[need]))


def _run_sheet(edition: Edition, page: Page, root: str) -> dict[str, object]:
    header = page.header
    if not isinstance(header, RunSheet):
        return {}
    steps = []
    start = 0
    for index, step in enumerate(header.steps):
        html = edition.html(page.texts.get(f"steps.{index}.text", EMPTY), root)
        clock = f"{start // 60}:{start % 60:02}"
        steps.append(StepView(index + 1, step.title, step.minutes, start, start + step.minutes, clock, html))
        start += step.minutes
    return {"run_sheet": RunSheetView(start, tuple(steps))}


def _story(_: Edition, page: Page, __: str) -> dict[str, object]:
    return {"story": StoryView(page.header.alias if isinstance(page.header, Story) else None)}


def _news(edition: Edition, page: Page, _: str) -> dict[str, object]:
    header = page.header
    if not isinstance(header, News):
        return {}
    voice = edition.voice(page.reader)
    return {"news": NewsView(voice.dated(header.date), voice.dated(header.expires) if header.expires else None)}


EXTRA: dict[str, Callable[[Edition, Page, str], dict[str, object]]] = {
    "resource": _resource,
    "facilitation": _run_sheet,
    "story": _story,
    "news": _news,
}
