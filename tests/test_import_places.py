"""Where meetings are: addresses, shared places, homes, areas, coordinates, and how people take part."""

from pathlib import Path

import pytest

from handrail.importers.cleaning.postal import Address, parted
from imports.tried import hub_in, imported, records, refused

US = "US"


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("100 Example Street, Anytown, NY 10000, USA", ("100 Example Street", "Anytown", "NY", "10000", US)),
        ("12 Example Road, Exampletown, UK", ("12 Example Road", "Exampletown", "", "", "UK")),
        ("1 High St, Leeds LS1 4AB, United Kingdom", ("1 High St", "Leeds", "", "LS1 4AB", "UK")),
        ("Anytown, OK 12345, USA", ("", "Anytown", "OK", "12345", US)),
        ("Anytown, NY, USA", ("", "Anytown", "NY", "", US)),
        ("Hall, 3 Main St, Anytown, NY 10000-1234, USA", ("Hall, 3 Main St", "Anytown", "NY", "10000-1234", US)),
        ("100 Main St, Toronto, ON M5V 2T6, Canada", ("100 Main St", "Toronto", "ON", "M5V 2T6", "Canada")),
        ("Calle Mayor 3, 28013 Madrid, España", ("Calle Mayor 3", "Madrid", "", "28013", "España")),
        ("5 George St, Sydney NSW 2000, Australia", ("5 George St", "Sydney", "NSW", "2000", "Australia")),
        ("San Francisco, CA", ("", "San Francisco", "CA", "", "")),
        ("1 High Street", ("1 High Street", "", "", "", "")),
    ],
)
def test_an_address_is_parted(written: str, parts: tuple[str, ...]) -> None:
    assert parted(written) == Address(*parts)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"formatted_address": "12 elm st., Anytown, NY 10000, USA"}, "elm-street-hall"),
        ({"formatted_address": "12 Elm Street, Anytown"}, "elm-street-hall"),
        ({"location": "ELM STREET HALL"}, "elm-street-hall"),
        ({"location": ""}, "elm-street-hall"),
        ({"formatted_address": "90 Oak Street, Othertown, NY 10001, USA"}, "elm-street-hall-othertown"),
        ({"formatted_address": "90 Oak Street, Anytown, NY 10000, USA"}, "elm-street-hall-anytown"),
        ({"location": "Upper Room"}, "upper-room"),
    ],
)
def test_one_place_is_one_record(tmp_path: Path, fields: dict[str, object], told: str) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({}, {"slug": "b", **fields}))
    assert tried.meetings.endswith(f"    place: {told}\n")


def test_what_a_place_lacks_comes_from_later_records(tmp_path: Path) -> None:
    later = {"slug": "b", "location_notes": "Ring.", "region": "North", "latitude": 40.5, "longitude": "-74"}
    tried = imported(tmp_path / "hub", "a.json", records({}, later))
    assert "    coordinates: [40.5, -74]\n    region: North\n    directions: Ring.\n" in tried.places


def test_other_directions_stand_in_the_notes_and_other_facts_in_the_report(tmp_path: Path) -> None:
    first = {"location_notes": "Ring.", "region": "North", "latitude": 40.5, "longitude": -74}
    other = {"slug": "b", "location_notes": "Upstairs.", "region": "South", "latitude": 41.5, "longitude": -74}
    tried = imported(tmp_path / "hub", "a.json", records(first, other))
    assert tried.meetings.endswith("    notes: Upstairs.\n")
    assert "dropped   region: is another one in the first record of this place: South" in tried.report
    assert "dropped   coordinates: are others in the first record of this place: 41.5, -74" in tried.report


def test_a_place_of_the_hub_is_used_and_not_touched(tmp_path: Path) -> None:
    places = (
        "# ours\r\nplaces:\r\n- id: hall   # the big one\r\n  name: {en: Elm Street Hall, es: Sala}\r\n"
        "  address: {street: 12 Elm Street, city: Anytown}\r\n"
    )
    hub_in(tmp_path / "hub", places=places)
    tried = imported(tmp_path / "hub", "a.json", records({"region": "North"}, {"slug": "b", "location": "Mill"}))
    written = (tmp_path / "hub/content/places.yaml").read_bytes().decode()
    assert written.startswith(places)
    assert written.removeprefix(places).startswith("\r\n- id: mill\r\n  name: Mill\r\n")
    assert "    place: hall\n" in tried.meetings
    assert "dropped   region: is another one in content/places.yaml, which stays as it is: North" in tried.report


def test_places_that_end_in_another_way_are_not_touched(tmp_path: Path) -> None:
    hub_in(tmp_path / "hub", places="places: [{id: a, name: A}]\n")
    answer = refused(tmp_path / "hub", "a.json", records({}))
    assert answer.startswith("nothing can be added behind what content/places.yaml holds\nlet it end with the list")


@pytest.mark.parametrize("name", ["A member's house", "Private residence", "Member’s home", "Robin's house", "my flat"])
def test_a_home_shows_its_region_only(tmp_path: Path, name: str) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"location": name, "latitude": 40.5, "longitude": -74}))
    assert "      address: {street: 12 Elm Street, city: Anytown" in tried.meetings
    assert "      region: Anytown\n      private_venue: yes\n" in tried.meetings
    assert "Robin" not in tried.everything
    assert tried.places == ""
    assert "coordinates: are left out, because the place is not told exactly" in tried.report
    assert "12 Elm" not in tried.report


def test_a_town_alone_is_no_place_to_go_to(tmp_path: Path) -> None:
    fields = {"location": "", "formatted_address": "Anytown, NY 10000, USA"}
    tried = imported(tmp_path / "hub", "a.json", records(fields))
    assert "  # A draft: only the area is known, and nothing says how to ask.\n" in tried.meetings
    assert "      region: Anytown\n      private_venue: yes\n    draft: yes\n" in tried.meetings


def test_a_meeting_online_needs_no_town(tmp_path: Path) -> None:
    fields = {
        "location": "",
        "formatted_address": "Anytown, NY, USA",
        "region": "North",
        "location_notes": "Be early.",
        "conference_url": "https://zoom.us/j/1",
    }
    tried = imported(tmp_path / "hub", "a.json", records(fields))
    assert "place" not in tried.meetings
    assert "    notes: Be early.\n" in tried.meetings
    assert "dropped   address: tells no place, and a meeting online needs none: North, Anytown, NY, US" in tried.report


@pytest.mark.parametrize(
    ("latitude", "longitude", "told"),
    [
        ("40.712776", "-74.005974", "coordinates: [40.71278, -74.00597]"),
        (40.5, -74, "coordinates: [40.5, -74]"),
        ("0", "0.000", "lie in the ocean at 0, 0"),
        ("95", "10", "are no point on earth: 95, 10"),
        ("north", "west", "are no point on earth: north, west"),
        ("40.7", "", "are no single point: 40.7"),
    ],
)
def test_coordinates_are_kept_where_they_tell_a_place(
    tmp_path: Path, latitude: object, longitude: object, told: str
) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"latitude": latitude, "longitude": longitude}))
    assert told in tried.places + tried.report


@pytest.mark.parametrize("word", ["yes", True, "TRUE"])
def test_an_approximate_place_shows_its_region_only(tmp_path: Path, word: object) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"approximate": word}))
    assert "      region: Anytown\n      private_venue: yes\n" in tried.meetings
    assert "look      approximate: says that the place is not told exactly" in tried.report


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"types": "O", "conference_url": "https://zoom.us/j/1"}, "    online: {url: https://zoom.us/j/1}\n    types"),
        ({"types": "TC", "conference_url": "https://zoom.us/j/1"}, "    attendance: online\n"),
        ({"types": "TC"}, "    status: {paused: yes, reason: The place is closed for now.}\n"),
        ({"attendance_option": "inactive"}, "    status: {paused: yes, reason: It does not meet for now.}\n"),
        ({"attendance_option": "in_person", "conference_url": "https://zoom.us/j/1"}, "    attendance: in-person\n"),
        ({"attendance_option": "online", "conference_url": "https://zoom.us/j/1"}, "    attendance: online\n"),
        ({"attendance_option": "online"}, "  # A draft: it is said to be online, and nothing says how to join.\n"),
        ({"location": "", "formatted_address": ""}, "  # A draft: nothing says where it is or how to join.\n"),
        ({"location": "TBA", "formatted_address": ""}, "    place: {name: Not known yet}\n    draft: yes\n"),
    ],
)
def test_how_people_take_part(tmp_path: Path, fields: dict[str, object], told: str) -> None:
    assert told in imported(tmp_path / "hub", "a.json", records(fields)).meetings


def test_directions_in_an_address_stand_apart(tmp_path: Path) -> None:
    fields = {"formatted_address": "", "address": "5 Elm St, Anytown, NY 10000, US @ third floor, round the back"}
    tried = imported(tmp_path / "hub", "a.json", records(fields))
    assert "address: {street: 5 Elm St, city: Anytown, state: NY" in tried.places
    assert "    directions: third floor, round the back\n" in tried.places
