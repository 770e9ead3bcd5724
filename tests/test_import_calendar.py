"""Calendars: what a rule says, what our fields cannot say, and the single dates on which something is different."""

from pathlib import Path

import pytest

from handrail.importers.ical_lines import Moment, Property, calendar, in_zone, minutes_in, moments
from handrail.importers.ical_rules import Rule, rule_of
from imports.tried import Tried, hub_in, imported

ZONE = "America/New_York"
TUESDAY = "DTSTART;TZID=America/New_York:20260106T190000"


def event(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", "SUMMARY:Circle", "LOCATION:Elm Street Hall", *lines, "END:VEVENT"))


def read(root: Path, *events: str, before: str = "VERSION:2.0") -> Tried:
    return imported(root, "c.ics", "\r\n".join(("BEGIN:VCALENDAR", before, *events, "END:VCALENDAR", "")))


def rule(text: str, start: str = "20260106T190000") -> Rule:
    (first,) = moments(Property("DTSTART", {"TZID": ZONE}, start))
    return rule_of(Property("RRULE", {}, text), in_zone(first, ZONE), ZONE)


@pytest.mark.parametrize(
    ("text", "days", "repeats", "ends"),
    [
        ("FREQ=WEEKLY", ("tuesday",), (), ""),
        ("FREQ=WEEKLY;BYDAY=TU,TH", ("tuesday", "thursday"), (), ""),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", ("tuesday",), ("every 2 weeks",), ""),
        ("FREQ=DAILY;INTERVAL=14", ("tuesday",), ("every 2 weeks",), ""),
        ("FREQ=DAILY;BYDAY=MO,TU", ("monday", "tuesday"), (), ""),
        ("FREQ=MONTHLY;BYDAY=1TU", ("tuesday",), ("first",), ""),
        ("FREQ=MONTHLY;BYDAY=1TU,3TU,-1TU", ("tuesday",), ("first", "third", "last"), ""),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2,4", ("tuesday",), ("second", "fourth"), ""),
        ("FREQ=WEEKLY;UNTIL=20261231T045959Z", ("tuesday",), (), "2026-12-30"),
        ("FREQ=WEEKLY;UNTIL=20261231", ("tuesday",), (), "2026-12-31"),
        ("FREQ=WEEKLY;COUNT=3", ("tuesday",), (), "2026-01-20"),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=3", ("tuesday",), ("every 2 weeks",), "2026-02-03"),
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=2", ("tuesday",), ("second",), "2026-02-10"),
    ],
)
def test_a_rule_is_said_in_our_fields(text: str, days: tuple[str, ...], repeats: tuple[str, ...], ends: str) -> None:
    assert rule(text) == Rule(days, repeats, ends)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU",
        "FREQ=MONTHLY;BYDAY=1TU,3TH",
        "FREQ=MONTHLY;BYDAY=-2TU",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "FREQ=YEARLY",
        "FREQ=WEEKLY;BYMONTH=6,7",
        "FREQ=WEEKLY;INTERVAL=26",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY;INTERVAL=0",
        "nonsense",
    ],
)
def test_a_rule_that_our_fields_cannot_say_makes_a_draft(tmp_path: Path, text: str) -> None:
    tried = read(tmp_path / "hub", event(TUESDAY, f"RRULE:{text}"))
    assert f'draft     when: its rule "{text}" cannot be said in our fields' in tried.report
    assert "    dates: [2026-01-06 19:00]\n    place: elm-street-hall\n    draft: yes\n" in tried.meetings


def test_every_day_is_every_day(tmp_path: Path) -> None:
    tried = read(tmp_path / "hub", event(TUESDAY, "DURATION:PT1H", "RRULE:FREQ=DAILY"))
    days = "monday, tuesday, wednesday, thursday, friday, saturday, sunday"
    assert f"    day: [{days}]\n    time: 19:00\n    end_time: 20:00\n" in tried.meetings


def test_exceptions_become_changes(tmp_path: Path) -> None:
    moved = event(
        "UID:a-b", "RECURRENCE-ID;TZID=America/New_York:20261201T190000", "DTSTART:20261202T180000", "DURATION:PT1H"
    )
    off = event("UID:a-b", "RECURRENCE-ID:20261208T190000", "STATUS:CANCELLED")
    word = event("UID:a-b", "RECURRENCE-ID:20261215T190000", "DESCRIPTION:Bring soup")
    master = event("UID:a-b", TUESDAY, "DURATION:PT90M", "RRULE:FREQ=WEEKLY", "EXDATE:20261222T190000,20261229")
    tried = read(tmp_path / "hub", master, moved, off, word)
    assert (
        "    changes:\n"
        "      - {date: 2026-12-01, moved_to: 2026-12-02, time: 18:00, end_time: 19:00}\n"
        "      - {date: 2026-12-08, cancelled: yes}\n"
        "      - {date: 2026-12-15, note: Bring soup}\n"
        "      - {date: 2026-12-22, cancelled: yes}\n"
        "      - {date: 2026-12-29, cancelled: yes}\n"
    ) in tried.meetings


def test_an_exception_on_another_day_is_told_and_left_out(tmp_path: Path) -> None:
    tried = read(tmp_path / "hub", event(TUESDAY, "RRULE:FREQ=WEEKLY", "EXDATE:20261223"))
    assert "changes" not in tried.meetings
    assert "dropped   changes → 1: would be a mistake: this meeting does not happen on Wednesday" in tried.report


def test_an_exception_without_its_event_is_told(tmp_path: Path) -> None:
    alone = event("UID:x", "RECURRENCE-ID:20261208T190000", "DTSTART:20261208T200000")
    tried = read(tmp_path / "hub", event(TUESDAY, "RRULE:FREQ=WEEKLY"), alone)
    assert "dropped   RECURRENCE-ID: the exception on line 9 belongs to no event: Circle" in tried.report


def test_single_events_are_dates_and_what_is_over_is_told(tmp_path: Path) -> None:
    soon = event("UID:soup", "DTSTART:20261224T180000", "DTEND:20261224T200000", "RDATE:20261225T190000,20261226")
    over = event("UID:past", "DTSTART:20201224T180000")
    ended = event("UID:past2", TUESDAY, "RRULE:FREQ=WEEKLY;UNTIL=20260201")
    tried = read(tmp_path / "hub", soon, over, ended)
    assert "    dates: [2026-12-24 18:00, 2026-12-25 19:00, 2026-12-26 18:00]\n" in tried.meetings
    assert tried.meetings.count("slug:") == 1
    assert "the record: its last date, 2020-12-24, has passed: Circle" in tried.report
    assert "the record: its last date, 2026-02-01, has passed: Circle" in tried.report


@pytest.mark.parametrize(
    ("start", "before", "time", "said"),
    [
        ("DTSTART:20270107T000000Z", "VERSION:2.0", "2027-01-06 19:00", "is given in UTC"),
        ("DTSTART:20270107T000000Z", "X-WR-TIMEZONE:Europe/London", "2027-01-07 00:00", "is given in UTC"),
        ("DTSTART;TZID=Eastern Standard Time:20270106T190000", "VERSION:2.0", "2027-01-06 19:00", "a short name"),
        ('DTSTART;TZID="/x.example/America/Chicago":20270106T190000', "VERSION:2.0", "2027-01-06 19:00", ""),
        ("DTSTART:20270106T190000", "VERSION:2.0", "2027-01-06 19:00", ""),
    ],
)
def test_zones_of_calendars_are_read(tmp_path: Path, start: str, before: str, time: str, said: str) -> None:
    tried = read(tmp_path / "hub", event(start), before=before)
    assert f"    dates: [{time}]\n" in tried.meetings
    assert said in tried.report
    assert ("America/Chicago" in tried.places) == ("Chicago" in start)


def test_a_day_without_a_time_makes_a_draft(tmp_path: Path) -> None:
    tried = read(tmp_path / "hub", event("DTSTART;VALUE=DATE:20270704"))
    assert "  # A draft: it lasts whole days, and nothing says at what time people meet.\n" in tried.meetings


def test_what_is_private_or_cancelled_is_not_shown(tmp_path: Path) -> None:
    private = event("UID:a", TUESDAY, "RRULE:FREQ=WEEKLY", "CLASS:PRIVATE", "ATTENDEE:mailto:robin@example.org")
    tried = read(tmp_path / "hub", private, event("UID:b", TUESDAY, "STATUS:CANCELLED"))
    assert "  # A draft: its calendar marks it as private.\n" in tried.meetings
    assert "robin" not in tried.meetings + tried.report
    assert "dropped   ATTENDEE: it may be private and is not kept (1 record)" in tried.report
    assert "dropped   the record: it is cancelled: Circle" in tried.report


def test_links_are_found_wherever_calendars_put_them(tmp_path: Path) -> None:
    hub_in(tmp_path / "hub")
    plain = "BEGIN:VEVENT\r\nSUMMARY:{}\r\nDTSTART:20270106T190000\r\n{}\r\nEND:VEVENT"
    tried = read(
        tmp_path / "hub",
        plain.format("One", "LOCATION:https://zoom.us/j/1?pwd=EXAMPLE"),
        plain.format("Two", "CONFERENCE;VALUE=URI:https://meet.jit.si/Two"),
        plain.format("Three", "URL:https://teams.microsoft.com/l/3"),
        plain.format("Four", "DESCRIPTION:Join at https://meet.jit.si/Four now\r\nURL:https://example.org/four"),
    )
    assert "{url: https://zoom.us/j/1, passcode: " in tried.meetings
    assert "{url: https://meet.jit.si/Two}" in tried.meetings
    assert "{url: https://teams.microsoft.com/l/3}" in tried.meetings
    assert "{url: https://meet.jit.si/Four}" in tried.meetings
    assert (
        "dropped   URL: leads to a page about it, for which a meeting has no field: https://example.org/four"
        in tried.report
    )


def test_folded_and_escaped_lines_are_read() -> None:
    found = calendar(["BEGIN:VEVENT", "SUMMARY:One\\, two\\;", "  three\\n", 'X;A="b:c";D=e:f', "junk", "END:VEVENT"])
    (one,) = found.events
    assert one.text("SUMMARY") == "One, two; three"
    assert one.first("X") == Property("X", {"A": "b:c", "D": "e"}, "f")
    assert found.unreadable == (5,)


@pytest.mark.parametrize(
    ("text", "minutes"), [("PT1H30M", 90), ("P1D", 1440), ("P1W", 10080), ("-PT1H", None), ("P", None), ("1:30", None)]
)
def test_a_duration_is_read(text: str, minutes: int | None) -> None:
    assert minutes_in(text) == minutes


def test_a_moment_that_does_not_exist_is_left_out() -> None:
    assert moments(Property("EXDATE", {}, "20260230T190000,20260228T190000,x")) == (
        Moment(*moments(Property("EXDATE", {}, "20260228T190000"))[0]),
    )
