"""What `handrail why` says of a page, and that it only looks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handrail.manifest import Written
from handrail.output import Output
from handrail.plan import Key, Planned
from handrail.why import OnDisk, reasons, spellings
from hubs import TODAY, Answer, run, tree, write_hub
from tiny_theme import tiny_theme

SITE = "name: Circle\nurl: https://example.org/hub/\ntheme: {name: tiny}\n"
PARTS = {
    "themes/tiny/templates/page.html": '{% extends "frame.html" %}{% block main %}{{ entry.html }}{% endblock %}\n',
    "themes/tiny/templates/frame.html": '{% import "words.html" as w %}{{ w.hello() }}{% block main %}{% endblock %}\n',
    "themes/tiny/templates/words.html": "{% macro hello() %}Hello{% endmacro %}\n",
}
SLEEP = "---\ntitle: Sleep\n---\n\nRest.\n"
USAGE = "Usage: handrail why [OPTIONS] PATH\nTry 'handrail why --help' for help.\n\nError: "
PAGE = """sleep/index.html
  address       https://example.org/hub/sleep/
  comes from    content/sleep.md
                site.yaml, as every page
  made by       themes/tiny/templates/page.html
                and themes/tiny/templates/frame.html
                and themes/tiny/templates/words.html
"""


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    root: Path = write_hub(tmp_path, {**tiny_theme(), **PARTS, "site.yaml": SITE, "content/sleep.md": SLEEP})
    return root


@pytest.fixture
def built(hub: Path) -> Path:
    assert run(hub, "build").exit_code == 0
    return hub


def why(hub: Path, path: str, *options: str) -> Answer:
    return run(hub, "why", path, "--today", TODAY, *options)


def next_build(hub: Path, path: str = "sleep/", *options: str) -> str:
    """Give what is said of the next build, on one line."""
    return " ".join(why(hub, path, *options).output.partition("next build")[2].split())


def rewrite(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text().replace(old, new))


def test_a_page_that_was_never_built_says_what_it_is_made_from(hub: Path) -> None:
    outlook = "  next build    makes it: there was no build into output/ yet\n"
    assert why(hub, "sleep/") == Answer(0, f"{PAGE}{outlook}")


def test_a_page_of_which_nothing_changed_stays(built: Path) -> None:
    outlook = "  next build    leaves it as it is: nothing that it is made from changed\n"
    assert why(built, "sleep/") == Answer(0, f"{PAGE}{outlook}")


def test_nothing_is_written(built: Path) -> None:
    (built / "content/new.md").write_text(SLEEP)
    before = tree(built)
    why(built, "new/")
    assert tree(built) == before


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "its text": (
        lambda hub: rewrite(hub / "content/sleep.md", "Rest.", "Rest well."),
        "- what it shows changed: its text or header, the style, or what it has from other pages or site.yaml",
    ),
    "a template two steps away": (
        lambda hub: rewrite(hub / "themes/tiny/templates/words.html", "Hello", "Welcome"),
        "- its template, one that the template uses, or the theme's texts changed",
    ),
    "the file, by hand": (
        lambda hub: rewrite(hub / "output/sleep/index.html", "Rest.", "Rust."),
        "- the file was changed by hand since it was written",
    ),
    "the file, away": (
        lambda hub: (hub / "output/sleep/index.html").unlink(),
        "- the file was deleted by hand since it was written",
    ),
    "the memory of the last build": (
        lambda hub: [file.write_text("{") for file in (hub / ".handrail").glob("manifest*")],
        "makes it: there was no build into output/ yet",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_named(built: Path, change: str) -> None:
    make, said = CHANGES[change]
    make(built)
    assert next_build(built).removeprefix("makes it again: ") == said


@pytest.mark.parametrize("change", CHANGES)
def test_the_next_build_does_as_was_said(built: Path, change: str) -> None:
    CHANGES[change][0](built)
    run(built, "build")
    assert next_build(built) == "leaves it as it is: nothing that it is made from changed"


def test_a_new_page_was_never_built(built: Path) -> None:
    (built / "content/new.md").write_text(SLEEP)
    assert next_build(built, "content/new.md") == "makes it again: - it was never built"


PLANNED = Planned(Output("a/index.html", "page.html", {}), Key("recipe", "view", "engine"))
WRITTEN = Written("recipe", "view", "engine", "content/a.md", "page.html", "digest", 1, 1)
SHOWN = "what it shows changed: its text or header, the style, or what it has from other pages or site.yaml"


@pytest.mark.parametrize(
    ("written", "on_disk", "expected"),
    [
        (WRITTEN, OnDisk.SAME, ()),
        (WRITTEN._replace(engine="older"), OnDisk.SAME, ("Handrail or a library it uses changed",)),
        (WRITTEN._replace(made_by="story.html"), OnDisk.SAME, ("it was made by story.html before",)),
        (WRITTEN._replace(digest=""), OnDisk.SAME, ("the last build was stopped before it was written",)),
        (
            WRITTEN._replace(recipe="older", view="older", engine="older"),
            OnDisk.MISSING,
            (
                "its template, one that the template uses, or the theme's texts changed",
                SHOWN,
                "Handrail or a library it uses changed",
                "the file was deleted by hand since it was written",
            ),
        ),
    ],
)
def test_every_part_that_changed_is_named(written: Written, on_disk: OnDisk, expected: tuple[str, ...]) -> None:
    assert reasons(PLANNED, written, on_disk) == expected


def test_another_address_makes_other_pages(built: Path) -> None:
    assert next_build(built, "sleep/", "--base-url", "https://example.org/new/").startswith("makes it again: ")


def test_another_folder_has_its_own_builds(built: Path) -> None:
    assert next_build(built, "sleep/", "--output", "site") == "makes it: there was no build into site/ yet"


@pytest.mark.parametrize(
    "path",
    [
        "sleep",
        "sleep/index.html",
        "/sleep/",
        "/hub/sleep/",
        "https://example.org/hub/sleep/#rest",
        "output/sleep/",
        "content/sleep.md",
        "./content/sleep.md",
    ],
)
def test_a_page_goes_by_many_names(built: Path, path: str) -> None:
    assert why(built, path).output.startswith(PAGE)


def test_a_file_is_known_from_another_folder_too(built: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    for path in (built / "content/sleep.md", built / "output/sleep/index.html"):
        assert why(elsewhere, str(path), "--root", str(built)).output.startswith(PAGE)


@pytest.mark.parametrize("path", ["", "/", ".", "index.html", "https://example.org/hub/"])
def test_the_first_page_has_an_empty_address(built: Path, path: str) -> None:
    assert why(built, path).output.startswith("index.html\n  address       https://example.org/hub/\n")


def test_spellings_never_fail() -> None:
    assert spellings("http://[x", None) == ("http:/[x",)


def test_a_list_comes_from_the_pages_it_lists(hub: Path) -> None:
    for path in ("content/stories/one.md", "content/stories/two.md"):
        write_hub(hub, {"site.yaml": SITE, path: SLEEP})
    said = why(hub, "stories/").output.partition("comes from")[2].partition("made by")[0]
    assert " ".join(said.split()) == "content/stories/one.md content/stories/two.md site.yaml, as every page"


def test_a_data_file_makes_a_page_for_each_record(built: Path) -> None:
    (built / "content/places.yaml").write_text("places:\n  - {id: hall, name: Hall}\n  - {id: park, name: Park}\n")
    paths = [line for line in why(built, "content/places.yaml").output.splitlines() if not line.startswith(" ")]
    assert paths == ["places/hall/index.html", "", "places/park/index.html"]


def test_a_file_of_a_function_names_it(built: Path) -> None:
    assert why(built, "robots.txt").output == (
        "robots.txt\n"
        "  address       https://example.org/hub/robots.txt\n"
        "  comes from    pages from all over the hub\n"
        "  made by       the function text of Handrail\n"
        "  next build    leaves it as it is: nothing that it is made from changed\n"
    )


def test_a_page_that_is_gone_is_removed(built: Path) -> None:
    (built / "content/sleep.md").unlink()
    assert why(built, "sleep/") == Answer(
        0,
        "sleep/index.html\n"
        "  came from     content/sleep.md\n"
        "  made by       page.html\n"
        "  next build    removes it, because nothing makes it any more\n",
    )


def test_a_draft_makes_nothing(hub: Path) -> None:
    (hub / "content/draft.md").write_text("---\ntitle: Draft\ndraft: yes\n---\n")
    said = "content/draft.md\n  no file is made from it: it is a draft, or its end date has passed\n"
    assert why(hub, "content/draft.md") == Answer(0, said)


def test_a_document_that_no_page_links_to_makes_nothing(hub: Path) -> None:
    (hub / "content/flyer.pdf").write_bytes(b"%PDF-1.7")
    assert why(hub, "content/flyer.pdf").output == "content/flyer.pdf\n  no file is made from it: no page uses it\n"


def test_a_template_shapes_the_pages_that_use_it(built: Path) -> None:
    rewrite(built / "themes/tiny/templates/words.html", "Hello", "Welcome")
    assert why(built, "themes/tiny/templates/words.html").output == (
        "themes/tiny/templates/words.html\n"
        "  shapes 1 file; the next build makes 1 of them again\n"
        "  - sleep/index.html\n"
    )


def test_a_template_of_a_theme_that_is_not_used_shapes_nothing(built: Path) -> None:
    path = "themes/harbor/templates/base.html"
    assert why(built, path).output == f"{path}\n  no file is made from it: no page uses it\n"


def test_the_settings_shape_every_file(built: Path) -> None:
    count = len(tree(built / "output"))
    first = f"site.yaml\n  shapes {count} files; the next build makes 0 of them again\n"
    assert why(built, "site.yaml").output.startswith(first)


def test_mistakes_in_the_hub_stop_the_next_build(built: Path) -> None:
    (built / "content/broken.md").write_text("---\ntitel: Broken\n---\n")
    assert next_build(built) == "writes nothing: the hub has mistakes; handrail check names them"


def test_a_page_with_a_mistake_is_told_so(hub: Path) -> None:
    (hub / "content/broken.md").write_text("---\ntitle: Broken\nreviewed: soon\n---\n")
    assert why(hub, "content/broken.md").output == (
        "content/broken.md\n"
        '  no file is made from it: "reviewed" should be a date, such as 2026-11-22, not "soon"\n'
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("slep/", 'did you mean "sleep/"?'),
        ("content/slep.md", 'did you mean "content/sleep.md"?'),
        ("zzzzzz", "name a page by its address, or by its file in content/"),
    ],
)
def test_an_unknown_path_gets_the_nearest_one(built: Path, path: str, hint: str) -> None:
    assert why(built, path) == Answer(2, f'{USAGE}nothing is known about "{path}"; {hint}\n')
