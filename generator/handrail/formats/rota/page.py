"""The page "Who does what": the next dates of each meeting with everybody's roles, and everybody's next turns."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ...edition import Edition
from ...link import sortable
from ...meetings import LinkedMeeting
from ...output import Late
from ...recurrence import Occasion, occasions
from ...rota import LinkedRole
from ...site import Section
from ...views import (
    DateView,
    LinkView,
    RotaMeetingView,
    RotaPersonView,
    RotaRowView,
    RotaTurnView,
    RotaView,
)
from ...voice import Voice
from ..meetings.rows import FINDER, has_calendar, webcal
from ..meetings.words import occasion_view, state_in_words
from .calendars import calendar_path

DATES = 8  # of each meeting: two meetings with their roles fit on one printed sheet
TURNS = 3  # of each person
LOOK_AHEAD = timedelta(weeks=26)  # for a person's turns

Turn = tuple[Occasion, str, LinkedRole]


def rota_page(edition: Edition, section: Section, root: str) -> Late:
    """Give the view of the page, which depends on the day."""
    return Late(rota_view, edition.voice(section.language), edition.site.rota, root)


def rota_view(voice: Voice, roles: Sequence[LinkedRole], root: str) -> RotaView:
    """Give the meetings by their next date, those without any last, and the people by name."""
    by_meeting: dict[str, list[LinkedRole]] = {}
    for role in roles:
        by_meeting.setdefault(role.meeting.id, []).append(role)
    tables = [_meeting(voice, here[0].meeting, here, root) for here in by_meeting.values()]
    tables.sort(key=lambda table: (not table.rows, table.rows[0].date.iso if table.rows else "", table.id))
    by_name: dict[str, list[Turn]] = {}
    for turn in sorted(_turns(voice.today, roles), key=lambda turn: turn[0].start):
        by_name.setdefault(turn[1], []).append(turn)
    names = sorted(by_name, key=lambda name: (sortable(name), name))
    people = tuple(_person(voice, name, by_name[name][:TURNS], root) for name in names)
    return RotaView(tuple(tables), people, DateView(voice.date(voice.today), voice.today.isoformat()))


def _meeting(voice: Voice, meeting: LinkedMeeting, roles: Sequence[LinkedRole], root: str) -> RotaMeetingView:
    coming = meeting.next(voice.today, DATES)
    last = max((occasion.date for occasion in coming), default=voice.today)
    people = [role.people(last) for role in roles]
    rows = tuple(
        RotaRowView(
            occasion_view(voice, meeting, occasion, root),
            () if occasion.is_cancelled else tuple(here.get(occasion.date, "") for here in people),
        )
        for occasion in coming
    )
    path = calendar_path(voice, meeting) if has_calendar(meeting) else ""
    name = voice.say(meeting.record.name)
    href = voice.href(voice.here(f"{FINDER}{meeting.id}/"), root)
    return RotaMeetingView(
        id=meeting.id,
        link=LinkView(href, name.text, name.language, direction=name.direction),
        zone=voice.zone(meeting.zone) if meeting.zone != voice.site_zone else "",
        state_words=state_in_words(voice, meeting),
        roles=tuple(voice.say(role.record.role) for role in roles),
        rows=rows,
        calendar=f"{root}{path}" if path else None,
        subscribe=webcal(voice, path) if path else None,
    )


def _turns(today: date, roles: Sequence[LinkedRole]) -> Iterator[Turn]:
    """Give everybody's turns in the next weeks."""
    for role in roles:
        coming = [o for o in occasions(role.meeting.schedule, today, today + LOOK_AHEAD) if not o.is_cancelled]
        people = role.people(max((occasion.date for occasion in coming), default=today))
        yield from ((occasion, people[occasion.date], role) for occasion in coming if occasion.date in people)


def _person(voice: Voice, name: str, turns: Sequence[Turn], root: str) -> RotaPersonView:
    views = (
        RotaTurnView(
            occasion_view(voice, role.meeting, occasion, root),
            voice.say(role.record.role),
            voice.say(role.meeting.record.name),
        )
        for occasion, _, role in turns
    )
    return RotaPersonView(name, tuple(views))
