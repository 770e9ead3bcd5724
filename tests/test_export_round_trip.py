"""What a hub exports, it gets back: the same records, in every layout, and nothing twice."""

import shutil
from pathlib import Path

import pytest

from exports import LAYOUTS, exported, moved, records_of
from hubs import REPOSITORY
from imports.tried import SAMPLES, data_files, imported

FIXTURES = sorted(file.name for file in SAMPLES.iterdir() if file.suffix in (".json", ".csv", ".ics"))


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    root = tmp_path / "sample"
    shutil.copytree(REPOSITORY / "content", root / "content")
    shutil.copy(REPOSITORY / "site.yaml", root / "site.yaml")
    return root


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_sample_hub_comes_back_whole(sample: Path, tmp_path: Path, layout: str) -> None:
    tried = moved(sample, layout, tmp_path / "new", with_private=True)
    before, after = records_of(sample), records_of(tmp_path / "new")
    assert after == before
    assert list(after) != []
    assert "Meetings: 14 new." in tried.report


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", FIXTURES)
def test_what_was_imported_from_elsewhere_comes_back_whole(tmp_path: Path, layout: str, name: str) -> None:
    imported(tmp_path / "old", name, (SAMPLES / name).read_bytes())
    moved(tmp_path / "old", layout, tmp_path / "new", with_private=True)
    assert records_of(tmp_path / "new") == records_of(tmp_path / "old")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", FIXTURES)
def test_an_export_changes_nothing_where_it_comes_from(tmp_path: Path, layout: str, name: str) -> None:
    imported(tmp_path / "hub", name, (SAMPLES / name).read_bytes())
    before = data_files(tmp_path / "hub")
    for with_private in (True, False):
        data = exported(tmp_path / "hub", layout, with_private=with_private)
        tried = imported(tmp_path / "hub", f"moved.{layout}", data)
        assert tried.files == before
        assert "edited" not in tried.report


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_export_changes_nothing_that_people_wrote(sample: Path, layout: str) -> None:
    before = data_files(sample)
    tried = imported(sample, f"moved.{layout}", exported(sample, layout))
    assert tried.files == before
    assert "look" not in tried.report


@pytest.mark.parametrize("layout", LAYOUTS)
def test_importing_an_export_again_changes_nothing(sample: Path, tmp_path: Path, layout: str) -> None:
    first = moved(sample, layout, tmp_path / "new")
    again = moved(sample, layout, tmp_path / "new")
    assert again.files == first.files
    assert "Nothing has changed" in again.report


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_export_is_the_same_each_time(sample: Path, layout: str) -> None:
    assert exported(sample, layout) == exported(sample, layout)
