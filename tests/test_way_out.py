"""The way out: where it leads, where it stands, what a group can say about it, and the page that explains it."""

import re
from html import unescape
from pathlib import Path

import pytest

from handrail.leaving import ANYWHERE, EXITS
from hubs import run, write_hub

SITE = "name: Circle\nurl: https://example.org/\n"
PAGE = "---\ntitle: {}\n{}---\n\nText.\n"
LINK = re.compile(r'<a class="hr-leave" href="([^"]*)" rel="nofollow noreferrer"([^>]*)>([^<]*)</a>')


def pages(root: Path, files: dict[str, str], site: str = SITE) -> dict[str, str]:
    """Give the built pages of a hub by path."""
    answer = run(write_hub(root, {"site.yaml": site, **files}), "build")
    assert answer.exit_code == 0, answer.output
    output = root / "output"
    return {file.relative_to(output).as_posix(): file.read_text("utf-8") for file in output.rglob("*.html")}


def way_out(page: str) -> tuple[str, str, str]:
    """Give where the way out of a page leads, what its script is told, and its words."""
    found = LINK.search(page)
    assert found
    return found[1], found[2], found[3]


def test_every_page_has_one_bar_with_the_way_out_and_its_script(tmp_path: Path) -> None:
    built = pages(tmp_path, {"content/about.md": PAGE.format("About", "redirects: [/old/]\n")})
    assert {"index.html", "404.html", "old/index.html", "help/index.html", "print/card/index.html"} <= set(built)
    for path, page in built.items():
        assert page.count("<aside") == 1, path
        assert len(LINK.findall(page)) == 1, path
        assert page.index("hr-leave") < page.index("<script>") < page.index("<main"), path
        policy = re.search(r"script-src ([^;]*);", unescape(page))
        assert policy, path
        own = {
            "old": 1,
            "safety": 1,
            "offline": 1,
            "forget": 1,
            "display": 1,
            "search": 3,
        }  # 3: leave to load two files
        assert len(policy[1].split()) == 2 + own.get(path.split("/")[0], 0), path  # how pages look, and the way out


@pytest.mark.parametrize(
    ("regions", "expected"),
    [
        ("[US]", EXITS["US"]),
        ("[UK, US]", EXITS["UK"]),
        ("[EU, FR]", EXITS["FR"]),
        ("[CH]", EXITS["CH"]),
        ("[BR]", ANYWHERE),
        ("[EU]", ANYWHERE),
        ("[]", ANYWHERE),
    ],
)
def test_it_leads_to_the_weather_of_the_first_region_unless_told_otherwise(
    tmp_path: Path, regions: str, expected: str
) -> None:
    assert way_out(pages(tmp_path, {}, f"{SITE}helplines: {regions}\n")["index.html"])[0] == expected


def test_a_group_can_name_and_place_it(tmp_path: Path) -> None:
    safety = "safety: {exit_url: https://www.bbc.co.uk/weather, exit_label: {en: Go now, es: Salir ya}}\n"
    built = pages(tmp_path, {}, f"{SITE}languages: [en, es]\n{safety}")
    assert way_out(built["index.html"])[::2] == ("https://www.bbc.co.uk/weather", "Go now")
    assert way_out(built["es/index.html"])[::2] == ("https://www.bbc.co.uk/weather", "Salir ya")


@pytest.mark.parametrize(
    ("safety", "guards", "keys"),
    [
        ("", False, True),
        ("discretion: discreet", True, True),
        ("discretion: discreet, back_guard: no", False, True),
        ("back_guard: yes", True, True),
        ("keys: off", False, False),
    ],
)
def test_its_script_is_told_about_back_and_keys(tmp_path: Path, safety: str, guards: bool, keys: bool) -> None:  # noqa: FBT001 - parametrised
    page = pages(tmp_path, {}, f"{SITE}safety: {{{safety}}}\n")["index.html"]
    told = way_out(page)[1]
    assert ('data-guard="1"' in told, "data-two=" in told) == (guards, keys)


def test_a_page_a_section_or_a_site_can_do_without_it(tmp_path: Path) -> None:
    files = {
        "content/about.md": PAGE.format("About", "quick_exit: no\n"),
        "content/news/index.md": PAGE.format("News", "quick_exit: no\n"),
        "content/news/fair.md": PAGE.format("The fair", "date: 2026-11-01\n"),
        "content/news/flood.md": PAGE.format("The flood", "date: 2026-11-02\nquick_exit: yes\n"),
    }
    built = pages(tmp_path / "some", files)
    without = {path for path, page in built.items() if "hr-leave" not in page.split("<body")[1]}
    assert without == {"about/index.html", "news/index.html", "news/fair/index.html"}
    for path in without:
        policy = re.search(r"script-src ([^;]*);", unescape(built[path]))
        assert policy
        assert len(policy[1].split()) == 1, path  # how pages look
    for page in pages(tmp_path / "none", files, f"{SITE}safety: {{quick_exit: no}}\n").values():
        body = page.split("<body")[1]
        assert "hr-leave" not in body
        assert "Leaving quickly" not in body


def test_the_safety_page_tells_what_is_true_of_this_site(tmp_path: Path) -> None:
    standard = pages(tmp_path / "a", {}, f"{SITE}helplines: [US]\n")["safety/index.html"]
    assert "opens weather.gov in its place" in standard
    assert "can still show pages of this site" in standard
    assert "There is one exception" not in standard
    guarded = pages(tmp_path / "b", {}, f"{SITE}helplines: [US]\nsafety: {{back_guard: yes, keys: off}}\n")
    assert "then leads to weather.gov again" in guarded["safety/index.html"]
    assert "There is one exception" in guarded["safety/index.html"]
    assert "press Shift" not in guarded["safety/index.html"]


def test_a_group_adds_words_of_its_own_to_the_safety_page(tmp_path: Path) -> None:
    own = {
        "content/safety.md": PAGE.format("Safe here", "summary: How we look after you.\n"),
        "content/safety.es.md": PAGE.format("A salvo aquí", ""),
    }
    built = pages(tmp_path, own, f"{SITE}languages: [en, es]\n")
    assert "<h1>Safe here</h1>" in built["safety/index.html"]
    assert built["safety/index.html"].index("<p>Text.</p>") < built["safety/index.html"].index("Leaving quickly")
    assert "<h1>A salvo aquí</h1>" in built["es/safety/index.html"]
    assert "Salir rápido" in built["es/safety/index.html"]
    assert built["map/index.html"].count("safety/") == built["help/index.html"].count("safety/") + 1


def test_no_way_out_is_asked_for_before_it_is_pressed(tmp_path: Path) -> None:
    for page in pages(tmp_path, {}).values():
        assert not re.search(r"preconnect|dns-prefetch|prefetch|prerender|speculationrules", page)
