"""The reference is what the code says, whole and current."""

import re

import pytest

from handrail.cli import COMMANDS
from handrail.codes import CODES
from handrail.kinds import KINDS
from handrail.reference_docs import reference_pages
from handrail.reference_docs.blocks import link, table
from handrail.settings import SiteSettings
from handrail.views import TEMPLATES
from hubs import REPOSITORY, tree

PAGES = reference_pages()


def headings_in(page: str) -> list[str]:
    return re.findall(r"^#+ (.*)", re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)


def test_the_committed_reference_is_what_the_code_says() -> None:
    committed = {name: data.decode() for name, data in tree(REPOSITORY / "docs/reference").items()}
    assert committed == PAGES, "run: PYTHONPATH=generator python tools/write_reference.py"


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_the_reference_leads_to_a_heading(name: str) -> None:
    anchors = {link("", heading) for heading in headings_in(PAGES[name])}
    assert {f"[](#{target})" for target in re.findall(r"\]\(#([^)]*)\)", PAGES[name])} - anchors == set()


def test_lists_and_alternatives_are_said_in_words() -> None:
    assert "| `needs` | list of items, each with the [fields of a need](#fields-of-a-need) |" in PAGES["fields.md"]
    assert "| `hours` | `24/7` or the [fields of hours](#fields-of-hours) |" in PAGES["fields.md"]
    assert "| `image` | [`ImageView`](#imageview), or none |" in PAGES["views.md"]


@pytest.mark.parametrize("name", PAGES)
def test_no_heading_of_the_reference_stands_twice(name: str) -> None:
    headings = headings_in(PAGES[name])
    assert sorted(set(headings)) == sorted(headings)


def test_every_field_is_described_with_what_to_write() -> None:
    names = {*SiteSettings.model_fields, *(field for kind in KINDS for field in kind.model.model_fields)}
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| ", PAGES["fields.md"], re.MULTILINE)
    assert names - {name for name, _ in rows} == set()
    assert [name for name, words in rows if words in ("value", "values")] == []


@pytest.mark.parametrize(
    "row",
    [
        "| `title` | text on one line | The page's name | `title: Better sleep` | **yes** |",
        "| `draft` | yes or no | yes keeps it off the site | `draft: yes` | no, else no |",
        "| `topics` | list of texts | What it is about | `topics: [sleep, anxiety]` | no |",
        '| `phone` | telephone number | A number of the group | `phone: "+1 202 555 0114"` | no |',
        "| `language` | language code | The language pages are in unless they say | `language: en` | no, else `en` |",
        '| `text` | the [fields of text](#fields-of-text) | Text messages | `text: {to: "988"}` | no |',
        "| `verified_by` | text on one line | Who confirmed it; never published **(private)** |  | no |",
        "| `minutes` | whole number from 1 to 1440 | How long it takes | `minutes: 10` | no |",
    ],
)
def test_a_field_says_its_type_meaning_example_and_whether_it_is_needed_or_private(row: str) -> None:
    assert row in PAGES["fields.md"].split("\n")


def test_every_problem_code_is_explained() -> None:
    headings = headings_in(PAGES["problems.md"])
    assert [
        f"{code.code}: {code.title}" for code in CODES.values() if f"{code.code}: {code.title}" not in headings
    ] == []


def test_every_template_is_listed() -> None:
    assert set(re.findall(r"^\| `([\w-]+\.html)`", PAGES["views.md"], re.MULTILINE)) == set(TEMPLATES)


def test_every_view_that_a_template_can_reach_is_described() -> None:
    named = set(re.findall(r"`(\w+View)`", PAGES["views.md"]))
    assert named - set(headings_in(PAGES["views.md"])) == set()


def test_every_command_is_documented_with_its_usage() -> None:
    page = PAGES["commands.md"]
    assert [name for name in COMMANDS if f"## handrail {name}\n\n```\nhandrail {name} [OPTIONS]" not in page] == []


def test_a_line_between_cells_is_escaped() -> None:
    assert table(("A", "B"), [("x|y", "z")]) == "| A | B |\n| --- | --- |\n| x\\|y | z |"
