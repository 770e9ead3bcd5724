"""Files that are broken, strange or something else: plain words, never a traceback, and nothing half written."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handrail.decode_data import decode_data
from handrail.importers import READERS
from handrail.importers.appending import appended
from handrail.importers.cleaning.type_words import vocabulary
from handrail.importers.importing import Imported, import_meetings
from handrail.importers.opening import open_bytes
from handrail.importers.raw import Circumstances
from handrail.importers.report import report
from handrail.importers.standing import Held, held
from handrail.importers.tidy import Hub
from handrail.kinds import BY_NAME
from handrail.meeting_types import TYPES
from handrail.problems import has_errors
from handrail.scaffold.refusal import Refusal
from handrail.setting import Setting
from handrail.sources import Source
from imports.tried import hub_in, imported, records, refused, result_of

SETTING = Setting(("en",), {}, types=tuple(TYPES))
HUB = Hub("America/New_York", "en", vocabulary(), date(2026, 11, 22))
QUIET = settings(suppress_health_check=list(HealthCheck), max_examples=60)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("", "this file is empty"),
        (" \n\t", "this file is empty"),
        ("<!doctype html><p>Log in", "this file is a web page, not meeting data"),
        ("{", "this file is not JSON that can be read; it breaks off on line 1"),
        ("[" * 100_000, "this file is not JSON that can be read"),
        ("[" + "9" * 5000 + "]", "this file is not JSON that can be read"),
        ("[1, 2]", "this file is a list of JSON without records of meetings"),
        ('{"a": 1}', "this file is JSON without a list of meetings"),
        ("[]", "no record in it can be read"),
        ('[{"colour": "red"}]', "this file is a list of JSON without records of meetings"),
        ("just words", "this file is no JSON, no calendar and no table with a row of data"),
        ("Colour,Size\nred,1\n", "this file is a table with the columns Colour, Size"),
        ("Name,Day\n", "no table with a row of data"),
        ('a,b\n"' + "x" * 1_200_000 + '",c\n', "this table cannot be read: field larger than field limit"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "this file is a calendar (iCalendar), and no record in it can be read"),
        (b"\xff\xfe\x00", "no table with a row of data"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_plain_words(tmp_path: Path, data: str | bytes, words: str) -> None:
    assert words in refused(tmp_path / "hub", "a.json", data)


def test_a_file_of_an_unknown_layout_is_told_what_is_known(tmp_path: Path) -> None:
    answer = refused(tmp_path / "hub", "a.csv", "Colour,Size\nred,1\n")
    for reader in READERS:
        assert reader.name in answer


def test_a_folder_that_is_no_hub_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hub").mkdir()
    result = result_of(tmp_path / "hub", "a.json", records({}))
    assert isinstance(result, Refusal)
    assert result.message == "there is no site.yaml in this folder, so it is not a hub"


def test_settings_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    hub_in(tmp_path / "hub")
    (tmp_path / "hub/site.yaml").write_text("nam: A\n", encoding="utf-8")
    assert refused(tmp_path / "hub", "a.json", records({})).startswith("site.yaml cannot be used: ")


@pytest.mark.parametrize("name", ["places", "groups", "meetings__own"])
def test_a_data_file_that_cannot_be_read_stops_the_import(tmp_path: Path, name: str) -> None:
    hub_in(tmp_path / "hub", **{name: "places: [\n"})
    answer = refused(tmp_path / "hub", "a.json", records({}))
    assert answer.startswith(f"content/{name.replace('__', '/')}.yaml cannot be read on line ")


def test_text_behind_the_data_is_told(tmp_path: Path) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({}) + "\n<!-- cached -->")
    assert "dropped   the end of the file: 15 characters stand behind the data and are not JSON" in tried.report
    assert "slug: circle\n" in tried.meetings


def test_what_is_whole_of_a_broken_list_is_read(tmp_path: Path) -> None:
    text = records({}, {"slug": "b", "day": 3})
    tried = imported(tmp_path / "hub", "a.json", text[:-30])
    assert tried.meetings.count("slug:") == 1
    assert "it breaks off on line 1; the 1 records before that are read, anything behind is not" in tried.report


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    data = "name;slug;day;time;address\nCafé;cafe;1;19:00;1 Rue de l’École, Anytown\n".encode(encoding)
    tried = imported(tmp_path / "hub", "a.csv", data)
    assert "  - name: Café\n    slug: cafe\n" in tried.meetings
    assert "1 Rue de l’École" in tried.places
    assert ("cp1252" in tried.report) == (encoding == "cp1252")


def test_long_lines_and_line_breaks_in_cells_are_read(tmp_path: Path) -> None:
    notes = "Tea.\n" + "word " * 2000
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerows(
        [["Name", "Day", "Time", "Address", "Notes"], ["Long", "1", "19:00", "1 High Street, Anytown", notes]]
    )
    tried = imported(tmp_path / "hub", "a.csv", text.getvalue())
    assert tried.meetings.count("word") == 2000


@pytest.mark.parametrize(
    "words",
    ["first and ", "the ", "202-555-0107 ", "1", "password is word ", "a@", "<a ", "meets ", "pwd: ", "Robin's "],
)
def test_a_text_that_repeats_itself_takes_no_long_time(tmp_path: Path, words: str) -> None:
    long = words * (8000 // len(words))
    fields = {"notes": long, "location": long[:2000], "formatted_address": long[:2000], "conference_url": long}
    assert "slug: circle\n" in imported(tmp_path / "hub", "a.json", records({**fields, "group_notes": long})).meetings


def existing(files: Imported) -> list[Source]:
    """Give an import's files as sources that read without a mistake."""
    sources = [Source(path, text.encode()) for path, text in files.files.items()]
    for kind, new in (("place", files.places), ("group", files.groups)):
        data = appended(BY_NAME[kind], None, new, SETTING) if new else b""
        assert not isinstance(data, Refusal)
        sources += [Source(f"content/{kind}s.yaml", data)] if data else []
    for source in sources:
        _, problems = decode_data(source, SETTING)
        assert not has_errors(problems), (problems, source.data.decode())
    return sources


def run_twice(data: bytes) -> None:
    """Import anything at all: what is written reads without a mistake, and once more changes nothing."""
    opened = open_bytes(data)
    reader = None if isinstance(opened, Refusal) else next((r for r in READERS if r.recognise(opened)), None)
    if isinstance(opened, Refusal) or reader is None:
        return
    reading = reader.read(opened, Circumstances("America/New_York", "2026-11-22"))
    first = import_meetings(reading, "a.json", Held((), (), (), frozenset()), HUB, SETTING)
    assert report(first, reader.name, "a.json", tuple(first.files), dry_run=True)
    standing = held(existing(first))
    assert not isinstance(standing, Refusal)
    again = import_meetings(reading, "a.json", standing, HUB, SETTING)
    assert (again.files, again.places, again.groups) == ({}, (), ())


FIELDS = (
    "name", "slug", "id", "day", "time", "end_time", "timezone", "types", "notes", "location", "location_notes",
    "formatted_address", "address", "city", "state", "postal_code", "country", "region", "sub_region", "regions",
    "latitude", "longitude", "coordinates", "approximate", "attendance_option", "conference_url",
    "conference_url_notes", "conference_phone", "conference_phone_notes", "group", "group_notes", "email",
    "phone", "venmo", "square", "paypal", "website", "website_2", "contact_1_name", "contact_1_email",
    "contact_1_phone", "last_contact", "updated", "other",
)  # fmt: skip
TELLING = (
    "Monday", "7:00 PM", "19:00", "08:15", "https://zoom.us/j/1?pwd=x", "Passcode: abc1", "yes",
    "12 Example Road, Exampletown, UK", "TC", "ONL", "O", "a@example.org", "+1 202 555 0101,,123456789#,,*1#",
    "First Monday only", "A member's house", "0", "7", "null", "#x: y", "- a", "{a", "x\ny", "\u0000", "\u2028",
    "America/New_York", "EST", "2026-01-01", "1/2/2026", "<b>x</b>", "&amp;", "*a", "!b", "'", '"', "@", "%",
    "no", "~", "12:30", "=1", "key: value # note",
)  # fmt: skip
WORDS = st.text(max_size=20) | st.sampled_from([*TELLING, "\ud800", "é" * 80])
VALUES = st.recursive(
    WORDS | st.none() | st.booleans() | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=4,
)
RECORDS = st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=12), min_size=1, max_size=3)


@QUIET
@given(RECORDS)
def test_any_value_in_any_field_gives_a_hub_that_reads(given_records: list[dict[str, object]]) -> None:
    run_twice(json.dumps([{"name": "X", "slug": "x", **record} for record in given_records]).encode())


@QUIET
@given(st.lists(st.lists(WORDS, min_size=3, max_size=len(FIELDS)), min_size=1, max_size=3))
def test_any_table_gives_a_hub_that_reads(rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([FIELDS, *rows])
    run_twice(text.getvalue().encode("utf-8", "replace"))


LINES = (
    "BEGIN:VEVENT", "END:VEVENT", "DTSTART:20260106T190000", "DTSTART;TZID=Europe/London:20270106T190000",
    "DTSTART:20270106T190000Z", "DTSTART;VALUE=DATE:20270101", "DTEND:20270106T200000", "DURATION:PT1H",
    "RRULE:FREQ=WEEKLY;BYDAY=TU", "RRULE:FREQ=YEARLY", "RRULE:FREQ=MONTHLY;BYDAY=1MO,3MO",
    "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20260113T190000", "RDATE:20270101T120000", "UID:a", "UID:b-c",
    "RECURRENCE-ID:20260113T190000", "SUMMARY:X", "LOCATION:Hall", "STATUS:CANCELLED", "DESCRIPTION:pw: x1",
    " folded", "GEO:1;2", "junk", "DTSTART:99999999", "DURATION:P9999W", "RRULE:COUNT=0",
    "DTSTART:00010101T000000Z", "EXDATE:99991231T235959Z",
)  # fmt: skip


@QUIET
@given(st.lists(st.sampled_from(LINES) | WORDS, max_size=20))
def test_any_calendar_gives_a_hub_that_reads(lines: list[str]) -> None:
    text = "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:A", *lines, "END:VEVENT", "END:VCALENDAR"])
    run_twice(text.encode("utf-8", "replace"))


@QUIET
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    run_twice(data)
