"""How pages look when somebody chose it: at once, kept only when asked, forgotten at a press."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from . import axe
from .hub import Hub
from .visits import Setting, Visitor

pytestmark = pytest.mark.browser

KEPT = "() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]"
SIZE = "() => getComputedStyle(document.documentElement).fontSize"
TAB, DEVICE, FORGET = "Use it until I close this tab", "Keep it on this device", "Back to usual, and forget"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context() as context:
        yield context


@contextmanager
def opened(context: BrowserContext, address: str) -> Iterator[Page]:
    page = context.new_page()
    page.goto(address)
    yield page
    page.close()


def test_a_choice_shows_at_once_and_is_kept_by_nobody(hub: Hub, context: BrowserContext) -> None:
    with opened(context, f"{hub.home}display/") as page:
        page.get_by_label("Size of the letters").select_option("Twice as large")
        assert page.evaluate(SIZE) == "36px"
        assert page.evaluate(KEPT) == []
        page.goto(hub.home)
        assert page.evaluate(SIZE) == "18px"


def test_a_tab_remembers_until_it_is_closed(hub: Hub, context: BrowserContext) -> None:
    with opened(context, f"{hub.home}display/") as page:
        page.get_by_label("Size of the letters").select_option("Larger")
        page.get_by_role("button", name=TAB).click()
        expect(page.get_by_text("until you close this tab.")).to_be_visible()
        page.goto(f"{hub.home}es/help/")
        assert page.evaluate(SIZE) == "22.4px"
        with opened(context, hub.home) as other:
            assert other.evaluate(SIZE) == "18px"


def test_a_device_remembers_until_somebody_takes_it_back(hub: Hub, context: BrowserContext) -> None:
    with opened(context, f"{hub.home}display/") as page:
        page.get_by_label("Colours").select_option("Dark")
        page.get_by_role("button", name=DEVICE).click()
    with opened(context, f"{hub.home}display/") as page:
        expect(page.get_by_label("Colours")).to_have_value("dark")
        assert page.evaluate(KEPT) == ["display:/hub/"]
        page.get_by_role("button", name=FORGET).click()
        assert page.evaluate(KEPT) == []
    with opened(context, hub.home) as page:
        assert page.evaluate("() => document.documentElement.dataset.look") is None


def test_colours_are_those_a_device_could_have_asked_for(hub: Hub, browser: Browser) -> None:
    colour = "() => getComputedStyle(document.documentElement).backgroundColor"
    with browser.new_context(color_scheme="dark") as dark, opened(dark, hub.home) as page:
        expected = page.evaluate(colour)
    with browser.new_context() as light, opened(light, f"{hub.home}display/") as page:
        page.get_by_label("Colours").select_option("Dark")
        assert page.evaluate(colour) == expected


@pytest.mark.parametrize("look", ["light", "dark", "light-more", "dark-more"])
def test_chosen_colours_can_be_read(hub: Hub, visitor: Visitor, look: str) -> None:
    with visitor.visit(f"{hub.home}display/", Setting()) as visit:
        visit.page.get_by_label("Colours").select_option(look)
        assert axe.violations(visit, ("light", "dark")) == []


def test_the_other_letters_are_loaded_only_when_chosen(hub: Hub, context: BrowserContext) -> None:
    with opened(context, f"{hub.home}display/") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.get_by_label("Size of the letters").select_option("Larger")
        assert asked == []
        with page.expect_request("**/assets/legible.*.woff2"):
            page.get_by_label("Kind of letters").select_option("legible")
        page.get_by_role("button", name=TAB).click()
        page.goto(f"{hub.home}about/")
        assert page.evaluate("async () => { await document.fonts.ready; return document.fonts.check('20px Legible'); }")


def test_movement_stops_for_those_who_want_none(hub: Hub, context: BrowserContext) -> None:
    with opened(context, f"{hub.home}display/") as page:
        page.evaluate("() => { document.querySelector('h1').style.animation = 'turn 1s infinite'; }")
        moving = "() => getComputedStyle(document.querySelector('h1')).animationName"
        assert page.evaluate(moving) == "turn"
        page.get_by_label("Movement").select_option("None")
        assert page.evaluate(moving) == "none"


def test_without_script_the_page_says_what_browsers_can_do(hub: Hub, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context, opened(context, f"{hub.home}display/") as page:
        expect(page.get_by_label("Colours")).to_be_hidden()
        expect(page.get_by_text("Make everything larger")).to_be_visible()


@pytest.mark.parametrize("width", [240, 320, 1280])
def test_everything_at_its_largest_fits(hub: Hub, context: BrowserContext, width: int) -> None:
    with opened(context, f"{hub.home}display/") as page:
        page.set_viewport_size({"width": width, "height": 640})
        page.get_by_label("Size of the letters").select_option("200")
        page.get_by_label("Space between letters and lines").select_option("wide")
        page.get_by_role("button", name=TAB).click()
        for path in ("display/", "", "help/", "meetings/", "resources/", "es/right-now/"):
            page.goto(hub.home + path)
            wide = page.evaluate("() => document.documentElement.scrollWidth")
            assert wide <= width, path
