"""Finding a meeting: without script, with it, by keyboard alone, from elsewhere in the world, from a disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from .hub import Hub

pytestmark = pytest.mark.browser
SUNDAY_NOON = "2026-11-22T17:00:00Z"  # noon in New York; Across the Water starts at 19:00 in London
SUNDAY_TWO = "2026-11-22T19:30:00Z"  # Across the Water is going on
PAUSE = 350  # the list follows once typing has paused
SHIFTS = """window.shifts = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.shifts += value;
}).observe({ type: "layout-shift", buffered: true });"""
NOT_ASKED = """Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct() { throw new Error("asked"); }, apply() { throw new Error("asked"); },
});"""
ALL = 14  # meetings of the sample hub that lists show


@contextmanager
def finder(
    browser: Browser,
    home: str,
    now: str = SUNDAY_NOON,
    *,
    language: str = "",
    zone: str = "America/New_York",
    is_scripted: bool = True,
) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, timezone_id=zone, java_script_enabled=is_scripted
    )
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.goto(f"{home}{language}meetings/")
    yield page
    context.close()


def names(page: Page, within: str = "#hr-found") -> list[str]:
    page.wait_for_timeout(PAUSE)
    return page.locator(f"{within} li a").all_inner_texts()


def test_without_script_every_meeting_stands_on_the_page(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home, is_scripted=False) as page:
        assert not page.locator("#hr-filter").is_visible()
        assert not page.locator("#hr-results").is_visible()
        assert len(set(names(page, "#hr-all"))) == ALL
        headings = page.locator("#hr-all h2").all_inner_texts()
        assert headings[:7] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def test_without_script_a_meeting_of_this_evening_is_three_keys_away(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home, is_scripted=False) as page:
        page.locator("#hr-all a", has_text="Sunday").focus()
        page.keyboard.press("Tab")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.locator("h1").inner_text() == "Círculo en español"


def test_what_comes_next_is_computed_when_the_page_opens(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home) as page:
        assert names(page)[:3] == ["Across the Water", "Círculo en español", "Morning Chair"]
        assert page.locator("#hr-found h3").first.inner_text() == "Today, Sunday, November 22"
    with finder(browser, hub.home, SUNDAY_TWO) as page:
        assert page.locator("#hr-found h3").first.inner_text() == "Going on now"
    with finder(browser, hub.home, "2026-12-22T17:00:00Z") as page:
        assert "Tuesday Evening Circle" not in names(page)


def test_a_date_that_is_elsewhere_says_where_however_old_the_page_is(browser: Browser, hub: Hub) -> None:
    usual = "In person and online · St Mark's Hall · Riverside · "
    with finder(browser, hub.home, "2026-12-29T17:00:00Z") as page:
        row = page.locator("#hr-found li", has_text="Tuesday Evening Circle").first
        assert row.locator(".hr-facts-line").inner_text().startswith("In person and online · Old Library · ")
        assert row.locator(".hr-note-line").inner_text() == "At another place"
    with finder(browser, hub.home, "2026-12-30T17:00:00Z") as page:
        page.select_option("#hr-day", "1")
        row = page.locator("#hr-found li", has_text="Tuesday Evening Circle").first
        assert row.locator(".hr-facts-line").inner_text().startswith(usual)


@pytest.mark.parametrize("words", ["circulo", "CÍRCULO", "espanol circ"])
def test_words_are_found_without_their_accents_and_capitals(browser: Browser, hub: Hub, words: str) -> None:
    with finder(browser, hub.home) as page:
        page.fill("#hr-q", words)
        assert names(page) == ["Círculo en español"]


def test_the_count_is_said_once_typing_has_stopped(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home) as page:
        page.locator("#hr-q").press_sequentially("library", delay=20)
        assert page.locator("#hr-count").inner_text() == ""
        page.wait_for_timeout(900)
        assert page.locator("#hr-count[role=status]").inner_text() == f"Meetings found: {len(names(page))}"


def test_when_nothing_fits_it_says_what_to_do(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home) as page:
        page.fill("#hr-q", "no such meeting")
        page.wait_for_timeout(1200)
        assert page.locator("#hr-count").inner_text().startswith("No meeting fits all of this.")
        assert not page.locator("#hr-results").is_visible()
        assert page.locator("#hr-reset").is_visible()


def test_searching_changes_no_address_stores_nothing_and_asks_nobody(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        address = page.url
        page.fill("#hr-q", "relapse")
        page.select_option("#hr-day", "today")
        assert page.url == address
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
        assert asked == []


CHOICES = {
    "today": ({"#hr-day": "today"}, ["Across the Water", "Círculo en español"]),
    "in the night": ({"#hr-part": "night"}, ["Candlelight", "Night Watch"]),
    "hybrid": ({"#hr-how": "hybrid"}, ["Tuesday Evening Circle"]),
    "online, those in both ways too": (
        {"#hr-how": "1"},
        ["Across the Water", "Morning Chair", "Tuesday Evening Circle", "Night Watch"],
    ),
    "a type": ({"#hr-type": "meditation"}, ["Morning Chair"]),
    "a region": ({"#hr-region": "Hillside"}, ["A Visit in Hospital"]),
    "two languages": ({"#hr-lang": "es", "#hr-day": "5"}, ["Newcomers' Welcome", "Walk and Talk"]),
    "access": ({"#hr-access": "hearing_loop", "#hr-day": "6"}, ["Círculo en español"]),
}


@pytest.mark.parametrize("case", CHOICES)
def test_choices_narrow_the_list(browser: Browser, hub: Hub, case: str) -> None:
    choices, expected = CHOICES[case]
    with finder(browser, hub.home) as page:
        page.click("#hr-others summary")
        for field, value in choices.items():
            page.select_option(field, value)
        assert sorted(names(page)) == sorted(expected)
        assert not page.locator("#hr-all").is_visible()


def test_the_nearest_come_first_from_a_place_that_the_list_knows(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home) as page:
        page.click("#hr-others summary")
        page.fill("#hr-near", "old library")
        page.wait_for_timeout(PAUSE)
        first = page.locator("#hr-found li").first.inner_text()
        assert "0 km" in first
        assert "Old Library" in first
        page.fill("#hr-near", "nowhere at all")
        page.wait_for_timeout(PAUSE)
        assert "no such place" in page.locator("#hr-near-note").inner_text()


WATCHED = """() => {
  const real = navigator.geolocation.getCurrentPosition;
  navigator.geolocation.getCurrentPosition = (...details) => {
    window.asked = true;
    real.apply(navigator.geolocation, details);
  };
}"""


def test_the_device_is_asked_where_it_is_only_on_a_press(browser: Browser, hub: Hub) -> None:
    context = browser.new_context(geolocation={"latitude": 41.7851, "longitude": -73.6937}, permissions=["geolocation"])
    page = context.new_page()
    page.goto(f"{hub.home}meetings/")
    page.evaluate(WATCHED)
    page.click("#hr-others summary")
    assert page.evaluate("window.asked") is None
    page.click("#hr-locate")
    page.wait_for_selector("#hr-found li")
    assert "St Mark's Hall" in page.locator("#hr-found li").first.inner_text()
    context.close()


def test_a_copied_link_opens_the_same_view(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.select_option("#hr-day", "4")
        page.fill("#hr-q", "online")
        page.click("#hr-copy")
        link = page.evaluate("navigator.clipboard.readText()")
        assert urlsplit(link).fragment == "q=online&day=4"
        other = page.context.new_page()
        other.clock.set_fixed_time(SUNDAY_NOON)
        other.goto(link)
        assert names(other) == names(page) == ["Night Watch"]


def test_meetings_online_say_the_visitors_own_time(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home, zone="Asia/Tokyo") as page:
        page.fill("#hr-q", "across")
        page.wait_for_timeout(PAUSE)
        row = " ".join(page.locator("#hr-found li").inner_text().split())
        assert "7:00 PM to 8:00 PM" in row
        assert "United Kingdom Time" in row
        assert "Your time: Monday, November 23, 4:00 AM" in row


def test_what_comes_next_needs_no_time_zones_of_the_device(browser: Browser, hub: Hub) -> None:
    """They may be old, and they are slow to ask."""
    context = browser.new_context(timezone_id="America/New_York")
    context.add_init_script(NOT_ASKED)
    page = context.new_page()
    page.clock.set_fixed_time(SUNDAY_NOON)
    page.goto(f"{hub.home}meetings/")
    assert names(page)[:3] == ["Across the Water", "Círculo en español", "Morning Chair"]
    assert page.locator("#hr-found time").first.inner_text() == "7:00\u00a0PM"
    context.close()


@pytest.mark.parametrize(
    ("lacks", "asked"),
    [
        ("delete Element.prototype.replaceChildren;", ""),
        ("window.requestIdleCallback = () => { throw new Error('no'); };", "#q=night"),  # the lists are hidden by then
    ],
)
def test_a_browser_that_cannot_do_it_is_left_with_the_lists(browser: Browser, hub: Hub, lacks: str, asked: str) -> None:
    context = browser.new_context()
    context.add_init_script(lacks)
    page = context.new_page()
    page.goto(f"{hub.home}meetings/{asked}")
    assert not page.locator("#hr-filter").is_visible()
    assert not page.locator("#hr-results").is_visible()
    assert page.locator("#hr-all").is_visible()
    assert len(set(names(page, "#hr-all"))) == ALL
    context.close()


def test_nothing_in_sight_jumps_while_the_work_is_done(browser: Browser, hub: Hub) -> None:
    """The sum of layout shifts; 0.1 is what people begin to notice (web.dev/articles/cls)."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(SHIFTS)
    page.goto(f"{hub.home}meetings/")
    page.locator("#hr-results:not([aria-busy])").wait_for(state="attached")
    page.wait_for_timeout(PAUSE)
    assert page.evaluate("window.shifts") < 0.02
    page.close()


def test_by_keyboard_alone(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home) as page:
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "hr-q":
                break
        page.keyboard.type("night")
        page.wait_for_timeout(PAUSE)
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('#hr-found') !== null"):
                break
        page.keyboard.press("Enter")
        assert page.locator("h1").inner_text() == "Night Watch"


def test_starting_again_brings_the_whole_list_back(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home) as page:
        page.fill("#hr-q", "night")
        page.wait_for_timeout(PAUSE)
        page.click("#hr-reset")
        assert page.locator("#hr-all").is_visible()
        assert page.evaluate("document.activeElement.id") == "hr-q"


def test_it_speaks_spanish(browser: Browser, hub: Hub) -> None:
    with finder(browser, hub.home, language="es/") as page:
        page.fill("#hr-q", "guardia")
        assert names(page) == ["Guardia de noche"]
        assert page.locator("#hr-results-title").inner_text() == "Lo que encaja"


def test_it_works_from_a_disk(browser: Browser, portable_hub: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((portable_hub / "meetings/index.html").as_uri())
    page.fill("#hr-q", "night watch")
    page.wait_for_timeout(PAUSE)
    page.click("#hr-found a")
    assert page.locator("h1").inner_text() == "Night Watch"
    context.close()
