"""Rows that somebody edited outside of the hub: the edit counts and is told, all else stays as the hub had it."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from exports import LAYOUTS, exported, records_of
from hubs import write_hub
from imports.tried import SITE, Tried, hub_in, imported

OWN_TYPES = f"{SITE}types: [{{id: walking, title: Walking}}]\nlanguages: [en, es]\n"
MEETINGS = """meetings:
  - name: {en: Circle, es: Círculo}
    slug: circle
    group: bell
    day: tuesday
    time: 19:00
    minutes: 75
    place: hall
    types: [open, walking, sharing]
    languages: [en]
    topics: [sleep]
    notes: {en: Ring., es: Llama.}
    steward: Ana
  - name: Lunch
    slug: lunch
    day: [monday, tuesday, wednesday]
    time: 12:15
    end_time: 13:00
    online: {url: https://zoom.us/j/5550100, notes: {en: Camera off, es: Sin cámara}}
    changes: [{date: 2026-11-24, cancelled: yes}, {date: 2026-11-25, cancelled: yes}]
    topics: [work]
  - name: Fortnight
    slug: fortnight
    day: friday
    time: 20:00
    end_time: 21:00
    repeats: every 2 weeks
    starts: 2026-09-04
    place: {name: At a member's, region: Hillside, private_venue: yes, address: {street: 9 Secret Lane}}
"""
PLACES = "places:\n  - {id: hall, name: The Hall, address: {street: 1 Elm Street, city: Millbrook, state: NY}}\n"
GROUPS = "groups:\n  - {id: bell, name: Bell, about: {en: We ring, es: Tocamos}}\n"

Row = dict[str, Any]


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    root = hub_in(tmp_path / "hub", meetings=MEETINGS, places=PLACES, groups=GROUPS)
    return write_hub(root, {"site.yaml": OWN_TYPES})


def rows_of(hub: Path) -> list[Row]:
    return list(csv.DictReader(io.StringIO(exported(hub, "csv", with_private=True).decode(), newline="")))


def table(rows: list[Row]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def brought(tmp_path: Path, rows: list[Row]) -> tuple[Tried, dict[str, Any]]:
    """Import rows into an empty hub; give what was written, and its records as plain data."""
    write_hub(tmp_path / "new", {"site.yaml": OWN_TYPES})
    tried = imported(tmp_path / "new", "moved.csv", table(rows))
    return tried, {name: record.model_dump() for name, record in records_of(tmp_path / "new").items()}


def before(hub: Path, name: str, **changed: Any) -> dict[str, Any]:
    """Give a record as the hub has it, with some fields changed."""
    return {**records_of(hub)[name].model_dump(), **changed}


def edited(hub: Path, tmp_path: Path, slug: str, **cells: str) -> tuple[Tried, dict[str, Any]]:
    rows = rows_of(hub)
    next(row for row in rows if row["Slug"] == slug).update({n.replace("_", " "): v for n, v in cells.items()})
    return brought(tmp_path, rows)


def test_a_time_that_was_edited_is_the_new_time(hub: Path, tmp_path: Path) -> None:
    tried, after = edited(hub, tmp_path, "circle", Time="18:30", End_Time="20:00")
    new = after["meetings/circle"]
    assert (str(new["time"]), str(new["end_time"]), new["minutes"]) == ("18:30:00", "20:00:00", None)
    assert new == before(hub, "meetings/circle", time=new["time"], end_time=new["end_time"], minutes=None)
    assert "look      the record: was edited outside of the hub: when" in tried.report
    assert "changed   time: is another in the source now: 19:00 → 18:30" in tried.report


def test_types_that_other_systems_do_not_know_stay(hub: Path, tmp_path: Path) -> None:
    _, after = edited(hub, tmp_path, "circle", Types="Closed, Women, English")
    assert after["meetings/circle"] == before(hub, "meetings/circle", types=("closed", "women", "walking", "sharing"))


def test_notes_are_edited_in_one_language(hub: Path, tmp_path: Path) -> None:
    _, after = edited(hub, tmp_path, "circle", Notes="Knock.")
    assert after["meetings/circle"]["notes"] == {"en": "Knock.", "es": "Llama."}


def test_another_address_is_another_place(hub: Path, tmp_path: Path) -> None:
    _, after = edited(hub, tmp_path, "circle", Location="The Mill", Address="5 Mill Lane, Millbrook, NY 10000, USA")
    assert after["meetings/circle"] == before(hub, "meetings/circle", place="the-mill")
    assert after["places/the-mill"]["address"]["street"] == "5 Mill Lane"
    assert after["places/hall"] == before(hub, "places/hall")


def test_a_link_that_was_edited_keeps_what_else_is_known(hub: Path, tmp_path: Path) -> None:
    rows = rows_of(hub)
    for row in rows:
        if row["Slug"].startswith("lunch"):
            row["Conference URL"] = "https://zoom.us/j/999"
    _, after = brought(tmp_path, rows)
    online = after["meetings/lunch"]["online"]
    assert online["url"] == "https://zoom.us/j/999"
    assert after["meetings/lunch"] == before(hub, "meetings/lunch", online=online)


def test_a_day_that_was_edited_leaves_the_meeting(hub: Path, tmp_path: Path) -> None:
    tried, after = edited(hub, tmp_path, "lunch-tuesday", Time="1:00 PM", End_Time="2:00 PM")
    lunch, tuesday = after["meetings/lunch"], after["meetings/lunch-tuesday"]
    assert (lunch["day"], str(lunch["time"]), len(lunch["changes"])) == ((0, 2), "12:15:00", 1)
    assert (tuesday["day"], str(tuesday["time"]), len(tuesday["changes"])) == ((1,), "13:00:00", 1)
    assert tuesday["topics"] == ("work",)
    assert "changed   day: stands in other rows, or in none, for the other days: monday, wednesday" in tried.report


def test_a_day_whose_row_was_deleted_is_gone(hub: Path, tmp_path: Path) -> None:
    tried, after = brought(tmp_path, [row for row in rows_of(hub) if row["Slug"] != "lunch-monday"])
    assert after["meetings/lunch"]["day"] == (1, 2)
    assert "changed   day: stands in other rows, or in none, for the other days: tuesday, wednesday" in tried.report


def test_a_row_that_was_copied_is_a_meeting_of_its_own(hub: Path, tmp_path: Path) -> None:
    rows = rows_of(hub)
    copy = {**rows[0], "Name": "Second Circle", "Slug": "second", "Day": "Sunday"}
    for row in rows:
        if row["Slug"] == "circle":
            copy = {**row, "Name": "Second Circle", "Slug": "second", "Day": "Sunday"}
    _, after = brought(tmp_path, [*rows, copy])
    assert after["meetings/circle"] == before(hub, "meetings/circle")
    second = after["meetings/second"]
    assert (second["day"], second["place"], second["steward"]) == ((6,), "hall", None)


def test_a_spreadsheet_may_write_times_and_numbers_in_its_own_way(hub: Path, tmp_path: Path) -> None:
    rows = rows_of(hub)
    for row in rows:
        row["Time"] = row["Time"].replace(" PM", ":00 PM")
        row["Notes"] = row["Notes"].replace("\n", "\r\n")
    tried, after = brought(tmp_path, rows)
    assert after["meetings/circle"] == before(hub, "meetings/circle")
    assert "edited" not in tried.report


def test_a_column_of_ones_own_is_told_as_lost(hub: Path, tmp_path: Path) -> None:
    rows = rows_of(hub)
    rows[0]["Parking"] = "Behind the house"
    tried, _ = brought(tmp_path, [{**row, "Parking": row.get("Parking", "")} for row in rows])
    assert "Handrail has no field for it: url (1), parking (1)" in tried.report
    assert "edited" not in tried.report


def test_a_cancelled_home_stays_a_home(hub: Path, tmp_path: Path) -> None:
    _, after = edited(hub, tmp_path, "fortnight", Notes="Bring tea.")
    notes = after["meetings/fortnight"]["notes"]
    assert after["meetings/fortnight"] == before(hub, "meetings/fortnight", notes=notes)


def test_an_edit_of_what_people_wrote_is_told_and_changes_nothing(hub: Path) -> None:
    rows = rows_of(hub)
    next(row for row in rows if row["Slug"] == "circle")["Time"] = "6:30 PM"
    tried = imported(hub, "moved.csv", table(rows))
    assert tried.files["content/meetings.yaml"] == MEETINGS
    said = "look      time: is another here; change it in content/meetings.yaml if it is true: 19:00 → 18:30"
    assert said in tried.report


@pytest.mark.parametrize(
    "broken",
    ["{", "[]", '{"version":"1"}', '{"version":"2","meeting":{"name":"X"}}', "x" * 9, "[" * 5000,
     '{"version":"1","meeting":{"name":7}}', '{"version":"1","meeting":{"name":"A","slug":"a b"}}'],
)  # fmt: skip
def test_a_broken_part_is_told_and_the_row_is_read_as_any_other(hub: Path, tmp_path: Path, broken: str) -> None:
    tried, after = edited(hub, tmp_path, "circle", Handrail=broken)
    assert "dropped   Handrail: is broken, so the record is read from its other fields" in tried.report
    assert after["meetings/circle"]["place"] == "the-hall"
    assert after["meetings/circle"]["topics"] == ()


def test_a_row_of_json_can_be_edited(hub: Path, tmp_path: Path) -> None:
    records = json.loads(exported(hub, "json"))
    next(record for record in records if record["slug"] == "circle")["time"] = "18:30"
    write_hub(tmp_path / "new", {"site.yaml": OWN_TYPES})
    imported(tmp_path / "new", "moved.json", json.dumps(records))
    assert str(records_of(tmp_path / "new")["meetings/circle"].time) == "18:30:00"


def change_calendar(data: bytes) -> str:
    return data.decode().replace("T190000", "T183000")


def test_an_event_can_be_edited(hub: Path, tmp_path: Path) -> None:
    write_hub(tmp_path / "new", {"site.yaml": OWN_TYPES})
    tried = imported(tmp_path / "new", "moved.ics", change_calendar(exported(hub, "ics")))
    circle = records_of(tmp_path / "new")["meetings/circle"]
    assert str(circle.time) == "18:30:00"
    assert circle.topics == ("sleep",)
    assert "was edited outside of the hub: when" in tried.report


def test_an_id_that_means_another_place_here_is_told_apart(hub: Path, tmp_path: Path) -> None:
    other = "places:\n  - {id: hall, name: Town Hall, address: {street: 77 High Street, city: Elsewhere}}\n"
    new = write_hub(tmp_path / "new", {"site.yaml": OWN_TYPES, "content/places.yaml": other})
    for _ in range(2):
        tried = imported(new, "moved.json", exported(hub, "json"))
        after = records_of(new)
        assert after["meetings/circle"].place == "hall-place"
        assert after["places/hall"].address.street == "77 High Street"
        assert after["places/hall-place"].address.street == "1 Elm Street"
    assert "Nothing has changed" in tried.report


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "'=", "''+", "＝"])
def test_no_cell_is_a_formula_and_all_come_back(tmp_path: Path, sign: str) -> None:
    name = f"{sign}1+1|cmd"
    own = f"meetings:\n  - {{name: {json.dumps(name)}, day: friday, time: 20:00, place: hall, slug: a}}\n"
    hub = hub_in(tmp_path / "hub", meetings=own, places=PLACES)
    (row,) = rows_of(hub)
    assert [cell for cell in row.values() if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "＝")] == []
    tried, after = brought(tmp_path, [row])
    assert after["meetings/a"]["name"] == name.strip()
    assert "edited" not in tried.report


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_part_in_any_layout_may_be_missing(hub: Path, tmp_path: Path, layout: str) -> None:
    data = exported(hub, layout).decode().replace("handrail", "other").replace("Handrail\r\n", "Other\r\n")
    write_hub(tmp_path / "new", {"site.yaml": OWN_TYPES})
    tried = imported(tmp_path / "new", f"moved.{layout}", data.replace("X-HANDRAIL", "X-OTHER"))
    assert "name: Circle\n" in tried.meetings
    assert "topics" not in tried.meetings
