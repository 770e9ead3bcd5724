"""Who does what: what the page says, where it is found, and where no name may stand."""

from pathlib import Path

import pytest

from hubs import run, tree
from rota_hubs import GREETING, MEETINGS, NAMES, OPENING, SITE, TEA, built, hub, table_of, words_of

PAGE = "rota/index.html"


def test_each_meeting_shows_its_next_dates_with_everybodys_roles(tmp_path: Path) -> None:
    rows = table_of(built(tmp_path, OPENING, TEA)[PAGE])
    assert rows == [
        ["Date", "Opening the room", "Tea"],
        ["Tue, Nov 24", "Annika", "Nobody yet"],
        ["Tue, Dec 1", "Benedikt", "Rosalind"],
        ["Tue, Dec 8", "Cancelled : Hall closed"],
        ["Wed, Dec 16 6:00 PM to 7:15 PM At another time", "Chidi T.", "Rosalind"],
        ["Tue, Dec 22", "Zebulon", "Annika"],
        ["Tue, Dec 29", "Benedikt", "Annika"],
        ["Tue, Jan 5", "Chidi T.", "Rosalind"],
        ["Tue, Jan 12", "Annika", "Rosalind"],
    ]


def test_the_table_has_headers_for_dates_and_roles_and_a_name(tmp_path: Path) -> None:
    html = built(tmp_path, OPENING, TEA)[PAGE].decode()
    assert html.count('<th scope="col"') == 3
    assert html.count('<th scope="row"') == 8
    assert '<table aria-labelledby="hr-at-tuesday-circle">' in html
    assert '<h2 id="hr-at-tuesday-circle">' in html


def test_on_a_small_screen_each_name_stands_beside_its_role(tmp_path: Path) -> None:
    html = built(tmp_path, OPENING, TEA)[PAGE].decode()
    assert '<td><span class="hr-narrow">Opening the room</span> <bdi>Benedikt</bdi></td>' in html
    assert '<td><span class="hr-narrow">Tea</span> <bdi>Rosalind</bdi></td>' in html


def test_the_meeting_with_the_next_date_comes_first_whatever_the_order_in_the_file(tmp_path: Path) -> None:
    def titles(today: str) -> list[bool]:
        words = words_of(built(tmp_path, GREETING, OPENING, today=today)[PAGE])
        return [words.index("Tuesday Circle Every Tuesday") < words.index("Open Table Every Thursday")]

    assert titles("2026-11-22") == [True]
    assert titles("2026-11-25") == [False]


def test_everybody_finds_their_next_turns_by_name(tmp_path: Path) -> None:
    words = words_of(built(tmp_path, OPENING, TEA, GREETING)[PAGE])
    mine = words[words.rindex("When is my turn?") :]
    assert mine.startswith(
        "When is my turn? "
        "Annika Opening the room , Tuesday Circle Tue, Nov 24 · Tue, Jan 12 · Tue, Feb 2 "
        "Tea , Tuesday Circle Tue, Dec 22 · Tue, Dec 29 · Tue, Jan 19 "
        "Benedikt Opening the room , Tuesday Circle Tue, Dec 1 · Tue, Dec 29 · Tue, Jan 19 "
        "Chidi T. Opening the room , Tuesday Circle Wed, Dec 16 · Tue, Jan 5 · Tue, Jan 26 "
        "Fenella "
    )
    assert "Zebulon Opening the room , Tuesday Circle Tue, Dec 22" in mine


def test_the_page_says_on_which_day_it_was_worked_out(tmp_path: Path) -> None:
    assert "As of November 22, 2026 ." in words_of(built(tmp_path, OPENING)[PAGE])
    assert "As of November 25, 2026 ." in words_of(built(tmp_path, OPENING, today="2026-11-25")[PAGE])


def test_a_turn_that_has_passed_leaves_the_page_and_the_order_stays(tmp_path: Path) -> None:
    rows = table_of(built(tmp_path, OPENING, TEA, today="2026-12-02")[PAGE])
    assert rows[2][1:] == ["Chidi T.", "Rosalind"]
    assert rows[3][1:] == ["Zebulon", "Annika"]


def test_every_language_has_the_page_in_its_own_words(tmp_path: Path) -> None:
    html = built(tmp_path, OPENING, TEA)["es/rota/index.html"]
    words = words_of(html)
    assert words.startswith("Quién hace qué ¿Cuándo me toca? Círculo del martes Cada martes")
    assert table_of(html)[0] == ["Fecha", "Abrir la sala", "Tea"]
    assert '<th scope="col" lang="en" dir="ltr">Tea</th>' in html.decode()


def test_times_of_another_zone_say_so(tmp_path: Path) -> None:
    meetings = MEETINGS.replace("    verified", "    timezone: Europe/London\n    verified")
    assert "Times are in United Kingdom Time." in words_of(built(tmp_path, OPENING, meetings=meetings)[PAGE])


def test_a_break_is_said_and_the_turns_go_on_behind_it(tmp_path: Path) -> None:
    pause = "    status: {paused: yes, since: 2026-11-30, until: 2027-01-11}\n    verified"
    meetings = MEETINGS.replace("    verified", pause, 1)
    output = built(tmp_path, OPENING.replace("2026-12-22", "2027-02-02"), meetings=meetings, today="2026-12-01")
    assert "Paused until January 11, 2027" in words_of(output[PAGE])
    assert table_of(output[PAGE])[1] == ["Tue, Jan 12", "Benedikt"]


def test_a_meeting_that_is_over_is_not_on_the_page(tmp_path: Path) -> None:
    meetings = MEETINGS.replace("    verified", "    ends: 2026-12-22\n    verified", 1)
    output = built(tmp_path, OPENING, GREETING, meetings=meetings, today="2026-12-24")
    assert "Opening the room" not in words_of(output[PAGE])
    assert "rota/tuesday-circle.ics" not in output
    assert "../../rota/" not in output["meetings/tuesday-circle/index.html"].decode()


def test_the_page_is_found_from_its_meeting_from_run_sheets_and_from_a_to_z(tmp_path: Path) -> None:
    output = built(tmp_path, OPENING)
    assert b'href="../../rota/#hr-at-tuesday-circle"' in output["meetings/tuesday-circle/index.html"]
    assert b"../../rota/" not in output["meetings/open-table/index.html"]
    assert b'href="../rota/"' in output["facilitation/index.html"]
    assert b'href="../rota/">Who does what<' in output["map/index.html"]
    assert b'href="../es/rota/"' in output[PAGE]
    for path in ("index.html", "help/index.html", "meetings/index.html", "news/index.html", "404.html"):
        assert b"rota/" not in output[path], path


def test_the_menu_leads_there_only_if_the_hub_says_so(tmp_path: Path) -> None:
    site = f"{SITE}navigation: [meetings, rota]\n"
    assert b'<a href="rota/">Who does what</a>' in built(tmp_path, OPENING, site=site)["index.html"]


def test_names_stand_on_the_page_and_in_its_calendars_only(tmp_path: Path) -> None:
    output = built(tmp_path, OPENING, TEA, GREETING)
    holding = {path for path, data in output.items() if any(name.encode() in data for name in NAMES)}
    calendars = {"rota/tuesday-circle.ics", "rota/open-table.ics"}
    assert holding == {PAGE, f"es/{PAGE}", *calendars, *(f"es/{path}" for path in calendars)}


def test_search_engines_are_asked_to_leave_it_out(tmp_path: Path) -> None:
    output = built(tmp_path, OPENING)
    assert b'<meta name="robots" content="noindex">' in output[PAGE]
    assert b'rel="alternate" hreflang' not in output[PAGE]
    assert b"rota" not in output["sitemap.xml"]
    assert b"/hub/rota/*\n  X-Robots-Tag: noindex\n/hub/es/rota/*\n  X-Robots-Tag: noindex\n" in output["_headers"]
    assert b"rota" not in output["robots.txt"]
    assert b"X-Robots-Tag" not in built(tmp_path / "other")["_headers"]


def test_what_is_not_published_leaves_no_trace(tmp_path: Path) -> None:
    without = built(tmp_path / "a", GREETING)
    hidden = "".join(f"{role}    publish: no\n" for role in (OPENING, TEA))
    assert built(tmp_path / "b", GREETING, hidden) == without
    assert built(tmp_path / "c", hidden) == built(tmp_path / "d")


def test_a_name_that_is_kept_back_is_found_on_any_page(tmp_path: Path) -> None:
    root = hub(tmp_path, f"{OPENING}    publish: no\n")
    assert run(root, "check").exit_code == 0
    (root / "content/thanks.md").write_text("---\ntitle: Thanks\n---\n\nThank you, Zebulon.\n", encoding="utf-8")
    answer = run(root, "check")
    assert answer.exit_code == 1
    assert "error[C709]" in answer.output
    assert "Zebulon" not in answer.output


def test_an_introduction_can_stand_above_the_tables(tmp_path: Path) -> None:
    root = hub(tmp_path, OPENING)
    (root / "content/rota").mkdir()
    text = "---\ntitle: Our jobs\nsummary: Who opens the room.\n---\n\n## Tuesday Circle\n\nAsk to join in.\n"
    (root / "content/rota/index.md").write_text(text, encoding="utf-8")
    assert run(root, "build").exit_code == 0
    words = words_of((root / "output" / PAGE).read_bytes())
    assert words.startswith("Our jobs Who opens the room. Tuesday Circle Ask to join in. When is my turn?")
    assert run(root, "check").exit_code == 0
    assert "rota" not in (root / "output/sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("rota.yaml", "Annika, Benedikt", "Benedikt, Annika"),
        ("rota.yaml", "person: Zebulon", "person: Benedikt"),
        ("rota.yaml", "    swaps", "    publish: no\n    swaps"),
        ("meetings/all.yaml", "time: 19:00", "time: 18:45"),
        ("meetings/all.yaml", "2026-12-08", "2026-12-01"),
    ],
)
def test_after_an_edit_the_site_is_as_a_clean_build_makes_it(tmp_path: Path, file: str, old: str, new: str) -> None:
    root = hub(tmp_path / "hub", OPENING, TEA)
    run(root, "build")
    first = tree(root / "output")
    path = root / "content" / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    assert run(root, "build").exit_code == 0
    edited = tree(root / "output")
    assert edited != first
    assert run(root, "build", "--output", "clean", "--clean").exit_code == 0
    assert tree(root / "clean") == edited


def test_after_days_have_passed_the_site_is_as_a_clean_build_makes_it(tmp_path: Path) -> None:
    later = built(tmp_path / "b", OPENING, TEA, today="2026-12-02")
    built(tmp_path / "a", OPENING, TEA)
    assert built(tmp_path / "a", OPENING, TEA, today="2026-12-02") == later
