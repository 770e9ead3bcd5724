"""meetings.json: where meetings are, and how to join them, by the rules of meetings.md, 5."""

import json
from dataclasses import replace
from typing import Any

import pytest

from handrail.formats.meetings.guide_feed import unsaid as unsaid_of
from handrail.kinds.meeting import Online
from meeting_samples import ONLINE, TUESDAY_CIRCLE, ZOOM, all_linked, fed, record, unsaid, voice, whole_feed

# --- Where


@pytest.mark.parametrize(
    ("address", "formatted", "approximate"),
    [
        ({"street": "14 High St", "city": "Leeds", "country": "UK"}, "14 High St, Leeds, UK", "no"),
        ({"street": "1 Main St", "city": "X", "state": "OH", "country": "US"}, "1 Main St, X, OH, USA", "no"),
        ({"city": "Leeds", "country": "UK"}, "Leeds, UK", "yes"),
        ({"country": "UK"}, "Harbour, UK", "yes"),
        ({}, "Harbour", "yes"),
    ],
)
def test_how_exact_an_address_is_never_depends_on_its_commas(
    address: dict[str, str], formatted: str, approximate: str
) -> None:
    place = {"name": "Pier", "address": address, "region": "Harbour", "coordinates": ["53.8", "-1.55"]}
    found = record(place=place)
    assert (found["formatted_address"], found["approximate"]) == (formatted, approximate)
    assert ("latitude" in found) == (approximate == "no")


def test_a_home_shows_its_town_only() -> None:
    found = record(place="annas")
    assert (found["formatted_address"], found["approximate"]) == ("Millbrook, NY, USA", "yes")
    assert (found["region"], found["regions"]) == ("Hillside", ["Hillside"])
    told = json.dumps(found)
    for secret in ("Anna", "Secret Lane", "00015", "41.79", "Third floor"):
        assert secret not in told
    assert unsaid(place="annas")[0][0].startswith("it is in person and its street is not given")


def test_regions_go_from_large_to_small() -> None:
    found = record(place="library")
    assert (found["region"], found["sub_region"], found["regions"]) == (
        "Dutchess",
        "Old Town",
        ["Dutchess", "Old Town"],
    )


def test_coordinates_of_nowhere_are_left_out() -> None:
    place = {"name": "Pier", "address": {"street": "1 Quay", "city": "X", "country": "UK"}, "coordinates": ["0", "0"]}
    assert "latitude" not in record(place=place)


@pytest.mark.parametrize(
    ("fields", "formatted"),
    [
        ({}, "Millbrook, NY, USA"),  # where most meetings of the list are
        ({"timezone": "Europe/London"}, "London"),
        ({"timezone": "America/Indiana/Tell_City"}, "Tell City"),
        ({"timezone": "Etc/UTC"}, "Online"),
    ],
)
def test_a_meeting_online_has_a_rough_address_because_readers_drop_those_without(
    fields: dict[str, Any], formatted: str
) -> None:
    found, _ = fed({**ONLINE, **fields, "slug": "online"}, {"slug": "a"}, {"slug": "b", "place": "library"})
    (online,) = (r for r in found if r["slug"] == "online")
    assert (online["formatted_address"], online["approximate"]) == (formatted, "yes")


def test_a_place_that_is_closed_while_all_meet_online_says_so() -> None:
    found = record(attendance="online", online=ZOOM)
    assert found["types"][-1] == "TC"
    assert found["notes"] == "Online"
    assert "TC" not in record(online=ZOOM)["types"]
    assert record(online=ZOOM)["notes"] == "In person and online"


# --- Joining


def test_a_link_and_a_number_bring_no_passcode() -> None:
    found = record(online={**ZOOM, "notes": "The code is 778899"}, notes="Or say SeSaMe")
    assert found["conference_url"] == "https://zoom.us/j/5550100"
    assert found["conference_phone"] == "+12025550125"
    assert found["conference_url_notes"] == "Ask the group for the passcode."
    told = json.dumps(found)
    for secret in ("778899", "SeSaMe", "pwd", "*"):
        assert secret not in told


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://zoom.us/j/1", "https://zoom.us/j/1"),
        ("https://Us02Web.Zoom.us/j/1", "https://us02web.zoom.us/j/1"),
        ("https://meet.jit.si/Kreis-Ä", "https://meet.jit.si/Kreis-%C3%84"),
        ("https://evilzoom.us/j/1", None),
        ("https://jitsi.example.org/x", None),
    ],
)
def test_a_link_has_a_host_that_readers_know_and_is_whole(url: str, shown: str | None) -> None:
    assert record(**{**ONLINE, "online": {"url": url}}).get("conference_url") == shown


def test_another_host_is_named_with_a_link_to_our_page() -> None:
    fields = {**ONLINE, "online": {"url": "https://jitsi.example.org/x", "notes": "Knock twice"}}
    found = record(**fields)
    page = "https://example.org/hub/meetings/tuesday-circle/"
    assert found["conference_url_notes"] == f"jitsi.example.org: {page}\nKnock twice"
    assert unsaid(**fields)[0][0].startswith("its link leads to jitsi.example.org, which readers do not know")


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("+1 202 555 0125", "+12025550125"),
        ("+1 202 555 0125,,5550100#,,,,*123456#", "+12025550125,,5550100#"),
        ("+1 202 555 0125 *123#", "+12025550125"),
        ("555 0125", None),
    ],
)
def test_a_number_keeps_what_one_dials_and_loses_what_lets_one_in(phone: str, shown: str | None) -> None:
    (meeting,) = all_linked([{**TUESDAY_CIRCLE, **ONLINE}])
    changed = meeting.record.model_copy(update={"online": Online.model_construct(phone=phone)})
    changed_meeting = [replace(meeting, record=changed)]
    data, left = whole_feed(voice(), changed_meeting), list(unsaid_of(voice(), changed_meeting))
    assert json.loads(data)[0].get("conference_phone") == shown
    assert [reason for _, reason, _ in left if "ten digits" in reason] == ([] if shown else [left[0].reason])


def test_a_meeting_in_person_has_no_link() -> None:
    assert not [name for name in record(attendance="in-person", online=ZOOM) if name.startswith("conference")]
