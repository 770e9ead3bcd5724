"""When a meeting happens, as its record says it to the recurrence engine."""

from datetime import date, datetime, time

from ... import recurrence
from ...recurrence import Pause, Schedule, start_on
from .record import Change, Meeting

USUAL_MINUTES = 60  # the length that calendars assume when nobody said one (Meeting Guide specification, end_time)
LONGEST_OVERNIGHT = 4 * 60
DAY = 24 * 60


def schedule_of(meeting: Meeting) -> Schedule:
    """Give the rule of a meeting; one by appointment has none, so its schedule gives no day."""
    at = meeting.time or time()
    rule = Schedule(
        days=meeting.day,
        at=at,
        minutes=meeting.minutes or minutes_between(meeting.time, meeting.end_time) or USUAL_MINUTES,
        every=meeting.repeats.every,
        ordinals=meeting.repeats.ordinals,
        starts=meeting.starts,
        ends=meeting.ends,
        dates=tuple(when if isinstance(when, datetime) else datetime.combine(when, at) for when in meeting.dates),
        pause=_pause(meeting),
    )
    if not meeting.changes:
        return rule
    return rule._replace(changes={c.date: _change(rule, number, c) for number, c in enumerate(meeting.changes)})


def minutes_between(start: time | None, end: time | None) -> int | None:
    """Give the minutes from a start to an end, over midnight if need be; `None` when one of them is not known."""
    if start is None or end is None:
        return None
    return (_minute(end) - _minute(start)) % DAY


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _pause(meeting: Meeting) -> Pause | None:
    status = meeting.status
    return Pause(status.since, status.until) if status.paused else None


def _change(rule: Schedule, number: int, change: Change) -> recurrence.Change:
    usual = start_on(rule, change.date)
    start = None
    if change.moved_to or change.time:
        start = datetime.combine(change.moved_to or change.date, change.time or usual.time())
    minutes = minutes_between((start or usual).time(), change.end_time)
    return recurrence.Change(number, change.cancelled, start, minutes)


def is_regular(meeting: Meeting, day: date) -> bool:
    """Tell whether the rule gives a day, whatever is changed on it or paused."""
    return recurrence.happens(_unchanged(meeting), day)


def near_days(meeting: Meeting, around: date) -> str:
    """Name the days nearest to a date on which the meeting happens by its rule, one before and one after, as a hint."""
    rule = _unchanged(meeting)
    before = list(recurrence.dates(rule, _shifted(around, -100), around))[-1:]
    after = list(recurrence.dates(rule, around, _shifted(around, 100)))[:1]
    near = " and ".join(f"{day:%A} {day}" for day in dict.fromkeys((*before, *after)))
    return f"near that day it happens on {near}" if near else "look at starts and ends"


def _unchanged(meeting: Meeting) -> Schedule:
    return schedule_of(meeting)._replace(changes={}, pause=None)


def _shifted(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), recurrence.LAST_DAY.toordinal()))
