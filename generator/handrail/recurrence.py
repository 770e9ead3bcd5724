"""Pure: on which days a meeting happens. The one engine behind every page, calendar, feed and print.

All times are those of the clock on the wall of the room; which moments they are, `zones` knows. Weekdays count from
Monday, 0, as Python counts them.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import NamedTuple

DAYS_IN_WEEK = 7
LAST = -1  # the ordinal of the last weekday of a month
FAR = 366 * 3  # days to look ahead: any rule that happens at all happens within them
FIRST_DAY = date(1970, 1, 1)
LAST_DAY = date(9990, 12, 31)  # room for a look ahead before Python's calendar ends


class Change(NamedTuple):
    """What is different on one date: no meeting, or another start, length or place; `number` counts from 0."""

    number: int
    is_cancelled: bool = False
    start: datetime | None = None
    minutes: int | None = None


class Pause(NamedTuple):
    """Days on which a meeting does not happen, from `since` to the day before `until`, each open when `None`."""

    since: date | None = None
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Tell whether a day lies in the pause."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class Schedule(NamedTuple):
    """When a meeting happens.

    On each of `days`, `at` a time, for `minutes`: every so many weeks, counted from the first day on or after `starts`;
    or, with `ordinals` (1 to 5, `LAST`), on those of the month. `ends` is the last day that counts. `dates` are single
    occasions, which take the place of a regular one on their day. `changes` are by the day they change.
    """

    days: tuple[int, ...] = ()
    at: time = time()
    minutes: int = 60
    every: int = 1
    ordinals: tuple[int, ...] = ()
    starts: date | None = None
    ends: date | None = None
    dates: tuple[datetime, ...] = ()
    changes: Mapping[date, Change] = {}
    pause: Pause | None = None


class Occasion(NamedTuple):
    """One time a meeting happens, or would have: `date` is the day its rule gives, `start` when it really is.

    `change` is what is different, if anything.
    """

    date: date
    start: datetime
    minutes: int
    change: Change | None = None

    @property
    def end(self) -> datetime:
        """When it ends, by the clock in the room."""
        return self.start + timedelta(minutes=self.minutes)

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.change is not None and self.change.is_cancelled

    @property
    def is_moved(self) -> bool:
        """Whether it takes place at another time than the rule gives."""
        return self.change is not None and self.change.start is not None


def occasions(schedule: Schedule, first: date, last: date) -> Iterator[Occasion]:
    """Give what starts from day `first` to day `last`, cancelled occasions too, in order."""
    moved = {day for day, change in schedule.changes.items() if change.start is not None}
    regular = (_occasion(schedule, day) for day in dates(schedule, first, last) if day not in moved)
    if not moved:
        yield from regular
        return
    away = (_occasion(schedule, day) for day in moved if happens(schedule, day))
    yield from sorted((*regular, *(o for o in away if first <= o.start.date() <= last)), key=_by_start)


def _by_start(occasion: Occasion) -> tuple[datetime, date]:
    return occasion.start, occasion.date


def upcoming(schedule: Schedule, now: datetime, count: int) -> tuple[Occasion, ...]:
    """Give the next occasions that have not ended at `now`, the clock in the room; none when there are no more."""
    moved_to = [change.start.date() for change in schedule.changes.values() if change.start]
    starts = [start for start in (schedule.starts, schedule.pause and schedule.pause.until) if start]
    first = now.date() - timedelta(days=1)
    last = max([now.date(), *starts, *moved_to, *(start.date() for start in schedule.dates)]) + timedelta(days=FAR)
    return tuple(islice((o for o in occasions(schedule, first, last) if o.end > now), count))


def happens(schedule: Schedule, day: date) -> bool:
    """Tell whether the rule gives a day, whatever is changed on it."""
    return next(dates(schedule, day, day), None) is not None


def dates(schedule: Schedule, first: date, last: date) -> Iterator[date]:
    """Give the days of the rule and the single occasions from `first` to `last`, in order, without those paused."""
    begin = max(first, schedule.starts or FIRST_DAY)
    end = min(last, schedule.ends or LAST_DAY)
    days = (_by_month if schedule.ordinals else _by_week)(schedule, begin, end)
    if schedule.dates:
        single = {start.date() for start in schedule.dates if first <= start.date() <= last}
        days = iter(sorted({*days, *single}))
    pause = schedule.pause
    yield from days if pause is None else (day for day in days if not pause.covers(day))


def first_date(schedule: Schedule) -> date | None:
    """Give the first day of the rule on or after `starts`; `None` for a meeting without weekdays."""
    if not schedule.days:
        return None
    begin = schedule.starts or FIRST_DAY
    rule = schedule._replace(dates=(), pause=None, ends=None)
    return next(dates(rule, begin, begin + timedelta(days=FAR)))


def start_on(schedule: Schedule, day: date) -> datetime:
    """Give the time at which the rule, or a single occasion, starts on a day it gives."""
    single = next((start for start in schedule.dates if start.date() == day), None)
    return single or datetime.combine(day, schedule.at)


def _by_week(schedule: Schedule, begin: date, end: date) -> Iterator[date]:
    step = timedelta(days=DAYS_IN_WEEK * schedule.every)
    monday = begin - timedelta(days=begin.weekday())
    if schedule.every > 1:
        monday += timedelta(days=-(monday - origin(schedule)).days % step.days)
    while monday <= end and schedule.days:
        for weekday in sorted(schedule.days):
            day = monday + timedelta(days=weekday)
            if begin <= day <= end:
                yield day
        monday += step


def origin(schedule: Schedule) -> date:
    """Give the Monday of the week from which every second or third week is counted."""
    starts = schedule.starts or FIRST_DAY
    days_until = min((weekday - starts.weekday()) % DAYS_IN_WEEK for weekday in schedule.days or (0,))
    first = starts + timedelta(days=days_until)
    return first - timedelta(days=first.weekday())


def _by_month(schedule: Schedule, begin: date, end: date) -> Iterator[date]:
    month = begin.replace(day=1)
    while month <= end:
        after = (month + timedelta(days=31)).replace(day=1)
        found = {_nth(month, after, weekday, n) for weekday in schedule.days for n in schedule.ordinals}
        yield from sorted(day for day in found if day and begin <= day <= end)
        month = after


def _nth(month: date, after: date, weekday: int, ordinal: int) -> date | None:
    """Give a month's n-th weekday, if it has one; `after` is the first day of the month behind it."""
    if ordinal == LAST:
        return after - timedelta(days=1 + (after.weekday() - 1 - weekday) % DAYS_IN_WEEK)
    day = month + timedelta(days=(weekday - month.weekday()) % DAYS_IN_WEEK + DAYS_IN_WEEK * (ordinal - 1))
    return day if day < after else None


def _occasion(schedule: Schedule, day: date) -> Occasion:
    change = schedule.changes.get(day)
    start = (change and change.start) or start_on(schedule, day)
    minutes = (change and change.minutes) or schedule.minutes
    return Occasion(day, start, minutes, change)
