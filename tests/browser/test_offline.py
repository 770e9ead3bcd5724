"""The copy that a visitor keeps: at a press only, whole, dated, renewed, and gone once removed (visitors.md 5)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tools.browser import serving

from hubs import run, write_hub

pytestmark = pytest.mark.browser

SITE = "name: Riverside Circle\nlanguages: [en, es]\nhelplines: [US]\nurl: https://example.org/hub/\n"
MEETINGS = "meetings:\n  - {name: Tuesday Circle, day: tuesday, time: 19:00, minutes: 60, place: {name: Library}}\n"
TWENTY_DAYS = 20 * 24 * 3600 * 1000  # ms
KEEP, REMOVE = "Keep this site on this device", "Remove it from this device"
KEPT = "A copy of this site is kept on this device"
NOTICE = "You are reading a saved copy of this site, from "
LEFT_BEHIND = """async () => [
  ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
]"""


@dataclass
class World:
    """A small hub below a path, published again at will, which one browser reaches only while there is internet."""

    root: Path
    context: BrowserContext
    home: str = ""
    has_internet: bool = True

    def publish(self, text: str = "We meet.", settings: str = "") -> None:
        """Build the hub, with this text on its page about the group."""
        about = f"---\ntitle: About us\n---\n\n{text}\n"
        spanish = "---\ntitle: Quiénes somos\n---\n\nNos reunimos.\n"
        files = {"content/about.md": about, "content/about.es.md": spanish, "content/meetings/all.yaml": MEETINGS}
        write_hub(self.root, {"site.yaml": SITE + settings, **files})
        answer = run(self.root, "build")
        assert answer.exit_code == 0, answer.output

    def opened(self, path: str) -> Page:
        """Open a page in a tab of its own."""
        page = self.context.new_page()
        page.goto(self.home + path)
        return page

    def keeping(self, kind: str = "few", language: str = "") -> Page:
        """Keep a copy as a visitor does."""
        page = self.opened(f"{language}offline/")
        page.locator(f"input[value={kind}]").check()
        page.locator("[data-does=keep]").click()
        expect(page.locator("[data-says=kept]")).to_be_visible()
        return page

    @contextmanager
    def without_internet(self) -> Iterator[None]:
        """Lose the connection for a while."""
        self.has_internet = False
        try:
            yield
        finally:
            self.has_internet = True


@pytest.fixture
def world(tmp_path: Path, browser: Browser) -> Iterator[World]:
    with browser.new_context() as context:
        world = World(tmp_path, context)
        with serving(tmp_path / "output", "/hub/", lambda: world.has_internet) as world.home:
            world.publish()
            yield world


def left_behind(page: Page) -> list[str]:
    found: list[str] = page.evaluate(LEFT_BEHIND)
    return found


def wait_until(page: Page, is_so: Callable[[], bool]) -> None:
    """Wait for what a worker does by itself, ten seconds at most."""
    for _ in range(100):
        if is_so():
            return
        page.wait_for_timeout(100)
    pytest.fail(f"still there: {left_behind(page)}")


def test_nothing_is_kept_until_somebody_asks(world: World) -> None:
    for path in ("", "offline/", "forget/", "safety/"):
        page = world.opened(path)
        assert left_behind(page) == [], path
    page = world.opened("offline/")
    expect(page.get_by_text("No copy of this site is kept on this device.")).to_be_visible()
    expect(page.get_by_role("button", name=REMOVE)).to_be_hidden()


def test_the_size_is_said_before(world: World) -> None:
    page = world.opened("offline/")
    sizes = page.locator("[data-size]")
    expect(page.get_by_role("button", name=KEEP)).to_be_visible()
    assert [text[-4:] for text in sizes.all_text_contents()] == [" kB)", " kB)"]


def test_what_matters_most_opens_without_internet_and_says_from_when_it_is(world: World) -> None:
    today = world.keeping().locator("main time").inner_text()
    with world.without_internet():
        for path in ("", "help/", "meetings/", "safety/", "offline/"):
            page = world.opened(path)
            expect(page.get_by_text(f"{NOTICE}{today}.")).to_be_visible()
            assert page.url == world.home + path
        expect(world.opened("meetings/").get_by_text("Tuesday Circle").first).to_be_visible()


def test_a_page_that_is_not_in_the_copy_leads_to_those_that_are(world: World) -> None:
    world.keeping()
    with world.without_internet():
        page = world.opened("about/")
        assert page.url == f"{world.home}offline/#hr-missing"
        expect(page.get_by_text("the page you wanted is not in the saved copy")).to_be_visible()


def test_everything_means_everything(world: World) -> None:
    world.keeping("all")
    with world.without_internet():
        expect(world.opened("about/").get_by_text("We meet.")).to_be_visible()
        page = world.opened("meetings/tuesday-circle/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Tuesday Circle")


def test_a_copy_is_in_its_visitors_language(world: World) -> None:
    world.keeping(language="es/")
    with world.without_internet():
        page = world.opened("es/help/")
        expect(page.locator(".hr-saved")).to_be_visible()
        assert world.opened("es/about/").url == f"{world.home}es/offline/#hr-missing"


def test_with_internet_everybody_sees_the_newest_page(world: World) -> None:
    world.keeping("all")
    world.publish("We meet elsewhere now.")
    page = world.opened("about/")
    expect(page.get_by_text("We meet elsewhere now.")).to_be_visible()
    expect(page.locator(".hr-saved")).to_have_count(0)


def test_a_newer_site_renews_the_copy(world: World) -> None:
    page = world.keeping("all")
    [name, _] = left_behind(page)
    world.publish("We meet elsewhere now.")
    page = world.opened("")
    wait_until(page, lambda: name not in left_behind(page))
    with world.without_internet():
        expect(world.opened("about/").get_by_text("We meet elsewhere now.")).to_be_visible()


def test_an_old_copy_warns(world: World) -> None:
    page = world.keeping()
    page.evaluate(
        """async ago => {
          const [name] = await caches.keys();
          const cache = await caches.open(name);
          const [key] = (await cache.keys()).filter(({ url }) => url.endsWith("copy-note"));
          const note = await (await cache.match(key)).json();
          note.saved = new Date(Date.now() - ago).toISOString();
          await cache.put(key, new Response(JSON.stringify(note)));
        }""",
        TWENTY_DAYS,
    )
    with world.without_internet():
        expect(world.opened("meetings/").get_by_text("It is more than two weeks old.")).to_be_visible()


@pytest.mark.parametrize("path", ["offline/", "safety/"])
def test_removing_takes_everything_away_and_says_what_stays(world: World, path: str) -> None:
    world.keeping()
    page = world.opened(path)
    page.get_by_role("button", name=REMOVE).click()
    page.wait_for_url("**/forget/")
    expect(page.get_by_text("No copy of this site is kept on this device.")).to_be_visible()
    expect(page.get_by_text("history still names the pages")).to_be_visible()
    assert left_behind(page) == []


def test_another_site_at_the_same_address_keeps_what_is_its_own(world: World) -> None:
    page = world.keeping()
    other = f"copy:{world.home.removesuffix('hub/')}other/:1"
    page.evaluate("async name => { await caches.open(name); }", other)
    page.get_by_role("button", name=REMOVE).click()
    page.wait_for_url("**/forget/")
    assert left_behind(page) == [other]


def test_a_site_that_stops_offering_copies_removes_them(world: World) -> None:
    world.keeping()
    world.publish(settings="offline: no\n")
    page = world.opened("about/")
    wait_until(page, lambda: not left_behind(page))


def test_a_file_that_is_missing_leaves_no_half_copy(world: World) -> None:
    (world.root / "output" / "help" / "index.html").unlink()
    page = world.opened("offline/")
    page.get_by_role("button", name=KEEP).click()
    expect(page.get_by_text("That did not work")).to_be_visible()
    assert [name for name in left_behind(page) if name.startswith("copy:")] == []


def test_without_script_nothing_is_offered_that_could_not_be(world: World, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{world.home}offline/")
        expect(page.get_by_text("This browser cannot keep a copy, or its scripts are switched off.")).to_be_visible()
        assert page.get_by_role("button").count() == 0


def test_leaving_quickly_works_from_a_saved_page(world: World) -> None:
    """The other site does not open then, but nothing of this one stays in sight."""
    world.keeping()
    with world.without_internet():
        page = world.opened("help/")
        page.evaluate("() => document.querySelector('a.hr-leave').click()")
        expect(page.locator("h1", has_text="Need help now?")).to_have_count(0)
