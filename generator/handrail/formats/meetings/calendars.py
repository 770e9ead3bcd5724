"""Calendars to save and to follow: of each meeting, of each region, type, group and language, and of all."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from ...edition import Edition
from ...meetings import LinkedMeeting
from ...output import Output
from ...paths import slugify
from ...translation import name_of
from ...voice import Voice
from ...wording.meetings import ALL_MEETINGS
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
    known = edition.site.history.published.meetings
    everything = edition.site.meetings
    dated = {m.id: Dated(m, known[m.id].revision, known[m.id].changed) for m in everything.all}
    for language in edition.site.languages:
        # Calendars know no today, so that followers see real changes only.
        voice = edition.voice(language).on(NO_DAY)
        for meeting in everything.all:
            if has_calendar(meeting):
                path = voice.here(f"{FINDER}{meeting.id}/{OF_ONE}")
                yield _output(edition, voice, path, voice.plain(meeting.record.name), (dated[meeting.id],))
        for collection in collections(voice, everything.listed):
            path = voice.here(f"{FOLDER}{collection.name}.ics")
            yield _output(edition, voice, path, collection.title, tuple(dated[m.id] for m in collection.meetings))


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


def _output(edition: Edition, voice: Voice, path: str, title: str, meetings: tuple[Dated, ...]) -> Output:
    name = f"{title} – {edition.site_view(voice.language, '').name}"
    url = f"{voice.base_url}{path}" if voice.base_url else None
    view = {"name": name, "url": url, "voice": voice, "meetings": meetings, "is_discreet": edition.is_discreet}
    make = partial(_bytes, voice, name, url, meetings, edition.is_discreet)
    source = meetings[0].meeting.source if path.endswith(OF_ONE) else ""
    return Output(path, "calendar", view, voice.language, source, make)


def _bytes(voice: Voice, name: str, url: str | None, meetings: tuple[Dated, ...], is_discreet: bool) -> bytes:  # noqa: FBT001  # arguments of what is made late have no names
    zones = {dated.meeting.zone for dated in meetings}
    return calendar(name, url, zones, (_events(voice, dated, is_discreet) for dated in meetings))


@lru_cache(maxsize=20_000)  # several calendars of one build share a meeting's events
def _events(voice: Voice, dated: Dated, is_discreet: bool) -> bytes:  # noqa: FBT001  # as above
    return events(voice, dated.meeting, dated.revision, dated.changed, discreet=is_discreet)
