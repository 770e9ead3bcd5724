"""meetings.json: what other finders read of our meetings, by the rules of meetings.md, 5."""

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.formats.meetings.guide_feed import Entity
from meeting_samples import TODAY, TUESDAY_CIRCLE, all_linked, fed, record, unsaid, voice, whole_feed


def test_a_meeting_is_a_record_with_all_that_the_format_knows() -> None:
    notes = {"notes": "Bring a cup.", "group": "riverside"}
    assert list(record(**notes).items()) == [
        ("slug", "tuesday-circle"),
        ("name", "Tuesday Circle"),
        ("day", 2),
        ("time", "19:00"),
        ("end_time", "20:15"),
        ("timezone", "America/New_York"),
        ("formatted_address", "14 Alder St, Millbrook, NY 00014, USA"),
        ("approximate", "no"),
        ("latitude", 41.78511),
        ("longitude", -73.69),
        ("location", "St Mark's Hall"),
        ("location_notes", "Use the side door."),
        ("region", "Riverside"),
        ("regions", ["Riverside"]),
        ("group", "Riverside Circle"),
        ("types", ["O", "BE", "EN"]),
        ("notes", "Bring a cup."),
        ("url", "https://example.org/hub/meetings/tuesday-circle/"),
        ("feedback_url", "https://example.org/hub/meetings/tuesday-circle/"),
        ("updated", "2026-11-10 00:00:00"),
        ("entity", "Riverside Circle"),
        ("entity_url", "https://example.org/hub/"),
        ("entity_phone", "+1-202-555-0114"),
    ]


def test_each_record_is_a_line_in_its_own_letters() -> None:
    data = whole_feed(voice(), all_linked([{**TUESDAY_CIRCLE, "name": "Círculo 🕯️"}, {**TUESDAY_CIRCLE, "slug": "z"}]))
    first, *records, last, end = data.decode().split("\n")
    assert (first, last, end) == ("[", "]", "")
    assert [json.loads(line.rstrip(","))["slug"] for line in records] == ["tuesday-circle", "z"]
    assert "Círculo 🕯️" in data.decode()


def test_a_feed_without_a_meeting_is_no_file() -> None:
    assert fed() == ([], ())
    assert fed({"status": {"paused": "yes"}})[0] == []


# --- When


def test_there_is_a_record_for_each_day_and_the_week_begins_on_sunday() -> None:
    found, _ = fed({"day": "every day"})
    assert [(r["slug"].rpartition("-")[2], r["day"]) for r in found] == [
        ("monday", 1),
        ("tuesday", 2),
        ("wednesday", 3),
        ("thursday", 4),
        ("friday", 5),
        ("saturday", 6),
        ("sunday", 0),
    ]


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"time": "23:00", "end_time": "01:00"}, "01:00"),
        ({"end_time": None, "minutes": 90}, "20:30"),
        ({"end_time": None}, None),
        ({"end_time": None, "minutes": 1440}, None),
    ],
)
def test_an_end_is_the_truth_or_missing(fields: dict[str, Any], end: str | None) -> None:
    assert record(**fields).get("end_time") == end


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"repeats": "first"}, "it does not happen every week"),
        ({"repeats": "every 2 weeks", "starts": "2026-01-06"}, "it does not happen every week"),
        ({"day": None, "dates": ["2026-12-24 18:00"]}, "it is on single dates"),
        ({"starts": "2027-05-04"}, "it starts on 2027-05-04"),
        ({"status": {"paused": "yes"}}, "it is paused"),
        ({"status": {"paused": "yes", "until": "2027-01-11"}}, "it is paused"),
        ({"starts": "2026-01-06", "ends": "2026-06-30"}, "it has ended"),
    ],
)
def test_what_is_not_every_week_now_is_left_out_with_a_reason(fields: dict[str, Any], reason: str) -> None:
    found, left = fed({"slug": "other"}, fields)
    assert [r["slug"] for r in found] == ["other"]
    assert [(u.slug, u.is_left_out) for u in left] == [("tuesday-circle", True)]
    assert left[0].reason.startswith(reason)


def test_a_season_is_in_the_feed_while_it_lasts_and_says_until_when() -> None:
    assert record(starts="2026-11-01", ends="2027-03-30")["notes"] == "Until March 30, 2027"


def test_a_meeting_by_appointment_has_no_day_and_no_time() -> None:
    fields = {"day": None, "time": None, "end_time": None, "by_appointment": "yes"}
    assert {"day", "time", "end_time"}.isdisjoint(record(**fields))
    assert unsaid(**fields) == [("it is by appointment: websites list it, the mobile app does not", False)]


def test_what_is_different_soon_stands_in_the_notes() -> None:
    change = {"date": "2026-12-01", "cancelled": "yes", "note": "Hall closed"}
    assert record(changes=[change], notes="Bring a cup.")["notes"].endswith("Hall closed\n\nBring a cup.")


def test_single_dates_beside_a_week_are_named_as_unsaid() -> None:
    assert unsaid(dates=["2026-12-24 18:00"])[0][0].startswith("its single dates are left out")
    assert unsaid(dates=["2026-02-24 18:00"]) == []


# --- Slugs


@pytest.mark.parametrize(
    ("identity", "slug"),
    [
        ("tuesday-circle", r"tuesday-circle"),
        ("Tuesday.Circle", r"tuesday-circle-[0-9a-f]{8}"),
        ("círculo", r"circulo-[0-9a-f]{8}"),
        ("اجتماع", r"meeting-[0-9a-f]{8}"),
        ("constructor", r"constructor-[0-9a-f]{8}"),
        ("x" * 64, "x{64}"),
        ("x" * 65, r"x{55}-[0-9a-f]{8}"),
    ],
)
def test_a_slug_is_short_and_safe_and_always_the_same(identity: str, slug: str) -> None:
    assert re.fullmatch(slug, record(slug=identity)["slug"])
    assert record(slug=identity, name="Another", day="friday")["slug"] == record(slug=identity)["slug"]


def test_a_day_in_the_slug_never_makes_it_another_meetings() -> None:
    found, _ = fed({"slug": "noon", "day": ["monday", "tuesday"]}, {"slug": "noon-monday", "day": "monday"})
    slugs = sorted(r["slug"] for r in found)
    assert len(set(slugs)) == 3
    assert "noon-monday" in slugs
    (own,) = (r["slug"] for r in found if r["url"].endswith("/noon-monday/"))
    assert own == "noon-monday"


def test_a_long_slug_keeps_its_day() -> None:
    found, _ = fed({"slug": "x" * 60, "day": ["wednesday", "saturday"]})
    assert [len(r["slug"]) for r in found] == [64, 64]
    assert [r["slug"].rpartition("-")[2] for r in found] == ["wednesday", "saturday"]


@given(st.lists(st.from_regex(r"[\w](?:[\w.-]{0,70}[\w])?", fullmatch=True), min_size=1, max_size=5, unique=True))
def test_any_slugs_stay_apart(slugs: list[str]) -> None:
    meetings = [{"slug": slug, "day": ["monday", "sunday"]} for slug in slugs if ".." not in slug]
    found, _ = fed(*meetings)
    assert len({r["slug"] for r in found}) == 2 * len(meetings)


# --- Who


def test_types_are_codes_and_what_has_none_is_named() -> None:
    fields = {"types": ["open", "families", "walking", "open"], "languages": ["es", "pt-BR", "cy"]}
    assert record(**fields)["types"] == ["O", "S", "POR"]
    assert unsaid(**fields) == [("the format has no code for families, walking and cy", False)]


def test_nobody_is_named() -> None:
    contact = {"name": "Rosalind", "email": "rosalind@example.org", "phone": "+1 202 555 0199"}
    told = json.dumps(record(contact=contact)).lower()
    assert "rosalind" not in told
    assert "0199" not in told
    assert "contact" not in told


def test_a_site_without_a_name_is_no_body_that_answers() -> None:
    (found,), _ = fed({}, entity=Entity("", "https://example.org/", "+1 202 555 0114"))
    assert not [name for name in found if name.startswith("entity")]


def test_without_an_address_of_the_site_there_are_no_links_to_it() -> None:
    data = whole_feed(
        voice(base_url=None), all_linked([{**TUESDAY_CIRCLE, "online": {"url": "https://jitsi.example.org/x"}}])
    )
    (found,) = json.loads(data)
    assert {"url", "feedback_url"}.isdisjoint(found)
    assert found["conference_url_notes"] == "jitsi.example.org"


def test_a_date_that_nobody_gave_is_left_out() -> None:
    assert "updated" not in record(verified=None)


def test_the_language_of_the_feed_is_that_of_its_voice() -> None:
    name = {"en": "Tuesday Circle", "es": "Círculo del martes"}
    data = whole_feed(voice("es", today=date(TODAY.year, 12, 1)), all_linked([{**TUESDAY_CIRCLE, "name": name}]))
    (found,) = json.loads(data)
    assert (found["name"], found["url"]) == (
        "Círculo del martes",
        "https://example.org/hub/es/meetings/tuesday-circle/",
    )
