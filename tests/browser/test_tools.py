"""Tools on the visitor's device, all of them: with and without script; nothing is stored, sent or left behind."""

from itertools import product

import pytest
from playwright.sync_api import Browser, Playwright
from tools.browser import launched

from . import layout, modes, quiet
from .hub import Hub
from .in_use import BREATHING, DAYS, GROUNDING, PLAN, WEATHER, count, tool, using
from .leaving_world import AS_PEOPLE_HAVE_IT
from .test_every_template import SCHEMES, SETTINGS, faults_of
from .test_keyboard import ENLARGED, faults_of_walk
from .verdict import assert_faultless
from .visits import Setting, Visitor

pytestmark = pytest.mark.browser

PATHS = [f"{language}{path}" for language, path in product(("", "es/"), (BREATHING, GROUNDING, PLAN, DAYS))]
FIRST = "I stop answering."
CONTROLS = "button, input[type=text], select, textarea, label:has(input)"


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_pages_with_tools_pass_the_battery(hub: Hub, visitor: Visitor, setting: Setting) -> None:
    faults = []
    for path in PATHS:
        with visitor.visit(hub.home + path, setting) as visit:
            faults += [f"{path}: {fault}" for fault in faults_of(visit)]
    assert_faultless(faults)


def test_their_controls_are_large_enough_spaced_and_marked(hub: Hub, visitor: Visitor) -> None:
    faults = []
    for path in PATHS:
        with visitor.visit(hub.home + path, Setting(360, 640, is_touch=True)) as visit:
            for control in visit.page.locator(f"#hr-tool :is({CONTROLS}):visible").all():
                box = control.bounding_box()
                faults += [f"{path}: {box} is small"] if not box or min(box["width"], box["height"]) < 44 else []
        with visitor.visit(hub.home + path, Setting(640)) as visit, layout.double_text(visit) as size_faults:
            faults += [f"{path}: {fault}" for fault in [*size_faults, *layout.misfits(visit)]]
        with visitor.visit(hub.home + path, Setting(forces_colours=True)) as visit:
            for scheme in SCHEMES:
                visit.turn(scheme)
                faults += [f"{path} {scheme}: {fault}" for fault in modes.unmarked_controls(visit)]
    assert_faultless(faults)


@pytest.mark.parametrize("setting", [Setting(1280, 720), Setting(360, 640), ENLARGED], ids=str)
def test_every_stop_in_them_shows_its_focus_uncovered(hub: Hub, visitor: Visitor, setting: Setting) -> None:
    faults = []
    for path in (BREATHING, GROUNDING, PLAN, DAYS):
        with visitor.visit(hub.home + path, setting) as visit:
            faults += [f"{path}: {fault}" for fault in faults_of_walk(visit)]
    assert_faultless(faults)


@pytest.mark.parametrize("path", [BREATHING, GROUNDING, DAYS])
def test_without_script_the_text_alone_is_there_and_no_dead_control(browser: Browser, hub: Hub, path: str) -> None:
    with using(browser, hub, path, has_script=False) as page:
        assert not tool(page).is_visible()
        assert page.locator("main button:visible, main input:visible").count() == 0
        assert page.locator("main .hr-prose ol > li").count() >= 4


def test_using_them_keeps_nothing_on_the_device(hub: Hub, visitor: Visitor) -> None:
    faults = []
    for path in (BREATHING, GROUNDING, PLAN, DAYS):
        with visitor.visit(hub.home + path, Setting()) as visit:
            for field in visit.page.locator("#hr-tool textarea, #hr-tool input[type=text]").all():
                if field.is_visible():
                    field.fill("12")
            (visit.page.locator("#hr-tool button:visible").nth(1 if path == PLAN else 0)).click()
            faults += [f"{path}: {fault}" for fault in [*quiet.traces(visit), *quiet.complaints(visit)]]
            faults += [f"{path}: asked {request.url}" for request in visit.requests[1:] if "blob:" not in request.url]
            assert visit.page.url == hub.home + path
    assert_faultless(faults)


KEEP_WHAT_IS_LEFT = """() => addEventListener("pagehide", () => {
  const fields = [...document.querySelectorAll("#hr-tool :is(textarea, input[type=text], select)")];
  const said = document.querySelector("#hr-tool [role=status]");
  sessionStorage.setItem("left", `${fields.map((field) => field.value).join("")}${said ? said.textContent : ""}`);
})"""


@pytest.mark.parametrize("keeps_pages", [True, False], ids=["pages kept", "pages made anew"])
@pytest.mark.parametrize("path", [PLAN, GROUNDING, DAYS])
def test_leaving_the_page_forgets_what_was_written(
    playwright: Playwright, hub: Hub, path: str, *, keeps_pages: bool
) -> None:
    """By the way out, and by any other way: Back may show the page again, but not what was written there."""
    with launched(playwright, without=AS_PEOPLE_HAVE_IT if keeps_pages else ()) as browser:
        for leaves_at_once in (True, False):
            with using(browser, hub, path) as page:
                page.route(f"{WEATHER}**", lambda route: route.fulfill(body="Sun", content_type="text/html"))
                page.evaluate(KEEP_WHAT_IS_LEFT)
                if path == DAYS:
                    assert count(page, "1", "2", "2024") != []
                else:
                    tool(page).locator("textarea").first.fill(FIRST)
                page.click("aside a.hr-leave") if leaves_at_once else page.goto(WEATHER)
                page.wait_for_url(WEATHER)
                if leaves_at_once:
                    page.goto(hub.home + path)
                else:
                    page.evaluate("() => { setTimeout(() => history.back()); }")
                    page.wait_for_timeout(1000)  # a page that was kept is not loaded, so nothing else can be awaited
                    assert page.url == hub.home + path
                    fields = tool(page).locator("textarea, input[type=text], select")
                    assert {field.input_value() for field in fields.all()} == {""}
                    assert FIRST not in (page.locator("main").text_content() or "")
                assert page.evaluate("sessionStorage.getItem('left')") == ""
