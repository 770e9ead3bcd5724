"""Pure: meetings with their places and groups, and what is wrong between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import combinations

from .digest import digest
from .kinds import BY_NAME
from .kinds.group import Group
from .kinds.meeting import ONLINE, Change, Meeting, schedule_of
from .kinds.place import Place, Whereabouts
from .model import Entry
from .problems import Outcome, Problem
from .recurrence import Occasion, Schedule, occasions, upcoming
from .spelling import did_you_mean
from .zones import is_skipped

CLASH_DAYS = 70  # to look for two meetings in one room: long enough for every monthly rule to meet every other one
CLOCK_CHANGES = 370  # days to look for nights in which the clocks are put forward
LATEST_CLOCK_CHANGE = 4  # no clock in the tz database is put forward later in the night than this hour
CONFIRMED_FOR = 365  # days


class State(StrEnum):
    """Whether a meeting happens these days, and why not."""

    ON = "on"
    PAUSED = "paused"
    OVER = "over"


@dataclass(frozen=True, slots=True, eq=False)
class LinkedMeeting:
    """A meeting with everything its record names.

    `zone` is its own, its place's or the site's. `place_id` and `group_id` are empty when it has no such page to link
    to; `other_places` are those of single dates, by id. `digest` is that of all these, by which meetings are compared.
    """

    id: str
    source: str
    record: Meeting
    schedule: Schedule
    zone: str
    state: State
    place: Whereabouts | None
    place_id: str
    group: Group | None
    group_id: str
    other_places: Mapping[str, Place]
    digest: str

    @property
    def made_of(self) -> str:
        """What decides all that is made from it."""
        return self.digest

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LinkedMeeting) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def next(self, today: date, count: int) -> tuple[Occasion, ...]:
        """Give what comes from the start of a day on, by the clock in the room."""
        return upcoming(self.schedule, datetime.combine(today, time()), count)

    def change_on(self, occasion: Occasion | None) -> Change | None:
        """Give what its record says is different on a date."""
        return self.record.changes[occasion.change.number] if occasion and occasion.change else None

    def other_place_on(self, occasion: Occasion | None) -> Place | None:
        """Give where it is on a date that takes place elsewhere."""
        change = self.change_on(occasion)
        return self.other_places.get(change.place) if change and change.place else None

    def place_on(self, occasion: Occasion | None) -> Whereabouts | None:
        """Give where to go on a date, or usually; nowhere for a meeting online only."""
        return self.other_place_on(occasion) or (self.place if self.record.how != ONLINE else None)


class Meetings:
    """All meetings of a hub, in the order of the week.

    `listed` leaves out those that are over: they keep their page, because somebody may have its address, but no list
    shows them.
    """

    def __init__(self, meetings: Iterable[LinkedMeeting] = ()) -> None:
        self.all = tuple(sorted(meetings, key=_place_in_week))
        self.listed = tuple(meeting for meeting in self.all if meeting.state is not State.OVER)
        self._by_owner: dict[tuple[str, str], list[LinkedMeeting]] = {}
        self._by_topic: dict[str, list[LinkedMeeting]] = {}
        for meeting in self.listed:
            for topic in meeting.record.topics:
                self._by_topic.setdefault(topic.casefold(), []).append(meeting)
            if meeting.place_id and meeting.record.how != ONLINE:
                self._by_owner.setdefault(("place", meeting.place_id), []).append(meeting)
            if meeting.group_id:
                self._by_owner.setdefault(("group", meeting.group_id), []).append(meeting)

    def about(self, topics: Iterable[str]) -> tuple[LinkedMeeting, ...]:
        """Give the listed meetings that share a topic, those of the first topic first."""
        found = {m.id: m for topic in topics for m in self._by_topic.get(topic.casefold(), ())}
        return tuple(found.values())

    def of(self, kind: str, name: str) -> tuple[LinkedMeeting, ...]:
        """Give the listed meetings at a place or of a group."""
        return tuple(self._by_owner.get((kind, name), ()))


def link_meetings(records: Sequence[Entry], zone: str, today: date) -> Outcome[Meetings]:
    """Join meetings with their places and groups. Problems: F212, S909, S910, S911, H805, H808."""
    by_id = {entry.id: entry for entry in records}
    problems = [*_unknown(records, by_id)]
    found = []
    for entry in records:
        if isinstance(entry.record, Meeting):
            meeting = _linked(entry, entry.record, by_id, zone, today)
            found.append(meeting)
            problems += _dates(entry, meeting, today)
    problems += _clashes(found, by_id, today)
    return Outcome(Meetings(found), tuple(problems))


def _linked(entry: Entry, meeting: Meeting, by_id: Mapping[str, Entry], zone: str, today: date) -> LinkedMeeting:
    named = [by_id[key] for m in entry.mentions if (key := f"{m.kind}s/{m.id}") in by_id]
    place = meeting.place if isinstance(meeting.place, Whereabouts) else None
    place_id = group_id = ""
    if isinstance(meeting.place, str):
        there = by_id.get(f"places/{meeting.place}")
        place, place_id = (there.record, there.name) if there and isinstance(there.record, Place) else (None, "")
    group = by_id.get(f"groups/{meeting.group}") if meeting.group else None
    group_id = group.name if group else ""
    schedule = schedule_of(meeting)
    own_zone = meeting.timezone or (place.timezone if place else None) or zone
    state = _state(meeting, schedule, today)
    return LinkedMeeting(
        entry.name,
        entry.source,
        meeting,
        schedule,
        own_zone,
        state,
        place,
        place_id,
        group.record if group and isinstance(group.record, Group) else None,
        group_id,
        {e.name: e.record for e in named if isinstance(e.record, Place)},
        digest([entry.digest, own_zone, state, [e.digest for e in named]]),
    )


def _state(meeting: Meeting, schedule: Schedule, today: date) -> State:
    if schedule.pause and schedule.pause.covers(today):
        return State.PAUSED
    can_end = schedule.ends or (schedule.dates and not schedule.days)
    if can_end and not meeting.by_appointment and not upcoming(schedule, datetime.combine(today, time()), 1):
        return State.OVER
    return State.ON


def _place_in_week(meeting: LinkedMeeting) -> tuple[int, time, str, str]:
    """Give the order of lists: by the first day of the week, then by time; those without a day come last."""
    schedule = meeting.schedule
    day = min(schedule.days, default=7)
    return day, schedule.at, meeting.record.name.by_language[0][1], meeting.id


def _unknown(records: Sequence[Entry], by_id: Mapping[str, Entry]) -> Iterator[Problem]:
    """Find names of places, groups and meetings that nothing has."""
    for entry in records:
        for mention in entry.mentions:
            kind = BY_NAME.get(mention.kind)
            if kind and f"{kind.section}/{mention.id}" not in by_id:
                section = f"{kind.section}/"
                known = [other.removeprefix(section) for other in by_id if other.startswith(section)]
                message = f'there is no {mention.kind} "{mention.id}"'
                where = f"{kind.data_key}/" if kind.has_folder else f"{kind.data_key}.yaml"
                hint = f"add it to content/{where}, or correct the name"
                yield Problem("F212", mention.span, message, did_you_mean(mention.id, known, hint))


def _dates(entry: Entry, meeting: LinkedMeeting, today: date) -> Iterator[Problem]:
    verified = meeting.record.verified
    if meeting.state is State.OVER:
        message = f'"{meeting.id}" is over: it has no date from today on'
        yield Problem("S911", entry.span, message, "delete it, or correct ends or dates")
    elif verified and verified > today:
        yield Problem("H805", entry.span, f"verified: {verified} lies in the future", "correct the date")
    elif verified and (today - verified).days > CONFIRMED_FOR:
        message = f'"{meeting.id}" was last confirmed on {verified}, more than a year ago'
        yield Problem("H808", entry.span, message, "ask the group, then set verified to that day")
    yield from _skipped(entry, meeting, today)


def _skipped(entry: Entry, meeting: LinkedMeeting, today: date) -> Iterator[Problem]:
    if meeting.schedule.at.hour >= LATEST_CLOCK_CHANGE or not meeting.schedule.days:
        return
    for occasion in occasions(meeting.schedule, today, today + timedelta(days=CLOCK_CHANGES)):
        if not occasion.is_cancelled and is_skipped(occasion.start, meeting.zone):
            message = f"on {occasion.start:%A %Y-%m-%d} the clocks jump over {occasion.start:%H:%M}"
            hint = "calendars show it an hour later, or not at all; add a change with the time you really meet"
            yield Problem("S910", entry.span, message, hint)


def _clashes(meetings: Iterable[LinkedMeeting], by_id: Mapping[str, Entry], today: date) -> Iterator[Problem]:
    """Find meetings that are in one room at one time, as far as the next weeks show."""
    by_place: dict[str, list[LinkedMeeting]] = {}
    for meeting in meetings:
        if meeting.place_id and meeting.state is not State.OVER and meeting.record.how != ONLINE:
            by_place.setdefault(meeting.place_id, []).append(meeting)
    for place_id, together in by_place.items():
        for first, second in combinations(together, 2):
            when = _clash(first, second, today) if _may_clash(first.schedule, second.schedule) else None
            if when:
                span = by_id[f"meetings/{second.id}"].span
                message = f'"{second.id}" and "{first.id}" are both at "{place_id}" on {when:%A %Y-%m-%d at %H:%M}'
                yield Problem("S909", span, message, "correct one of them, or make each room a place of its own")


def _may_clash(first: Schedule, second: Schedule) -> bool:
    """Tell whether two rules could ever meet: most pairs at a place are on other days or hours."""
    if first.dates or second.dates or first.changes or second.changes:
        return True
    starts = [datetime.combine(date.min, rule.at) for rule in (first, second)]
    early, late = (first, second) if starts[0] <= starts[1] else (second, first)
    is_over = min(starts) + timedelta(minutes=early.minutes) <= max(starts)
    return bool(set(early.days) & set(late.days)) and not is_over


def _clash(first: LinkedMeeting, second: LinkedMeeting, today: date) -> datetime | None:
    """Give the first time at which two meetings of one place are both on."""
    until = today + timedelta(days=CLASH_DAYS)
    own, other = ([o for o in occasions(m.schedule, today, until) if _is_there(m, o)] for m in (first, second))
    at = 0
    for occasion in own:
        while at < len(other) and other[at].end <= occasion.start:
            at += 1
        if at < len(other) and other[at].start < occasion.end:
            return max(occasion.start, other[at].start)
    return None


def _is_there(meeting: LinkedMeeting, occasion: Occasion) -> bool:
    change = meeting.change_on(occasion)
    return not occasion.is_cancelled and not (change and change.place)
