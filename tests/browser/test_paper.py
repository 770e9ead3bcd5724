"""Every page as a printer gives it: the words whole and dark, help at the end, nothing that only a screen needs."""

import pytest

from handrail.views import TEMPLATES

from .hub import Hub
from .verdict import assert_faultless
from .visits import Setting, Visitor

pytestmark = pytest.mark.browser

# Sheets have letters and feet of their own (test_print.py); a page that moved is never read.
NAMES = sorted(name.removesuffix(".html") for name in TEMPLATES if not name.startswith(("print-", "moved")))
PAPER_WIDTH = Setting(703, 1000)  # A4 between its margins


@pytest.mark.parametrize("template", NAMES)
def test_a_page_on_paper_is_dark_large_and_without_controls(hub: Hub, visitor: Visitor, template: str) -> None:
    faults = []
    for page in hub.of_template(template):
        with visitor.visit(hub.home + page.url, PAPER_WIDTH) as visit:
            visit.put_on_paper()
            faults += [f"{page.path}: {fault}" for fault in visit.ask("paperFaults")]
    assert_faultless(faults)


@pytest.mark.parametrize("template", NAMES)
def test_a_page_on_paper_ends_with_help_and_the_day_it_was_checked(hub: Hub, visitor: Visitor, template: str) -> None:
    faults = []
    for page in hub.of_template(template):
        with visitor.visit(hub.home + page.url, PAPER_WIDTH) as visit:
            visit.put_on_paper()
            words = visit.page.locator("body").inner_text().split("\n")
        end = " ".join(words[-6:])
        faults += [f"{page.path} ends with {end}"] if "988" not in end or "2026" not in words[-1] else []
    assert_faultless(faults)


@pytest.mark.parametrize("template", ["meetings", "meeting-list", "meeting-week", "place", "group"])
def test_a_list_of_meetings_on_paper_says_of_which_day_it_is(hub: Hub, visitor: Visitor, template: str) -> None:
    faults = []
    for page in hub.of_template(template):
        with visitor.visit(hub.home + page.url, PAPER_WIDTH) as visit:
            seen = visit.page.locator("main").inner_text()
            visit.put_on_paper()
            printed = visit.page.locator("main").inner_text()
        said = {"en": "From data of November 22, 2026.", "es": "Con datos del 22 de noviembre de 2026."}[page.language]
        faults += [f"{page.path}: on the screen"] if said in seen else []
        faults += [f"{page.path}: not on paper"] if said not in printed else []
    assert_faultless(faults)


def test_what_is_folded_in_a_text_opens_for_the_printer_and_closes_again(hub: Hub, visitor: Visitor) -> None:
    (page, *_) = hub.of_template("page")
    with visitor.visit(hub.home + page.url, Setting()) as visit:
        visit.page.evaluate(
            """() => [false, true].forEach((open) => {
               const part = document.createElement("details");
               part.open = open;
               document.querySelector(".hr-prose").append(part);
            })"""
        )
        states = """() => [...document.querySelectorAll(".hr-prose details")].map((part) => part.open)"""
        visit.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        assert visit.page.evaluate(states) == [True, True]
        visit.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
        assert visit.page.evaluate(states) == [False, True]


def test_of_the_help_lines_of_all_the_world_those_are_printed_that_were_opened(hub: Hub, visitor: Visitor) -> None:
    (page, *_) = hub.of_template("help")
    with visitor.visit(hub.home + page.url, PAPER_WIDTH) as visit:
        regions = visit.page.locator(".hr-others:not(.hr-screen) details")
        regions.first.locator("summary").click()
        visit.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        visit.put_on_paper()
        assert regions.first.locator(".hr-line").first.is_visible()
        assert not regions.nth(1).locator(".hr-line").first.is_visible()


def test_the_finder_prints_what_it_shows_and_says_what_was_chosen(hub: Hub, visitor: Visitor) -> None:
    (page, *_) = hub.of_template("meetings")
    with visitor.visit(hub.home + page.url, PAPER_WIDTH) as visit:
        visit.page.select_option("#hr-day", "1")
        visit.page.fill("#hr-q", "lunch")
        visit.page.wait_for_function("() => document.querySelector('#hr-chosen').textContent.includes('lunch')")
        visit.put_on_paper()
        printed = visit.page.locator("main").inner_text()
        assert "lunch · Tuesday · Meetings found: 1" in printed
        assert "Lunch Hour" in printed
        assert "Tuesday Evening Circle" not in printed
        assert "Any day" not in printed
        visit.page.emulate_media(media="screen")
        assert not visit.page.locator("#hr-chosen").is_visible()
