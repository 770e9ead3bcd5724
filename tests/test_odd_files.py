"""Files that are odd in themselves give no traceback, and no mistake touches the last good site.

`run` raises what the program does not expect, so a test that reaches its end has seen no traceback.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from full_hub import photo
from hubs import HOME, SITE, run, tree, write_hub


def link_to_itself(file: Path) -> None:
    file.symlink_to(file.name)


def link_in_a_circle(file: Path) -> None:
    file.symlink_to("b.md")
    file.with_name("b.md").symlink_to(file.name)


def link_to_nothing(file: Path) -> None:
    file.symlink_to("gone.md")


def link_upwards(file: Path) -> None:
    file.symlink_to("..")


def name_not_utf_8(file: Path) -> None:
    (file.parent / os.fsdecode(b"caf\xe9.md")).write_text(HOME)


def name_too_long_for_a_picture(file: Path) -> None:
    file.with_name(f"{'n' * 251}.png").write_bytes(photo("PNG"))
    file.write_text(f"---\ntitle: Long\n---\n\n![Long]({'n' * 251}.png)\n")


def folders_in_folders(file: Path) -> None:
    folder = file.parent / "/".join("f" * 300)
    folder.mkdir(parents=True)
    (folder / "deep.md").write_text(HOME)


def folder_named(name: str) -> Callable[[Path], None]:
    return lambda file: file.with_name(name).mkdir()


def file_named(name: str) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        file.with_name(name).write_text(HOME)

    return write


ODDITIES: dict[str, Callable[[Path], None]] = {
    "a pipe": os.mkfifo,
    "a link to itself": link_to_itself,
    "links in a circle": link_in_a_circle,
    "a link to nothing": link_to_nothing,
    "a link upwards": link_upwards,
    "a folder like a page": folder_named("a.md"),
    "a folder like a data file": folder_named("places.yaml"),
    "a folder like a picture": folder_named("a.png"),
    "a name that is not UTF-8": name_not_utf_8,
    "a name with a line break": file_named("a\nb.md"),
    "a name with a backslash": file_named("a\\b.md"),
    "a name with a question mark": file_named("a?.md"),
    "a name with a quote": file_named("a'\"b.md"),
    "a name of dots": file_named("....md"),
    "a name without letters": file_named("—.md"),
    "a name with combining signs": file_named("a\u0301\u0301.md"),
    "a very long name": file_named(f"{'n' * 252}.md"),
    "a very long name of a picture": name_too_long_for_a_picture,
    "folders in folders": folders_in_folders,
}


@pytest.mark.parametrize("oddity", ODDITIES)
def test_an_odd_file_gives_no_traceback(oddity: str, tmp_path: Path, memory: Path) -> None:
    root = write_hub(tmp_path / "hub", {})
    (root / ".handrail").symlink_to(memory)
    ODDITIES[oddity](root / "content/a.md")
    assert run(root, "build").exit_code in (0, 1)


BREAKAGES = {
    "site.yaml": b'name: "Circle\n',
    "content/index.md": b"---\ntitel: Home\n---\n",
    "content/new.md": b"---\ntitle: New\n---\n\n[x](y.md)\n",
    "content/cafe.md": "---\ntitle: Café\n---\n".encode("latin-1"),
    "content/places.yaml": b"places:\n  - name: Library\n",
    "content/a.png": b"no picture",
    "content/a?.md": b"---\ntitle: Now\n---\n",
    "content/about/index.md": b"---\ntitle: The other\n---\n",
    "themes/mine/theme.yaml": b"nam: mine\n",
    "themes/mine/templates/page.html": b"{{ entry.titel }}",
    "themes/mine/templates/home.html": b"{{ home.image.src }}",
    "themes/mine/translations/es.po": b'msgid "Home"\nmsgstr "Inicio\n',
}


@pytest.fixture(scope="module")
def good_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = f"{SITE}theme: {{name: mine}}\n"
    about = "---\ntitle: About\n---\n\nWho we are.\n"
    files = {"site.yaml": site, "content/about.md": about, "themes/mine/theme.yaml": "name: mine\nextends: harbor\n"}
    return write_hub(tmp_path_factory.mktemp("good"), files)


@pytest.mark.parametrize("path", BREAKAGES)
def test_an_error_leaves_the_last_good_site_whole_byte_for_byte(path: str, good_hub: Path) -> None:
    file = good_hub / path
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_bytes() if file.exists() else None
    assert run(good_hub, "build").exit_code == 0
    published = tree(good_hub / "output")
    file.write_bytes(BREAKAGES[path])
    try:
        assert (run(good_hub, "build").exit_code, tree(good_hub / "output")) == (1, published)
    finally:
        file.unlink()
        if before is not None:
            file.write_bytes(before)
