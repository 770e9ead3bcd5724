"""Leaving in a hurry in Firefox, whose pages come back from memory without their storage (visitors.md 2.3 and 2.5)."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from browser.elsewhere import Elsewhere, hub_with_exit, weather

from .marionette import SHIFT, Firefox, firefox

pytestmark = pytest.mark.firefox
LINK = "aside a.hr-leave"


class World(NamedTuple):
    """Firefox, the other site, and two hubs: one as it comes, one that guards Back."""

    window: Firefox
    elsewhere: Elsewhere
    plain: str
    guarded: str


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("leaving")
    with (
        weather() as elsewhere,
        hub_with_exit(folder / "plain", elsewhere) as plain,
        hub_with_exit(folder / "guarded", elsewhere, "discretion: discreet") as guarded,
        firefox(folder / "profile") as window,
    ):
        yield World(window, elsewhere, plain, guarded)


def read(world: World, home: str, *paths: str) -> Firefox:
    """Open pages of a hub, one after the other; the tab has been elsewhere before."""
    world.window.open("about:blank")
    world.elsewhere.delay = 0
    world.elsewhere.referrers.clear()
    for path in paths:
        world.window.open(home + path)
    return world.window


def assert_away(world: World) -> None:
    world.window.wait_for(world.elsewhere.url)
    assert world.window.tabs == 1
    assert world.window.run("return document.referrer") == ""
    assert set(world.elsewhere.referrers) == {None}


@pytest.mark.parametrize("way", ["link", "keys"])
def test_the_page_is_replaced_in_the_same_tab(world: World, way: str) -> None:
    window = read(world, world.plain, "", "about/")
    length = window.run("return history.length")
    if way == "link":
        window.click(LINK)
    else:
        window.press(SHIFT, 3)
    assert_away(world)
    assert window.run("return history.length") == length


def test_the_page_is_covered_before_the_other_site_answers(world: World) -> None:
    window = read(world, world.plain, "about/")
    world.elsewhere.delay = 2
    script = """document.querySelector("aside a.hr-leave").click();
    const veil = document.querySelector("html > [role=alert]").getBoundingClientRect();
    return [document.title, document.body.getClientRects().length, veil.width >= innerWidth - 20, veil.height];"""
    title, body, is_wide, height = window.run(script)
    assert (title, body, is_wide) == ("Loading", 0, True)
    assert height > 200
    assert_away(world)


def test_pages_without_the_guard_come_back_as_they_were(world: World) -> None:
    """What the tests of Back stand on: this browser does keep pages that were left."""
    window = read(world, world.plain, "about/")
    window.run("addEventListener('pageshow', (event) => { window.wasKept = event.persisted; })")
    window.open(world.elsewhere.url)
    window.go_back()
    assert window.run("return window.wasKept") is True


def test_without_the_guard_back_shows_a_page_that_can_be_used(world: World) -> None:
    window = read(world, world.plain, "", "about/")
    window.click(LINK)
    assert_away(world)
    window.go_back()
    assert window.url == world.plain
    assert window.run("return document.querySelectorAll('html > [role=alert]').length") == 0
    assert window.run("return document.querySelector('h1').getClientRects().length") == 1


def test_with_the_guard_back_leads_to_the_other_site(world: World) -> None:
    window = read(world, world.guarded, "", "meetings/", "about/")
    window.click(LINK)
    assert_away(world)
    for _ in range(2):
        window.go_back()
        assert window.url == world.elsewhere.url


def test_with_the_guard_a_visit_by_address_opens_the_site_again(world: World) -> None:
    window = read(world, world.guarded, "", "about/")
    window.click(LINK)
    assert_away(world)
    window.open(f"{world.guarded}about/")
    assert window.run("return document.querySelector('h1').textContent") == "About us"
    window.open(world.guarded)
    window.go_back()
    assert window.url == f"{world.guarded}about/"
    assert window.run("return sessionStorage.length") == 0
