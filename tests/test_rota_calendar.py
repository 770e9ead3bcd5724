"""The calendars of turns: what the page says, as calendar programs read it."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from rota_hubs import GREETING, MEETINGS, OPENING, SITE, TEA, built, table_of

CALENDAR = "rota/tuesday-circle.ics"


def events(data: bytes) -> list[Any]:
    found = Calendar.from_ical(data)
    assert found.errors == []
    assert all(event.errors == [] for event in found.events)
    return list(found.events)


def test_a_calendar_says_what_the_page_says(tmp_path: Path) -> None:
    output = built(tmp_path, OPENING, TEA)
    header, *rows = table_of(output["rota/index.html"])
    on_page = {
        (row[0].split(" 6:00")[0].split(", ")[1], f"{role}: {name}")
        for row in rows
        for role, name in zip(header[1:], row[1:], strict=False)
        if name != "Nobody yet" and not name.startswith("Cancelled")
    }
    last = datetime(2027, 1, 13)
    in_calendar = {
        (f"{event.start:%b} {event.start.day}", str(event["SUMMARY"]))
        for event in events(output[CALENDAR])
        if event.start.replace(tzinfo=None) < last
    }
    assert in_calendar == on_page
    assert len(on_page) == 13


def test_each_turn_is_at_the_meetings_time_and_place(tmp_path: Path) -> None:
    by_day = {event.start.date(): event for event in events(built(tmp_path, OPENING)[CALENDAR])}
    usual, moved = by_day[date(2026, 12, 1)], by_day[date(2026, 12, 16)]
    assert (usual.start.isoformat(), usual.end.isoformat()) == (
        "2026-12-01T19:00:00-05:00",
        "2026-12-01T20:15:00-05:00",
    )
    assert (moved.start.isoformat(), moved.end.isoformat()) == (
        "2026-12-16T18:00:00-05:00",
        "2026-12-16T19:15:00-05:00",
    )
    assert usual["LOCATION"] == "Town Hall, North"
    assert by_day[date(2027, 3, 16)].start.isoformat() == "2027-03-16T19:00:00-04:00"
    assert date(2026, 12, 8) not in by_day


def test_a_turn_keeps_its_uid_when_its_date_is_moved_or_swapped(tmp_path: Path) -> None:
    def uids(*roles: str, meetings: str = MEETINGS) -> list[str]:
        return sorted(str(event["UID"]) for event in events(built(tmp_path, *roles, meetings=meetings)[CALENDAR]))

    before = uids(OPENING, TEA)
    assert "tuesday-circle+opening-the-room+20261215@example.org" in before
    assert len(set(before)) == len(before)
    assert uids(TEA, OPENING.replace("person: Zebulon", "person: Annika")) == before
    assert uids(OPENING, TEA, meetings=MEETINGS.replace("moved_to: 2026-12-16, ", "")) == before


def test_a_calendar_holds_half_a_year_and_is_the_same_all_month_long(tmp_path: Path) -> None:
    first = built(tmp_path, OPENING, today="2026-11-02")[CALENDAR]
    assert built(tmp_path, OPENING, today="2026-11-30")[CALENDAR] == first
    december = built(tmp_path, OPENING, today="2026-12-01")[CALENDAR]
    assert december != first
    assert [max(e.start.date() for e in events(data)) for data in (first, december)] == [
        date(2027, 5, 25),
        date(2027, 6, 29),
    ]


def test_each_meeting_has_a_calendar_of_its_own_in_every_language(tmp_path: Path) -> None:
    output = built(tmp_path, OPENING, GREETING)
    paths = {path for path in output if path.endswith(".ics") and "rota/" in path}
    assert paths == {f"{root}rota/{name}.ics" for root in ("", "es/") for name in ("tuesday-circle", "open-table")}
    assert {str(event["SUMMARY"]) for event in events(output["rota/open-table.ics"])} == {
        "Saying hello: Fenella",
        "Saying hello: Grigori",
    }
    assert str(events(output[f"es/{CALENDAR}"])[0]["SUMMARY"]) == "Abrir la sala: Annika"
    assert b'href="webcal://example.org/hub/rota/tuesday-circle.ics"' in output["rota/index.html"]
    assert b'href="../rota/tuesday-circle.ics"' in output["rota/index.html"]


def test_a_discreet_calendar_says_neither_names_nor_roles(tmp_path: Path) -> None:
    output = built(tmp_path, OPENING, TEA, site=f"{SITE}safety: {{discretion: discreet}}\n")
    found = events(output[CALENDAR])
    assert {str(event["SUMMARY"]) for event in found} == {"Appointment"}
    for event in found:
        assert {"DESCRIPTION", "URL", "CATEGORIES"}.isdisjoint(event)
        assert not any(word in str(event["UID"]) for word in ("tuesday", "opening", "tea"))
    assert len({str(event["UID"]) for event in found}) == len(found)


@pytest.mark.parametrize("name", ["DTSTAMP", "LAST-MODIFIED"])
def test_no_clock_stands_in_a_calendar(tmp_path: Path, name: str) -> None:
    stamps = {event[name].dt.isoformat() for event in events(built(tmp_path, OPENING)[CALENDAR])}
    assert stamps == {"2026-11-10T00:00:00+00:00"}
