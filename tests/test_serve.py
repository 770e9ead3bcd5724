"""The preview follows every save, tells every open page, and never stands still."""

import queue
import threading
from pathlib import Path

import pytest

from handrail.build import BuildRequest, BuildResult, build
from previews import DEADLINE, EDITED, PAGE, copy, previewed, write_pages, write_tiny_hub


def test_an_edit_is_served(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with previewed(tmp_path, build) as preview:
        (tmp_path / "content" / "index.md").write_text(EDITED)
        preview.next_round()
        assert "Other words." in preview.get("/").text


def test_an_edit_reloads_the_open_page(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy) as preview, preview.tab("/") as tab:
        (tmp_path / "content" / "index.html").write_text(PAGE.replace("first", "other"))
        assert tab.heard() == {"command": "reload", "path": "*", "liveCSS": None, "liveImg": True}


def test_five_files_saved_at_once_make_one_build(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy, quiet=0.5) as preview:
        for number in range(5):
            (tmp_path / "content" / f"{number}.html").write_text(PAGE)
        preview.next_round()
        with pytest.raises(queue.Empty):
            preview.rounds.get(timeout=1.0)


def test_an_atomic_save_is_served(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy) as preview:
        (tmp_path / "content" / ".index.html.new").write_text(PAGE.replace("first", "other"))
        (tmp_path / "content" / ".index.html.new").replace(tmp_path / "content" / "index.html")
        preview.next_round()
        assert "The other words." in preview.get("/").text


def test_a_page_in_a_new_folder_is_served(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with previewed(tmp_path, build) as preview:
        (tmp_path / "content" / "guidelines").mkdir()
        (tmp_path / "content" / "guidelines" / "kindness.md").write_text("---\ntitle: Kindness\n---\nBe kind.\n")
        preview.until(lambda: "Be kind." in preview.get("/guidelines/kindness/").text)


def test_a_page_is_answered_while_a_build_goes_on(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    is_building, may_end = threading.Event(), threading.Event()

    def slow(request: BuildRequest) -> BuildResult:
        if (tmp_path / "content" / "slow.html").exists():
            is_building.set()
            may_end.wait(DEADLINE)
        return copy(request)

    with previewed(tmp_path, slow) as preview:
        (tmp_path / "content" / "slow.html").touch()
        is_building.wait(DEADLINE)
        answer = preview.get("/")
        still_building = not may_end.is_set()
        may_end.set()
        assert (answer.status, still_building) == (200, True)


def test_reading_starts_no_build(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy) as preview:
        preview.get("/")
        (tmp_path / "content" / "index.html").read_bytes()
        with pytest.raises(queue.Empty):
            preview.rounds.get(timeout=1.0)


def test_a_second_preview_in_the_same_process_still_watches(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy):
        pass
    with previewed(tmp_path, copy) as preview, preview.tab("/") as tab:
        (tmp_path / "content" / "index.html").write_text(PAGE.replace("first", "other"))
        assert tab.heard()["command"] == "reload"


def test_an_open_page_that_missed_a_reload_is_told_when_it_connects(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy) as preview, preview.tab("/", is_asked_for=False) as tab:
        assert tab.heard() == {"command": "reload", "path": "*", "liveCSS": False}
