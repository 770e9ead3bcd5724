"""The recurrence engine against dateutil, which knows the rules of RFC 5545, and against what is easily seen."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from handrail.recurrence import (
    Change,
    Occasion,
    Pause,
    Schedule,
    dates,
    first_date,
    happens,
    occasions,
    upcoming,
)
from handrail.zones import clock_in, is_skipped, moment, moments, zone_names
from meeting_rules import ORDINALS, SOME_DAY, WEEKDAYS

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
DAY = timedelta(days=1)
RULES = st.tuples(WEEKDAYS, st.integers(1, 6), SOME_DAY, st.none() | SOME_DAY).map(
    lambda parts: Schedule(days=parts[0], every=parts[1], starts=parts[2], ends=parts[3])
) | st.tuples(WEEKDAYS, ORDINALS, SOME_DAY, st.none() | SOME_DAY).map(
    lambda parts: Schedule(days=parts[0], ordinals=parts[1], starts=parts[2], ends=parts[3])
)


def as_dateutil(rule: Schedule) -> rrule.rrule:
    """Say a rule in the words of RFC 5545; its first day is the first that the rule itself gives."""
    assert rule.starts is not None
    first = first_date(rule)
    start = datetime.combine(first or rule.starts, time())
    until = datetime.combine(rule.ends, time()) if rule.ends else None
    if rule.ordinals:
        days = [rrule.weekdays[day](n) for day in rule.days for n in rule.ordinals]
        return rrule.rrule(rrule.MONTHLY, dtstart=start, byweekday=days, until=until)
    return rrule.rrule(
        rrule.WEEKLY, dtstart=start, interval=rule.every, byweekday=rule.days, wkst=rrule.MO, until=until
    )


@given(rule=RULES, first=SOME_DAY, days=st.integers(0, 800))
def test_a_rule_gives_the_days_that_dateutil_gives(rule: Schedule, first: date, days: int) -> None:
    last = first + timedelta(days=days)
    judge = as_dateutil(rule).between(datetime.combine(first, time()), datetime.combine(last, time()), inc=True)
    assert list(dates(rule, first, last)) == [found.date() for found in judge]


@given(rule=RULES, when=SOME_DAY)
def test_the_next_occasions_are_the_first_of_all_that_follow(rule: Schedule, when: date) -> None:
    now = datetime.combine(when, time(12))
    last = max(when, rule.starts or when) + timedelta(days=366 * 2)
    expected = [o for o in occasions(rule, when - DAY, last) if o.end > now]
    assert upcoming(rule, now, 3)[: len(expected)] == tuple(expected[:3])


@given(rule=RULES, day=SOME_DAY)
def test_a_rule_happens_on_exactly_the_days_it_gives(rule: Schedule, day: date) -> None:
    assert happens(rule, day) == (day in set(dates(rule, day - 40 * DAY, day + 40 * DAY)))


def test_every_second_week_counts_from_the_first_meeting_not_from_the_monday_before() -> None:
    rule = Schedule(days=(TUESDAY,), every=2, starts=date(2026, 1, 7))  # a Wednesday
    assert list(dates(rule, date(2026, 1, 1), date(2026, 2, 12))) == [
        date(2026, 1, 13),
        date(2026, 1, 27),
        date(2026, 2, 10),
    ]


def test_a_fifth_sunday_is_left_out_in_months_that_have_four() -> None:
    rule = Schedule(days=(SUNDAY,), ordinals=(5,))
    assert list(dates(rule, date(2026, 1, 1), date(2026, 6, 30))) == [date(2026, 3, 29), date(2026, 5, 31)]


def weekly(**values: Any) -> Schedule:
    return Schedule(days=(TUESDAY,), at=time(19), minutes=75)._replace(**values)


def starts(found: tuple[Occasion, ...]) -> list[str]:
    return [f"{o.start:%Y-%m-%d %H:%M}{' cancelled' if o.is_cancelled else ''}" for o in found]


NOON = datetime(2026, 12, 20, 12)


def test_a_cancelled_date_is_named_and_not_left_out() -> None:
    rule = weekly(changes={date(2026, 12, 22): Change(0, is_cancelled=True)})
    assert starts(upcoming(rule, NOON, 2)) == ["2026-12-22 19:00 cancelled", "2026-12-29 19:00"]


def test_a_moved_date_stands_where_it_went() -> None:
    change = Change(0, start=datetime(2026, 12, 23, 17), minutes=60)
    found = upcoming(weekly(changes={date(2026, 12, 22): change}), NOON, 2)
    assert starts(found) == ["2026-12-23 17:00", "2026-12-29 19:00"]
    assert (found[0].date, found[0].is_moved, found[0].end) == (date(2026, 12, 22), True, datetime(2026, 12, 23, 18))


def test_a_date_moved_by_months_is_found_where_it_went() -> None:
    rule = weekly(ends=date(2026, 12, 22), changes={date(2026, 12, 22): Change(0, start=datetime(2027, 6, 1, 9))})
    assert starts(upcoming(rule, NOON, 5)) == ["2027-06-01 09:00"]


def test_a_single_occasion_takes_the_place_of_the_regular_one_on_its_day() -> None:
    rule = weekly(dates=(datetime(2026, 12, 22, 10), datetime(2026, 12, 24, 18)))
    assert starts(upcoming(rule, NOON, 3)) == ["2026-12-22 10:00", "2026-12-24 18:00", "2026-12-29 19:00"]


def test_a_meeting_of_single_occasions_ends_with_the_last() -> None:
    rule = Schedule(dates=(datetime(2026, 12, 24, 18), datetime(2030, 1, 1, 18)))
    assert starts(upcoming(rule, NOON, 5)) == ["2026-12-24 18:00", "2030-01-01 18:00"]


@pytest.mark.parametrize(
    ("pause", "first"),
    [
        (Pause(until=date(2027, 1, 12)), ["2027-01-12 19:00"]),
        (Pause(since=date(2026, 12, 23), until=date(2027, 1, 6)), ["2026-12-22 19:00"]),
        (Pause(since=date(2026, 12, 22)), []),
        (Pause(), []),
    ],
)
def test_a_paused_meeting_happens_again_on_the_day_its_pause_ends(pause: Pause, first: list[str]) -> None:
    assert starts(upcoming(weekly(pause=pause), NOON, 1)) == first


def test_a_meeting_that_is_going_on_is_still_to_come_over_midnight_too() -> None:
    night = weekly(at=time(23, 30), minutes=90)
    assert starts(upcoming(night, datetime(2026, 12, 23, 0, 59), 1)) == ["2026-12-22 23:30"]
    assert starts(upcoming(night, datetime(2026, 12, 23, 1, 0), 1)) == ["2026-12-29 23:30"]


def test_a_meeting_that_starts_years_from_now_is_found() -> None:
    rule = weekly(starts=date(2039, 5, 1))
    assert starts(upcoming(rule, NOON, 1)) == ["2039-05-03 19:00"]


@pytest.mark.parametrize(
    ("local", "name", "utc"),
    [
        ("2026-03-08 01:59", "America/New_York", "06:59"),
        ("2026-03-08 02:30", "America/New_York", "07:30"),  # skipped: as if the clocks had not been changed yet
        ("2026-03-08 03:00", "America/New_York", "07:00"),
        ("2026-11-01 01:30", "America/New_York", "05:30"),  # twice: the first
        ("2026-11-01 02:00", "America/New_York", "07:00"),
        ("2026-03-29 01:30", "Europe/London", "01:30"),
        ("2026-10-25 01:30", "Europe/London", "00:30"),
        ("2026-04-05 02:45", "Australia/Lord_Howe", "16:15"),
        ("2026-07-01 19:00", "Asia/Kathmandu", "13:15"),
    ],
)
def test_a_local_time_is_the_moment_that_rfc_5545_says(local: str, name: str, utc: str) -> None:
    assert f"{moment(datetime.fromisoformat(local), name):%H:%M}" == utc


def test_only_the_hour_the_clocks_jump_over_is_skipped() -> None:
    skipped = [hour for hour in range(24) if is_skipped(datetime(2026, 3, 8, hour, 30), "America/New_York")]
    assert skipped == [2]


@given(
    start=st.datetimes(datetime(2020, 1, 1), datetime(2036, 1, 1)).map(lambda d: d.replace(second=0, microsecond=0)),
    minutes=st.integers(1, 240),
    name=st.sampled_from(
        ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu"]
    ),
)
def test_every_meeting_ends_after_it_started(start: datetime, minutes: int, name: str) -> None:
    begin, end = moments(start, minutes, name)
    assert begin < end
    assert begin.tzinfo is UTC
    if not is_skipped(start + timedelta(minutes=minutes), name) and end - begin != timedelta(minutes=minutes):
        assert clock_in(end, name) == start + timedelta(minutes=minutes)


def test_zones_come_with_handrail_and_not_with_the_machine() -> None:
    assert {"America/New_York", "Europe/London", "Asia/Kathmandu", "Etc/UTC"} <= zone_names()
