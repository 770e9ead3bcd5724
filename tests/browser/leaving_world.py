"""A browser as people have it, two sites, and how one leaves the one for the other. Serves, and opens pages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Playwright
from tools.browser import launched

from .elsewhere import Elsewhere, hub_with_exit, weather

# Playwright switches off the two things that a way out most often fails by.
AS_PEOPLE_HAVE_IT = ("--disable-popup-blocking", "--disable-back-forward-cache")
LINK = "aside a.hr-leave"
VEIL = "html > [role=alert]"


class World(NamedTuple):
    """A browser as people have it, the other site, and two hubs: one as it comes, one that guards Back."""

    browser: Browser
    elsewhere: Elsewhere
    plain: str
    guarded: str
    keyless: str


@contextmanager
def world_in(folder: Path, playwright: Playwright) -> Iterator[World]:
    """Serve the sites from a folder, and start the browser."""
    with (
        weather() as elsewhere,
        hub_with_exit(folder / "plain", elsewhere) as plain,
        hub_with_exit(folder / "guarded", elsewhere, "discretion: discreet") as guarded,
        hub_with_exit(folder / "keyless", elsewhere, "keys: off") as keyless,
        launched(playwright, without=AS_PEOPLE_HAVE_IT) as browser,
    ):
        yield World(browser, elsewhere, plain, guarded, keyless)


@contextmanager
def reading(world: World, home: str, *paths: str, has_script: bool = True) -> Iterator[Page]:
    """Open pages of a hub, one after the other, in one tab."""
    world.elsewhere.delay = 0
    world.elsewhere.referrers.clear()
    context = world.browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=has_script)
    page = context.new_page()
    for path in paths:
        page.goto(home + path)
    yield page
    context.close()


def go_back(page: Page) -> None:
    """Press Back. A page that was kept is not loaded, so there is nothing to wait for but time."""
    # Begun a moment later, so that the answer to this call is not lost with the page that gives it.
    page.evaluate("() => { setTimeout(() => history.back()); }")
    page.wait_for_timeout(1000)


def wait_for(page: Page, has_come: Callable[[], bool]) -> None:
    """Wait for something that no page tells of, as long as a slow machine may need."""
    for _ in range(100):
        if has_come():
            return
        page.wait_for_timeout(100)
    pytest.fail("it did not come within ten seconds")


def assert_away(world: World, page: Page) -> None:
    """See that the tab shows the other site, that no other tab was opened, and that nobody was told from where."""
    page.wait_for_url(world.elsewhere.url)
    assert len(page.context.pages) == 1
    assert page.evaluate("document.referrer") == ""
    assert set(world.elsewhere.referrers) == {None}
