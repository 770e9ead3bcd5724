"""Times, days, lengths, dates and zones as real feeds have them."""

from pathlib import Path

import pytest

from handrail.importers.cleaning.time_zones import zone_of
from handrail.importers.cleaning.times import clock, date_of, days_of, end_of
from handrail.importers.losses import Account
from imports.tried import imported, records

EVERY_DAY = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def said(account: Account) -> list[tuple[str, str]]:
    return [(str(loss.what), loss.value) for loss in account.losses]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("19:00", "19:00"),
        ("7:00 PM", "19:00"),
        ("7 pm", "19:00"),
        ("7pm", "19:00"),
        ("7:15 p.m.", "19:15"),
        ("12:00 AM", "00:00"),
        ("12:30 PM", "12:30"),
        ("noon", "12:00"),
        ("Midnight", "00:00"),
        ("19:00:00", "19:00"),
        ("1930", "19:30"),
        ("930", "09:30"),
        ("19.30", "19:30"),
        ("19h30", "19:30"),
        ("24:00", "00:00"),
        ("19:00 PM", "19:00"),
    ],
)
def test_a_time_is_read_however_it_is_written(written: str, read: str) -> None:
    assert clock(written) == read


@pytest.mark.parametrize("written", ["TBA", "", "7", "25:00", "7:75", "half past six", "2026-01-01", "-1:00"])
def test_what_is_no_time_is_not_guessed_at(written: str) -> None:
    assert clock(written) is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1", ("monday",)),
        ("0", ("sunday",)),
        ("7", ("sunday",)),
        ("6.0", ("saturday",)),
        ("Mondays", ("monday",)),
        ("thursday", ("thursday",)),
        ("Weds.", ("wednesday",)),
        ("Miércoles", ("wednesday",)),
        ("dimanche", ("sunday",)),
        ("火曜日", ("tuesday",)),
        ("lördag", ("saturday",)),
        ("Mon, Wed & Fri", ("monday", "wednesday", "friday")),
        ("Mon-Wed", ("monday", "tuesday", "wednesday")),
        ("Sat to Mon", ("monday", "saturday", "sunday")),
        ("daily", EVERY_DAY),
        ("weekdays", EVERY_DAY[:5]),
    ],
)
def test_a_day_is_read_however_it_is_written(written: str, read: tuple[str, ...]) -> None:
    assert days_of((written,), Account()) == read


@pytest.mark.parametrize("written", ["8", "Someday", "-1", "Mon, Blursday"])
def test_what_is_no_day_is_shown_to_people(written: str) -> None:
    account = Account()
    assert days_of((written,), account) == ()
    assert said(account) == [("look", written)]


@pytest.mark.parametrize(
    ("start", "end", "read", "told"),
    [
        ("19:00", "20:15", "20:15", []),
        ("23:30", "00:30", "00:30", []),
        ("22:00", "02:00", "02:00", []),
        ("19:15", "08:15", "20:15", [("guessed", "08:15 → 20:15")]),
        ("12:15", "01:15", "13:15", [("guessed", "01:15 → 13:15")]),
        ("19:00", "19:00", None, [("dropped", "19:00")]),
        ("19:00", "02:00", None, [("dropped", "02:00")]),
        ("08:00", "12:00", "12:00", []),
        ("08:00", "15:00", "15:00", [("look", "08:00 to 15:00")]),
        ("19:00", "late", None, [("dropped", "late")]),
    ],
)
def test_an_end_that_cannot_be_meant_is_guessed_or_left_out(
    start: str, end: str, read: str | None, told: list[tuple[str, str]]
) -> None:
    account = Account()
    assert end_of(start, end, "", account) == read
    assert said(account) == told


@pytest.mark.parametrize(
    ("duration", "read"),
    [("01:30:00", "20:30"), ("90", "20:30"), ("07:00:00", None), ("12:00:00", None), ("00:00:00", None), ("x", None)],
)
def test_a_length_becomes_an_end(duration: str, read: str | None) -> None:
    account = Account()
    assert end_of("19:00", "", duration, account) == read
    assert bool(account.losses) == (read is None)


@pytest.mark.parametrize(
    ("written", "read", "what"),
    [
        ("2026-04-04", "2026-04-04", ""),
        ("2020-04-0416:50:58", "2020-04-04", ""),
        ("2026-04-12 09:15:00", "2026-04-12", ""),
        ("4/12/2026", "2026-04-12", "guessed"),
        ("21/3/2026", "2026-03-21", "repaired"),
        ("4/4/26", "2026-04-04", "repaired"),
        ("2026-02-30", None, ""),
        ("soon", None, ""),
    ],
)
def test_a_date_that_could_be_another_one_is_a_guess(written: str, read: str | None, what: str) -> None:
    account = Account()
    assert date_of(written, "last_contact", account) == read
    assert [str(loss.what) for loss in account.losses] == ([what] if what else [])


@pytest.mark.parametrize(
    ("written", "read", "what"),
    [
        ("America/New_York", "America/New_York", ""),
        ("america/new york", "America/New_York", "repaired"),
        ("UTC", "Etc/UTC", "repaired"),
        ("ET", "America/New_York", "guessed"),
        ("Eastern", "America/New_York", "guessed"),
        ("EST", "America/New_York", "guessed"),
        ("Pacific Standard Time", "America/Los_Angeles", "guessed"),
        ("Central Time (US & Canada)", "America/Chicago", "guessed"),
        ("London", "Europe/London", "guessed"),
        ("Mars/Olympus", None, "dropped"),
    ],
)
def test_a_zone_that_is_no_name_is_a_guess(written: str, read: str | None, what: str) -> None:
    account = Account()
    assert zone_of(written, account) == read
    assert [str(loss.what) for loss in account.losses] == ([what] if what else [])


def test_start_and_end_in_one_cell_are_parted(tmp_path: Path) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"time": "7:00 - 8:30 PM"}))
    assert "    time: 19:00\n    end_time: 20:30\n" in tried.meetings
    assert "repaired  time: holds start and end, which stand apart now: 7:00 - 8:30 PM" in tried.report


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"time": "TBA"}, 'the time "TBA" cannot be read and its day is tuesday'),
        ({"time": ""}, "it has no time and its day is tuesday"),
        ({"day": "Someday"}, 'the day "Someday" cannot be read and its time is 19:00'),
        ({"day": None}, "it has no day and its time is 19:00"),
        ({"day": "Someday", "time": "?"}, 'the day "Someday" cannot be read and the time "?" cannot be read'),
    ],
)
def test_a_meeting_without_day_or_time_is_kept_as_a_draft(
    tmp_path: Path, fields: dict[str, object], reason: str
) -> None:
    tried = imported(tmp_path / "hub", "a.json", records(fields))
    assert f"  # A draft: {reason}.\n  - name: Circle\n" in tried.meetings
    assert "    by_appointment: yes\n    place: elm-street-hall\n    draft: yes\n" in tried.meetings
    assert f"draft     when: {reason}" in tried.report


def test_a_meeting_without_both_is_by_appointment_and_no_draft(tmp_path: Path) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"day": None, "time": None}))
    assert "    by_appointment: yes\n" in tried.meetings
    assert "draft" not in tried.meetings


def test_a_list_of_days_stays_one_meeting(tmp_path: Path) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"day": [0, "3", "Friday", 1.0]}))
    assert "    day: [monday, wednesday, friday, sunday]\n" in tried.meetings


def test_records_that_differ_in_their_day_only_are_one_meeting(tmp_path: Path) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"day": 1}, {"day": 3}, {"day": 4, "time": "20:00"}))
    assert tried.meetings.count("- name: Circle") == 2
    assert "    day: [monday, wednesday]\n    time: 19:00\n" in tried.meetings
    assert "repaired  the record: is the same as record 1 on another day and is joined with it" in tried.report


def test_the_zone_of_the_place_is_taken_before_that_of_the_site(tmp_path: Path) -> None:
    there = {"location": "Old Mill", "formatted_address": "3 Mill Lane, Exampletown, UK"}
    first = {**there, "slug": "a", "timezone": "Europe/London"}
    tried = imported(tmp_path / "hub", "a.json", records(first, {**there, "slug": "b", "timezone": ""}))
    assert "timezone" not in tried.meetings
    assert "    timezone: Europe/London\n" in tried.places
    assert "guessed   timezone: is not given; that of the place or the site, America/New_York, is taken" in tried.report


def test_a_meeting_in_another_zone_than_its_place_says_so(tmp_path: Path) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({}, {"slug": "b", "timezone": "Europe/London"}))
    assert "    timezone: Europe/London\n" in tried.meetings
    assert "timezone" not in tried.places


def test_only_the_day_of_the_last_contact_counts_as_confirmed(tmp_path: Path) -> None:
    tried = imported(
        tmp_path / "hub",
        "a.json",
        records(
            {"last_contact": "2026-10-01", "updated": "2026-11-01 10:00:00"},
            {"slug": "b", "last_contact": "2027-01-01"},
        ),
    )
    assert tried.meetings.count("verified: 2026-10-01") == 1
    assert tried.meetings.count("verified") == 1
    assert "dropped   last_contact: is no day on which somebody can have confirmed it: 2027-01-01" in tried.report
    assert "dropped   updated: Handrail keeps when a meeting was confirmed instead (1 record)" in tried.report
