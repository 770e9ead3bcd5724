"""What `handrail new DIR --lang ar` writes: a hub that runs from right to left from its first day."""

import re
from pathlib import Path

from hubs import run


def test_an_arabic_hub_runs_from_right_to_left_and_starts_with_arabic_pages(tmp_path: Path) -> None:
    assert run(tmp_path, "new", "hub", "--lang", "ar").exit_code == 0
    content, written = tmp_path / "hub/content", (tmp_path / "hub/site.yaml").read_text(encoding="utf-8")
    for page in ("index", "about", "resources/slow-breathing", "guidelines/group-agreement", "stories/index"):
        text = (content / f"{page}.md").read_text(encoding="utf-8")
        assert re.search("^title: .*[\u0621-\u064a]", text, re.MULTILINE), page
    assert "\nlanguages: [ar, en]\n" in written
    assert "\n  ar: مجموعة دعم أقران تحجز لك مقعدًا\n" in written
    assert "## قبل النشر" in (tmp_path / "hub/README.md").read_text(encoding="utf-8")


def test_an_arabic_hub_has_its_home_in_arabic_and_english_beside_it(tmp_path: Path) -> None:
    run(tmp_path, "new", "hub", "--lang", "ar")
    assert run(tmp_path / "hub", "build").exit_code == 0
    home, english = (tmp_path / "hub/output" / path / "index.html" for path in ("", "en"))
    assert '<html lang="ar" dir="rtl">' in home.read_text(encoding="utf-8")
    assert '<html lang="en" dir="ltr">' in english.read_text(encoding="utf-8")
