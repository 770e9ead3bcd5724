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


ADVICE = """helplines:
  - {{id: advice, country: PT, name: Advice, what_for: Advises., call: "21 555 0100",
     hours: {{days: [{days}], opens: "{opens}", closes: "{closes}", timezone: Europe/Lisbon}},
     source_url: "https://example.org/", verified_on: 2026-11-01}}
"""
WEEKDAYS = "monday, tuesday, wednesday, thursday, friday"


def hours(root: Path, zone: str, days: str = WEEKDAYS, opens: str = "09:00", closes: str = "18:00") -> str:
    site = f"name: Circle\nhelplines: [PT, EU]\ntimezone: {zone}\n"
    write_hub(
        root,
        {"site.yaml": site, "content/helplines.yaml": ADVICE.format(days=days, opens=opens, closes=closes)},
    )
    assert build(BuildRequest(root, date(2026, 11, 22))).is_written
    text = (root / "output" / "help" / "index.html").read_text(encoding="utf-8")
    told = re.search(r"<li>([^<]*Western European Time[^<]*)</li>", text.split('id="advice"')[1])
    assert told
    return told[1].replace("\u202f", " ").replace("\u00a0", " ")


def test_hours_are_told_by_the_clock_of_the_line(tmp_path: Path) -> None:
    assert hours(tmp_path, "Europe/Lisbon") == "Monday to Friday, 9:00 AM to 6:00 PM (Western European Time)"


def test_hours_are_told_by_the_clock_of_the_site_too(tmp_path: Path) -> None:
    told = hours(tmp_path, "America/New_York")
    assert told.endswith(" · Monday to Friday, 4:00 AM to 1:00 PM (Eastern Time)")


def test_a_day_that_begins_earlier_on_the_other_side_of_the_world_is_another_day(tmp_path: Path) -> None:
    told = hours(tmp_path, "Pacific/Auckland", "monday, sunday", "18:00", "23:00")
    assert told.startswith("Monday and Sunday, 6:00 PM to 11:00 PM")
    assert told.endswith("Monday and Tuesday, 7:00 AM to 12:00 PM (New Zealand Time)")


def test_hours_without_a_clock_and_without_words_are_a_problem(tmp_path: Path) -> None:
    lines = ADVICE.format(days=WEEKDAYS, opens="09:00", closes="18:00").replace(', closes: "18:00"', "")
    write_hub(tmp_path, {"site.yaml": "name: Circle\n", "content/helplines.yaml": lines})
    result = build(BuildRequest(tmp_path, date(2026, 11, 22)))
    assert [problem.code for problem in result.problems if problem.code.startswith("F")] == ["F202"]
