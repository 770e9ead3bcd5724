"""What is private leaves a hub only when people say so, and then only in the part that Handrail reads."""

import csv
import io
import json
from pathlib import Path

import pytest

from exports import LAYOUTS, exported, moved, records_of, run_export
from imports.tried import hub_in, imported
from meeting_samples import unfolded

MEETINGS = """meetings:
  - name: Circle
    slug: circle
    day: tuesday
    time: 19:00
    place: hall
    online: {url: "https://zoom.us/j/5550100?pwd=OpenSesame", passcode: "778899", phone: "+1 202 555 0125 *4711#"}
    contact: {name: Rosalind, email: rosalind@example.org, phone: "+1 202 555 0161", publish: no}
    changes: [{date: 2026-12-22, time: 17:00, note: The code is 778899 as always}]
    notes: {en: Type 778899 to join, es: El código es 778899}
    topics: ["Ask\nRosalind"]
    verified_by: Bartholomew
    steward: Wilhelmina
  - name: At home
    slug: at-home
    day: friday
    time: 20:00
    place: home
    notes: "Ring at\n9 Secret Lane."
  - name: In a flat
    slug: in-a-flat
    by_appointment: yes
    place: {name: A flat, region: Hillside, private_venue: yes, address: {street: 5 Hidden Row, city: Millbrook}}
    contact: {email: open@example.org}
  - name: Not yet
    slug: not-yet
    draft: yes
    place: home
    contact: {name: Ottoline, publish: no}
"""
PLACES = """places:
  - {id: hall, name: The Hall, address: {street: 1 Elm Street, city: Millbrook, state: NY, country: US}}
  - id: home
    name: At a member's
    address: {street: 9 Secret Lane, city: Millbrook, state: NY, postal_code: "00015"}
    coordinates: [41.79012, -73.70012]
    directions: Third floor, ring twice
    region: Hillside
    private_venue: yes
"""
GROUPS = "groups:\n  - {id: g, name: G, steward: Theodosia, contact: {email: hidden@example.org, publish: no}}\n"
SECRETS = (
    "OpenSesame", "778899", "4711", "Rosalind", "rosalind@", "0161", "Bartholomew", "Wilhelmina", "Secret Lane",
    "00015", "41.79012", "73.70012", "Third floor", "Hidden Row", "Ottoline", "Theodosia", "hidden@",
)  # fmt: skip


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hub_in(tmp_path / "hub", meetings=MEETINGS, places=PLACES, groups=GROUPS)


def text_of(data: bytes, layout: str) -> str:
    return unfolded(data) if layout == "ics" else data.decode()


def for_others(data: bytes, layout: str) -> str:
    """Give what other systems read of an export."""
    if layout == "json":
        return json.dumps([{k: v for k, v in record.items() if k != "handrail"} for record in json.loads(data)])
    if layout == "csv":
        return str([row[:-1] for row in csv.reader(io.StringIO(data.decode()))])
    return "\n".join(line for line in unfolded(data).split("\r\n") if not line.startswith("X-HANDRAIL"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_private_is_in_an_export(hub: Path, layout: str) -> None:
    text = text_of(exported(hub, layout), layout)
    assert [secret for secret in SECRETS if secret in text] == []
    assert "At a member's" in text
    assert "open@example.org" in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_with_private_only_handrail_is_told(hub: Path, layout: str) -> None:
    data = exported(hub, layout, with_private=True)
    assert [secret for secret in SECRETS if secret not in text_of(data, layout)] == []
    assert [secret for secret in SECRETS if secret in for_others(data, layout)] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_others_are_told_to_ask_for_the_passcode(hub: Path, layout: str) -> None:
    assert "Ask the group for the passcode." in for_others(exported(hub, layout), layout)


def test_the_command_says_what_it_leaves_out(hub: Path) -> None:
    said = run_export(hub, "json").stderr
    assert said == (
        "Exported: 4 meetings.\n"
        "Left out because it is private: 3 contacts, 3 names of people who look after entries, 1 passcode, 5 texts that"
        " repeat something private and 2 ways to homes. With --with-private, the part for Handrail keeps it.\n"
    )
    assert run_export(hub, "json", "--with-private").stderr == "Exported: 4 meetings.\n"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_import_gives_all_but_what_is_private(hub: Path, tmp_path: Path, layout: str) -> None:
    moved(hub, layout, tmp_path / "new")
    before, after = records_of(hub), records_of(tmp_path / "new")
    assert after.keys() == before.keys()
    circle = after["meetings/circle"]
    assert circle.online.url == "https://zoom.us/j/5550100"
    assert circle.online.phone == "+1 202 555 0125"
    assert (circle.online.passcode, circle.contact, circle.notes, circle.steward) == (None, None, None, None)
    assert after["places/home"].address.city == "Millbrook"
    assert after["places/home"].address.street is None
    whole = before["meetings/in-a-flat"].model_dump()
    whole["place"]["address"]["street"] = None
    assert after["meetings/in-a-flat"].model_dump() == whole


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_private_stays_in_the_hub_that_has_it(tmp_path: Path, hub: Path, layout: str) -> None:
    new = tmp_path / "new"
    first = moved(hub, layout, new, with_private=True)
    assert records_of(new) == records_of(hub)
    again = imported(new, f"again.{layout}", exported(hub, layout))
    assert again.files == first.files


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_private_is_in_the_report_of_an_import(hub: Path, tmp_path: Path, layout: str) -> None:
    report = moved(hub, layout, tmp_path / "new", with_private=True).report
    assert [secret for secret in SECRETS if secret in report] == []


def test_a_shown_passcode_is_kept(tmp_path: Path) -> None:
    own = MEETINGS.replace('"778899", phone', '"778899", show_passcode: yes, phone')
    hub = hub_in(tmp_path / "hub", meetings=own, places=PLACES)
    record = json.loads(exported(hub, "json"))[0]
    assert record["handrail"]["meeting"]["online"]["passcode"] == "778899"
    assert "778899" not in str({name: value for name, value in record.items() if name != "handrail"})
