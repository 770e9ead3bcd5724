"""What a build does to the disk, and what it never does."""

from datetime import date
from pathlib import Path

import pytest

from handrail.build import BuildRequest, BuildResult, build
from hubs import tree, write_hub
from tiny_theme import tiny_theme

SITE = "name: Circle\nurl: https://example.org/hub/\ntheme: {name: tiny}\nhelplines: [US]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    about = "---\ntitle: About\nredirects: [/who-we-are/]\n---\n\n[Home](index.md)\n"
    return write_hub(tmp_path / "hub", {**tiny_theme(), "site.yaml": SITE, "content/about.md": about})


def built(root: Path, output: str = "output", **options: bool | str) -> BuildResult:
    return build(BuildRequest(root, date(2026, 11, 22), Path(output), **options))  # type: ignore[arg-type]  # options of a request


def test_an_error_leaves_the_last_good_site_whole(root: Path) -> None:
    built(root)
    before = tree(root / "output")
    (root / "content/about.md").write_text("---\ntitel: About\n---\n")
    (root / "content/new.md").write_text("---\ntitle: New\n---\n")
    result = built(root)
    assert not result.is_written
    assert [problem.code for problem in result.problems] == ["F201"]
    assert tree(root / "output") == before


def test_a_warning_stops_a_strict_build_only(root: Path) -> None:
    (root / "content/about.md").write_text("---\ntitle: About\n---\n\n<script>x</script>\n")
    assert not built(root, strict=True).is_written
    assert not (root / "output").exists()
    assert built(root).is_written


def test_a_strict_build_that_found_warnings_is_not_taken_for_up_to_date(root: Path) -> None:
    (root / "content/about.md").write_text("---\ntitle: About\n---\n\n<script>x</script>\n")
    assert built(root).is_written
    assert not built(root, strict=True).is_written


def test_a_page_that_is_gone_takes_its_folder_along(root: Path) -> None:
    built(root)
    (root / "content/about.md").unlink()
    assert set(built(root).changed) >= {"about/index.html", "who-we-are/index.html"}
    assert not (root / "output/about").exists()
    assert not (root / "output/who-we-are").exists()


def test_a_file_of_somebody_else_is_never_deleted(root: Path) -> None:
    built(root)
    theirs = root / "output/about/notes.txt"
    theirs.write_text("mine")
    (root / "content/about.md").unlink()
    built(root)
    assert theirs.read_text() == "mine"


@pytest.mark.parametrize("output", [".", "..", "content", "content/site", "themes/x"])
def test_the_hubs_own_folders_are_no_place_to_write(root: Path, output: str) -> None:
    before = tree(root)
    result = built(root, output)
    assert [problem.code for problem in result.problems] == ["P603"]
    assert {path: data for path, data in tree(root).items() if not path.startswith(".handrail/")} == before


def test_a_folder_with_somebody_elses_files_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/letter.txt").write_text("Dear")
    result = built(root, str(tmp_path / "documents"))
    assert [problem.code for problem in result.problems] == ["P603"]
    assert tree(tmp_path / "documents") == {"letter.txt": b"Dear"}


def test_our_own_folder_is_known_again_when_the_manifest_is_lost(root: Path) -> None:
    built(root)
    for file in (root / ".handrail").iterdir():
        file.unlink()
    assert built(root).is_written


def test_a_link_out_of_the_output_folder_is_not_followed(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "output").mkdir()
    (root / "output/index.html").write_text('<meta name="generator" content="Handrail">')
    (root / "output/about").symlink_to(elsewhere)
    result = built(root)
    assert "P604" in [problem.code for problem in result.problems]
    assert list(elsewhere.iterdir()) == []


def test_two_output_folders_do_not_disturb_each_other(root: Path) -> None:
    built(root)
    built(root, "portable", portable=True)
    assert built(root).changed == ()
    assert b'href="../index.html"' not in (root / "output/about/index.html").read_bytes()
    assert b'href="../index.html"' in (root / "portable/about/index.html").read_bytes()


def test_every_address_is_relative_but_those_of_the_lost_page(root: Path) -> None:
    built(root)
    about = (root / "output/about/index.html").read_text()
    assert '<a href="../">Home</a>' in about
    assert "[/hub/help/]" in (root / "output/404.html").read_text()
    assert "[../help/]" in about


def test_another_base_address_replaces_the_settings(root: Path) -> None:
    built(root, base_url="https://other.example/")
    assert "https://other.example/about/" in (root / "output/sitemap.xml").read_text()
    assert "[/help/]" in (root / "output/404.html").read_text()
    assert (root / "output/CNAME").read_text() == "other.example\n"
