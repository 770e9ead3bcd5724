"""The pocket guide: one sheet that is folded to eight small pages, with first steps for a hard moment.

A page never runs over: what does not fit whole is left out, and the page says where there is more.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from ...addresses import HELP
from ...edition import Edition
from ...kinds.helpline import EMERGENCY
from ...kinds.resource import DAY_COUNT, WORKSHEET, Resource
from ...meetings import LinkedMeeting
from ...model import HOLE
from ...output import Late
from ...site import DatedLine, Page
from ...telling import telling_words
from ...views import GuideLinesView, GuideMeetingsView, GuideStepsView, PaperGuideView, PaperLineView, PosterRowView
from ...voice import Voice
from ...wording import printing as say
from ..meetings.rows import FINDER
from .handouts import MOST_ON_A_POSTER, is_regular, poster_row
from .papers import GUIDE, Printable, address_in_words
from .room import LARGE, SMALL, Room, how_many_fit, lines
from .steps import first_steps

MOST_RESOURCES = 4
MOST_LINES = 6  # of a name or an address; longer ones would fill the page


def has_guide(edition: Edition) -> bool:
    """Tell whether there is a guide: when each language has at least one resource for it."""
    return all(_printed_resources(edition).values())


@lru_cache(maxsize=1)  # several pages of one edition ask
def _printed_resources(edition: Edition) -> Mapping[str, tuple[GuideStepsView, ...]]:
    """Give what each language's guide prints of resources."""
    return {language: _resources(edition, language) for language in edition.site.languages}


def guide(edition: Edition, language: str) -> Iterator[Printable]:
    """Give the guide of one language."""
    if not has_guide(edition):
        return
    voice = edition.voice(language)
    title = voice.text(say.TITLES[GUIDE])
    heading = title if edition.is_discreet else voice.text(say.GUIDE)
    meetings = tuple(meeting for meeting in edition.site.meetings.listed if is_regular(meeting, voice.today))
    content = Late(
        guide_view,
        voice,
        _owner(edition, language),
        _address(edition, voice),
        _lines(edition, language),
        _printed_resources(edition)[language],
        meetings,
        edition.is_discreet,
    )
    yield Printable(GUIDE, f"{GUIDE}/", heading, title, content, has_pdf=False)


def guide_view(
    voice: Voice,
    owner: str,
    address: str,
    help_lines: GuideLinesView,
    resources: tuple[GuideStepsView, ...],
    meetings: tuple[LinkedMeeting, ...],
    is_discreet: bool,  # noqa: FBT001  # a late view takes no names
) -> PaperGuideView:
    """Give the eight pages; those that nothing fills are for notes."""
    return PaperGuideView(
        owner=owner,
        address=address,
        help=help_lines,
        resources=resources,
        blanks=MOST_RESOURCES - len(resources),
        meetings=_meetings(voice, meetings, address, is_discreet=is_discreet),
    )


def _owner(edition: Edition, language: str) -> str:
    """Give whose guide it is; nothing on a discreet site, and no name that would fill the cover."""
    name = "" if edition.is_discreet else edition.site_view(language, "").name
    return name if lines(name, LARGE.bold) <= MOST_LINES else ""


def _address(edition: Edition, voice: Voice, url: str = "") -> str:
    """Give an address to type; none that is too long, or tells on a discreet site what it is about."""
    address = address_in_words(voice, url)
    is_telling = edition.is_discreet and telling_words(address)
    return "" if is_telling or lines(address, LARGE.bold) > MOST_LINES else address


def _more(edition: Edition, voice: Voice, url: str = "") -> str:
    """Say where the rest is."""
    address = _address(edition, voice, url)
    return voice.text(say.MORE_AT, address=address) if address else voice.text(say.MORE)


def _lines(edition: Edition, language: str) -> GuideLinesView:
    """Give the lines to call or text that fit on a page: in danger first, then others, the most urgent first."""
    voice = edition.voice(language)
    dated = sorted((line for region in edition.site.near for line in edition.site.lines[region]), key=_is_later)
    views = (PaperLineView(voice.say(line.record.name), edition.actions(line, language)) for line in dated)
    found = [(line, view) for line, view in zip(dated, views, strict=True) if view.actions]
    more = _more(edition, voice, HELP)

    def fitting(room: Room) -> int:
        left = room.lines - room.titled(voice.text(say.IN_DANGER)) - room.titled(voice.text(say.TO_TALK)) - 1
        return how_many_fit((_line_height(voice, view, room) for _, view in found), left, room.apart(more))

    count, is_dense = _best(fitting)
    return GuideLinesView(
        urgent=tuple(view for line, view in found[:count] if not _is_later(line)),
        lines=tuple(view for line, view in found[:count] if _is_later(line)),
        more=more if count < len(found) else "",
        is_dense=is_dense,
    )


def _best(fitting: Callable[[Room], int]) -> tuple[int, bool]:
    """Give how many items to print, and whether in small letters: only if more fit so."""
    large, small = fitting(LARGE), fitting(SMALL)
    return max(large, small), small > large


def _is_later(line: DatedLine) -> bool:
    """Tell whether a line comes after those for somebody whose life is in danger."""
    return bool(line.record.use != EMERGENCY)


def _line_height(voice: Voice, line: PaperLineView, room: Room) -> float:
    said = [
        voice.text(say.TEXT_TO, keyword=action.keyword, number=action.number)
        if action.keyword
        else f"{action.verb} {action.number}"
        for action in line.actions
    ]
    return lines(line.name.text, room.bold) + lines(" · ".join(said), room.bold)


def _resources(edition: Edition, language: str) -> tuple[GuideStepsView, ...]:
    """Give up to four resources that fit: for each need one first.

    Those with steps come before those without, and those in the language before what stands in for translations.
    """
    voice = edition.voice(language)
    more = _more(edition, voice)
    found = [(page, view) for page in _eligible(edition, language) if (view := steps_view(voice, page, more))]
    if edition.is_discreet:
        found = [(page, view) for page, view in found if not telling_words(_words(view))]
    ranked: dict[str, GuideStepsView] = {}
    for is_foreign, has_steps in product((False, True), (True, False)):
        fit = [(p, view) for p, view in found if (bool(p.foreign), bool(view.steps)) == (is_foreign, has_steps)]
        for need in (*edition.site.needs, ""):
            serving = [(page, view) for page, view in fit if page.source not in ranked and _serves(page, need)]
            ranked.update((page.source, view) for page, view in (serving[:1] if need else serving))
    return tuple(ranked.values())[:MOST_RESOURCES]


def _eligible(edition: Edition, language: str) -> Iterator[Page]:
    """Give resources that can be used from a small page, in the order of their list.

    Who carries a sheet cannot choose what to read on it: none that mentions hard things is printed.
    """
    for section in edition.site.sections[language]:
        for page in (*section.pages, *section.elsewhere):
            header = page.header
            if isinstance(header, Resource) and not header.content_note and not _needs_its_page(header):
                yield page


def _needs_its_page(header: Resource) -> bool:
    return header.format == WORKSHEET or header.tool == DAY_COUNT


def _serves(page: Page, need: str) -> bool:
    """Tell whether a resource serves a need; each serves none in particular."""
    return not need or (isinstance(page.header, Resource) and need in page.header.needs)


def _words(view: GuideStepsView) -> str:
    return " ".join((view.title.text, view.summary, *view.steps))


def steps_view(voice: Voice, page: Page, more: str) -> GuideStepsView | None:
    """Give the first steps of a resource that fit below its title, else its summary; `None` if neither fits.

    `more` says where the rest is.
    """
    header = page.header
    minutes = header.minutes if isinstance(header, Resource) else None
    steps = first_steps(page.body.html.replace(HOLE, ""))
    summary = "" if steps else header.summary or ""

    def fitting(room: Room) -> int:
        left = room.lines - room.titled(header.title) - (room.apart("1") if minutes else 0)
        return how_many_fit((lines(text, room.plain) for text in steps or (summary,)), left, room.apart(more))

    count, is_dense = _best(fitting)
    if not count or not (steps or summary):
        return None
    return GuideStepsView(
        title=voice.words(page.language, header.title),
        minutes=minutes,
        steps=steps[:count],
        summary=summary,
        more=more if count < len(steps) else "",
        is_dense=is_dense,
    )


def _meetings(
    voice: Voice, meetings: Sequence[LinkedMeeting], address: str, *, is_discreet: bool
) -> GuideMeetingsView | None:
    """Give the regular meetings that come next, as many as fit; only how many there are when they are too many.

    `None` without meetings.
    """
    if not meetings:
        return None
    where = address and address_in_words(voice, FINDER)
    current = voice.text(say.CURRENT, address=where) if lines(where, LARGE.bold) <= MOST_LINES and where else ""
    rows = _coming_rows(voice, meetings) if len(meetings) <= MOST_ON_A_POSTER else []
    rows = [_neutral(row) for row in rows] if is_discreet else rows
    next_words = voice.text(say.COME_NEXT)

    def fitting(room: Room) -> int:
        left = room.lines - room.titled(voice.text(say.MEET)) - room.apart(current)
        return how_many_fit((_row_height(row, room) for row in rows), left, room.apart(next_words))

    count, is_dense = _best(fitting)
    is_short = count < len(meetings)
    total = next_words if count else voice.count(say.ONE_REGULAR, say.MANY_REGULAR, len(meetings))
    return GuideMeetingsView(total if is_short else "", tuple(rows[:count]), current, is_dense)


def _coming_rows(voice: Voice, meetings: Sequence[LinkedMeeting]) -> list[PosterRowView]:
    """Give meetings in short, the next one first; those of one time stay in their order."""
    starts = [meeting.next(voice.today, 1) for meeting in meetings]
    order = sorted((start[0].start.isoformat() if start else "~", n) for n, start in enumerate(starts))
    return [poster_row(voice, meetings[number]) for _, number in order]


def _neutral(row: PosterRowView) -> PosterRowView:
    """Leave out what tells the topic, to somebody who finds the guide."""
    name = row.name._replace(text="") if telling_words(row.name.text) else row.name
    return row._replace(name=name, where="" if telling_words(row.where) else row.where)


def _row_height(row: PosterRowView, room: Room) -> float:
    about = " · ".join(filter(None, (row.name.text, row.where)))
    return lines(row.when, room.bold) + lines(about, room.plain)
