"""Leaving in a hurry: where one gets to, and what the page looks like meanwhile (visitors.md 2.5)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, expect

from .leaving_world import LINK, VEIL, World, assert_away, reading, world_in

pytestmark = pytest.mark.browser

STATUS = "aside [role=status]"
PATIENCE = 5000  # ms between two presses of Shift


@pytest.fixture(scope="module")
def world(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world_in(tmp_path_factory.mktemp("leaving"), playwright) as world:
        yield world


def test_the_link_works_without_script(world: World) -> None:
    with reading(world, world.plain, "", "about/", has_script=False) as page:
        page.click(LINK)
        page.wait_for_url(world.elsewhere.url)
        assert len(page.context.pages) == 1
        assert world.elsewhere.referrers == [None]


@pytest.mark.parametrize("path", ["about/", "meetings/", "404.html"])
def test_a_press_replaces_the_page_in_the_same_tab(world: World, path: str) -> None:
    with reading(world, world.plain, "", path) as page:
        length = page.evaluate("history.length")
        page.click(LINK)
        assert_away(world, page)
        assert page.evaluate("history.length") == length


def test_a_second_link_on_the_page_leads_out_too(world: World) -> None:
    with reading(world, world.plain, "", "safety/") as page:
        length = page.evaluate("history.length")
        page.click("main a.hr-leave")
        assert_away(world, page)
        assert page.evaluate("history.length") == length


def test_the_page_is_covered_and_nameless_before_the_other_site_answers(world: World) -> None:
    with reading(world, world.plain, "", "about/") as page:
        world.elsewhere.delay = 3
        # As in a theme with an icon of its own.
        page.evaluate("document.querySelector('link[rel=icon]').href = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='")
        at_once, a_moment_later = page.evaluate(PRESS_AND_LOOK)
        covered = {"url": f"{world.plain}about/", "title": "Loading", "icons": ["data:,"], "seen": 0}
        assert at_once == {**covered, "said": ""}
        assert a_moment_later == {**covered, "said": "Loading"}
        assert_away(world, page)


def test_shift_three_times_leads_out_and_is_announced(world: World) -> None:
    with reading(world, world.plain, "", "about/") as page:
        length = page.evaluate("history.length")
        page.keyboard.press("Shift")
        expect(page.locator(STATUS)).to_have_text("Shift, press 2 more times to leave.")
        page.keyboard.press("Shift")
        expect(page.locator(STATUS)).to_have_text("Shift, press 1 more time to leave.")
        page.keyboard.press("Shift")
        assert_away(world, page)
        assert page.evaluate("history.length") == length


def test_shift_works_in_the_middle_of_a_form_and_clears_it(world: World) -> None:
    with reading(world, world.plain, "", "meetings/") as page:
        field = page.locator("main input[type=search], main input[type=text]").first
        field.fill("my town")
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.evaluate(TELL_AT_EACH_KEY)
        for _ in range(3):
            page.keyboard.press("Shift")
        assert_away(world, page)
        assert told == ["my town, open", "my town, open", ", covered"]


def test_what_the_page_showed_because_of_a_field_goes_with_what_stood_in_it(world: World) -> None:
    with reading(world, world.plain, "search/") as page:
        page.fill("#hr-term", "circle")
        expect(page.locator("#hr-hits a").first).to_be_visible()
        world.elsewhere.delay = 3
        left = page.evaluate(
            """async () => {
              document.querySelector("a.hr-leave").click();
              await new Promise((done) => setTimeout(done, 500));
              return document.querySelector("main").innerText + document.querySelectorAll("#hr-hits a").length;
            }"""
        )
        assert "circle" not in left
        assert left.endswith("0")
        assert_away(world, page)


@pytest.mark.parametrize(
    "keys",
    [
        ["Shift+A", "Shift+B", "Shift+C"],
        ["Shift", "a", "Shift", "Shift"],
        ["Shift", "Shift", "Tab", "Shift"],
        ["Control", "Control", "Control"],
        [*"abcdefghijklmnopqrstuvwxyz"],
        ["Escape", "Escape", "Escape"],
    ],
    ids=" ".join,
)
def test_other_keys_do_not_lead_out(world: World, keys: list[str]) -> None:
    with reading(world, world.plain, "about/") as page:
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_timeout(300)
        assert page.url.startswith(f"{world.plain}about/")
        assert page.locator(VEIL).count() == 0


def test_shift_with_the_pointer_does_not_count(world: World) -> None:
    with reading(world, world.plain, "about/") as page:
        for _ in range(3):
            page.locator("h1").click(modifiers=["Shift"])
        page.wait_for_timeout(300)
        assert page.url == f"{world.plain}about/"
        assert page.locator(VEIL).count() == 0


def test_too_long_a_pause_starts_again_and_says_so(world: World) -> None:
    with reading(world, world.plain, "about/") as page:
        page.clock.install()
        page.goto(f"{world.plain}about/")
        page.keyboard.press("Shift")
        page.clock.run_for(PATIENCE - 500)
        page.keyboard.press("Shift")  # each press starts the clock anew
        page.clock.run_for(PATIENCE + 500)
        expect(page.locator(STATUS)).to_have_text("Too much time has passed. You are still here.")
        page.clock.run_for(PATIENCE + 500)
        expect(page.locator(STATUS)).to_have_text("")
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        expect(page.locator(STATUS)).to_have_text("Shift, press 1 more time to leave.")
        assert page.url == f"{world.plain}about/"


def test_keys_can_be_switched_off(world: World) -> None:
    with reading(world, world.keyless, "about/") as page:
        for _ in range(5):
            page.keyboard.press("Shift")
        page.wait_for_timeout(300)
        assert page.url == f"{world.keyless}about/"
        assert page.locator(STATUS).count() == 0
        page.click(LINK)
        assert_away(world, page)


PRESS_AND_LOOK = """async () => {
  const look = () => ({
    url: location.href,
    title: document.title,
    icons: [...document.querySelectorAll("link[rel=icon]")].map((icon) => icon.href),
    seen: [...document.querySelectorAll("body, body *")].filter((part) => part.getClientRects().length).length
      + [0.01, 0.5, 0.99].filter((part) => document.elementFromPoint(part * innerWidth, part * innerHeight)
        !== document.querySelector("html > [role=alert]")).length,
    said: document.querySelector("html > [role=alert]").textContent,
  });
  document.querySelector("aside a.hr-leave").click();
  const atOnce = look();
  await new Promise((done) => setTimeout(done, 500));
  return [atOnce, look()];
}"""
TELL_AT_EACH_KEY = """() => addEventListener("keyup", () => {
  const field = document.querySelector("main input[type=search], main input[type=text]");
  console.log(`${field.value}, ${document.querySelector("html > [role=alert]") ? "covered" : "open"}`);
}, true)"""
