"""What calendars say of a meeting (RFC 5545, RFC 7986)."""

from datetime import date, timedelta
from typing import Any

import pytest

from handrail.formats.meetings.ical import events
from meeting_samples import CANCELLED, ELSEWHERE, ZOOM, lines, linked, only, parsed, unfolded, voice

# --- A plain meeting


def test_a_weekly_meeting_is_one_event_with_all_that_one_must_know() -> None:
    expected = """
BEGIN:VEVENT
UID:tuesday-circle@example.org
DTSTART;TZID=America/New_York:20261110T190000
DTEND;TZID=America/New_York:20261110T201500
RRULE:FREQ=WEEKLY;BYDAY=TU;WKST=MO
SUMMARY:Tuesday Circle
STATUS:CONFIRMED
TRANSP:OPAQUE
LOCATION:St Mark's Hall\\, 14 Alder St\\, Millbrook\\, NY 00014\\, US
DESCRIPTION:Bring a cup.\\n\\nUse the side door.\\n\\nhttps://example.org/hub/meetings/tuesday-circle/
GEO:41.785112;-73.69
CATEGORIES:Open to everybody,Good for newcomers
URL:https://example.org/hub/meetings/tuesday-circle/
DTSTAMP:20261110T000000Z
LAST-MODIFIED:20261110T000000Z
SEQUENCE:0
END:VEVENT
"""
    assert "\n".join(lines(linked(notes="Bring a cup."))) == expected.lstrip()


@pytest.mark.parametrize(
    ("times", "rule"),
    [
        ({"day": "every day"}, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;WKST=MO"),
        ({"repeats": "every 2 weeks", "starts": "2026-11-10"}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO"),
        ({"repeats": ["first", "third"]}, "FREQ=MONTHLY;BYDAY=1TU,3TU"),
        ({"day": ["tuesday", "friday"], "repeats": "last"}, "FREQ=MONTHLY;BYDAY=-1TU,-1FR"),
        ({"ends": "2026-12-31"}, "FREQ=WEEKLY;UNTIL=20270101T045959Z;BYDAY=TU;WKST=MO"),
    ],
)
def test_a_rule_is_said_as_rfc_5545_says_it(times: dict[str, Any], rule: str) -> None:
    assert f"RRULE:{rule}" in lines(linked(times))


@pytest.mark.parametrize(
    ("times", "start"),
    [
        ({}, "20261110"),
        ({"verified": "2026-11-11"}, "20261117"),
        ({"verified": None}, "20260106"),
        ({"starts": "2027-02-01"}, "20270202"),
        ({"status": {"paused": "yes", "until": "2027-01-11"}}, "20270112"),
        ({"status": {"paused": "yes", "since": "2026-11-01", "until": "2027-01-11"}}, "20270112"),
        ({"status": {"paused": "yes", "until": "2031-01-11"}}, "20310114"),
    ],
)
def test_a_series_starts_on_its_first_real_date_and_never_on_the_day_of_the_build(
    times: dict[str, Any], start: str
) -> None:
    assert f"DTSTART;TZID=America/New_York:{start}T190000" in lines(linked(times))


def test_an_event_over_midnight_ends_on_the_next_day() -> None:
    event = only(linked(time="23:00", end_time="01:00"))
    assert (event.start.isoformat(), event.end.isoformat()) == (
        "2026-11-10T23:00:00-05:00",
        "2026-11-11T01:00:00-05:00",
    )


def test_an_end_that_nobody_gave_is_not_passed_off_as_known() -> None:
    event = only(linked(end_time=None))
    assert event.end - event.start == timedelta(minutes=60)
    assert "When it ends is not known; one hour is shown." in event["DESCRIPTION"]
    assert "not known" not in only(linked())["DESCRIPTION"]


def test_a_meeting_by_appointment_has_no_event() -> None:
    assert events(voice(), linked(day=None, time=None, end_time=None, by_appointment="yes")) == b""


@pytest.mark.parametrize(
    ("language", "base", "page"),
    [
        ("en", "https://example.org/hub/", "https://example.org/hub/meetings/tuesday-circle/"),
        ("es", "https://example.org/", "https://example.org/es/meetings/tuesday-circle/"),
    ],
)
def test_an_event_leads_to_its_page_in_its_language(language: str, base: str, page: str) -> None:
    assert f"URL:{page}" in unfolded(events(voice(language, base), linked()))


def test_without_an_address_of_the_site_there_is_an_id_and_no_link() -> None:
    data = unfolded(events(voice(base_url=None), linked()))
    assert "UID:tuesday-circle@handrail.invalid\r\n" in data
    assert "http" not in data


# --- Revisions


def test_only_revisions_and_changes_of_dates_raise_the_sequence() -> None:
    assert only(linked(), revision=3).sequence == 3
    assert {event.sequence for event in parsed(linked(changes=[CANCELLED, ELSEWHERE]), revision=3)} == {5}


@pytest.mark.parametrize(
    ("dates", "changed", "stamp"),
    [
        ({}, date(2026, 11, 20), "20261120"),
        ({}, None, "20261110"),
        ({"verified": None, "starts": "2026-03-01"}, None, "20260301"),
        ({"verified": None}, None, "20260101"),
    ],
)
def test_stamps_come_from_the_data_and_not_from_the_clock(
    dates: dict[str, Any], changed: date | None, stamp: str
) -> None:
    found = lines(linked(dates), changed=changed)
    assert {f"DTSTAMP:{stamp}T000000Z", f"LAST-MODIFIED:{stamp}T000000Z"} <= set(found)


def test_an_edit_that_is_dated_does_not_move_the_first_date() -> None:
    assert only(linked(), changed=date(2026, 11, 20)).start == only(linked()).start


def test_the_id_survives_every_edit_but_that_of_the_slug() -> None:
    edits: list[dict[str, Any]] = [
        {"name": "Another"}, {"day": "friday"}, {"time": "08:00"}, {"place": "library"}, {"starts": "2027-01-01"},
        {"timezone": "Europe/London"}, {"status": {"paused": "yes"}}, {"repeats": "last"},
    ]  # fmt: skip
    assert {only(linked(edit))["UID"] for edit in edits} == {"tuesday-circle@example.org"}


def test_the_bytes_are_the_same_on_every_day() -> None:
    rule = {
        "changes": [CANCELLED, ELSEWHERE],
        "dates": ["2026-12-24 18:00"],
        "ends": "2027-06-30",
        "starts": "2026-11-17",
    }
    built = {
        events(voice(today=day), linked(rule, today=day))
        for day in (date(2026, 11, 16), date(2026, 11, 17), date(2026, 12, 22), date(2027, 6, 1))
    }
    assert len(built) == 1


# --- Where


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"place": "annas"}, "Hillside"),
        ({"place": None, "online": {"url": "https://zoom.us/j/5550100"}}, "Zoom"),
        ({"place": None, "online": {"url": "https://meet.example.org/x"}}, "meet.example.org"),
        ({"place": None, "online": {"phone": "+1 202 555 0125"}}, "Online"),
        ({"attendance": "online", "online": {"url": "https://zoom.us/j/5550100"}}, "Zoom"),
        ({"place": {"name": "On the pier", "regions": ["Harbour", "East"]}}, "On the pier, East, Harbour"),
    ],
)
def test_a_place_is_named_as_far_as_it_may_be(fields: dict[str, Any], where: str) -> None:
    event = only(linked(fields))
    assert event["LOCATION"] == where
    assert "GEO" not in event


def test_a_home_is_nowhere_told() -> None:
    data = unfolded(events(voice(), linked(place="annas"))) + unfolded(
        events(voice(), linked(place="annas"), discreet=True)
    )
    for told in ("Anna", "Secret Lane", "00015", "41.79", "Third floor"):
        assert told not in data


def test_ways_to_join_are_conferences_and_stand_in_the_description() -> None:
    found = lines(linked(online=ZOOM))
    assert "CONFERENCE;LABEL=Zoom;VALUE=URI:https://zoom.us/j/5550100" in found
    assert "CONFERENCE;FEATURE=PHONE;LABEL=+1 202 555 0125;VALUE=URI:tel:+12025550125" in found
    description = only(linked(online=ZOOM))["DESCRIPTION"]
    joining = "Zoom: https://zoom.us/j/5550100\nCall +1 202 555 0125\nAsk the group for the passcode."
    assert joining in description


def test_nobody_can_join_a_meeting_in_person_from_elsewhere() -> None:
    data = unfolded(events(voice(), linked(attendance="in-person", online=ZOOM)))
    assert "zoom" not in data.lower()
    assert "CONFERENCE" not in data


def test_types_are_categories_each_escaped_by_itself() -> None:
    meeting = linked(types=["open", "walking"])
    data = unfolded(events(voice(walking="Walking, slowly; outdoors"), meeting))
    assert "CATEGORIES:Open to everybody,Walking\\, slowly\\; outdoors\r\n" in data
