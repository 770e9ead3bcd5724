"""What other systems read of an export: all meetings, and none at a time when its door may be locked."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from exports import exported
from handrail import exporters
from handrail.checks.meeting_feed import hazards_in
from handrail.exporters.spec_labels import LABELS
from handrail.importers import google_sheet, meeting_list_csv
from handrail.importers.opening import open_bytes
from handrail.importers.raw import Material
from handrail.meeting_types import LANGUAGE_CODES, PLACE_CLOSED, TYPES
from hubs import run
from imports.tried import hub_in

ALWAYS = "place: {name: Hall, address: {street: 1 Elm Street, city: Millbrook, state: NY, country: US}}"
ZOOM = "online: {url: https://zoom.us/j/5550100, phone: +1 202 555 0125}"
WEEKLY = "day: monday, time: 19:00, minutes: 60"
MEETINGS = f"""meetings:
  - {{name: A, slug: weekly, {WEEKLY}, {ALWAYS}, {ZOOM}, types: [open, wheelchair], verified: 2026-11-10}}
  - {{name: B, slug: two-days, day: [monday, friday], time: 23:30, end_time: 01:00, {ALWAYS}}}
  - {{name: C, slug: fortnight, {WEEKLY}, repeats: every 2 weeks, starts: 2026-11-09, {ALWAYS}}}
  - {{name: D, slug: monthly, {WEEKLY}, repeats: [first, last], {ALWAYS},
      changes: [{{date: 2026-12-07, cancelled: yes}}]}}
  - {{name: E, slug: single, dates: [2026-12-24 18:00, 2027-01-06 18:00], minutes: 90, {ALWAYS}}}
  - {{name: F, slug: ahead, {WEEKLY}, starts: 2027-05-01, {ALWAYS}}}
  - {{name: G, slug: paused, {WEEKLY}, {ALWAYS}, {ZOOM}, status: {{paused: yes, reason: Painters}}}}
  - {{name: H, slug: over, {WEEKLY}, starts: 2026-01-01, ends: 2026-03-01, {ALWAYS}, {ZOOM}}}
  - {{name: I, slug: draft, {WEEKLY}, {ALWAYS}, {ZOOM}, notes: Not sure, draft: yes}}
  - {{name: J, slug: asked, by_appointment: yes, {ALWAYS}}}
  - {{name: K, slug: changed, {WEEKLY}, {ALWAYS}, changes: [{{date: 2027-03-01, cancelled: yes, note: Painters}}]}}
"""
WITHOUT_TIME = ("fortnight", "monthly", "single", "ahead", "paused", "over", "draft", "asked")
OFF = ("paused", "over", "draft")


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hub_in(tmp_path / "hub", meetings=MEETINGS)


def records_in(hub: Path) -> dict[str, dict[str, Any]]:
    return {record["slug"]: record for record in json.loads(exported(hub, "json"))}


def rows_in(hub: Path) -> dict[str, dict[str, str]]:
    rows = csv.DictReader(io.StringIO(exported(hub, "csv").decode(), newline=""))
    return {row["Slug"]: row for row in rows}


def test_every_layout_is_registered() -> None:
    folder = Path(exporters.__file__).parent
    with_writer = {file.stem for file in folder.glob("*.py") if "\ndef write(" in file.read_text(encoding="utf-8")}
    assert with_writer == {write.__module__.rsplit(".", 1)[1] for write in exporters.EXPORTERS.values()}


def test_all_meetings_are_exported(hub: Path) -> None:
    slugs = ["weekly", "two-days-monday", "two-days-friday", *WITHOUT_TIME, "changed"]
    assert sorted(records_in(hub)) == sorted(rows_in(hub)) == sorted(slugs)


def test_the_records_are_those_of_the_feed(hub: Path) -> None:
    assert run(hub, "build").exit_code == 0
    found = records_in(hub)
    for record in json.loads((hub / "output/meetings.json").read_text(encoding="utf-8")):
        own = {name: value for name, value in found[record["slug"]].items() if name != "handrail"}
        assert own == record or record["slug"] == "changed"


def test_readers_stumble_over_nothing(hub: Path) -> None:
    assert list(hazards_in(exported(hub, "json"))) == []


@pytest.mark.parametrize("slug", WITHOUT_TIME)
def test_what_is_not_every_week_has_no_day_and_no_time(hub: Path, slug: str) -> None:
    assert not {"day", "time", "end_time"} & records_in(hub)[slug].keys()
    row = rows_in(hub)[slug]
    assert (row["Day"], row["Time"], row["End Time"]) == ("", "", "")


@pytest.mark.parametrize("slug", OFF)
def test_what_is_not_on_is_inactive_for_all_readers(hub: Path, slug: str) -> None:
    record, row = records_in(hub)[slug], rows_in(hub)[slug]
    assert PLACE_CLOSED in record["types"]
    assert "Location Temporarily Closed" in row["Types"]
    assert not [name for name in record if name.startswith("conference")]
    assert (row["Conference URL"], row["Conference Phone"]) == ("", "")


def test_a_draft_tells_nothing_but_its_name(hub: Path) -> None:
    record = records_in(hub)["draft"]
    assert {name: value for name, value in record.items() if name != "handrail"} == {
        "slug": "draft",
        "name": "I",
        "timezone": "America/New_York",
        "formatted_address": "Millbrook, NY, USA",
        "approximate": "yes",
        "types": ["TC"],
        "notes": "This is a draft, which is not published yet.",
    }


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("fortnight", "Every 2 weeks on Monday\nNovember 23, 2026, 7:00\xa0PM to 8:00\xa0PM\nDecember 7, 2026, "),
        ("monthly", "First and last Monday of the month\nNovember 30, 2026, 7:00\xa0PM to 8:00\xa0PM\nDecember 28, "),
        ("single", "On single dates\nDecember 24, 2026, 6:00\xa0PM to 7:30\xa0PM\nJanuary 6, 2027, "),
        ("ahead", "Every Monday, from May 1, 2027 on\nMay 3, 2027, 7:00\xa0PM to 8:00\xa0PM\n"),
        ("paused", "Every Monday, 7:00\xa0PM\n\nPaused for now: Painters"),
        ("over", "Every Monday, until March 1, 2026, 7:00\xa0PM\n\nThis meeting has ended"),
        ("changed", "Not on Mon, Mar 1: Painters"),
    ],
)
def test_the_notes_say_when_it_is(hub: Path, slug: str, words: str) -> None:
    assert records_in(hub)[slug]["notes"].startswith(words)
    assert rows_in(hub)[slug]["Notes"].startswith(words)


def test_a_row_has_what_readers_of_tables_know(hub: Path) -> None:
    row = {title: cell for title, cell in rows_in(hub)["weekly"].items() if cell and title != "Handrail"}
    assert row == {
        "Name": "A",
        "Day": "Monday",
        "Time": "7:00 PM",
        "End Time": "8:00 PM",
        "Types": "Open, Wheelchair Access",
        "Notes": "In person and online",
        "Conference URL": "https://zoom.us/j/5550100",
        "Conference Phone": "'+12025550125",
        "Location": "Hall",
        "Address": "1 Elm Street, Millbrook, NY, USA",
        "Approximate": "no",
        "Timezone": "America/New_York",
        "Last Contact": "2026-11-10",
        "URL": "https://example.org/meetings/weekly/",
        "Slug": "weekly",
        "Updated": "2026-11-10 00:00:00",
    }
    assert rows_in(hub)["two-days-friday"]["End Time"] == "1:00 AM"


def test_both_readers_of_tables_know_it(hub: Path) -> None:
    material = open_bytes(exported(hub, "csv"))
    assert isinstance(material, Material)
    assert meeting_list_csv.recognise(material)
    assert google_sheet.recognise(material)


def test_every_code_has_the_label_of_the_specification() -> None:
    codes = {kind.code for kind in TYPES.values() if kind.code} | {*LANGUAGE_CODES, PLACE_CLOSED}
    assert codes <= LABELS.keys()
    assert not [label for label in LABELS.values() if "," in label]


def test_the_calendar_is_read_without_errors_and_shows_what_is_on(hub: Path) -> None:
    data = exported(hub, "ics")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    found = Calendar.from_ical(data)
    assert found.errors == []
    on = {str(event["UID"]).partition("@")[0] for event in found.events if event["STATUS"] == "CONFIRMED"}
    expected = {"weekly", "two-days", "fortnight", "monthly", "single+20261224", "single+20270106", "ahead", "changed"}
    assert on == expected
    assert data.count(b"\r\nX-HANDRAIL") - len(on | {"paused", "over"}) == 2  # the draft, and the one by appointment
