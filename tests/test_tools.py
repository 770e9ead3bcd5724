"""Tools of resources: which pages carry them, what they weigh, and the words they bring in every language."""

import gzip
import json
import re
from html import unescape
from pathlib import Path

import pytest
import rjsmin
from babel.messages.pofile import read_po

from handrail.kinds.resource import TOOLS
from handrail.translation import Catalogue, Translator
from hubs import REPOSITORY, run, write_hub

SITE = "name: Circle\nurl: https://example.org/\nlanguages: [en, es]\nhelplines: [US]\n"
PAGE = "---\ntitle: My sheet\n{}---\n\n1. Text.\n"
SCRIPTS = REPOSITORY / "themes/harbor/scripts"
MOST = 15_000  # bytes of all scripts as they travel; search has a budget of its own (visitors.md §7)
MOST_OF_A_TOOL = 2_000
INLINE = re.compile(r"<script[^>]*>(.+?)</script>", re.DOTALL)
DATA = re.compile(r'data-counts="([^"]*)"')


def built(root: Path, tool: str, site: str = SITE) -> tuple[str, str]:
    """Give the English and the Spanish page of a resource with a tool."""
    header = f"tool: {tool}\n" if tool else ""
    pages = {f"content/resources/one{ending}.md": PAGE.format(header) for ending in ("", ".es")}
    answer = run(write_hub(root, {"site.yaml": site, **pages}), "build")
    assert answer.exit_code == 0, answer.output
    english, spanish = (root / "output" / path / "resources/one/index.html" for path in ("", "es"))
    return english.read_text("utf-8"), spanish.read_text("utf-8")


def weight(script: Path) -> int:
    """Give the bytes of a script as it travels."""
    return len(gzip.compress(rjsmin.jsmin(script.read_text("utf-8")).encode(), mtime=0))


@pytest.mark.parametrize("tool", TOOLS)
def test_a_page_with_a_tool_has_its_script_and_allows_just_that(tmp_path: Path, tool: str) -> None:
    page, _ = built(tmp_path, tool)
    script = rjsmin.jsmin((SCRIPTS / f"tool-{tool}.js").read_text("utf-8"))
    assert script in INLINE.findall(page)
    policy = re.search(r"script-src ([^;]*);", unescape(page))
    assert policy
    assert len(policy[1].split()) == len(INLINE.findall(page)) == 3  # how pages look, the way out, and the tool
    assert page.index("<h1>") < page.index('id="hr-tool"') < page.index("<li>Text.</li>")


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool != "safety-plan"])
def test_a_tool_that_needs_script_stays_hidden_until_it_runs(tmp_path: Path, tool: str) -> None:
    opening = re.search(r'<(?:form|section) class="hr-tool[^>]*>', built(tmp_path, tool)[0])
    assert opening
    assert " hidden" in opening[0]


def test_only_buttons_that_need_script_are_hidden_on_the_sheet(tmp_path: Path) -> None:
    page, _ = built(tmp_path, "safety-plan")
    opening = re.search(r'<form class="hr-tool[^>]*>', page)
    assert opening
    assert " hidden" not in opening[0]
    assert re.findall(r'<button type="(\w+)"(?: data-do="(\w+)")?( hidden)?>', page) == [
        ("submit", "print", " hidden"),
        ("button", "save", " hidden"),
        ("reset", "", ""),
    ]


def test_a_page_without_a_tool_carries_nothing_of_it(tmp_path: Path) -> None:
    page, _ = built(tmp_path, "")
    assert 'id="hr-tool"' not in page
    assert len(INLINE.findall(page)) == 2  # how pages look, and the way out


def test_all_scripts_together_are_light() -> None:
    weights = {script.name: weight(script) for script in SCRIPTS.glob("*.js") if "search" not in script.name}
    assert {f"tool-{tool}.js" for tool in TOOLS} <= set(weights)
    assert {name for name, size in weights.items() if name.startswith("tool-") and size > MOST_OF_A_TOOL} == set()
    assert sum(weights.values()) <= MOST


def test_scripts_of_tools_store_nothing_and_ask_nobody() -> None:
    forbidden = re.compile(
        r"localStorage|sessionStorage|indexedDB|caches\b|cookie|fetch|XMLHttpRequest|sendBeacon|WebSocket"
    )
    for tool in TOOLS:
        text = (SCRIPTS / f"tool-{tool}.js").read_text("utf-8")
        assert not forbidden.search(text), tool
        assert "setInterval" not in text, tool


def test_what_is_typed_goes_to_no_spelling_service_and_is_not_remembered_by_the_browser(tmp_path: Path) -> None:
    for tool in ("grounding", "safety-plan", "day-count"):
        page, _ = built(tmp_path / tool, tool)
        fields = re.findall(r"<(?:textarea|input)[^>]*>", page)
        assert fields, tool
        assert all('spellcheck="false"' in field for field in fields), tool
        assert re.search(r'<form class="hr-tool[^>]* autocomplete="off"', page), tool


def test_the_sheet_holds_the_help_lines_of_the_hub_as_text_and_leads_to_all(tmp_path: Path) -> None:
    page, spanish = built(tmp_path, "safety-plan")
    sheet = page[page.index('id="hr-tool"') : page.index("</form>")]
    assert re.search(r'<li><b>988[^<]*</b>: Call <b dir="ltr">988</b>', sheet)
    assert 'href="../../help/"' in sheet
    assert "tel:" not in sheet
    assert '<b dir="ltr">988</b>' in spanish[spanish.index('id="hr-tool"') :]


def test_a_saved_sheet_is_called_notes_and_on_a_discreet_site_begins_so(tmp_path: Path) -> None:
    page, spanish = built(tmp_path / "plain", "safety-plan")
    assert 'data-title="My sheet" data-file="notes.txt"' in page
    assert 'data-title="My sheet" data-file="notas.txt"' in spanish
    discreet, _ = built(tmp_path / "discreet", "safety-plan", f"{SITE}safety: {{discretion: discreet}}\n")
    assert 'data-title="Notes" data-file="notes.txt"' in discreet


def test_a_date_is_asked_for_as_people_write_it(tmp_path: Path) -> None:
    page, spanish = built(tmp_path, "day-count")
    assert re.findall(r'<label for="hr-(\w+)">', page) == ["month", "day", "year"]
    assert re.findall(r'<label for="hr-(\w+)">', spanish) == ["day", "month", "year"]
    assert '<option value="2">February</option>' in page
    assert '<option value="2">febrero</option>' in spanish


def test_lengths_of_time_come_in_every_plural_form(tmp_path: Path) -> None:
    page, spanish = built(tmp_path, "day-count")
    english, other = (DATA.search(text) for text in (page, spanish))
    assert english
    assert other
    assert json.loads(unescape(english[1]))["day"] == {"one": "% day", "other": "% days"}
    assert json.loads(unescape(other[1]))["month"] == {"one": "% mes", "other": "% meses"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", {"zero": "f0", "one": "f1", "two": "f2", "few": "f3 %", "many": "f4 %", "other": "f5 %"}),
        ("zh", {"other": "f0"}),
    ],
)
def test_forms_are_those_that_browsers_choose_by(language: str, expected: dict[str, str]) -> None:
    arabic = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"
    forms = tuple(f"f{number}" + (" %(num)s" if number > 2 else "") for number in range(6))
    catalogue = Catalogue(language, {"one": forms}, arabic if language == "ar" else "0")
    assert Translator(catalogue).forms("one", "many") == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "mdy"), ("de", "dmy"), ("zh", "ymd"), ("ar", "dmy"), ("eu", "ymd")]
)
def test_day_month_and_year_stand_in_the_order_of_the_language(language: str, expected: str) -> None:
    assert "".join(part[0] for part in Translator(Catalogue(language)).date_parts()) == expected


@pytest.mark.parametrize("language", ["es", "fr", "pt", "de"])
def test_the_words_of_tools_are_translated_with_their_values(language: str) -> None:
    with (REPOSITORY / f"themes/harbor/translations/{language}.po").open("rb") as file:
        catalogue = read_po(file)
    for text in ("Breathe in…", "Five things you can see", "People I can ask for help", "Count the days"):
        message = catalogue.get(text)
        assert message, text
        assert message.string not in ("", text), text
