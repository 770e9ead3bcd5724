"""The pocket guide: whose steps stand in it, whole, and what it keeps to itself."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from handrail.formats.printing.room import GAP, how_many_fit, lines
from handrail.formats.printing.steps import first_steps
from hubs import run, write_hub
from test_meeting_pages import PLACES, SITE, words_of
from test_print import FILES as MEETINGS
from test_print import built, sheet

GUIDE = "print/guide"
LEAF = re.compile(r'<div class="hr-leaf.*?</div>', re.DOTALL)


def resource(title: str, body: str = "1. Breathe.\n2. Wait.\n", **fields: str) -> str:
    header = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: {title}\nsummary: In short, {title.lower()}.\n{header}---\n\n{body}"


SURF = """Feel the *wave*.

1. **Sit** down,
   see [home](../index.md).
2. Name it[^1]:
    - hot
    - tight
3. Wait.

Then:

1. Another list

[^1]: A note.
"""
RESOURCES = {
    "content/resources/surf.md": resource("Surf", SURF, needs="[craving]"),
    "content/resources/walk.md": resource("Walk", needs="[craving]", minutes="10"),
    "content/resources/sleep.md": resource("Sleep", "Rest well.\n\n- no step\n", needs="[cannot-sleep]"),
    "content/resources/call.md": resource("Call", needs="[lonely]"),
    "content/resources/sheet.md": resource("Sheet", needs="[angry]", format="worksheet"),
    "content/resources/count.md": resource("Count", needs="[anxious]", tool="day-count"),
    "content/resources/slip.md": resource("Slip", needs="[after-a-slip]", content_note="Overdose."),
}


def leaves(output: Path, path: str = GUIDE) -> list[str]:
    """Give the words of the eight pages."""
    html = (output / path / "index.html").read_text(encoding="utf-8")
    return [words_of(leaf) for leaf in LEAF.findall(html)]


def guide_of(root: Path, files: Mapping[str, str], more: str = "helplines: [US]\n") -> list[str]:
    return leaves(built(root, files, f"{SITE}{more}"))


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return guide_of(tmp_path_factory.mktemp("guide"), {**RESOURCES, **MEETINGS})


def test_a_guide_has_eight_pages_and_the_cover_says_whose_it_is_and_from_when(guide: list[str]) -> None:
    assert len(guide) == 8
    assert guide[0] == ("Riverside Circle Small steps for hard moments From data of November 22, 2026. example.org/hub")


def test_help_comes_first_and_first_what_helps_in_danger(guide: list[str]) -> None:
    danger, talk = guide[1].index("If you are in danger now"), guide[1].index("To talk to somebody")
    assert danger == 0
    assert danger < guide[1].index("911 emergency services Call 911") < talk
    assert talk < guide[1].index("988 Suicide and Crisis Lifeline Call 988 · Text 988")
    assert guide[1].endswith("More: example.org/hub/help")


def test_each_need_gives_one_resource_first_and_those_with_steps_come_before_those_without(guide: list[str]) -> None:
    titles = [page.split()[0] for page in guide[2:6]]
    assert titles == ["Surf", "Call", "Walk", "Sleep"]


def test_steps_are_those_of_the_first_numbered_list_in_plain_words(guide: list[str]) -> None:
    assert guide[2] == "Surf Sit down, see home. Name it: hot tight Wait."
    assert guide[4] == "Walk 10 minutes Breathe. Wait."


def test_a_resource_without_steps_says_what_it_is_good_for(guide: list[str]) -> None:
    assert guide[5] == "Sleep In short, sleep."


def test_what_mentions_hard_things_or_needs_its_own_page_is_not_printed(guide: list[str]) -> None:
    assert [title for title in ("Sheet", "Count", "Slip") if title in " ".join(guide)] == []


def test_there_is_room_for_ones_own(guide: list[str]) -> None:
    assert guide[6] == "People I can call What helps me"


def test_the_last_page_says_when_to_come_the_next_first(guide: list[str]) -> None:
    last = guide[7]
    assert last.startswith("When we meet")
    assert last.index("Every Sunday, 7:00 PM") < last.index("Every Tuesday, 7:00 PM")
    assert "Lunch Hour" not in last  # on a break
    assert last.endswith("What holds today: example.org/hub/meetings")


def test_a_step_that_does_not_fit_whole_is_left_out_and_the_page_says_where_it_is(tmp_path: Path) -> None:
    steps = [f"Step {n} " + "is told in rather many words " * 4 for n in range(1, 12)]
    body = "\n".join(f"1. {step}" for step in steps)
    page = guide_of(tmp_path, {"content/resources/long.md": resource("Long", body)})[2]
    printed = [step for step in steps if step.strip() in page]
    assert printed == steps[: len(printed)]
    assert 2 <= len(printed) < 8
    assert page.endswith("More: example.org/hub")
    assert page.count("Step") == len(printed)


def test_a_resource_of_which_nothing_fits_is_passed_over(tmp_path: Path) -> None:
    files = {"content/resources/long.md": resource("Long", "1. " + "much " * 200), **RESOURCES}
    assert "Long" not in " ".join(guide_of(tmp_path, files))


def test_pages_that_no_resource_fills_are_for_notes(tmp_path: Path) -> None:
    pages = guide_of(tmp_path, {"content/resources/walk.md": RESOURCES["content/resources/walk.md"]})
    assert pages[3:6] == ["Notes"] * 3
    assert pages[7] == "Notes"  # a hub without meetings


def test_without_help_lines_there_is_more_room_for_ones_own(tmp_path: Path) -> None:
    pages = guide_of(tmp_path, RESOURCES, "")
    assert (pages[1], pages[6]) == ("People I can call", "What helps me")


def test_of_many_meetings_it_says_how_many_and_leaves_lines_for_ones_own(tmp_path: Path) -> None:
    rows = "\n".join(f"  - {{name: M{n}, day: monday, time: '{n:02}:00', minutes: 30, place: hall}}" for n in range(11))
    many = {"content/places.yaml": PLACES, "content/meetings/all.yaml": f"meetings:\n{rows}\n"}
    assert guide_of(tmp_path, {**RESOURCES, **many})[7] == (
        "When we meet 11 regular meetings My meetings What holds today: example.org/hub/meetings"
    )


def test_a_hub_without_resources_has_no_guide_and_nothing_leads_to_one(tmp_path: Path) -> None:
    output = built(tmp_path, MEETINGS)
    assert not (output / GUIDE).exists()
    for page in ("print", "map"):
        assert "guide/" not in (output / page / "index.html").read_text(encoding="utf-8")


def test_the_list_of_sheets_and_the_map_lead_to_the_guide(tmp_path: Path) -> None:
    output = built(tmp_path, RESOURCES)
    assert 'href="guide/"' in (output / "print/index.html").read_text(encoding="utf-8")
    assert 'href="../print/guide/"' in (output / "map/index.html").read_text(encoding="utf-8")
    assert list((output / GUIDE).iterdir()) == [
        output / GUIDE / "index.html"
    ]  # no PDF: it would have to be folded, too


DISCREET = "helplines: [US]\nsafety: {discretion: discreet}\n"
TELLING = {
    "content/resources/sober.md": resource("Sober nights", needs="[cannot-sleep]"),
    "content/resources/tea.md": resource("Tea", "1. Put away all alcohol.\n", needs="[craving]"),
    "content/meetings/one.yaml": "meetings:\n"
    "  - {name: Recovery Hour, day: monday, time: 18:00, minutes: 60, place: hall}\n"
    "  - {name: Lunch, day: tuesday, time: 12:00, minutes: 60, place: hall}\n",
    "content/places.yaml": PLACES,
}


def test_a_discreet_guide_tells_neither_whose_it_is_nor_what_it_is_about(tmp_path: Path) -> None:
    output = built(tmp_path, {**RESOURCES, **TELLING}, f"{SITE}{DISCREET}")
    words = sheet(output, GUIDE)
    assert words.startswith("Pocket guide From data of")
    assert [
        told for told in ("Riverside Circle", "Sober", "alcohol", "Recovery", "hard moments") if told in words
    ] == []
    assert "Monday, 6:00 PM Town Hall" in words
    assert "Lunch · Town Hall" in words
    assert "example.org/hub" in words


def test_a_discreet_guide_has_no_address_that_tells(tmp_path: Path) -> None:
    site = SITE.replace("example.org/hub", "recovery-circle.example.org")
    many = {"content/resources/surf.md": resource("Surf", "\n".join(["1. " + "word " * 30] * 9))}
    output = built(tmp_path, {**many, **TELLING}, f"{site}{DISCREET}")
    assert "example.org" not in sheet(output, GUIDE)
    assert "More on the site." in sheet(output, GUIDE)


TWO = f"{SITE}languages: [en, es]\n"


def test_readers_get_what_is_in_their_language_first_and_the_rest_marked(tmp_path: Path) -> None:
    spanish = "---\ntitle: Caminar\nneeds: [lonely]\n---\n\n1. Un paso.\n"
    output = built(tmp_path, {**RESOURCES, "content/resources/paso.es.md": spanish}, TWO)
    assert [page.split()[0] for page in leaves(output, "es/print/guide")[2:6]] == ["Caminar", "Surf", "Call", "Walk"]
    html = (output / "es/print/guide/index.html").read_text(encoding="utf-8")
    assert '<h2 lang="en" dir="ltr">Surf</h2>' in html
    assert '<ol lang="en" dir="ltr"><li>Sit down,' in html
    assert "<ol><li>Un paso.</li></ol>" in html


def test_a_guide_is_in_all_languages_or_in_none(tmp_path: Path) -> None:
    note = RESOURCES["content/resources/slip.md"]
    answer = run(write_hub(tmp_path, {"site.yaml": TWO, "content/resources/slip.md": note}), "build")
    assert answer.exit_code == 0
    assert list((tmp_path / "output").rglob("guide")) == []


def test_a_name_that_would_fill_the_cover_is_left_away(tmp_path: Path) -> None:
    site = SITE.replace("Riverside Circle", "Riverside Circle of many words " * 8)
    assert leaves(built(tmp_path, RESOURCES, site))[0].startswith("Small steps")


@pytest.mark.parametrize(
    ("html", "steps"),
    [
        ("<p>None.</p><ul><li>No step</li></ul>", ()),
        (
            "<ol><li><p>One</p><p>more</p></li><li>Two<br>lines</li></ol><ol><li>Three</li></ol>",
            ("One more", "Two lines"),
        ),
        ("<ul><li><ol><li>Inner</li></ol></li><li>Outer</li></ul>", ("Inner",)),
        ('<div class="footnote"><hr><ol><li>A note</li></ol></div>', ()),
        (
            '<ol><li>Go<span class="hr-hidden"> (other site)</span> on &amp; on<img alt="x" src="y"></li></ol>',
            ("Go on & on",),
        ),
        ("<ol><li>Call 988\u00a01234</li><li> </li></ol>", ("Call 988\u00a01234",)),
    ],
)
def test_the_first_numbered_list_is_read_as_text(html: str, steps: tuple[str, ...]) -> None:
    assert first_steps(html) == steps


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("nnnn nnnn", 1),
        ("nnnnn nnnnn", 2),
        ("n" * 21, 3),
        ("n " + "n" * 21, 4),
        ("会" * 7, 2),
        ("MMMMMM MM", 2),
    ],
)
def test_a_line_holds_ten_letters_of_usual_width(text: str, count: int) -> None:
    assert lines(text, 10) == count


def test_the_words_that_say_there_is_more_take_room_only_when_there_is_more() -> None:
    heights = [3 - GAP] * 4
    assert how_many_fit(heights, 12, rest=2) == 4
    assert how_many_fit(heights, 11.9, rest=2) == 3
    assert how_many_fit(heights, 10.9, rest=2) == 2
    assert how_many_fit(heights, 1) == 0
