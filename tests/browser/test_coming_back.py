"""What Back shows after somebody left in a hurry, with and without the guard (visitors.md 2.5)."""

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Playwright
from tools.browser import launched

from .leaving_world import AS_PEOPLE_HAVE_IT, LINK, VEIL, World, assert_away, go_back, reading, wait_for, world_in

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def world(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world_in(tmp_path_factory.mktemp("leaving"), playwright) as world:
        yield world


def test_without_the_guard_back_shows_a_page_that_can_be_used(world: World) -> None:
    with reading(world, world.plain, "", "about/") as page:
        page.click(LINK)
        assert_away(world, page)
        go_back(page)
        assert page.url == world.plain
        assert page.locator("h1").is_visible()
        assert page.locator(VEIL).count() == 0
        assert page.title() == "Welcome – Riverside Circle"


def test_pages_without_the_guard_come_back_as_they_were(world: World) -> None:
    """What the tests of Back stand on: this browser does keep pages that were left."""
    with reading(world, world.plain, "about/") as page:
        page.evaluate("addEventListener('pageshow', (event) => { window.wasKept = event.persisted; })")
        page.goto(world.elsewhere.url)
        go_back(page)
        assert page.evaluate("window.wasKept") is True


@pytest.mark.parametrize("without", [AS_PEOPLE_HAVE_IT, ()], ids=["pages-are-kept", "pages-are-loaded-again"])
def test_with_the_guard_back_leads_to_the_other_site(
    world: World, playwright: Playwright, without: tuple[str, ...]
) -> None:
    with (
        launched(playwright, without=without) as browser,
        reading(world._replace(browser=browser), world.guarded, "", "meetings/", "about/") as page,
    ):
        page.click(LINK)
        assert_away(world, page)
        for visits in (2, 3):
            go_back(page)
            wait_for(page, partial(world.elsewhere.was_asked, visits))
            assert page.url == world.elsewhere.url


def test_a_page_that_comes_back_under_its_veil_can_be_used_again_but_for_the_guard(world: World) -> None:
    """No browser is known to do this; were one to, nobody must be stuck, nor be shown what they left."""
    veiled_and_shown_again = """() => {
      const veils = () => document.querySelectorAll(":root > [role]").length;
      const look = () => [document.querySelector("h1").checkVisibility(), veils()];
      document.querySelector("a.hr-leave").click();
      const before = look();
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      return [before, look()];
    }"""
    for home, is_usable in ((world.plain, True), (world.guarded, False)):
        with reading(world, home, "about/") as page:
            world.elsewhere.delay = 3
            veiled, shown_again = page.evaluate(veiled_and_shown_again)
            assert veiled == [False, 1]
            assert shown_again == ([True, 0] if is_usable else [False, 1])


def test_with_the_guard_a_visit_by_address_opens_the_site_again(world: World) -> None:
    with reading(world, world.guarded, "", "about/") as page:
        page.click(LINK)
        assert_away(world, page)
        page.goto(f"{world.guarded}about/")
        assert page.locator("h1").is_visible()
        assert page.evaluate("sessionStorage.length") == 0
        page.goto(world.guarded)
        go_back(page)
        assert page.url == f"{world.guarded}about/"
        assert page.locator("h1").is_visible()


def test_only_leaving_stores_anything_and_only_with_the_guard(world: World) -> None:
    for home in (world.plain, world.guarded):
        with reading(world, home, "", "about/") as page:
            assert page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]") == [0, 0, ""]
            page.click(LINK)
            assert_away(world, page)
            page.goto(f"{home}404.html")
            assert page.evaluate("sessionStorage.length") == 0


# Looked at in the very task that the press begins, and after the veil had time to speak.
