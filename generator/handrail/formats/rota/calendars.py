"""Calendars of turns, one for each meeting that has a rota: an event for each role on each coming date."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from ...addresses import ROTA
from ...edition import Edition
from ...kinds.rota import KIND
from ...meetings import LinkedMeeting
from ...output import Output
from ...rota import LinkedRole
from ...voice import Voice
from ..meetings.calendars import Dated, dated_meetings, name_and_address
from ..meetings.ical import calendar, turn_event
from ..meetings.rows import has_calendar

# A calendar begins with the month, not with today, so that it stays the same for followers all month long.
AHEAD = timedelta(weeks=30)  # from the first of a month: from any day of it, half a year at least


def rota_calendars(edition: Edition) -> Iterator[Output]:
    """Plan a calendar of turns for each meeting, in every language."""
    by_meeting: dict[str, list[LinkedRole]] = {}
    for role in edition.site.rota:
        by_meeting.setdefault(role.meeting.id, []).append(role)
    dated = dated_meetings(edition)
    for language in edition.site.languages:
        voice = edition.voice(language).on(edition.site.today.replace(day=1))
        for name, roles in by_meeting.items():
            if has_calendar(roles[0].meeting):
                yield _output(edition, voice, dated[name], tuple(roles))


def calendar_path(voice: Voice, meeting: LinkedMeeting) -> str:
    """Give where the calendar of a meeting's turns lies."""
    return voice.here(f"{ROTA}{meeting.id}.ics")


def _output(edition: Edition, voice: Voice, dated: Dated, roles: tuple[LinkedRole, ...]) -> Output:
    path = calendar_path(voice, dated.meeting)
    title = f"{voice.text(KIND.title)}, {voice.plain(dated.meeting.record.name)}"
    head = name_and_address(edition, voice, title, path)
    view = {"head": head, "voice": voice, "dated": dated, "roles": roles, "is_discreet": edition.is_discreet}
    make = partial(_bytes, voice, head, dated, roles, edition.is_discreet)
    return Output(path, "rota_calendar", view, voice.language, roles[0].source, make)


def _bytes(
    voice: Voice,
    head: tuple[str, str | None],
    dated: Dated,
    roles: tuple[LinkedRole, ...],
    is_discreet: bool,  # noqa: FBT001  # arguments of what is made late have no names
) -> bytes:
    events = (event for role in roles for event in _events(voice, dated, role, discreet=is_discreet))
    return calendar(*head, [dated.meeting.zone], events)


def _events(voice: Voice, dated: Dated, role: LinkedRole, *, discreet: bool) -> Iterator[bytes]:
    edited = dated.revision + len(role.record.swaps), dated.changed
    for occasion, person in role.turns(voice.today, voice.today + AHEAD):
        words = f"{voice.plain(role.record.role)}: {person}"
        yield turn_event(voice, role.meeting, occasion, (role.record.slug, words), edited, discreet=discreet)
