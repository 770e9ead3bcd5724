"""Calendars against the recurrence engine: what other programs make of them is what the pages say.

The judges are icalendar, recurring_ical_events and dateutil, which read calendars for a living.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

import pytest
import recurring_ical_events  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone

from handrail.formats.meetings.ical import calendar, events, timezone
from handrail.meetings import LinkedMeeting, State
from handrail.recurrence import dates, occasions
from handrail.zones import clock_in, is_skipped, moment, moments, zone
from meeting_samples import linked, parsed, voice

NEW_YORK, LONDON, LORD_HOWE, KATHMANDU = ZONES = (
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",  # in the south, and by half an hour
    "Asia/Kathmandu",  # never
)
ODD_ZONES = (
    "Africa/Cairo",  # on a Friday after a Thursday
    "Africa/Casablanca",  # by the moon
    "America/Nuuk",  # at another distance since 2023, and on a Saturday
    "America/Santiago",  # on the first Sunday after the first of the month
    "America/Sao_Paulo",  # no more
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Europe/Dublin",  # where winter is the exception
    "Pacific/Apia",
)
TWO_YEARS = timedelta(days=731)
DAY = timedelta(days=1)


class Span(NamedTuple):
    """A start and an end, in UTC."""

    start: datetime
    end: datetime


def expected(meeting: LinkedMeeting, first: date) -> list[Span]:
    """Give what takes place in two years from a day on, as the engine has it."""
    found = occasions(meeting.schedule, first, first + TWO_YEARS - DAY)
    return sorted(Span(*moments(o.start, o.minutes, meeting.zone)) for o in found if not o.is_cancelled)


def judged(data: bytes, name: str, first: date) -> list[Span]:
    """Give what takes place in two years from a day on, as a calendar program has it."""
    begin, end = (moment(datetime.combine(day, time()), name) for day in (first, first + TWO_YEARS))
    found = recurring_ical_events.of(Calendar.from_ical(data)).between(begin, end)
    spans = [_span(event.start, event.end) for event in found if event["STATUS"] != "CANCELLED"]
    return sorted(span for span in spans if begin <= span.start < end)


def _span(start: datetime, end: datetime) -> Span:
    """Give the moments of a date. The judge adds lengths on the clock; it is exact by RFC 5545, 3.8.5.3.

    That shows where the clocks jump over the start: by them, the end can then lie before it.
    """
    begins, ends = start.astimezone(UTC), end.astimezone(UTC)
    return Span(begins, ends if ends > begins else begins + (end.replace(tzinfo=None) - start.replace(tzinfo=None)))


def published(meeting: LinkedMeeting) -> bytes:
    return calendar("Test", None, [meeting.zone], [events(voice(), meeting)])


def assert_agreed(meeting: LinkedMeeting, first: date) -> list[Span]:
    found = judged(published(meeting), meeting.zone, first)
    assert found == expected(meeting, first)
    return found


# --- Any schedule

SOME_DAY = st.dates(date(2026, 1, 1), date(2028, 12, 31))
CLOCK = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30]))
REPEATS = st.sampled_from(["weekly", "weekly", "every 2 weeks", "every 3 weeks", "first", "last"]) | st.lists(
    st.sampled_from(["first", "second", "third", "fourth", "fifth", "last"]), min_size=1, max_size=3, unique=True
)


@st.composite
def pauses(draw: st.DrawFn) -> dict[str, Any]:
    """Give a pause with both ends, with one to come, or none."""
    since, length = draw(st.none() | SOME_DAY), draw(st.none() | st.integers(1, 200))
    if since is None and length is None:
        return {}
    until = (since or draw(SOME_DAY)) + timedelta(days=length) if length else None
    return {"status": {"paused": True, "since": since, "until": until}}


@st.composite
def schedules(draw: st.DrawFn) -> dict[str, Any]:
    """Give the times of a meeting: a rule or none, single dates, a pause, and changes of days that it really has."""
    times: dict[str, Any] = {"time": draw(CLOCK), "minutes": draw(st.integers(2, 960)), **draw(pauses())}
    singles = draw(
        st.lists(st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)), max_size=3, unique_by=datetime.date)
    )
    times["dates"] = [when.replace(second=0, microsecond=0) for when in singles]
    if draw(st.integers(0, 9)) or not singles:
        times |= {"day": sorted(draw(st.sets(st.integers(0, 6), min_size=1, max_size=4))), "repeats": draw(REPEATS)}
        starts = draw(st.none() | SOME_DAY)
        times |= {"starts": starts, "ends": draw(st.none() | st.dates(starts or date(2026, 1, 1), date(2029, 12, 31)))}
    else:
        times["day"] = None
    return {**times, "changes": draw(changes(times))}


@st.composite
def changes(draw: st.DrawFn, times: dict[str, Any]) -> list[dict[str, Any]]:
    plain = linked(times, end_time=None).schedule
    days = list(dates(plain, date(2026, 1, 1), date(2028, 6, 1)))
    chosen = draw(st.lists(st.sampled_from(days), max_size=4, unique=True)) if days else []
    return [{"date": day, **draw(CHANGE)(day)} for day in chosen]


def _moved(days: int) -> Any:
    return lambda day: {"moved_to": day + timedelta(days=days)}


CHANGE = st.sampled_from(
    [
        lambda _: {"cancelled": True},
        lambda _: {"time": time(17, 0), "end_time": time(18, 30)},
        lambda _: {"end_time": time(23, 59)},
        lambda _: {"place": "library"},
        lambda _: {"note": "Bring a cup"},
        _moved(1),
        _moved(-3),
        _moved(40),
    ]
)


@given(times=schedules(), name=st.sampled_from(ZONES), verified=st.none() | SOME_DAY)
def test_every_schedule_is_the_same_in_calendars_and_on_pages(times: Any, name: str, verified: date | None) -> None:
    meeting = linked(times, end_time=None, timezone=name, verified=verified, today=date(2025, 12, 31))
    begin = meeting.record.starts or verified or date(2026, 1, 1)
    pause = meeting.schedule.pause
    is_off = meeting.state is State.OVER or (pause and pause.until is None and meeting.state is State.PAUSED)
    if is_off:
        assert judged(published(meeting), name, begin) == []
    else:
        assert_agreed(meeting, begin)


# --- What the random schedules seldom meet, by hand


@pytest.mark.parametrize("name", ZONES)
def test_a_weekly_meeting_stays_at_its_time_when_the_clocks_change(name: str) -> None:
    found = assert_agreed(linked(timezone=name), date(2026, 11, 10))
    assert len(found) == 105
    assert {clock_in(span.start, name).time() for span in found} == {time(19)}
    offsets = 1 if name == KATHMANDU else 2
    assert len({span.start.time() for span in found}) == offsets


@pytest.mark.parametrize("name", ZONES)
def test_programs_that_know_no_zones_find_the_times_in_the_calendar_itself(name: str) -> None:
    meeting = linked(timezone=name, day=["tuesday", "sunday"])
    data = published(meeting).replace(name.encode(), f"Not/{name}".encode())
    assert judged(data, name, date(2026, 11, 10)) == expected(meeting, date(2026, 11, 10))


@pytest.mark.parametrize(
    ("name", "day", "at", "minutes", "lengths"),
    [
        (NEW_YORK, "sunday", "00:30", 120, {120, 180}),  # until 02:30, which is there twice, or is 03:30
        (NEW_YORK, "saturday", "23:30", 240, {180, 240, 300}),  # over midnight, then through that hour
        (LONDON, "sunday", "00:45", 90, {30, 90, 150}),
        (LORD_HOWE, "sunday", "01:45", 60, {30, 60, 90}),  # half an hour
        (LORD_HOWE, "sunday", "00:00", 1440, {1410, 1440, 1470}),
    ],
)
def test_a_meeting_through_the_night_of_a_change_ends_by_the_clock(
    name: str, day: str, at: str, minutes: int, lengths: set[int]
) -> None:
    meeting = linked(timezone=name, day=day, time=at, end_time=None, minutes=minutes)
    found = assert_agreed(meeting, date(2026, 11, 10))
    assert {(span.end - span.start) // timedelta(minutes=1) for span in found} == lengths


def test_the_week_wraps_from_sunday_night_to_monday() -> None:
    meeting = linked(day="sunday", time="23:30", end_time="00:30", verified="2026-11-15")
    assert assert_agreed(meeting, date(2026, 11, 15))[0] == Span(
        datetime(2026, 11, 16, 4, 30, tzinfo=UTC), datetime(2026, 11, 16, 5, 30, tzinfo=UTC)
    )


def test_every_second_week_counts_from_the_first_meeting_for_followers_too() -> None:
    rule = {"day": ["monday", "thursday"], "repeats": "every 2 weeks", "starts": "2027-01-06"}  # a Wednesday
    found = assert_agreed(linked(rule), date(2027, 1, 6))
    days = [clock_in(span.start, NEW_YORK).date().isoformat() for span in found[:4]]
    assert days == ["2027-01-07", "2027-01-18", "2027-01-21", "2027-02-01"]


def test_the_last_day_of_a_meeting_counts_in_every_zone() -> None:
    for name in (*ZONES, "Pacific/Kiritimati", "Pacific/Pago_Pago", "Etc/UTC"):
        rule = {"day": "every day", "time": "23:45", "end_time": "00:15", "ends": "2026-12-31", "timezone": name}
        found = assert_agreed(linked(rule), date(2026, 11, 10))
        assert clock_in(found[-1].start, name).date() == date(2026, 12, 31)


def test_a_time_that_the_clocks_jump_over_is_the_moment_that_rfc_5545_names() -> None:
    """Of 02:30 on 2027-03-14, when 02:00 is followed by 03:00 (RFC 5545, 3.3.5)."""
    meeting = linked(day="sunday", time="02:30", end_time="03:15")
    assert is_skipped(datetime(2027, 3, 14, 2, 30), NEW_YORK)
    night = Span(datetime(2027, 3, 14, 7, 30, tzinfo=UTC), datetime(2027, 3, 14, 8, 15, tzinfo=UTC))
    assert night in assert_agreed(meeting, date(2026, 11, 10))


def test_a_date_moved_into_the_hour_that_is_jumped_over_is_told_as_the_clock_shows_it() -> None:
    """From 02:30 to 03:15 would be 03:30 to 03:15: an end before its start."""
    change = {"date": "2027-03-14", "time": "02:30", "end_time": "03:15"}
    meeting = linked(day="sunday", changes=[change])
    assert_agreed(meeting, date(2026, 11, 10))
    _, override = parsed(meeting)
    assert [when.isoformat() for when in (override.start, override.end)] == [
        "2027-03-14T03:30:00-04:00",
        "2027-03-14T04:15:00-04:00",
    ]


def test_a_series_that_would_start_in_such_a_night_starts_a_week_later_and_the_night_stands_alone() -> None:
    meeting = linked(day="sunday", time="01:30", end_time="03:00", starts="2027-03-14")
    assert_agreed(meeting, date(2027, 3, 14))
    first, night = parsed(meeting)
    assert (first.start.date(), "RRULE" in first) == (date(2027, 3, 21), True)
    assert (night.start.date(), "RRULE" in night) == (date(2027, 3, 14), False)


# --- The zones themselves


def own_zone(name: str) -> Any:
    component: Any = Timezone.from_ical(timezone(name).replace(b"TZID:" + name.encode(), b"TZID:Not/Known"))
    return component.to_tz(lookup_tzid=False)


def hours_near_changes(name: str) -> Iterator[datetime]:
    """Give times by the clock, before and after every change of it from 2020 to 2040."""
    at = datetime(2020, 1, 1, tzinfo=UTC)
    while at.year <= 2040:
        if (at + DAY).astimezone(zone(name)).utcoffset() != at.astimezone(zone(name)).utcoffset():
            yield from (clock_in(at + timedelta(hours=hour), name) for hour in range(-6, 30))
        at += DAY
    yield from (datetime(year, month, 1, 12) for year in range(2020, 2041) for month in range(1, 13))


def is_shown_once(local: datetime, name: str) -> bool:
    return len({local.replace(tzinfo=zone(name), fold=fold).utcoffset() for fold in (0, 1)}) == 1


@pytest.mark.parametrize("name", [*ZONES, *ODD_ZONES])
def test_a_zone_in_a_calendar_is_the_zone_of_the_tz_database(name: str) -> None:
    judge = own_zone(name)
    hours = [local for local in hours_near_changes(name) if is_shown_once(local, name)]
    wrong = [h for h in hours if h.replace(tzinfo=judge).utcoffset() != h.replace(tzinfo=zone(name)).utcoffset()]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "rules"),
    [(NEW_YORK, 2), (LONDON, 2), (LORD_HOWE, 2), ("America/Santiago", 2), (KATHMANDU, 0), ("Asia/Gaza", 0)],
)
def test_a_zone_is_told_by_rules_as_long_as_it_has_any(name: str, rules: int) -> None:
    assert timezone(name).count(b"RRULE:") == rules
    assert len(timezone(name)) < 1100


def test_a_change_of_the_clocks_is_told_by_the_clock_that_is_changed() -> None:
    """RFC 5545, 3.6.5: DTSTART is a time at TZOFFSETFROM, so 02:00 and not 03:00."""
    assert b"DTSTART:20190310T020000\r\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\n" in timezone(NEW_YORK)


@pytest.mark.parametrize("name", ["Etc/UTC", "Etc/Zulu"])
def test_utc_needs_no_zone(name: str) -> None:
    assert timezone(name) == b""
    data = published(linked(timezone=name))
    assert b"TZID" not in data
    assert b"DTSTART:20261110T190000Z" in data


def test_a_zone_that_is_at_utc_only_these_days_keeps_its_name() -> None:
    data = published(linked(timezone="Atlantic/Reykjavik"))
    assert b"TZID:Atlantic/Reykjavik" in data
    assert b"DTSTART;TZID=Atlantic/Reykjavik:20261110T190000" in data
