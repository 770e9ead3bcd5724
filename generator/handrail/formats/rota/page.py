"""The page "Who does what": the next dates of each meeting with everybody's roles, and everybody's next turns."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ...addresses import rota_anchor
from ...edition import Edition
from ...link import sortable
from ...meetings import LinkedMeeting
from ...output import Late
from ...recurrence import Occasion
from ...rota import LinkedRole
from ...site import Section
from ...views import (
    LinkView,
    RotaMeetingView,
    RotaPersonView,
    RotaRowView,
    RotaTurnsView,
    RotaView,
)
from ...voice import Voice
from ..meetings.rows import FINDER, has_calendar, webcal
from ..meetings.words import occasion_view, rule_in_words, state_in_words, usual_times
from .calendars import calendar_path

DATES = 8  # of each meeting: two meetings with their roles fit on one printed sheet
TURNS = 3  # dates of each role of each person
LOOK_AHEAD = timedelta(weeks=26)  # for a person's turns

Turns = dict[str, dict[str, tuple[LinkedRole, list[Occasion]]]]


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
    by_name = _turns(voice.today, roles)
    names = sorted(by_name, key=lambda name: (sortable(name), name))
    people = tuple(_person(voice, name, by_name[name].values(), root) for name in names)
    return RotaView(tuple(tables), people, voice.dated(voice.today))


def _meeting(voice: Voice, meeting: LinkedMeeting, roles: Sequence[LinkedRole], root: str) -> RotaMeetingView:
    coming = meeting.next(voice.today, DATES)
    last = max((occasion.date for occasion in coming), default=voice.today)
    people = [role.people(last) for role in roles]
    rows = tuple(
        RotaRowView(
            view := occasion_view(voice, meeting, occasion, root),
            "" if _is_usual(meeting, occasion) else view.times,
            () if occasion.is_cancelled else tuple(here.get(occasion.date, "") for here in people),
        )
        for occasion in coming
    )
    path = calendar_path(voice, meeting) if has_calendar(meeting) else ""
    name = voice.say(meeting.record.name)
    href = voice.href(voice.here(f"{FINDER}{meeting.id}/"), root)
    return RotaMeetingView(
        id=rota_anchor(meeting.id),
        link=LinkView(href, name.text, name.language, direction=name.direction),
        when=voice.beside(rule_in_words(voice, meeting.record), usual_times(voice, meeting)),
        zone=voice.zone(meeting.zone) if meeting.zone != voice.site_zone else "",
        state_words=state_in_words(voice, meeting),
        roles=tuple(voice.say(role.record.role) for role in roles),
        rows=rows,
        calendar=f"{root}{path}" if path else None,
        subscribe=webcal(voice, path) if path else None,
    )


def _is_usual(meeting: LinkedMeeting, occasion: Occasion) -> bool:
    schedule = meeting.schedule
    is_regular = bool(schedule.days) and (occasion.start.time(), occasion.minutes) == (schedule.at, schedule.minutes)
    return is_regular or occasion.is_cancelled


def _turns(today: date, roles: Sequence[LinkedRole]) -> Turns:
    """Give the dates of everybody's turns in the next weeks, by name and by what tells a role apart."""
    found: Turns = {}
    for role in roles:
        for occasion, person in role.turns(today, today + LOOK_AHEAD):
            found.setdefault(person, {}).setdefault(role.record.id, (role, []))[1].append(occasion)
    return found


def _person(
    voice: Voice, name: str, turns: Iterable[tuple[LinkedRole, Sequence[Occasion]]], root: str
) -> RotaPersonView:
    """Give somebody's turns, the role that comes first at the top."""
    views = (
        RotaTurnsView(
            voice.say(role.record.role),
            voice.say(role.meeting.record.name),
            tuple(occasion_view(voice, role.meeting, occasion, root) for occasion in coming[:TURNS]),
        )
        for role, coming in sorted(turns, key=lambda pair: pair[1][0].start)
    )
    return RotaPersonView(name, tuple(views))
