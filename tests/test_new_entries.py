"""What `handrail new KIND TITLE` writes, and what it never overwrites."""

import json
import re
from pathlib import Path

import pytest

from handrail.kinds import KINDS
from handrail.load import PACKAGE
from handrail.scaffold.entry import WRITABLE
from hubs import Answer, run, tree, write_hub
from tiny_theme import tiny_theme

DAY = "2026-11-22"
SITE = "name: Circle\nurl: https://example.org/hub/\nlanguages: [en, es]\ntheme: {name: tiny}\n"
USAGE = "Usage: handrail new [OPTIONS] DIR|KIND [TITLE]\nTry 'handrail new --help' for help.\n\nError: "


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    root: Path = write_hub(tmp_path / "hub", {**tiny_theme(), "site.yaml": SITE})
    return root


def new(root: Path, *arguments: str) -> Answer:
    return run(root, "new", *arguments, "--today", DAY)


def problems_of(root: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run(root, "build", "--report", "json").output)["problems"]
    return [problem for problem in found if problem["path"].startswith("content/")]


@pytest.mark.parametrize(
    ("kind", "path", "url"),
    [
        ("page", "better-sleep.md", "better-sleep/"),
        ("resource", "resources/better-sleep.md", "resources/better-sleep/"),
        ("guideline", "guidelines/better-sleep.md", "guidelines/better-sleep/"),
        ("facilitation", "facilitation/better-sleep.md", "facilitation/better-sleep/"),
        ("story", "stories/better-sleep.md", "stories/better-sleep/"),
        ("news", "news/2026-11-22-better-sleep.md", "news/2026-11-22-better-sleep/"),
        ("place", "places.yaml", "places/better-sleep/"),
        ("group", "groups.yaml", "groups/better-sleep/"),
    ],
)
def test_every_kind_can_be_started(hub: Path, kind: str, path: str, url: str) -> None:
    where = "at the end of " if path.endswith(".yaml") else ""
    said = f"Written: {where}content/{path}\nAddress: https://example.org/hub/{url}\n"
    assert new(hub, kind, "Better", "sleep") == Answer(0, said)
    assert problems_of(hub) == []
    assert (hub / f"output/{url}index.html").is_file()


def test_every_kind_but_help_lines_can_be_started() -> None:
    assert [kind.name for kind in KINDS if kind.name not in WRITABLE] == ["helpline"]


def test_every_kind_of_page_has_a_body_to_start_from() -> None:
    bodies = {file.stem for file in (PACKAGE / "starter/bodies").iterdir()}
    assert bodies == {kind.name for kind in KINDS if not kind.is_data}


def test_a_header_holds_what_is_known_and_offers_what_may_be_useful(hub: Path) -> None:
    new(hub, "resource", "Sleep: a guide")
    text = (hub / "content/resources/sleep-a-guide.md").read_text(encoding="utf-8")
    assert text.partition("\n\n")[0] == (
        "---\n"
        'title: "Sleep: a guide"                   # The page\'s name\n'
        "reviewed: 2026-11-22                      # When somebody last read it with care\n"
        "review_every: 12 months                   # How long it may stay unread\n"
        "# To use a line that starts with #, take away the # and the blank, and write your own words:\n"
        "# summary: Five things that help at night.  # One sentence: what the reader gets\n"
        "# topics: [sleep, anxiety]                # What it is about\n"
        "# content_note: Mentions a relapse.       # What hard things it mentions, in a few words\n"
        "# sources: [{title: Sleep, by: NHS, year: 2024}]  # What it rests on\n"
        "# draft: yes                              # yes keeps it off the site\n"
        "# needs: [craving, anxious]               # What somebody needs who opens it\n"
        "# minutes: 10                             # How long it takes\n"
        "# format: exercise                        # What one does with it\n"
        "# tool: breathing                         # What the page does on the visitor's own device\n"
        "---"
    )


@pytest.mark.parametrize("kind", ["resource", "news", "story", "guideline", "page"])
def test_every_line_that_is_offered_can_be_used(hub: Path, kind: str) -> None:
    path = new(hub, kind, "Better sleep").output.split()[1]
    page = hub / path
    header = re.sub(r"^# (\w+: )", r"\1", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    page.write_text(header, encoding="utf-8")
    assert problems_of(hub) == []


def test_a_page_in_another_language_has_it_in_its_name(hub: Path) -> None:
    assert new(hub, "resource", "Dormir mejor", "--language", "es").output == (
        "Written: content/resources/dormir-mejor.es.md\nAddress: https://example.org/hub/es/resources/dormir-mejor/\n"
    )


def test_a_record_in_another_language_says_so(hub: Path) -> None:
    new(hub, "place", "Biblioteca, planta 2", "--language", "es")
    lines = (hub / "content/places.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[3].split("#")[0].rstrip() == '    name: {es: "Biblioteca, planta 2"}'


def test_a_long_title_makes_a_short_name(hub: Path) -> None:
    answer = new(hub, "page", "A very long title that goes on and on because nobody stopped it in time")
    assert answer.output.startswith("Written: content/a-very-long-title-that-goes-on-and-on-because.md\n")


def test_a_page_that_exists_is_not_overwritten(hub: Path) -> None:
    (hub / "content/sleep.md").write_text("mine")
    said = f'{USAGE}"content/sleep.md" is there already; choose another title, or edit that file\n'
    assert new(hub, "page", "Sleep") == Answer(2, said)
    assert (hub / "content/sleep.md").read_text() == "mine"


@pytest.mark.parametrize("title", ["Help", "Resources"])
def test_a_title_whose_address_is_taken_is_refused(hub: Path, title: str) -> None:
    new(hub, "resource", "Sleep")
    before = tree(hub)
    said = f'the site could not be built with it: two pages would have the address "/{title.lower()}/"'
    assert new(hub, "page", title) == Answer(2, f"{USAGE}{said}; choose another title\n")
    assert tree(hub) == before


@pytest.mark.parametrize("title", ["?!", "Index", "a\udcffb"])
def test_a_title_that_makes_no_address_is_refused(hub: Path, title: str) -> None:
    before = tree(hub)
    answer = new(hub, "guideline", title)
    assert answer.exit_code == 2
    assert answer.output.endswith(" cannot be an address; choose another title, with letters or digits\n")
    assert tree(hub) == before


@pytest.mark.parametrize(
    ("old", "start"),
    [
        (b"places:\n  - id: hall\n    name: Hall\n", b"  - id: library"),
        (b"places:\n- id: hall\n  name: Hall", b"\n- id: library"),
        (b"places:\r\n    - {id: hall, name: Hall}\r\n# the end\r\n", b"    - id: library"),
        (b"\xef\xbb\xbfplaces:\n", b"  - id: library"),
        (b"# none yet\nplaces:", b"\n  - id: library"),
        (b"places:\n  - id: hall\n    name: Hall\n    directions: |\n      Ring.\n\n\n", b"  - id: library"),
        (b"", b"# yaml-language-server: $schema=../schemas/places.json\nplaces:\n  - id: library"),
    ],
)
def test_a_record_goes_behind_what_is_there_byte_for_byte(hub: Path, old: bytes, start: bytes) -> None:
    file = hub / "content/places.yaml"
    file.write_bytes(old)
    assert new(hub, "place", "Library").exit_code == 0
    added = file.read_bytes().removeprefix(old)
    assert file.read_bytes() == old + added
    assert added.startswith(start)
    assert added.count(b"\r\n") == (added.count(b"\n") if b"\r\n" in old else 0)
    assert problems_of(hub) == []
    assert (hub / "output/places/library/index.html").is_file()


@pytest.mark.parametrize(
    "old", [b"places: [{id: hall, name: Hall}]\n", b"places:\n  - id: hall\n    name: Hall\n...\n"]
)
def test_a_list_that_cannot_be_continued_is_left_alone(hub: Path, old: bytes) -> None:
    (hub / "content/places.yaml").write_bytes(old)
    said = "nothing can be added behind what content/places.yaml holds"
    hint = "let it end with the list, places: and below it each record behind a hyphen"
    assert new(hub, "place", "Library") == Answer(2, f"{USAGE}{said}; {hint}\n")
    assert (hub / "content/places.yaml").read_bytes() == old


def test_a_second_record_of_one_name_is_refused(hub: Path) -> None:
    new(hub, "group", "Riverside")
    before = tree(hub)
    said = 'there are two records with the id "riverside"; choose another title, or edit that record'
    assert new(hub, "group", "Riverside") == Answer(2, f"{USAGE}{said}\n")
    assert tree(hub) == before


def test_a_mistake_elsewhere_keeps_nobody_from_starting_a_page(hub: Path) -> None:
    (hub / "content/broken.md").write_text("---\ntitel: Broken\n---\n")
    assert new(hub, "page", "Sleep").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["guidelin", "Sleep"], 'there is no kind "guidelin"; did you mean "guideline"?'),
        (
            ["my", "hub"],
            (
                'there is no kind "my"; kinds are page, meeting, resource, guideline, facilitation, story, news, '
                "place, group or rota; a folder's name with blanks goes in quotes"
            ),
        ),
        (
            ["story"],
            (
                'a story needs a title, as in: handrail new story "A title"; '
                "for a hub in a folder of that name, write ./story"
            ),
        ),
        (
            ["page", "Sleep", "--language", "fr"],
            '"fr" is not a language of this site; add fr to languages in site.yaml',
        ),
        (["page", "Sleep", "--name", "Circle"], "--name belongs to a new hub, and this is a page"),
    ],
)
def test_wrong_use_is_named_with_what_was_meant(hub: Path, arguments: list[str], said: str) -> None:
    before = tree(hub)
    assert new(hub, *arguments) == Answer(2, f"{USAGE}{said}\n")
    assert tree(hub) == before


def test_a_page_needs_a_hub(tmp_path: Path) -> None:
    said = "there is no site.yaml in this folder, so it is not a hub; name the hub's folder with --root"
    assert new(tmp_path, "page", "Sleep") == Answer(2, f"{USAGE}{said}\n")


def test_a_page_needs_settings_that_can_be_read(hub: Path) -> None:
    (hub / "site.yaml").write_text("nam: Circle\n")
    said = 'site.yaml cannot be used: "nam" is not a field of site.yaml; did you mean "name"?'
    assert new(hub, "page", "Sleep") == Answer(2, f"{USAGE}{said}\n")
