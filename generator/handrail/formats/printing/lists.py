"""All meetings on paper: in small letters on one sheet, to fold, and in large print."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...edition import Edition
from ...kinds.meeting import ONLINE
from ...meetings import LinkedMeeting
from ...output import Late
from ...paths import slugify
from ...views import PaperDayView, PaperLineView, PaperListView, PaperPlaceView
from ...voice import Voice
from ...wording import printing as say
from ...wording.meetings import ALL_MEETINGS
from ..meetings.data import region_path
from ..meetings.rows import DAY_LISTS, day_names, day_title
from ..records import address_lines, place_view
from .papers import LARGE, LIST, POCKET, Printable, help_lines
from .rows import paper_days

FORMS = (LIST, POCKET, LARGE)
MOST_TOGETHER = 400  # meetings; more of them would be a book, and too heavy a page for a phone
LETTERS_IN_A_LINE = 40  # of a column in letters of 9 points
MOST_ROOMY = 116  # lines of text that fit on one sheet in letters of 9 points, with its head and foot


class Part(NamedTuple):
    """Meetings that one list holds: all, or those of a region, or of `only` a day; `url` is empty for all."""

    url: str
    title: str
    meetings: tuple[LinkedMeeting, ...]
    only: str = ""


def parts_of(voice: Voice, meetings: Sequence[LinkedMeeting]) -> tuple[Part, ...]:
    """Part meetings until each list is one that somebody could carry: by region, where that is not enough by day."""
    if len(meetings) <= MOST_TOGETHER:
        return (Part("", "", tuple(meetings)),)
    return tuple(_parts(voice, meetings, ()))


def _parts(voice: Voice, meetings: Sequence[LinkedMeeting], path: tuple[str, ...]) -> Iterator[Part]:
    inner: dict[tuple[str, ...], list[LinkedMeeting]] = {}
    for meeting in meetings:
        inner.setdefault(region_path(meeting)[: len(path) + 1], []).append(meeting)
    url = "".join(f"{slugify(region)}/" for region in path)
    for below, found in sorted(inner.items()):
        if below == path:
            yield from _by_day(voice, found, f"other/{url}", " – ".join(path) or voice.text(say.ELSEWHERE))
        elif len(found) <= MOST_TOGETHER:
            yield Part(f"in/{url}{slugify(below[-1])}/", " – ".join(below), tuple(found))
        else:
            yield from _parts(voice, found, below)


def _by_day(voice: Voice, meetings: Sequence[LinkedMeeting], url: str, title: str) -> Iterator[Part]:
    """Give meetings that no region parts further, day by day when they are many."""
    if len(meetings) <= MOST_TOGETHER:
        yield Part(url, title, tuple(meetings))
        return
    for day in DAY_LISTS:
        found = tuple(meeting for meeting in meetings if day in day_names(meeting))
        if found:
            yield Part(f"{url}{day}/", f"{title}: {day_title(voice, day)}", found, day)


def lists(edition: Edition, language: str) -> Iterator[Printable]:
    """Give the lists of one language: each part in each form; files only where one list holds all."""
    voice = edition.voice(language)
    meetings = edition.site.meetings.listed
    lines = help_lines(edition, language)
    for part in parts_of(voice, meetings) if meetings else ():
        for form in FORMS:
            title = voice.text(say.TITLES[form])
            heading = part.title or voice.text(ALL_MEETINGS)
            tab = f"{title}: {part.title}" if part.title else title
            content = Late(list_view, voice, form, part.meetings, part.only, lines)
            yield Printable(form, f"{form}/{part.url}", heading, tab, content, part.meetings, has_pdf=not part.url)


def list_view(
    voice: Voice, form: str, meetings: tuple[LinkedMeeting, ...], only: str, lines: tuple[PaperLineView, ...]
) -> PaperListView:
    """Give meetings by day, the places they are at, and help lines."""
    days = paper_days(voice, meetings, only=only)
    places = tuple(_places(voice, meetings, with_directions=form == LARGE))
    return PaperListView(
        times=voice.text(say.ALL_TIMES, zone=voice.zone(voice.site_zone)),
        days=days,
        places=places,
        unknown=voice.text(say.UNKNOWN) if places else "",
        lines=lines,
        is_dense=form == LIST and _length(days, places) > MOST_ROOMY,
    )


def _places(voice: Voice, meetings: Sequence[LinkedMeeting], *, with_directions: bool) -> Iterator[PaperPlaceView]:
    """Give where people meet in person, from A to Z; a home shows its region only."""
    there = (meeting.place for meeting in meetings if meeting.place and meeting.record.how != ONLINE)
    found = {(voice.plain(place.name).casefold(), address_lines(place)): place for place in there}
    for _, place in sorted(found.items(), key=lambda item: item[0]):
        view = place_view(voice, place, "", "")
        yield PaperPlaceView(
            name=view.name,
            address=voice.text(say.AT_HOME) if view.is_private else ", ".join(view.address) or view.region or "",
            access=tuple(fact.words for fact in view.facts if fact.answer != "unknown"),
            access_notes=view.access_notes,
            directions=view.directions if with_directions else None,
        )


def _length(days: Sequence[PaperDayView], places: Sequence[PaperPlaceView]) -> int:
    """Guess how many lines of a narrow column a list takes."""
    rows = [row for day in days for row in day.rows]
    words = [(row.when, row.join, row.contact, row.alert, " · ".join(row.facts), row.name.text) for row in rows]
    texts = [text for texts in words for text in texts]
    texts += [", ".join((place.name, place.address, *place.access)) for place in places]
    return sum(-(-len(text) // LETTERS_IN_A_LINE) for text in texts) + 2 * len(days)
