"""`handrail import` itself: what it says, how it ends, and that it writes all or nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from handrail.cli.import_ import command
from imports.tried import SITE, data_files, hub_in, records

UNSET = {"SOURCE_DATE_EPOCH": None, "GITHUB_ACTIONS": None}


def run_import(*arguments: object) -> Result:
    words = [str(word) for word in arguments]
    return CliRunner(env=UNSET).invoke(command, words, prog_name="handrail import", catch_exceptions=False)


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hub_in(tmp_path / "hub")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    source = tmp_path / "feed.json"
    source.write_text(records({"types": ["O", "Potluck"]}), encoding="utf-8")
    return source


def test_it_writes_and_reports_and_ends_well_even_with_losses(hub: Path, file: Path) -> None:
    result = run_import(file, "--root", hub, "--today", "2026-11-22")
    assert result.exit_code == 0
    assert result.output == (
        "feed.json is Meeting Guide JSON. It holds 1 record.\n"
        "\n"
        "In the whole file\n"
        "  repaired  country: is written US (1 record)\n"
        "\n"
        "record 1, Circle (circle)\n"
        "  dropped   types: is no type that Handrail knows: Potluck\n"
        "\n"
        "Meetings: 1 new.\n"
        "New places: 1. New groups: 0.\n"
        "  dropped       1  not kept\n"
        "  repaired      1  written in another way, the meaning is the same\n"
        "\n"
        "Written: content/places.yaml and content/meetings/feed.yaml.\n"
    )
    assert [*data_files(hub)] == ["content/meetings/feed.yaml", "content/places.yaml"]


def test_a_dry_run_writes_nothing(hub: Path, file: Path) -> None:
    result = run_import(file, "--root", hub, "--dry-run")
    assert result.exit_code == 0
    assert data_files(hub) == {}
    assert result.output.endswith(
        "Nothing is written, because of --dry-run; it would be: content/places.yaml and content/meetings/feed.yaml.\n"
    )


@pytest.mark.parametrize("data", ["", "<html>", "nonsense", "[]"])
def test_a_file_that_cannot_be_read_ends_with_one(hub: Path, file: Path, data: str) -> None:
    file.write_text(data, encoding="utf-8")
    result = run_import(file, "--root", hub)
    assert result.exit_code == 1
    assert result.output.startswith("Error: this file ")
    assert data_files(hub) == {}


def test_a_file_without_anything_to_keep_ends_with_one_and_a_report(hub: Path, file: Path) -> None:
    file.write_text('[{"name": "", "slug": "x", "notes": "?"}]', encoding="utf-8")
    result = run_import(file, "--root", hub)
    assert result.exit_code == 1
    assert "dropped   the record: has no name, no time and no place" in result.output


@pytest.mark.parametrize("arguments", [[], ["missing.json"], ["--root", "missing", "x"], ["--today", "never", "x"]])
def test_wrong_use_ends_with_two(hub: Path, arguments: list[str]) -> None:  # noqa: ARG001
    assert run_import(*arguments).exit_code == 2


def test_a_folder_that_is_no_hub_is_told(tmp_path: Path, file: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run_import(file, "--root", tmp_path / "empty")
    assert result.exit_code == 1
    assert "name the hub's folder with --root" in result.output


def test_when_one_file_cannot_be_written_none_is(hub: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (hub / "content/places.yaml").write_text("places:\n  - {id: a, name: A}\n", encoding="utf-8")
    before = data_files(hub)
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "feed.yaml":
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    result = run_import(file, "--root", hub)
    assert result.exit_code == 1
    assert "cannot be written: no space left on device" in result.output
    assert data_files(hub) == before
    assert [item.name for item in (hub / "content").rglob("*.tmp")] == []


def test_nothing_is_written_behind_a_link_that_leads_out(tmp_path: Path, file: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    root = hub_in(tmp_path / "hub")
    (root / "content/meetings").symlink_to(outside)
    result = run_import(file, "--root", root)
    assert result.exit_code == 1
    assert [*outside.iterdir()] == []


def test_a_file_too_large_for_a_hub_is_told(hub: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handrail.importers.run.MAX_TEXT_BYTES", 300)
    result = run_import(file, "--root", hub)
    assert result.exit_code == 1
    assert "would be larger than 0 MB, which Handrail does not read" in result.output
    assert data_files(hub) == {}


def test_a_site_in_spanish_gives_its_reasons_in_spanish(hub: Path, file: Path) -> None:
    (hub / "site.yaml").write_text(f"{SITE}language: es\n", encoding="utf-8")
    file.write_text(records({"types": "TC"}), encoding="utf-8")
    run_import(file, "--root", hub)
    assert "reason: El lugar está cerrado por ahora." in data_files(hub)["content/meetings/feed.yaml"]
