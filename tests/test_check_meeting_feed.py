"""C711: no reader of the meeting feed stumbles over it. Broken feeds are fed to the check by hand (meetings.md, 2)."""

import json
from typing import Any

import pytest

from handrail.checks.finished import Drawn, finish
from handrail.checks.meeting_feed import feed_hazards, hazards_in
from handrail.output import File, Output
from handrail.settings import SiteSettings

HEALTHY: dict[str, Any] = {
    "slug": "tuesday-circle",
    "name": "Tuesday Circle",
    "day": 2,
    "time": "19:00",
    "end_time": "20:15",
    "timezone": "America/New_York",
    "formatted_address": "14 Alder St, Millbrook, NY 00014, USA",
    "approximate": "no",
    "latitude": 41.78511,
    "longitude": -73.69,
    "types": ["O", "EN", "TC"],
    "conference_url": "https://us02web.zoom.us/j/5550100",
    "conference_phone": "+12025550125,,5550100#",
    "paypal": "riverside1",
    "venmo": "@river-side",
    "square": "$riverside",
    "url": "https://example.org/hub/meetings/tuesday-circle/",
    "feedback_url": "mailto:hello@example.org",
    "updated": "2026-11-10 00:00:00",
    "entity": "Riverside",
    "entity_url": "https://example.org/hub/",
}
APPOINTMENT = {name: value for name, value in HEALTHY.items() if name not in ("day", "time", "end_time")}


def found(*records: object) -> list[str]:
    """Give what is wrong in a feed of some records."""
    return [what for what, _ in hazards_in(json.dumps(records).encode())]


def without(*names: str) -> dict[str, Any]:
    return {name: value for name, value in HEALTHY.items() if name not in names}


@pytest.mark.parametrize("record", [HEALTHY, APPOINTMENT, {**HEALTHY, "time": "23:00", "end_time": "01:00"}])
def test_a_healthy_feed_has_no_hazard(record: dict[str, Any]) -> None:
    assert found(record) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "the text is not JSON"),
        (b"<html>404</html>", "the text is not JSON"),
        (b"[{}] Page made in 0.2 seconds", "the text is not JSON"),
        (b"[{'slug': 'x'}]", "the text is not JSON"),
        (b'[{"latitude": NaN}]', "the text is not JSON"),
        ("\ufeff[]".encode(), "the text is not JSON"),
        ('["Círculo"]'.encode("latin-1"), "the text is not JSON"),
        (b"[" * 100_000, "the text is not JSON"),
        (b"{}", "there is no list of meetings"),
        (b'{"meetings": []}', "there is no list of meetings"),
        (b"null", "there is no list of meetings"),
        (b"[]", "there is no list of meetings"),
        (b"[null]", "1 of 1 entries are no records"),
        (b'[null, "x", []]', "3 of 3 entries are no records"),
    ],
)
def test_a_feed_that_is_no_list_of_meetings_is_found(data: bytes, expected: str) -> None:
    assert [what for what, _ in hazards_in(data)] == [expected]


def test_a_null_at_any_depth_is_found_and_nothing_else_is_said_of_its_record() -> None:
    for null in ({"day": None}, {"types": ["O", None]}, {"slug": None, "name": ""}, {"x": {"y": [[None]]}}):
        assert [what.partition(":")[0] for what in found({**HEALTHY, **null})] == ["a null"]


def test_what_is_deeper_than_python_can_call_is_still_looked_through() -> None:
    depth = 900
    nested = b"[" * depth + b"null" + b"]" * depth
    data = json.dumps([HEALTHY]).encode().replace(b'"riverside1"', b'"riverside1", "x": ' + nested)
    assert [what for what, _ in hazards_in(data)] == ['a null: "tuesday-circle"']


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"slug": ""}, "no slug"),
    ({"slug": 7}, "no slug"),
    ({"slug": "Tuesday"}, "an unsafe slug"),
    ({"slug": "a b"}, "an unsafe slug"),
    ({"slug": "círculo"}, "an unsafe slug"),
    ({"slug": "-a"}, "an unsafe slug"),
    ({"slug": "__proto__"}, "an unsafe slug"),
    ({"slug": "x" * 65}, "an unsafe slug"),
    ({"slug": "constructor"}, "a slug that every object of JavaScript has"),
    ({"name": " "}, "no name, or too long a one"),
    ({"name": "x" * 256}, "no name, or too long a one"),
    ({"day": [1, 2]}, "several days in one record"),
    ({"day": 7}, "a day that is no number from 0 to 6"),
    ({"day": -1}, "a day that is no number from 0 to 6"),
    ({"day": "2"}, "a day that is no number from 0 to 6"),
    ({"day": "tuesday"}, "a day that is no number from 0 to 6"),
    ({"day": True}, "a day that is no number from 0 to 6"),
    ({"day": 2.5}, "a day that is no number from 0 to 6"),
    ({"time": "7:00 PM"}, "a time that is not like 19:30"),
    ({"time": "7:00"}, "a time that is not like 19:30"),
    ({"time": "24:00"}, "a time that is not like 19:30"),
    ({"time": 1900}, "a time that is not like 19:30"),
    ({"end_time": "20:15:00"}, "a time that is not like 19:30"),
    ({"end_time": "19:00"}, "an end that is the start"),
    ({"timezone": "Amerika/New_York"}, "no time zone, or an unknown one"),
    ({"timezone": "EST5EDT"}, "no time zone, or an unknown one"),
    ({"types": "O"}, "types that are no list of codes of the format"),
    ({"types": ["O", "ONL"]}, "types that are no list of codes of the format"),
    ({"types": ["o"]}, "types that are no list of codes of the format"),
    ({"types": ["Open"]}, "types that are no list of codes of the format"),
    ({"types": [["O"]]}, "types that are no list of codes of the format"),
    ({"conference_url": "zoom.us/j/1"}, "a join link that is no whole address"),
    ({"conference_url": "zoom.us:443/j/1"}, "a join link that is no whole address"),
    ({"conference_url": " https://zoom.us/j/1"}, "a join link that is no whole address"),
    ({"conference_url": "https://zoom.us/j/1 "}, "a join link that is no whole address"),
    ({"conference_url": "https://[zoom.us/j/1"}, "a join link that is no whole address"),
    ({"conference_url": ""}, "a join link that is no whole address"),
    ({"conference_url": 1}, "a join link that is no whole address"),
    ({"conference_url": "https://evilzoom.us/j/1"}, "a join link with a host that readers do not know"),
    ({"conference_url": "https://Zoom.us/j/1"}, "a join link with a host that readers do not know"),
    ({"conference_url": "https://youtu.be/1"}, "a join link with a host that readers do not know"),
    ({"conference_url": "https://zoom.us/j/1?pwd=SeSaMe"}, "a join link with its passcode"),
    ({"conference_phone": "+12025550125,,*123#"}, "a telephone number that readers change or leave out"),
    ({"conference_phone": "+1 202 555 0125"}, "a telephone number that readers change or leave out"),
    ({"conference_phone": "202-CALL-NOW"}, "a telephone number that readers change or leave out"),
    ({"conference_phone": "5550125,,5550100#"}, "a telephone number that readers change or leave out"),
    ({"conference_phone": 12025550125}, "a telephone number that readers change or leave out"),
    ({"paypal": "https://paypal.me/riverside"}, "a name for payments that is none"),
    ({"paypal": "ana@example.org"}, "a name for payments that is none"),
    ({"venmo": "riverside"}, "a name for payments that is none"),
    ({"square": "riverside"}, "a name for payments that is none"),
    ({"formatted_address": " "}, "no address"),
    ({"formatted_address": 14}, "no address"),
    ({"approximate": False}, "no word on how exact the address is"),
    ({"approximate": "No"}, "no word on how exact the address is"),
    ({"latitude": "41.78511"}, "coordinates that are no point on a map"),
    ({"latitude": True}, "coordinates that are no point on a map"),
    ({"latitude": 0, "longitude": 0}, "coordinates that are no point on a map"),
    ({"latitude": 91}, "coordinates that are no point on a map"),
    ({"longitude": -180.5}, "coordinates that are no point on a map"),
    ({"latitude": 41.785112}, "coordinates that are no point on a map"),
    ({"approximate": "yes"}, "coordinates of an approximate address"),
    ({"updated": "11/10/2026"}, "a date of change that is not like 2026-11-22 08:00:00"),
    ({"updated": "2026-11-10"}, "a date of change that is not like 2026-11-22 08:00:00"),
    ({"updated": "2026-11-10T00:00:00"}, "a date of change that is not like 2026-11-22 08:00:00"),
    ({"updated": "2026-13-10 00:00:00"}, "a date of change that is not like 2026-11-22 08:00:00"),
    ({"updated": "2026-1-1 8:0:0"}, "a date of change that is not like 2026-11-22 08:00:00"),
    ({"contact_1_name": "Ana"}, "how to reach people"),
    ({"email": "ana@example.org"}, "how to reach people"),
    ({"feedback_emails": ["ana@example.org"]}, "how to reach people"),
    ({"entity": ""}, "a body without its name"),
    ({"entity_website_url": "https://example.org/"}, "a body without its name"),
    ({"url": "/hub/meetings/tuesday-circle/"}, "an address that is not whole"),
    ({"entity_url": "example.org"}, "an address that is not whole"),
    ({"website": "https//example.org"}, "an address that is not whole"),
    ({"feedback_url": "hello@example.org"}, "an address that is not whole"),
]


@pytest.mark.parametrize(("fields", "expected"), BROKEN, ids=[f"{fields}"[:60] for fields, _ in BROKEN])
def test_each_hazard_is_found_and_is_one_problem(fields: dict[str, Any], expected: str) -> None:
    what = [told.partition(": ")[0] for told in found({**HEALTHY, **fields})]
    assert what == [expected]


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("slug", "no slug"),
        ("name", "no name, or too long a one"),
        ("day", "a day without a time, or a time without a day"),
        ("time", "a day without a time, or a time without a day"),
        ("timezone", "no time zone, or an unknown one"),
        ("formatted_address", "no address"),
        ("approximate", "no word on how exact the address is"),
        ("longitude", "coordinates that are no point on a map"),
        ("entity", "a body without its name"),
    ],
)
def test_what_readers_need_must_be_there(missing: str, expected: str) -> None:
    assert [told.partition(": ")[0] for told in found(without(missing))] == [expected]


@pytest.mark.parametrize(
    "optional", ["end_time", "types", "conference_url", "conference_phone", "updated", "url", "feedback_url", "paypal"]
)
def test_what_readers_do_not_need_may_be_missing(optional: str) -> None:
    assert found(without(optional)) == []


def test_an_address_in_parts_is_an_address() -> None:
    assert found({**without("formatted_address"), "city": "Millbrook"}) == []


def test_repeated_slugs_are_one_problem_that_names_the_first_and_counts_the_others() -> None:
    assert found(HEALTHY, {**HEALTHY, "slug": "other"}, HEALTHY, HEALTHY) == [
        'a slug that several have: "tuesday-circle" and 2 other meetings'
    ]


def test_a_kind_of_fault_is_one_problem_however_many_meetings_have_it() -> None:
    late = [{**HEALTHY, "slug": f"m{number}", "day": 7} for number in range(3)]
    assert found(HEALTHY, *late, {**HEALTHY, "slug": "x", "time": "7 PM"}) == [
        'a day that is no number from 0 to 6: "m0" and 2 other meetings',
        'a time that is not like 19:30: "x"',
    ]


def test_a_meeting_without_a_slug_is_known_by_its_name_or_its_place_in_the_feed() -> None:
    assert found(HEALTHY, without("slug"))[0] == 'no slug: "Tuesday Circle"'
    assert found(HEALTHY, without("slug", "name"))[0] == 'no slug: "number 2"'


def test_every_fault_says_what_to_do() -> None:
    for fields, _ in BROKEN:
        ((_, hint),) = hazards_in(json.dumps([{**HEALTHY, **fields}]).encode())
        assert hint
        assert hint[0].islower() or hint[0].isdigit()
        assert not hint.endswith(".")


def problems(files: dict[str, bytes]) -> list[tuple[str, str, str, str]]:
    """Check a drawn site of some files."""
    settings = SiteSettings.model_validate({"name": "Circle"})
    outputs = {path: Output(path, "text", {}) for path in files}
    drawn_files = {path: File(path, data) for path, data in files.items()}
    drawn = Drawn(settings, is_portable=False, outputs=outputs, files=drawn_files, sources={}, templates=(), private=())
    return [(p.code, p.span.path, p.message, p.hint) for p in feed_hazards(finish(drawn, 1))]


def test_the_feed_of_a_site_is_checked() -> None:
    data = json.dumps([{**HEALTHY, "day": 7}]).encode()
    expected = 'in "/meetings.json", a day that is no number from 0 to 6: "tuesday-circle"'
    hint = "0 is Sunday; readers show it on another day, or stop"
    assert problems({"meetings.json": data}) == [("C711", "meetings.json", expected, hint)]


def test_a_site_without_a_feed_is_well() -> None:
    assert problems({"other.json": b"[]"}) == []
