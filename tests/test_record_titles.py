"""Tabs and histories tell the page of a place, of a group and of another place apart when they have one name."""

import re
from pathlib import Path

from hubs import run
from imports.tried import hub_in, imported, records

TITLE = re.compile(r"<title>(.*?)</title>")


def test_a_place_and_a_group_of_one_name_have_two_titles(tmp_path: Path) -> None:
    same = {"location": "Harbor Lights", "group": "Harbor Lights", "name": "Harbor Lights"}
    imported(tmp_path / "hub", "a.json", records(same))
    assert "C704" not in run(tmp_path / "hub", "check").output
    assert run(tmp_path / "hub", "build").exit_code == 0
    found = {}
    for folder in ("places", "groups"):
        (page,) = (tmp_path / "hub" / "output" / folder).glob("*/index.html")
        match = TITLE.search(page.read_text(encoding="utf-8"))
        found[folder] = match and match[1]
    assert found == {
        "places": "Harbor Lights – Places – Riverside Circle",
        "groups": "Harbor Lights – Groups – Riverside Circle",
    }


def test_two_places_of_one_name_have_two_titles(tmp_path: Path) -> None:
    places = (
        "places:\n  - {id: a, name: St Mark's, region: North}\n  - {id: b, name: St Mark's, region: South}\n"
        "  - {id: c, name: Hall in the North, region: North}\n"
    )
    hub = hub_in(tmp_path / "hub", places=places)
    assert "C704" not in run(hub, "check").output
