"""Each layout, read from a small made-up file: what is written and what is said, to the letter.

Beside `imports/naws.csv` lie `imports/naws.expected`: the files and the report that its import gives. With `--accept`
they are written anew; read the difference.
"""

from pathlib import Path

import pytest

from handrail import importers
from handrail.importers import READERS
from hubs import run
from imports.tried import SAMPLES, Tried, data_files, imported

MADE_UP = sorted(file.name for file in SAMPLES.iterdir() if file.suffix in (".json", ".csv", ".ics"))


def as_told(tried: Tried) -> str:
    files = "".join(f"--- {path}\n{text}" for path, text in tried.files.items())
    return f"{files}=== report\n{tried.report}\n"


@pytest.mark.parametrize("name", MADE_UP)
def test_a_layout_is_read_as_before(tmp_path: Path, name: str, pytestconfig: pytest.Config) -> None:
    told = as_told(imported(tmp_path / "hub", name, (SAMPLES / name).read_bytes()))
    expected = SAMPLES / f"{name}.expected"
    if pytestconfig.getoption("accept"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MADE_UP)
def test_importing_again_changes_nothing(tmp_path: Path, name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    first = imported(tmp_path / "hub", name, data)
    again = imported(tmp_path / "hub", name, data)
    assert again.files == first.files
    assert again.report.endswith("\n\nNothing has changed, so nothing is written.")


@pytest.mark.parametrize("name", MADE_UP)
def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path, name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    dry = imported(tmp_path / "dry", name, data, dry_run=True)
    assert dry.files == {}
    wet = imported(tmp_path / "wet", name, data)
    assert dry.report.rpartition("\n")[0] == wet.report.rpartition("\n")[0]
    assert "Nothing is written, because of --dry-run; it would be: content/" in dry.report


@pytest.mark.parametrize("name", MADE_UP)
def test_nothing_private_is_in_the_report(tmp_path: Path, name: str) -> None:
    report = imported(tmp_path / "hub", name, (SAMPLES / name).read_bytes()).report
    for private in ("EXAMPLE", "555011", "Robin Example", "Pat Example", "555-01", "hunter2", "@example.org", "PO Box"):
        assert private not in report


@pytest.mark.parametrize("name", MADE_UP)
def test_a_hub_builds_with_what_was_imported_and_shows_nothing_private(tmp_path: Path, name: str) -> None:
    imported(tmp_path / "hub", name, (SAMPLES / name).read_bytes())
    answer = run(tmp_path / "hub", "build")
    assert answer.exit_code == 0, answer.output
    pages = "".join(
        file.read_text(encoding="utf-8")
        for file in (tmp_path / "hub/output").rglob("*")
        if file.suffix in (".html", ".ics", ".json", ".xml")
    )
    for private in ("EXAMPLE1", "EXAMPLE2", "EXAMPLE3", "EXAMPLE5", "EXAMPLE6", "Robin", "0141", "0143", "0144"):
        assert private not in pages


def test_two_files_do_not_get_in_each_others_way(tmp_path: Path) -> None:
    for name in MADE_UP:
        imported(tmp_path / "hub", name, (SAMPLES / name).read_bytes())
    before = data_files(tmp_path / "hub")
    for name in MADE_UP:
        imported(tmp_path / "hub", name, (SAMPLES / name).read_bytes())
    assert data_files(tmp_path / "hub") == before
    assert run(tmp_path / "hub", "build").exit_code == 0


def test_every_reader_is_registered() -> None:
    folder = Path(importers.__file__).parent
    with_reader = {file.stem for file in folder.glob("*.py") if "\nREADER = " in file.read_text(encoding="utf-8")}
    assert with_reader == {reader.read.__module__.rsplit(".", 1)[1] for reader in READERS}
