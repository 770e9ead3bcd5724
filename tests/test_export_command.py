"""`handrail export` itself: what it writes, what it says, and how it ends."""

import json
from pathlib import Path

import pytest

from exports import LAYOUTS, exported, run_export
from hubs import run_process, write_hub
from imports.tried import hub_in

ONE = "meetings:\n  - {name: A, slug: a, day: monday, time: 19:00, minutes: 60, place: hall}\n"
PLACES = "places:\n  - {id: hall, name: Hall}\n  - {id: spare, name: Spare}\n"
GROUPS = "groups:\n  - {id: g, name: G}\n"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hub_in(tmp_path / "hub", meetings=ONE, places=PLACES, groups=GROUPS)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_shows_the_very_bytes_and_speaks_on_the_other_channel(hub: Path, layout: str) -> None:
    result = run_export(hub, layout)
    assert result.exit_code == 0
    assert result.stdout_bytes == exported(hub, layout)
    assert result.stderr == "Exported: 1 meeting.\n"


def test_it_writes_a_file(hub: Path, tmp_path: Path) -> None:
    result = run_export(hub, "csv", "-o", str(tmp_path / "all.csv"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "all.csv").read_bytes() == exported(hub, "csv")
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_a_file_that_cannot_be_written_ends_with_one(hub: Path, tmp_path: Path) -> None:
    result = run_export(hub, "csv", "-o", str(tmp_path / "no" / "all.csv"))
    assert result.exit_code == 1
    assert result.stderr.endswith('all.csv" cannot be written: no such file or directory\n')


def test_a_hub_with_mistakes_gives_its_problems_and_no_export(hub: Path, tmp_path: Path) -> None:
    write_hub(hub, {"content/meetings.yaml": ONE.replace("monday", "mondy")})
    result = run_export(hub, "csv", "-o", str(tmp_path / "all.csv"))
    assert result.exit_code == 1
    assert "error[" in result.stdout
    assert "content/meetings.yaml:2:" in result.stdout
    assert result.stderr == "Nothing is exported: mend the errors first.\n"
    assert not (tmp_path / "all.csv").exists()


def test_a_hub_without_meetings_has_nothing_to_export(tmp_path: Path) -> None:
    result = run_export(hub_in(tmp_path / "hub", places=PLACES), "json")
    assert result.exit_code == 1
    assert result.stderr == "Error: there are no meetings in this hub, so there is nothing to export\n"


@pytest.mark.parametrize("layout", ["xml", "", "CSV,"])
def test_an_unknown_layout_is_wrong_use(hub: Path, layout: str) -> None:
    assert run_export(hub, layout).exit_code == 2


def test_places_and_groups_that_no_meeting_names_go_along(hub: Path) -> None:
    (record,) = json.loads(exported(hub, "json"))
    assert [place["id"] for place in record["handrail"]["places"]] == ["hall", "spare"]
    assert [group["id"] for group in record["handrail"]["groups"]] == ["g"]


def test_the_bytes_are_the_same_in_any_place_and_process(hub: Path, tmp_path: Path) -> None:
    other = hub_in(tmp_path / "elsewhere" / "hub", meetings=ONE, places=PLACES, groups=GROUPS)
    for layout in LAYOUTS:
        file = tmp_path / f"out.{layout}"
        words = ("export", "--to", layout, "-o", str(file), "--today", "2026-11-22")
        run_process(other, *words, TZ="Asia/Tokyo", LC_ALL="C", PYTHONHASHSEED="7")
        assert file.read_bytes() == exported(hub, layout)
