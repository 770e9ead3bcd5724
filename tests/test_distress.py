"""Words of distress in many languages, and the help that stands ready for them on the search page."""

import json
import re
from pathlib import Path

import pytest

from handrail.distress import URGENCY, read_distress
from handrail.load import BUNDLED_WORDS
from handrail.sources import Source
from hubs import run, write_hub

LANGUAGES = ["ar", "de", "en", "es", "fr", "pt"]
HUB = {
    "site.yaml": "name: Circle\nhelplines: [US]\n",
    "content/resources/tea.md": "---\ntitle: Warm tea\nneeds: [craving]\n---\n\nPeppermint.\n",
}


def page_of_a_hub(root: Path, files: dict[str, str]) -> str:
    answer = run(write_hub(root, files), "build")
    assert answer.exit_code == 0, answer.output
    return (root / "output/search/index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def search_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    return page_of_a_hub(tmp_path_factory.mktemp("hub"), HUB)


def lists() -> dict[str, dict[str, tuple[str, ...]]]:
    sources = [Source(f"distress/{file.name}", file.read_bytes()) for file in sorted(BUNDLED_WORDS.iterdir())]
    read, problems = read_distress(sources)
    assert problems == ()
    return {words.language: dict(words.phrases) for words in read}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_of_every_kind_and_none_twice(language: str) -> None:
    phrases = lists()[language]
    assert all(len(phrases[kind]) >= 8 for kind in URGENCY)
    together = [phrase.casefold() for kind in URGENCY for phrase in phrases[kind]]
    assert [phrase for phrase in together if together.count(phrase) > 1] == []


def test_the_lists_are_in_these_languages_and_no_phrase_is_a_mere_syllable() -> None:
    assert sorted(lists()) == LANGUAGES
    short = {p for words in lists().values() for kind in words.values() for p in kind if len(p) < 4}
    assert short == {"OD", "kms", "يأس", "زلة"}


def test_the_page_knows_the_words_of_all_languages_whatever_the_sites_own_are(search_page: str) -> None:
    found = re.search(r'id="hr-distress">(.*?)</script>', search_page)
    assert found
    data = json.loads(found[1])
    assert list(data) == list(URGENCY)
    for words in lists().values():
        for kind in URGENCY:
            assert set(words[kind]) <= set(data[kind])


def first_of(page: str, kind: str) -> list[str]:
    """Give where the links of what comes first lead, in order."""
    found = re.search(rf'<section class="hr-first" id="hr-{kind}".*?</section>', page, re.DOTALL)
    assert found
    return re.findall(r'href="([^"]*)"', found[0])


def test_help_stands_ready_in_the_order_of_need(search_page: str) -> None:
    assert first_of(search_page, "emergency") == ["tel:911", "tel:988", "../right-now/", "../help/"]
    assert first_of(search_page, "crisis") == ["tel:988", "tel:911", "../right-now/", "../help/"]
    assert first_of(search_page, "craving") == ["../right-now/#craving", "../help/", "tel:988", "tel:911"]
    # No strategy of this hub is for after a slip, so the way leads to all needs.
    assert first_of(search_page, "slip") == ["../right-now/", "../help/", "tel:988", "tel:911"]


def test_without_help_lines_and_needs_the_way_to_help_is_left(tmp_path: Path) -> None:
    page = page_of_a_hub(tmp_path, {"site.yaml": "name: Circle\n"})
    assert first_of(page, "crisis") == ["../help/"]
