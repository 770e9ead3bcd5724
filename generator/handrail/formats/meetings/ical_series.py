"""How a calendar says a schedule: a series by its rule, days taken out of it, dates that differ, dates of their own.

None of it depends on the day of the build.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from ...meetings import LinkedMeeting, State
from ...recurrence import FAR, Occasion, Schedule, dates, happens, occasions
from ...zones import is_skipped, moment, moments

NOT_DATED = date(2026, 1, 1)  # the day of a record without any date
DAY = timedelta(days=1)
YEAR = 366 * DAY
END_OF_DAY = time(23, 59, 59)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Series(NamedTuple):
    """The parts of a schedule; without a `first` day there is no series.

    `altered` are dates of the series that differ, `single` those outside it, which stand alone. A meeting that `is_off`
    keeps all its dates, none of which takes place.
    """

    schedule: Schedule
    zone: str
    is_off: bool
    first: date | None
    paused: tuple[date, ...]
    altered: tuple[Occasion, ...]
    single: tuple[Occasion, ...]

    def usual(self, day: date) -> datetime:
        """Give the time at which the rule starts on a day."""
        return datetime.combine(day, self.schedule.at)

    @property
    def rule(self) -> dict[str, object]:
        """The rule in the words of RFC 5545, 3.3.10; its end is a moment, as 3.3.10 demands where there is a zone."""
        schedule = self.schedule
        parts: dict[str, object] = {"FREQ": "WEEKLY", "BYDAY": [DAYS[day] for day in schedule.days], "WKST": "MO"}
        if schedule.ordinals:
            days = [f"{ordinal}{DAYS[day]}" for ordinal in schedule.ordinals for day in schedule.days]
            parts = {"FREQ": "MONTHLY", "BYDAY": days}
        if schedule.every > 1:
            parts["INTERVAL"] = schedule.every
        if schedule.ends:
            parts["UNTIL"] = moment(datetime.combine(schedule.ends, END_OF_DAY), self.zone)
        return parts


def series_of(meeting: LinkedMeeting) -> Series:
    """Take the schedule of a meeting apart."""
    schedule, is_off = _lasting(meeting)
    rule = schedule._replace(dates=(), changes={})
    begin = _begin(meeting)
    first, before = _first(rule, begin, meeting.zone)
    special = sorted({*(start.date() for start in schedule.dates), *schedule.changes, *before})
    found = [occasion for day in special for occasion in _on(schedule, day)]
    inside = [o for o in found if first and o.date >= first and happens(rule, o.date)]
    altered = (o for o in inside if o.change or o.start != datetime.combine(o.date, schedule.at))
    # Where there is no rule, or a first day of it, a single date before the calendar begins is meant all the same.
    keeps_all = schedule.starts or not schedule.days
    single = (o for o in found if o not in inside and (keeps_all or o.start.date() >= begin))
    paused = _paused(rule, first) if first else ()
    return Series(schedule, meeting.zone, is_off, first, tuple(paused), tuple(altered), tuple(single))


def _lasting(meeting: LinkedMeeting) -> tuple[Schedule, bool]:
    """Give the schedule, and whether it is off: over, or paused for nobody knows how long.

    A pause without an end that is still to come is an end.
    """
    schedule, pause = meeting.schedule, meeting.schedule.pause
    if pause is None or pause.until:
        return schedule, meeting.state is State.OVER
    if pause.since is None or meeting.state is not State.ON:
        return schedule._replace(pause=None), True
    last = pause.since - DAY
    return schedule._replace(ends=min(schedule.ends or last, last)), False


def _begin(meeting: LinkedMeeting) -> date:
    """Give the day from which on a calendar tells a meeting: never today, or every day would change it."""
    begin = meeting.record.starts or meeting.record.verified or NOT_DATED
    ends = meeting.schedule.ends
    return ends - YEAR if ends and ends < begin else begin


def _first(rule: Schedule, begin: date, zone: str) -> tuple[date | None, list[date]]:
    """Give the first day of the series, and the days of the rule before it.

    Programs take the length of every date from that of the first (RFC 5545, 3.8.5.3), so no clock may change in it.
    """
    resumes = rule.pause and rule.pause.until
    before: list[date] = []
    for day in dates(rule, begin, max(begin, resumes or begin) + FAR * DAY):
        start = datetime.combine(day, rule.at)
        begins, ends = moments(start, rule.minutes, zone)
        if ends - begins == timedelta(minutes=rule.minutes) and not is_skipped(start, zone):
            return day, before
        before.append(day)
    return None, before


def _on(schedule: Schedule, day: date) -> Iterator[Occasion]:
    """Give the occasion of a day of the rule, wherever it was moved; none if the rule does not give the day."""
    change = schedule.changes.get(day)
    there = change.start.date() if change and change.start else day
    return (occasion for occasion in occasions(schedule, there, there) if occasion.date == day)


def _paused(rule: Schedule, first: date) -> Iterable[date]:
    """Give the days of the rule that lie in a pause; one that ends before the first day takes nothing away."""
    pause = rule.pause
    if pause is None or pause.until is None:
        return ()
    return (day for day in dates(rule._replace(pause=None), first, pause.until) if pause.covers(day))
