"""Breathing along and finding back to the room: one thing at a time, by keyboard, without motion if one likes."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from .hub import Hub
from .in_use import BREATHING, GROUNDING, status, tool, using

pytestmark = pytest.mark.browser

MINUTE = 60_000  # ms


def said(page: Page) -> tuple[str, str, str]:
    """Give the word, the count, and what a screen reader was told."""
    word, beat = (page.text_content(f".hr-pace {part}") or "" for part in ("b", ".hr-beat"))
    return word, beat, status(page)


def test_breathing_begins_when_asked_and_counts_in_words(browser: Browser, hub: Hub) -> None:
    begun = "The pacer has started. Press Stop or the Escape key whenever you like."
    with using(browser, hub, BREATHING) as page:
        page.clock.run_for(10_000)
        assert said(page) == ("When you are ready", "", "")
        page.get_by_role("button", name="Start").press("Enter")
        assert said(page) == ("Breathe in…", "1", begun)
        page.clock.run_for(2000)
        assert said(page) == ("Breathe in…", "3", begun)
        page.clock.run_for(1000)
        assert said(page) == ("Breathe out…", "1", begun)
        page.clock.run_for(5000)
        assert said(page) == ("Breathe in…", "1", begun)
        page.get_by_label("In, hold, out, rest: 4 each").check()
        words = []
        for _ in range(4):
            words.append(said(page)[0])
            page.clock.run_for(4000)
        assert words == ["Breathe in…", "Hold, gently…", "Breathe out…", "Rest…"]


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_breathing_stops_when_asked(browser: Browser, hub: Hub, way: str) -> None:
    with using(browser, hub, BREATHING) as page:
        page.get_by_role("button", name="Start").click()
        page.clock.run_for(3000)
        page.get_by_role("button", name="Stop").click() if way == "button" else page.keyboard.press(way)
        assert said(page) == ("When you are ready", "", "Stopped. Breathe as you like.")
        assert page.get_by_role("button", name="Start").is_visible()
        page.clock.run_for(10_000)
        assert said(page)[0] == "When you are ready"


def test_breathing_ends_by_itself_at_the_end_of_a_breath(browser: Browser, hub: Hub) -> None:
    with using(browser, hub, BREATHING) as page:
        page.get_by_role("button", name="Start").click()
        page.clock.run_for(295_000)
        assert said(page)[:2] == ("Breathe out…", "5")
        page.clock.run_for(1000)
        assert said(page)[2] == "That was about five minutes. Look around, and name three things you can see."
        page.clock.run_for(MINUTE)
        assert said(page)[0] == "When you are ready"


def test_a_tab_that_slept_goes_on_where_the_clock_is(browser: Browser, hub: Hub) -> None:
    with using(browser, hub, BREATHING) as page:
        page.get_by_role("button", name="Start").click()
        page.clock.fast_forward(8 * 7 * 1000 + 4000)  # seven breaths, and one second of the next breath out
        assert said(page)[:2] == ("Breathe out…", "2")


def test_the_disc_moves_only_where_motion_is_welcome(browser: Browser, hub: Hub) -> None:
    wishes: tuple[tuple[Literal["reduce", "no-preference"], bool], ...] = (("reduce", False), ("no-preference", True))
    for motion, moves in wishes:
        context = browser.new_context(reduced_motion=motion)
        page = context.new_page()
        page.goto(hub.home + BREATHING)
        assert page.evaluate("document.getAnimations().length") == 0
        page.get_by_role("button", name="Start").click()
        page.wait_for_timeout(300)
        assert (page.evaluate("document.getAnimations().length") > 0) is moves, motion
        assert said(page)[0] == "Breathe in…"
        context.close()


def test_grounding_shows_one_step_at_a_time_by_keyboard(browser: Browser, hub: Hub) -> None:
    with using(browser, hub, GROUNDING) as page:
        assert page.evaluate("document.activeElement === document.body")
        titles = []
        for _ in range(6):
            assert tool(page).locator("section:visible").count() == 1
            heading = tool(page).locator("h3:visible")
            titles.append(heading.text_content())
            forward = page.get_by_role("button", name="Next")
            if forward.is_visible():
                forward.press("Enter")
                expect(tool(page).locator("h3:visible")).to_be_focused()
        assert titles == [
            "Five things you can see",
            "Four things you can feel",
            "Three things you can hear",
            "Two things you can smell",
            "One thing you can taste",
            "Where you are now",
        ]
        page.get_by_role("button", name="Back").press("Enter")
        assert tool(page).locator("h3:visible").text_content() == "One thing you can taste"


def test_grounding_starts_again_with_empty_fields(browser: Browser, hub: Hub) -> None:
    with using(browser, hub, GROUNDING) as page:
        page.get_by_label("Write here").first.fill("Door")
        assert not page.get_by_role("button", name="Back").is_visible()
        for _ in range(5):
            page.get_by_role("button", name="Next").click()
        page.get_by_role("button", name="Start again").click()
        assert tool(page).locator("h3:visible").text_content() == "Five things you can see"
        assert page.get_by_label("Write here").first.input_value() == ""
