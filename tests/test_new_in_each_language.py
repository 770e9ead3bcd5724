"""What `handrail new DIR --lang LANGUAGE` writes: a hub in that language from its first day."""

import re
from pathlib import Path

import pytest

from hubs import run

PAGES = (
    *("index", "about", "guidelines/group-agreement", "meetings/index", "stories/index"),
    *("resources/index", "resources/slow-breathing", "resources/grounding-5-4-3-2-1", "resources/urge-surfing"),
    *("resources/safety-plan", "resources/counting-days"),
)
# Words of every page's language: a page copied and forgotten would have none of them.
WORDS = {
    "es": {"que", "una", "los", "para"},
    "fr": {"les", "une", "que", "pour"},
    "pt": {"que", "uma", "não", "para"},
    "de": {"und", "die", "nicht", "ist"},
    "ar": {"من", "في", "أن", "على"},
}


@pytest.mark.parametrize("language", WORDS)
def test_a_new_hub_has_pages_and_instructions_in_its_language(tmp_path: Path, language: str) -> None:
    assert run(tmp_path, "new", "hub", "--lang", language).exit_code == 0
    content = tmp_path / "hub/content"
    texts = {page: (content / f"{page}.md").read_text(encoding="utf-8") for page in PAGES}
    texts["README"] = (tmp_path / "hub/README.md").read_text(encoding="utf-8")
    foreign = [page for page, text in texts.items() if WORDS[language].isdisjoint(re.findall(r"\w+", text.lower()))]
    assert foreign == []
    assert f"\nlanguages: [{language}, en]\n" in (tmp_path / "hub/site.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", WORDS)
def test_a_new_hub_is_built_without_a_dead_link_with_english_beside_it(tmp_path: Path, language: str) -> None:
    run(tmp_path, "new", "hub", "--lang", language)
    built = run(tmp_path / "hub", "build")
    assert built.exit_code == 0
    assert set(re.findall(r"\b[A-Z][0-9]{3}\b", built.output)) <= {"P605", "P607"}
    direction = "rtl" if language == "ar" else "ltr"
    home, english = (tmp_path / "hub/output" / path / "index.html" for path in ("", "en"))
    assert f'<html lang="{language}" dir="{direction}">' in home.read_text(encoding="utf-8")
    assert '<html lang="en" dir="ltr">' in english.read_text(encoding="utf-8")
