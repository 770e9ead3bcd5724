"""The help lines that come with Handrail: each text in every language of the interface, the same numbers in all."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from handrail.build import BuildRequest
from handrail.load import BUNDLED_DATA, load
from handrail.making import draw
from hubs import REPOSITORY, write_hub

LANGUAGES = {"en", *(file.stem for file in (REPOSITORY / "themes/harbor/translations").glob("*.po"))}
REGIONS = sorted(file.stem for file in BUNDLED_DATA.glob("*.yaml"))
TEXTS = ("name", "what_for", "audience", "relay", "notes", "hours")
WITHOUT_EMERGENCY = {"ANY", "AT", "DE", "ES", "FR", "NL", "PT"}  # but for ANY, EU brings them 112
NUMBER = re.compile(r"\d(?:[ \u00a0-]?\d)*")
ISOLATED = re.compile("\u2066[^\u2066\u2069]*\u2069")
TORN = re.compile(r"\d[ \u00a0.-][\dA-Za-z]|\d[A-Za-z]|[A-Za-z]\+")  # what bidirectional text shows in another order


class Said(NamedTuple):
    """One text of one row, by language."""

    row: str
    field: str
    words: Mapping[str, str]


def rows(region: str) -> list[dict[str, object]]:
    found = yaml.safe_load((BUNDLED_DATA / f"{region}.yaml").read_text(encoding="utf-8"))["helplines"]
    assert found
    return list(found)


def said(region: str) -> Iterator[Said]:
    for row in rows(region):
        for field in TEXTS:
            text = row.get(field)
            if field == "hours" and isinstance(text, dict):
                if "opens" in text:
                    continue  # told by the clock, in any language
                text = text["text"]
            if field in row and text != "24/7":
                assert isinstance(text, dict), f"{row['id']}: {field} is not written per language"
                yield Said(str(row["id"]), field, text)


def numbers(words: str) -> set[str]:
    """Give the numbers in a text that somebody may dial, not hours of a clock."""
    found = (re.sub(r"\D", "", number) for number in NUMBER.findall(words))
    return {number for number in found if len(number) > 2}


@pytest.mark.parametrize("region", REGIONS)
def test_every_text_speaks_every_language_of_the_interface(region: str) -> None:
    assert {"en", "es", "fr", "pt", "de"} <= LANGUAGES
    for text in said(region):
        missing = {language for language in LANGUAGES if not text.words.get(language, "").strip()}
        assert not missing, f"{text.row}: {text.field} says nothing in {', '.join(sorted(missing))}"


@pytest.mark.parametrize("region", REGIONS)
def test_a_translation_names_the_numbers_of_the_original(region: str) -> None:
    for text in said(region):
        for language, words in text.words.items():
            assert numbers(words) == numbers(text.words["en"]), f"{text.row}: {text.field} in {language}"


@pytest.mark.parametrize("region", REGIONS)
def test_the_end_of_a_line_tears_no_number_apart(region: str) -> None:
    for text in said(region):
        for language, words in text.words.items():
            assert not re.search(r"\d \d", words), f"{text.row}: {text.field} in {language}"


@pytest.mark.parametrize("region", REGIONS)
def test_numbers_keep_their_order_in_arabic(region: str) -> None:
    for text in said(region):
        words = text.words.get("ar", "")
        assert not TORN.search(ISOLATED.sub("", words)), f"{text.row}: {text.field}"
        signs = words.count("\u2066"), words.count("\u2069")
        assert signs == (len(ISOLATED.findall(words)),) * 2, f"{text.row}: {text.field}"


def test_the_numbers_of_the_new_regions_are_those_that_were_confirmed() -> None:
    expected = {
        "AT": ["142", "147", "0800 222 555"],
        "BR": ["192", "190", "188", "180"],
        "CH": ["112", "144", "143", "147"],
        "DE": ["0800 111 0 111", "116 016", "116 111"],
        "PT": ["1411", "116 006"],
    }
    assert {region: [row["call"] for row in rows(region)] for region in expected} == expected


@pytest.mark.parametrize("region", REGIONS)
def test_a_row_says_where_it_is_from_and_how_sure_it_is(region: str) -> None:
    uses = ["emergency", "crisis", "support"]
    order = [uses.index(str(row["use"])) for row in rows(region)]
    assert order == sorted(order)
    assert (0 not in order) == (region in WITHOUT_EMERGENCY)
    for row in rows(region):
        assert str(row["id"]).startswith(f"{region.lower()}-")
        assert row["country"] == region
        assert str(row["source_url"]).startswith("https://")
        assert {"verified_on", "verified_by", "checked", "review_days"} <= set(row)


@pytest.mark.parametrize(
    "page", ["docs/organizers/writing-pages.md", "generator/handrail/reference/helplines/README.md"]
)
def test_the_docs_name_every_region(page: str) -> None:
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    quoted = " ".join(re.findall(r"`([A-Z ]+)`", text)).split()
    assert set(REGIONS) <= set(quoted)


def test_a_german_hub_shows_its_help_in_german(tmp_path: Path) -> None:
    settings = "name: Kreis\nlanguage: en\nlanguages: [en, de]\nurl: https://example.org/\nhelplines: [DE, EU]\n"
    root = write_hub(tmp_path, {"site.yaml": settings, "content/index.md": "---\ntitle: Kreis\n---\nHallo.\n"})
    day = date(2026, 11, 24)
    hub = load(root, day)
    page = draw(hub, BuildRequest(root, day)).files["de/help/index.html"].data.decode()
    assert "Geschulte Ehrenamtliche hören zu" in page
    assert "Polizei, Feuerwehr oder Rettungsdienst" in page
    bar = page[page.index("hr-help-bar") :] if "hr-help-bar" in page else page
    assert 'href="tel:08001110111"' in bar
    assert 'href="tel:112"' in bar
    body = page[page.index("<main") : page.index("hr-spoken")]  # below, each language has its own name
    assert 'lang="en"' not in body
