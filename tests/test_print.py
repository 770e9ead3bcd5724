"""Sheets below print/: what stands on them, what they keep to themselves, and what they say they left out."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import segno

from handrail.formats.printing.lists import MOST_TOGETHER, parts_of
from handrail.formats.printing.qr import square_code
from hubs import run, tree, write_hub
from meeting_samples import all_linked, voice
from test_meeting_pages import PLACES, SITE, words_of

NAMED = "print/list", "print/pocket", "print/large"
FILES = {
    "content/places.yaml": PLACES.replace(
        "access: {step_free: yes}", "access: {step_free: yes, parking: no}\n    directions: The door at the back."
    ),
    "content/meetings/all.yaml": """meetings:
  - name: Tuesday Circle
    day: tuesday
    time: 19:00
    end_time: 20:15
    place: hall
    online: {url: "https://zoom.us/j/5550100?pwd=SeSaMe", passcode: "778899", phone: "+1 202 555 0125 *123#"}
    contact: {name: Ana, phone: "+1 202 555 0199"}
    verified: 2026-11-10
    steward: Waldemar
    changes: [{date: 2026-12-01, cancelled: yes, note: Hall closed}, {date: 2027-01-19, cancelled: yes}]
  - name: Kitchen Table
    day: friday
    time: 20:00
    minutes: 60
    place: home
    contact: {email: hidden@example.org, publish: no}
  - {name: Across, day: sunday, time: 19:00, minutes: 60, timezone: Europe/London, online: {url: "https://example.org/x"}}
  - name: Lunch Hour
    day: [monday, wednesday]
    time: 12:15
    minutes: 40
    place: hall
    status: {paused: yes, until: 2027-01-11, reason: Painting}
    verified: 2026-10-01
  - {name: Fortnight, day: thursday, time: 18:00, minutes: 60, place: hall, repeats: every 2 weeks, starts: 2026-11-12}
  - {name: Two Days, day: [monday, saturday], time: 09:00, minutes: 60, place: hall, notes: Bring tea.}
  - {name: Old One, day: monday, time: 10:00, minutes: 60, place: hall, ends: 2026-01-01}
""",
}
DISCREET = f"{SITE}safety: {{discretion: discreet}}\nhelplines: [US]\n"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("print"))


def built(root: Path, files: Mapping[str, str] = FILES, settings: str = f"{SITE}helplines: [US]\n") -> Path:
    answer = run(write_hub(root, {"site.yaml": settings, **files}), "build")
    assert answer.exit_code == 0, answer.output
    return root / "output"


@cache
def sheet(output: Path, path: str) -> str:
    """Give the words of a sheet, without the page around it."""
    html = (output / path / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<article class="hr-sheet.*?</article>', html, re.DOTALL)
    assert found, f"{path} is no sheet"
    return words_of(found[0])


@pytest.mark.parametrize("path", NAMED)
def test_each_meeting_that_takes_place_stands_once_under_each_of_its_days(site: Path, path: str) -> None:
    words = sheet(site, path)
    assert [words.count(name) for name in ("Tuesday Circle", "Kitchen Table", "Across", "Fortnight")] == [1] * 4
    assert words.count("9:00 AM to 10:00 AM Two Days") == 2
    assert "Old One" not in words


@pytest.mark.parametrize("path", NAMED)
def test_a_meeting_on_a_break_stands_once_apart_with_the_reason(site: Path, path: str) -> None:
    words = sheet(site, path)
    assert words.count("Lunch Hour") == 1
    said = "Not on at present Lunch Hour Every Monday and Wednesday, 12:15 PM to 12:55 PM In person"
    assert said in words
    assert "Paused until January 11, 2027: Painting" in words


def test_a_list_says_what_is_different_soon_and_in_which_zone(site: Path) -> None:
    words = sheet(site, "print/list")
    assert "Not on Tue, Dec 1: Hall closed. Not on Tue, Jan 19" in words  # paper hangs for weeks
    assert "All times are in Eastern Time unless a meeting says otherwise." in words
    assert "Sun 7:00 PM to 8:00 PM Across Online · United Kingdom Time" in words


def test_who_cannot_count_the_weeks_reads_the_next_dates(site: Path) -> None:
    said = "Every 2 weeks on Thursday. Next: Thu, Nov 26, Thu, Dec 10, Thu, Dec 24, and Thu, Jan 7"
    assert said in sheet(site, "print/list")


def test_places_say_what_is_known_of_getting_in_and_homes_say_nothing(site: Path) -> None:
    words = sheet(site, "print/list")
    known = "Town Hall 14 Alder Street, Millbrook, NY 00014, US Step-free access, No parking close by"
    assert known in words
    assert "Rosa's living room A private home. You get the address when you ask." in words
    assert "What is not said of a place is not known." in words


def test_only_large_print_has_room_for_the_way_to_the_door(site: Path) -> None:
    assert ["door at the back" in sheet(site, path) for path in NAMED] == [False, False, True]


def test_nothing_private_is_printed(site: Path) -> None:
    secrets = ("SeSaMe", "778899", "123#", "Secret Lane", "41.123", "hidden@", "Waldemar", "zoom.us/j")
    for path, data in tree(site / "print").items():
        assert [secret for secret in secrets if secret.encode() in data] == [], path
    assert "Zoom, +1 202 555 0125" in sheet(site, "print/list").replace("\u2011", "-")


def test_the_foot_says_the_day_how_fresh_it_is_and_where_the_newest_is(site: Path) -> None:
    words = sheet(site, "print/list")
    assert "From data of November 22, 2026." in words
    assert "last confirmed between October 1, 2026 and November 10, 2026." in words
    assert "Of 4, nobody has said when they were last confirmed." in words
    assert words.endswith("What holds today: example.org/hub/meetings")


LEFT_OUT = {
    "print/list": [
        *("links and passcodes of online meetings", "addresses of private homes", "notes on single meetings"),
        *("how to find the door", "what is different after January 21, 2027", "meetings that have ended"),
        "more help lines",
    ],
    "print/doors/hall": ["meetings at other places and online", "what is different after December 13, 2026"],
    "print/poster": ["meetings that are not regular"],
    "print/card": ["more help lines"],
}


@pytest.mark.parametrize("path", LEFT_OUT)
def test_each_sheet_says_what_it_left_out(site: Path, path: str) -> None:
    said = sheet(site, path).partition("Not on this sheet:")[2]
    assert [things for things in LEFT_OUT[path] if things not in said] == []


def test_what_is_all_there_is_not_called_left_out(tmp_path: Path) -> None:
    meeting = (
        "meetings:\n  - {name: Circle, day: monday, time: 19:00, minutes: 60, place: hall, verified: 2026-11-01}\n"
    )
    output = built(tmp_path, {"content/places.yaml": PLACES, "content/meetings/all.yaml": meeting}, SITE)
    words = sheet(output, "print/list")
    assert "Not on this sheet" not in words
    assert "The meetings were last confirmed on November 1, 2026. What holds today" in words


def test_help_lines_stand_at_the_end_of_every_list_and_on_the_card(site: Path) -> None:
    for path in (*NAMED, "print/card"):
        assert "988 Suicide and Crisis Lifeline Call 988 · Text 988" in sheet(site, path)


def test_the_notice_for_a_door_says_what_meets_there_and_nothing_else(site: Path) -> None:
    words = sheet(site, "print/doors/hall")
    assert words.startswith("Riverside Circle Town Hall 14 Alder Street, Millbrook, NY 00014, US")
    assert "Tuesday 7:00 PM to 8:15 PM Tuesday Circle" in words
    assert "Ana, +1\u00a0202\u00a0555\u00a00199".replace("\u00a0", " ") in words
    assert "How to get there The door at the back." in words
    assert "Across" not in words


def test_a_home_and_a_place_without_meetings_have_no_notice(site: Path, tmp_path: Path) -> None:
    assert sorted(file.name for file in (site / "print/doors").iterdir()) == ["hall"]
    output = built(tmp_path, {"content/places.yaml": PLACES})
    assert not (output / "print/doors").exists()


def test_a_discreet_card_does_not_name_the_group(tmp_path: Path) -> None:
    output = built(tmp_path, FILES, DISCREET)
    for path in ("print/card", "print/list", "print/doors/hall"):
        assert "Riverside Circle" not in sheet(output, path)
    assert "People I can call" in sheet(output, "print/card")
    assert sheet(output, "print/poster").count("Riverside Circle") == 1


def test_a_hub_without_meetings_has_a_card(tmp_path: Path) -> None:
    output = built(tmp_path, {}, SITE)
    assert sorted(file.name for file in (output / "print").iterdir() if file.is_dir()) == ["card"]
    assert 'href="../print/card/"' in (output / "help/index.html").read_text(encoding="utf-8")


def test_a_poster_without_an_address_says_what_to_set_up(tmp_path: Path) -> None:
    output = built(tmp_path, FILES, SITE.replace("url: https://example.org/hub/\n", ""))
    html = (output / "print/poster/index.html").read_text(encoding="utf-8")
    assert "<svg" not in html
    assert "add url: to site.yaml" in html
    assert "What holds today" not in html


def modules_of(drawing: str) -> list[list[bool]]:
    """Read a drawing of rows of dark modules back into a matrix, the quiet zone with it."""
    size = re.search(r'viewBox="0 0 (\d+) (\d+)"', drawing)
    path = re.search(r'stroke="#000" d="([^"]+)"', drawing)
    assert size
    assert path
    grid = [[False] * int(size[1]) for _ in range(int(size[2]))]
    x = y = 0.0
    for command, arguments in re.findall(r"([Mmh])([-\d. ]+)", path[1]):
        numbers = [float(number) for number in arguments.split()]
        if command == "h":
            grid[int(y)][int(x) : int(x + numbers[0])] = [True] * int(numbers[0])
            x += numbers[0]
        else:
            x, y = (numbers[0], numbers[1]) if command == "M" else (x + numbers[0], y + numbers[1])
    return grid


def test_the_code_is_that_of_the_address_with_its_quiet_zone(site: Path) -> None:
    html = (site / "print/poster/index.html").read_text(encoding="utf-8")
    drawn = re.search(r"<svg.*?</svg>", html)
    assert drawn
    assert drawn[0] == square_code("https://example.org/hub/")
    code = segno.make("https://example.org/hub/", error="q", boost_error=False)
    assert modules_of(drawn[0]) == [[bool(dark) for dark in row] for row in code.matrix_iter(border=4)]


def test_a_poster_of_many_meetings_counts_them(tmp_path: Path) -> None:
    rows = "\n".join(f"  - {{name: M{n}, day: monday, time: '{n:02}:00', minutes: 30, place: hall}}" for n in range(11))
    output = built(tmp_path, {"content/places.yaml": PLACES, "content/meetings/all.yaml": f"meetings:\n{rows}\n"})
    words = sheet(output, "print/poster")
    assert "11 regular meetings" in words
    assert "M3" not in words


def test_the_finder_the_place_and_the_map_lead_to_the_sheets(site: Path) -> None:
    def links(path: str) -> set[str]:
        return set(re.findall(r'href="([^"#]+)"', (site / path / "index.html").read_text(encoding="utf-8")))

    assert "../print/" in links("meetings")
    assert "../../print/doors/hall/" in links("places/hall")
    assert {"../print/", "../print/list/", "../print/card/"} <= links("map")
    assert {"list/", "pocket/", "large/", "card/", "poster/", "doors/hall/"} <= links("print")


def test_sheets_ask_search_engines_to_stay_away(site: Path) -> None:
    for file in (site / "print").rglob("index.html"):
        assert '<meta name="robots" content="noindex">' in file.read_text(encoding="utf-8")
    assert "print/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_the_checks_find_nothing(tmp_path: Path) -> None:
    meetings = FILES["content/meetings/all.yaml"]
    without_ended = {"content/meetings/all.yaml": meetings[: meetings.index("  - {name: Old One")]}
    answer = run(write_hub(tmp_path, {"site.yaml": SITE, **FILES, **without_ended}), "check", "--report", "json")
    assert re.findall(r'"code": "(C\d+)"', answer.output) == []


def test_meetings_that_would_be_a_book_are_parted_by_region_and_then_by_day() -> None:
    one: dict[str, Any] = {"day": "tuesday", "time": "19:00", "minutes": "60"}
    many = MOST_TOGETHER // 2 + 1
    rooms = ("st-marks", "library")
    records: list[dict[str, Any]] = [
        {"name": "M", "slug": f"{room}-{n}", "place": room, **one} for room in rooms for n in range(many)
    ]
    online: dict[str, Any] = {"online": {"url": "https://example.org/x"}, "place": None}
    records += [{"name": "O", "slug": f"o-{n}", **one, **online} for n in range(MOST_TOGETHER)]
    records += [{"name": "O", "slug": "two", **one, **online, "day": ["monday", "tuesday"]}]
    parts = parts_of(voice(), all_linked(records))
    assert [(part.url, len(part.meetings)) for part in parts] == [
        ("other/monday/", 1),
        ("other/tuesday/", MOST_TOGETHER + 1),
        ("in/dutchess/", many),
        ("in/riverside/", many),
    ]
    assert parts[2].title == "Dutchess"
