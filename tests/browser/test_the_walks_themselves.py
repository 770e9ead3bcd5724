"""Each check of keyboard, fingers, motion, colours and paper finds the fault it is for."""

from pathlib import Path

import pytest

from . import layout, modes, walk
from .bad_pages import BODY, Stage
from .test_the_battery_itself import found
from .visits import Setting, Visit

pytestmark = pytest.mark.browser

PHONE = Setting(360, 640, is_touch=True)


def walk_faults(visit: Visit) -> list[str]:
    walk.begin(visit)
    return walk.faults_of(walk.forward(visit))


def ring(style: str) -> str:
    return f"<style>nav a:focus-visible {{ {style} }}</style>"


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no-script"])
def test_a_page_without_faults_is_walked_there_and_back(
    stage: Stage,
    has_script: bool,  # noqa: FBT001 - parametrised
) -> None:
    setting = Setting(has_script=has_script)
    with stage.show(setting=setting) as visit:
        walk.begin(visit)
        stops = walk.forward(visit)
        assert [stop.name for stop in stops] == [
            "a “Skip to the content”",
            "a “One”",
            "a “Two”",
            "a “a link among them”",
        ]
        assert walk.faults_of(stops) == []
        assert walk.way_back_faults(stops, walk.backward(visit, len(stops))) == []
    with stage.show(setting=setting) as visit:
        assert walk.skip_link_faults(visit) == []


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("outline: none", "shows no focus"),
        ("outline: none; background: #ff0", "shows no focus"),
        ("outline: 1px solid #d00", "shows focus by 1 px"),
        ("outline: none; box-shadow: 0 0 0 1px #d00", "shows focus by 1 px"),
        ("outline: 3px solid transparent", "too close to the colour behind it"),
        ("outline: 3px solid #eee", "too close to the colour behind it"),
    ],
)
def test_a_stop_that_does_not_show_its_focus_is_reported(stage: Stage, style: str, words: str) -> None:
    with stage.show(head=ring(style)) as visit:
        assert found(walk_faults(visit), words)


@pytest.mark.parametrize("style", ["outline: none; box-shadow: 0 0 0 3px #d00", "outline: 2px dashed #06c"])
def test_a_shadow_or_a_dashed_line_shows_the_focus_as_well(stage: Stage, style: str) -> None:
    with stage.show(head=ring(style)) as visit:
        assert walk_faults(visit) == []


def test_an_outline_that_is_always_there_shows_no_focus(stage: Stage) -> None:
    with stage.show(head="<style>nav a { outline: 3px solid #d00; outline-offset: 2px }</style>") as visit:
        assert found(walk_faults(visit), "a “One” shows no focus")


def test_a_ring_lost_on_a_dark_page_is_reported_in_the_dark_only(stage: Stage) -> None:
    blue = ring("outline: 3px solid #00b")
    with stage.show(head=blue, setting=Setting()) as visit:
        assert walk_faults(visit) == []
    with stage.show(head=blue, setting=Setting(scheme="dark")) as visit:
        assert found(walk_faults(visit), "too close to the colour behind it")


def test_a_second_look_in_the_dark_finds_what_a_walk_in_the_dark_does(stage: Stage) -> None:
    with stage.show(head=ring("outline: 3px solid #00b")) as visit:
        assert walk_faults(visit) == []
        assert walk.second_look(visit) == []
        visit.turn("dark")
        assert found(walk.second_look(visit), "a “One” shows focus in rgb(0, 0, 187), too close")


@pytest.mark.parametrize("size", [(1280, 720), (360, 640), (320, 256)])
def test_a_stop_under_a_sticky_bar_is_reported(stage: Stage, size: tuple[int, int]) -> None:
    bar = '<div class="bar" style="position: fixed; inset: auto 0 0 0; height: 60px; background: #fff">Bar</div>'
    links = "".join(f'<p>Way {number}: <a href="#one">link {number}</a></p>' for number in range(40))
    with stage.show(links + bar, setting=Setting(*size)) as visit:
        assert found(walk_faults(visit), "points by div.bar “Bar”")
    room = "<style>html { scroll-padding-bottom: 80px } main { padding-bottom: 80px }</style>"
    with stage.show(links + bar, head=room, setting=Setting(*size)) as visit:
        assert walk_faults(visit) == []


def test_a_stop_that_is_half_covered_is_reported(stage: Stage) -> None:
    half = '<div style="position: absolute; left: 0; top: 0; width: 30px; height: 300px; background: #fff"></div>'
    with stage.show(half) as visit:
        assert found(walk_faults(visit), " is covered at ")


def test_a_stop_beside_the_page_is_reported(stage: Stage) -> None:
    with stage.show('<a href="#one" style="position: absolute; left: -999px">Away</a>') as visit:
        assert found(walk_faults(visit), "a “Away” is out of view")


def test_a_page_that_keeps_the_focus_is_reported(stage: Stage) -> None:
    trap = """<button id="x">x</button><button id="y">y</button><script>
      y.addEventListener("keydown", (event) => { event.preventDefault(); x.focus(); });
    </script>"""
    with stage.show(trap) as visit:
        assert found(walk_faults(visit), "never lets the focus go")


def test_a_way_back_that_differs_is_reported(stage: Stage) -> None:
    jump = """<button id="x">x</button><button id="y">y</button><script>
      y.addEventListener("keydown", (event) => { if (event.shiftKey) { event.preventDefault(); main.focus(); } });
    </script>"""
    with stage.show(jump) as visit:
        walk.begin(visit)
        stops = walk.forward(visit)
        faults = walk.way_back_faults(stops, walk.backward(visit, len(stops)))
    assert found(faults, "where button#x “x” is due")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (('href="#main"', 'href="x.html"'), "not with a link that skips to the content"),
        (('<main id="main" tabindex="-1">', '<main id="main">'), "moves the focus to"),
        (('<main id="main" tabindex="-1">', "<main>"), "moves the focus to"),
        (('href="#main"', 'href="#menu"'), "not into the main part"),
    ],
)
def test_a_skip_link_that_does_not_skip_is_reported(stage: Stage, change: tuple[str, str], words: str) -> None:
    body = BODY.format("").replace("<nav", '<nav id="menu" tabindex="-1"').replace(*change)
    with stage.show_body(body) as visit:
        assert found(walk.skip_link_faults(visit), words)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ('<nav aria-label="x"><a href="#one" style="min-height: 40px">Menu</a></nav>', "px, 44 × 44 are needed"),
        ('<details><summary style="min-height: 30px">More</summary>x</details>', "px, 44 × 44 are needed"),
        ('<button class="button" style="min-height: 30px">Press</button>', "px, 44 × 44 are needed"),
        ('<ul><li><a href="#one" style="all: unset">Alone</a></li></ul>', "px, 24 × 24 are needed"),
        ('<p>Here: <button style="min-height: 9px; height: 9px">x</button></p>', "px, 24 × 24 are needed"),
    ],
)
def test_a_target_too_small_for_a_finger_is_reported(stage: Stage, more: str, words: str) -> None:
    with stage.show(more, setting=PHONE) as visit:
        assert found(layout.small_boxes(visit), words)


def test_a_link_in_a_sentence_and_a_labelled_box_are_large_enough(stage: Stage) -> None:
    box = '<label style="display: block; padding: 12px"><input type="checkbox"> Step-free</label>'
    with stage.show(box, setting=PHONE) as visit:
        assert layout.small_boxes(visit) == []


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("@keyframes k { to { opacity: .5 } } h1 { animation: k 2s infinite }", "h1 “A page without faults” is moving"),
        ("a { transition: color .2s }", "would move"),
    ],
)
def test_what_moves_in_spite_of_the_visitor_is_reported(stage: Stage, style: str, words: str) -> None:
    with stage.show(head=f"<style>{style}</style>") as visit:
        assert found(modes.moving_parts(visit), words)
    with stage.show(head=f"<style>@media (prefers-reduced-motion: no-preference) {{ {style} }}</style>") as visit:
        assert modes.moving_parts(visit) == []


def test_a_control_without_a_mark_in_forced_colours_is_reported(stage: Stage) -> None:
    plain = '<button style="border: 0; background: #00f; color: #fff">Send</button>'
    with stage.show(
        plain, head="<style>nav a { text-decoration: none }</style>", setting=Setting(forces_colours=True)
    ) as visit:
        assert modes.unmarked_controls(visit) == [
            "a “One” has no underline, border or outline",
            "a “Two” has no underline, border or outline",
            "button “Send” has no underline, border or outline",
        ]


def test_forced_colours_are_really_forced(stage: Stage) -> None:
    with stage.show(setting=Setting(forces_colours=True)) as visit:
        assert visit.page.evaluate("() => matchMedia('(forced-colors: active)').matches")


@pytest.mark.skipif(not modes.can_read_paper(), reason="needs pdftotext: the Debian package poppler-utils")
def test_paper_without_its_heading_or_with_the_skip_link_is_reported(stage: Stage, tmp_path: Path) -> None:
    paper = tmp_path / "page.pdf"
    with stage.show(head="<style>@media print { h1 { display: none } }</style>") as visit:
        assert modes.print_faults(visit, paper) == [
            "prints without its heading “A page without faults”",
            "prints its skip link “Skip to the content”",
        ]
    with stage.show(head="<style>@media print { a[href='#main'] { display: none } }</style>") as visit:
        assert modes.print_faults(visit, paper) == []
