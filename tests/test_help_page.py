"""Help lines by region and by the language they speak, and the way to them from a page that mentions hard things."""

import re
from datetime import date
from pathlib import Path

from handrail.build import BuildRequest, build
from hubs import write_hub

OWN = """helplines:
  - {id: own-line, country: PT, name: Linha amiga, what_for: Listens., languages: [pt, uk], call: "21 555 0100",
     source_url: "https://example.org/", verified_on: 2026-11-01}
  - {id: own-page, country: PT, name: Só um sítio, what_for: Helps., languages: [uk], website: "https://example.org/",
     source_url: "https://example.org/", verified_on: 2026-11-01}
"""
STORY = "---\ntitle: A night\ncontent_note: Mentions a death.\n---\n\nIt was late.\n"


def page(root: Path, path: str) -> str:
    files = {"content/helplines.yaml": OWN, "content/stories/night.md": STORY}
    write_hub(root, {"site.yaml": "name: Circle\nlanguages: [en, ar]\nhelplines: [PT, EU]\n", **files})
    assert build(BuildRequest(root, date(2026, 11, 22))).is_written
    return (root / "output" / path).read_text(encoding="utf-8")


def by_language(text: str) -> dict[str, str]:
    """Give what stands under each language, by its own name."""
    part = text.split('id="hr-spoken"')[1]
    found = re.findall(r"<summary>(?:<span[^>]*>)?([^<]+).*?</summary>(.*?)</details>", part, re.DOTALL)
    return dict(found)


def test_lines_are_found_by_the_language_spoken_in_its_own_name(tmp_path: Path) -> None:
    languages = by_language(page(tmp_path, "help/index.html"))
    assert {"Deutsch", "English", "Español", "Français", "Português", "Українська"} <= set(languages)
    assert list(languages) == sorted(languages, key=str.casefold)
    assert 'href="tel:21' in languages["Українська"]
    assert "Portugal: Linha amiga" in languages["Português"]
    assert "Só um sítio" not in languages["Українська"]  # nobody to call there


def test_languages_are_named_alike_whatever_the_page_speaks(tmp_path: Path) -> None:
    text = page(tmp_path, "ar/help/index.html")
    assert '<summary><span lang="pt" dir="ltr">Português</span></summary>' in text


def test_a_note_about_hard_things_leads_past_the_text_and_to_help(tmp_path: Path) -> None:
    text = page(tmp_path, "stories/night/index.html")
    note = re.search(r'<p class="hr-note">About what you will read: .*?</p>', text, re.DOTALL)
    assert note
    assert re.findall(r'href="([^"]+)"', note[0]) == ["#hr-after", "../../help/"]
    assert text.index("<h1") < text.index(note[0]) < text.index("It was late.") < text.index('id="hr-after"')
