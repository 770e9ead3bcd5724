"""Calendars to save and to follow: of each meeting, of each region, type, group and language, and of all."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from ...digest import digest
from ...edition import Edition
from ...history import Known
from ...meetings import LinkedMeeting
from ...output import Output, Piece
from ...paths import slugify
from ...translation import name_of
from ...voice import Voice
from ...wording.meetings import ALL_MEETINGS, APPOINTMENT
from .data import region_path
from .ical import calendar, events
from .rows import FINDER, FOLDER, has_calendar
from .words import type_label

OF_ONE = "meeting.ics"
NO_DAY = date(1970, 1, 1)


class Dated(NamedTuple):
    """A meeting with how often it has changed since it was published first, and when it last did."""

    meeting: LinkedMeeting
    revision: int = 0
    changed: date | None = None


class Collection(NamedTuple):
    """Meetings of one calendar: the file's name, and what the calendar is called."""

    name: str
    title: str
    meetings: tuple[LinkedMeeting, ...]


def calendar_files(edition: Edition) -> Iterator[Output]:
    """Plan all calendars in every language."""
    everything = edition.site.meetings
    dated = dated_meetings(edition).values()
    for language in edition.site.languages:
        # Calendars know no today, so that followers see real changes only.
        voice = edition.voice(language).on(NO_DAY)
        pieces = {d.meeting.id: _piece(voice, d, edition.is_discreet) for d in dated if has_calendar(d.meeting)}
        for meeting in everything.all:
            if meeting.id in pieces:
                path = voice.here(f"{FINDER}{meeting.id}/{OF_ONE}")
                yield _output(edition, voice, path, voice.plain(meeting.record.name), (meeting,), pieces)
        for collection in collections(voice, everything.listed):
            path = voice.here(f"{FOLDER}{collection.name}.ics")
            yield _output(edition, voice, path, collection.title, collection.meetings, pieces)


def dated_meetings(edition: Edition) -> dict[str, Dated]:
    """Give all meetings by id, with what the record of the last publication knows of them."""
    known = edition.site.history.published.meetings
    return {meeting.id: _dated(meeting, known.get(meeting.id)) for meeting in edition.site.meetings.all}


def _dated(meeting: LinkedMeeting, known: Known | None) -> Dated:
    return Dated(meeting, known.revision, known.changed) if known else Dated(meeting)


def collections(voice: Voice, meetings: Sequence[LinkedMeeting]) -> Iterator[Collection]:
    """Give the calendars of several meetings; one without any date is none."""
    meetings = [meeting for meeting in meetings if has_calendar(meeting)]
    by_name: dict[str, list[LinkedMeeting]] = {}
    titles: dict[str, str] = {}
    for meeting in meetings:
        for name, title in _names(voice, meeting).items():
            by_name.setdefault(name, []).append(meeting)
            titles[name] = title
    for name in sorted(by_name):
        yield Collection(name, titles[name], tuple(by_name[name]))


def _names(voice: Voice, meeting: LinkedMeeting) -> Mapping[str, str]:
    """Give the calendars a meeting belongs to, with their titles."""
    path = region_path(meeting)
    names = {"all": voice.text(ALL_MEETINGS)}
    names |= {region_calendar(path[:end]): path[end - 1] for end in range(1, len(path) + 1)}
    names |= {f"type-{word}": type_label(voice, word) for word in meeting.record.types}
    names |= {f"language-{code}": name_of(code, voice.language) for code in meeting.record.languages}
    if meeting.group:
        names[f"group-{meeting.group_id}"] = voice.plain(meeting.group.name)
    return names


def region_calendar(path: Sequence[str]) -> str:
    """Give the name of a region's calendar."""
    return f"region-{'-'.join(slugify(part) for part in path)}"


def _output(
    edition: Edition,
    voice: Voice,
    path: str,
    title: str,
    meetings: tuple[LinkedMeeting, ...],
    events: Mapping[str, Piece],
) -> Output:
    name, url = name_and_address(edition, voice, title, path)
    zones = tuple(sorted({meeting.zone for meeting in meetings}))
    pieces = tuple(events[meeting.id] for meeting in meetings)
    view = {"name": name, "url": url, "zones": zones, "events": [piece.key for piece in pieces]}
    source = meetings[0].source if path.endswith(OF_ONE) else ""
    return Output(path, "calendar", view, voice.language, source, partial(calendar, name, url, zones), pieces)


def name_and_address(edition: Edition, voice: Voice, title: str, path: str) -> tuple[str, str | None]:
    """Give what a calendar is called and where followers find it again; on a discreet site neither says anything."""
    if edition.is_discreet:
        return voice.text(APPOINTMENT), None
    url = f"{voice.base_url}{path}" if voice.base_url else None
    return f"{title} – {edition.site_view(voice.language, '').name}", url


def _piece(voice: Voice, dated: Dated, is_discreet: bool) -> Piece:  # noqa: FBT001  # one fact of three
    made_of = ["events", voice, dated, is_discreet]
    make = partial(events, voice, dated.meeting, dated.revision, dated.changed, discreet=is_discreet)
    return Piece(digest(made_of), make)
