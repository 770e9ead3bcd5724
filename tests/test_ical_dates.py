"""Dates that differ, pauses and ends, as calendars say them (RFC 5545)."""

from datetime import date
from typing import Any

import pytest

from handrail.formats.meetings.ical import events
from meeting_samples import CANCELLED, ELSEWHERE, linked, only, parsed, voice

# --- Dates that differ


def test_a_cancelled_date_stays_and_says_so() -> None:
    series, override = parsed(linked(changes=[CANCELLED]))
    assert override["UID"] == series["UID"]
    assert override["RECURRENCE-ID"].dt == override.start
    assert override.start.isoformat() == "2026-12-22T19:00:00-05:00"
    assert (override["STATUS"], override["SUMMARY"], override["TRANSP"]) == (
        "CANCELLED",
        "Cancelled: Tuesday Circle",
        "TRANSPARENT",
    )
    assert override["DESCRIPTION"].startswith("The hall is closed\n")
    assert "EXDATE" not in series


def test_a_date_at_another_time_and_place_is_an_override_that_says_why() -> None:
    _, override = parsed(linked(changes=[ELSEWHERE]))
    assert override["RECURRENCE-ID"].dt.isoformat() == "2026-12-29T19:00:00-05:00"
    assert (override.start.isoformat(), override.end.isoformat()) == (
        "2026-12-29T17:00:00-05:00",
        "2026-12-29T18:00:00-05:00",
    )
    assert override["LOCATION"] == "Old Library, 3 Market Square, Millbrook, NY, US"
    assert override["DESCRIPTION"].startswith("At another time\n\nAt another place\n\nEarlier, once\n")
    assert "GEO" not in override


def test_a_date_with_a_known_end_says_nothing_of_an_unknown_one() -> None:
    series, override = parsed(linked(end_time=None, changes=[ELSEWHERE]))
    assert ["not known" in event["DESCRIPTION"] for event in (series, override)] == [True, False]


def test_a_date_with_a_note_only_is_an_override_at_the_usual_time() -> None:
    _, override = parsed(linked(changes=[{"date": "2026-12-22", "note": "Bring a candle"}]))
    assert override.start == override["RECURRENCE-ID"].dt
    assert override["DESCRIPTION"].startswith("Bring a candle\n")


def test_a_single_date_on_a_regular_day_takes_its_place() -> None:
    series, override = parsed(linked(dates=["2026-12-22 10:00"]))
    assert override["UID"] == series["UID"]
    assert override["RECURRENCE-ID"].dt.isoformat() == "2026-12-22T19:00:00-05:00"
    assert override.start.isoformat() == "2026-12-22T10:00:00-05:00"


def test_a_single_date_at_the_regular_time_changes_nothing() -> None:
    assert events(voice(), linked(dates=["2026-12-22 19:00"])) == events(voice(), linked())


def test_a_single_date_is_an_event_of_its_own_because_programs_do_not_know_rdate() -> None:
    series, single = parsed(linked(dates=["2026-12-24 18:00"]))
    assert single["UID"] == "tuesday-circle+20261224@example.org"
    assert single.start.isoformat() == "2026-12-24T18:00:00-05:00"
    assert {"RRULE", "RDATE", "RECURRENCE-ID"}.isdisjoint(single)
    assert "RDATE" not in series


def test_single_dates_before_the_first_day_of_a_rule_are_told_and_those_of_long_ago_are_not() -> None:
    dates = {"dates": ["2026-03-05 18:00"]}
    assert len(parsed(linked(dates, starts="2026-06-01"))) == 2
    assert len(parsed(linked(dates))) == 1
    assert len(parsed(linked(dates, day=None, end_time=None))) == 1


def test_a_single_date_can_be_cancelled_too() -> None:
    change = {"date": "2026-12-24", "cancelled": "yes"}
    single = only(linked(dates=["2026-12-24 18:00"], changes=[change], day=None, end_time=None))
    assert (single["STATUS"], single["UID"]) == ("CANCELLED", "tuesday-circle+20261224@example.org")


# --- Pauses and ends


def test_a_pause_with_both_ends_takes_its_dates_out() -> None:
    event = only(linked(status={"paused": "yes", "since": "2026-12-20", "until": "2027-01-06"}))
    days = [excluded.dt.date() for group in event["EXDATE"] for excluded in group.dts]
    assert days == [date(2026, 12, 22), date(2026, 12, 29), date(2027, 1, 5)]
    assert event["STATUS"] == "CONFIRMED"


@pytest.mark.parametrize(
    ("fields", "summary"),
    [
        ({"status": {"paused": "yes", "reason": "The hall is sold"}}, "Paused for now: Tuesday Circle"),
        ({"status": {"paused": "yes", "since": "2026-11-01"}}, "Paused for now: Tuesday Circle"),
        ({"starts": "2026-01-06", "ends": "2026-06-30"}, "This meeting has ended: Tuesday Circle"),
        ({"ends": "2026-06-30", "verified": "2026-07-07"}, "This meeting has ended: Tuesday Circle"),
    ],
)
def test_a_meeting_that_is_over_or_paused_for_nobody_knows_how_long_is_cancelled(
    fields: dict[str, Any], summary: str
) -> None:
    event = only(linked(fields))
    assert (event["STATUS"], event["SUMMARY"], "RRULE" in event) == ("CANCELLED", summary, True)


def test_the_reason_of_a_pause_is_told() -> None:
    event = only(linked(status={"paused": "yes", "reason": "The hall is sold"}))
    assert event["DESCRIPTION"].startswith("The hall is sold\n")


def test_a_pause_to_come_without_an_end_ends_the_series_and_cancels_nothing_before_it() -> None:
    event = only(linked(status={"paused": "yes", "since": "2026-12-24"}))
    assert (event["STATUS"], event["RRULE"]["UNTIL"][0].isoformat()) == ("CONFIRMED", "2026-12-24T04:59:59+00:00")
