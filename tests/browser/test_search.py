"""Searching: what is found, what comes first in distress, what is said aloud, and that no word leaves a trace."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from . import axe, layout, quiet
from .elsewhere import hub_with_exit, weather
from .hub import Hub
from .verdict import assert_faultless
from .visits import Setting, Visitor

pytestmark = pytest.mark.browser

FIELD, SAID, HITS, FIRST = "#hr-term", "#hr-said", "#hr-hits a", ".hr-first:visible"
LOADED = "head script[src]"
LOOK = """() => [document.getElementById("hr-term").value, document.getElementById("hr-said").textContent,
  document.getElementById("hr-hits").children.length, document.querySelectorAll(".hr-first:not([hidden])").length]"""
COUNT_WHAT_IS_SAID = """() => {
  window.said = [];
  const status = document.getElementById("hr-said");
  new MutationObserver(() => window.said.push(status.textContent)).observe(status, {childList: true});
}"""
KEPT = """async () => [location.href, document.title, history.length, document.cookie, localStorage.length,
  sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]"""


@contextmanager
def searching(browser: Browser, address: str, width: int = 360, *, is_scripted: bool = True) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": 640}, java_script_enabled=is_scripted)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def found(page: Page, words: str) -> list[str]:
    """Type into the field, and give the titles of what is found once the page has said so."""
    page.locator(FIELD).fill(words)
    expect(page.locator(SAID)).to_contain_text(words)
    titles: list[str] = page.locator(HITS).all_inner_texts()
    return titles


def test_a_word_is_found_without_its_accents_by_its_beginning_and_with_a_mistake_in_it(
    browser: Browser, hub: Hub
) -> None:
    with searching(browser, f"{hub.home}search/") as page:
        assert "Urge surfing: let a craving pass" in found(page, "CRAVING")
        assert "Urge surfing: let a craving pass" in found(page, "crav")
        assert "Urge surfing: let a craving pass" in found(page, "craveng")
        assert found(page, "circulo")[0] == "Círculo en español"
    with searching(browser, f"{hub.home}es/search/") as page:
        assert found(page, "respiracion lenta")[0] == "Respiración lenta"


def test_a_meeting_is_found_by_its_day_and_place(browser: Browser, hub: Hub) -> None:
    with searching(browser, f"{hub.home}search/") as page:
        assert found(page, "tuesday meetings")[0] == "Tuesday Evening Circle"
        line = page.locator("#hr-hits p").first
        assert line.inner_text().startswith("Tuesday, 7:00")
        assert line.locator("mark").inner_text() == "Tuesday"


def test_a_result_leads_to_its_page_below_a_base_path_and_from_another_language(browser: Browser, hub: Hub) -> None:
    for start in ("search/", "es/search/"):
        with searching(browser, f"{hub.home}{start}") as page:
            found(page, "halt hungry")
            page.locator(HITS).first.click()
            page.wait_for_url(f"{hub.home}{start.removesuffix('search/')}resources/halt/")


def test_words_that_no_page_holds_together_find_those_that_hold_most(browser: Browser, hub: Hub) -> None:
    with searching(browser, f"{hub.home}search/") as page:
        assert "Slow breathing" in found(page, "breathing qqqqqq slow")
        assert found(page, "zzzzzz") == []
        assert page.locator(SAID).inner_text() == (
            "Nothing found for “zzzzzz”. Try another word, or look at all pages from A to Z."
        )


@pytest.mark.parametrize(
    ("words", "box"),
    [
        ("want to die", "hr-crisis"),
        ("I WANT TO JUST DIE!", "hr-crisis"),
        ("dont want to live", "hr-crisis"),
        ("suicde", "hr-crisis"),
        ("he took an overdose", "hr-emergency"),
        ("I relapsed last night", "hr-slip"),
        ("a craving", "hr-craving"),
        ("quiero morir", "hr-crisis"),
        ("sobredosis", "hr-emergency"),
        ("recaida", "hr-slip"),
        ("j’ai envie de mourir", "hr-crisis"),
        ("surdose", "hr-emergency"),
        ("j'ai rechute", "hr-slip"),
        ("أُريد أن أموت", "hr-crisis"),
        ("الانتحار", "hr-crisis"),
        ("جرعة زائدة", "hr-emergency"),
        ("انتكاسه", "hr-slip"),
        ("quero morrer", "hr-crisis"),
        ("uberdosis", "hr-emergency"),
        ("Ich will nicht mehr leben", "hr-crisis"),
    ],
)
def test_help_stands_above_all_results_for_words_of_distress(browser: Browser, hub: Hub, words: str, box: str) -> None:
    with searching(browser, f"{hub.home}search/") as page:
        page.locator(FIELD).fill(words)
        assert page.locator(FIRST).evaluate_all("boxes => boxes.map(box => box.id)") == [box]
        calls = page.locator(f"#{box} a[href^=tel]").evaluate_all("links => links.map(link => link.href)")
        assert calls == (["tel:911", "tel:988"] if box == "hr-emergency" else ["tel:988", "tel:911"])
        assert page.locator(f"#{box} a[href*=right-now]").is_visible()
        expect(page.locator(SAID)).to_contain_text("Help comes first on this page.")
        below = page.locator(SAID).bounding_box()
        above = page.locator(f"#{box}").bounding_box()
        assert below
        assert above
        assert above["y"] + above["height"] <= below["y"]


def test_help_comes_at_once_also_when_the_index_never_does(browser: Browser, hub: Hub) -> None:
    with searching(browser, f"{hub.home}search/") as page:
        page.route("**/assets/*.js", lambda route: route.abort())
        page.locator(FIELD).fill("want to die")
        assert page.locator("#hr-crisis").is_visible()
        expect(page.locator(SAID)).to_have_text(
            "Help comes first on this page. The search could not be loaded. Please look at all pages from A to Z."
        )
        page.unroute_all()
        assert found(page, "craving")


@pytest.mark.parametrize("words", ["die", "tuesday", "leben", "meeting", "morning", "library", "Die Meetings", "live"])
def test_ordinary_words_bring_no_help_that_nobody_needs(browser: Browser, hub: Hub, words: str) -> None:
    with searching(browser, f"{hub.home}search/") as page:
        found(page, words)
        assert page.locator(FIRST).count() == 0


def test_what_was_found_is_said_once_when_typing_pauses(browser: Browser, hub: Hub) -> None:
    with searching(browser, f"{hub.home}search/") as page:
        page.locator(FIELD).focus()
        expect(page.locator(LOADED)).to_have_count(2)
        page.wait_for_timeout(500)
        page.evaluate(COUNT_WHAT_IS_SAID)
        page.keyboard.type("craving", delay=60)
        expect(page.locator(SAID)).to_contain_text("craving")
        page.wait_for_timeout(600)
        (said,) = page.evaluate("window.said")
        shown = page.locator(HITS).count()
        assert said == f"Help comes first on this page. Pages found for “craving”: {shown}."
        assert page.locator(SAID).get_attribute("role") == "status"


def test_everything_works_with_the_keyboard_alone(browser: Browser, hub: Hub) -> None:
    with searching(browser, f"{hub.home}search/") as page:
        page.locator(FIELD).focus()
        page.keyboard.type("slow breathing")
        page.keyboard.press("Enter")
        expect(page.locator(HITS).first).to_have_text("Slow breathing")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Slow breathing"
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Escape")
        assert page.locator(FIELD).input_value() == ""
        assert page.locator(HITS).count() == 0
        assert page.locator(SAID).inner_text() == ""
        assert page.evaluate("document.activeElement.id") == "hr-term"


def test_more_than_twenty_come_when_asked_for_and_focus_goes_to_the_first_of_them(browser: Browser, hub: Hub) -> None:
    with searching(browser, f"{hub.home}search/") as page:
        found(page, "a")
        assert page.locator(HITS).count() == 20
        page.locator("#hr-more").focus()
        page.keyboard.press("Enter")
        assert page.locator(HITS).count() > 20
        assert page.evaluate("[...document.querySelectorAll('#hr-hits a')].indexOf(document.activeElement)") == 20


def test_no_word_gets_into_address_title_history_or_storage_and_nothing_is_sent(browser: Browser, hub: Hub) -> None:
    with searching(browser, f"{hub.home}search/") as page:
        before = page.evaluate(KEPT)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
        found(page, "want to die")
        found(page, "relapsed")
        page.keyboard.press("Enter")
        page.wait_for_timeout(500)
        assert page.evaluate(KEPT) == before
        assert before[4:] == [0, 0, 0, 0]
        assert len(asked) == 2
        assert all(".js None" in request and request.startswith(f"{hub.home}assets/") for request in asked)


def test_nothing_is_loaded_before_somebody_starts_to_search(visitor: Visitor, hub: Hub) -> None:
    with visitor.visit(f"{hub.home}search/", Setting()) as visit:
        assert len(visit.requests) == 1
        visit.page.locator(FIELD).focus()
        expect(visit.page.locator(LOADED)).to_have_count(2)
        visit.page.wait_for_timeout(500)
        assert len(visit.requests) == 3
        assert_faultless([*quiet.complaints(visit), *quiet.foreign_requests(visit), *quiet.traces(visit)])


@pytest.mark.parametrize("language", ["", "es/"])
def test_it_works_from_a_disk(browser: Browser, portable_hub: Path, language: str) -> None:
    with searching(browser, (portable_hub / f"{language}search/index.html").as_uri()) as page:
        found(page, "halt hungry")
        page.locator(HITS).first.click()
        page.wait_for_url((portable_hub / f"{language}resources/halt/index.html").as_uri())


def test_without_script_there_is_no_dead_field_and_the_page_offers_the_list(browser: Browser, hub: Hub) -> None:
    with searching(browser, f"{hub.home}search/", is_scripted=False) as page:
        assert not page.locator(FIELD).is_visible()
        assert page.locator("#hr-without").is_visible()
        assert page.locator(FIRST).count() == 0
        page.locator("main a", has_text="All pages from A to Z").click()
        page.wait_for_url(f"{hub.home}map/")


def test_with_script_nothing_says_that_it_does_not_run(browser: Browser, hub: Hub) -> None:
    with searching(browser, f"{hub.home}search/") as page:
        assert page.locator(FIELD).is_visible()
        assert not page.locator("#hr-without").is_visible()


@pytest.mark.parametrize("words", ["breathing", "want to die", "craving", "zzzzzz"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_with_results_passes_the_battery(visitor: Visitor, hub: Hub, words: str, width: int) -> None:
    with visitor.visit(f"{hub.home}search/", Setting(width, 640)) as visit:
        found(visit.page, words)
        faults = [*axe.violations(visit, ("light", "dark"))]
        faults += [*layout.misfits(visit), *quiet.complaints(visit)]
        assert_faultless(faults)


@pytest.mark.parametrize("words", ["breathing", "want to die"])
def test_fingers_find_large_enough_targets_among_results(visitor: Visitor, hub: Hub, words: str) -> None:
    with visitor.visit(f"{hub.home}search/", Setting(360, 640, is_touch=True)) as visit:
        found(visit.page, words)
        frame = ("a.hr-hint",)  # what every page has is judged in test_every_template
        assert_faultless([fault for fault in layout.small_boxes(visit) if not fault.startswith(frame)])


def test_leaving_clears_the_field_and_what_was_found_before_the_other_site_answers(
    browser: Browser, tmp_path: Path
) -> None:
    with (
        weather() as elsewhere,
        hub_with_exit(tmp_path, elsewhere) as home,
        searching(browser, f"{home}search/") as page,
    ):
        elsewhere.delay = 2
        assert found(page, "i relapsed, tuesday")
        assert page.evaluate(LOOK) != ["", "", 0, 0]
        assert page.evaluate(f"() => {{ document.querySelector('a.hr-leave').click(); return ({LOOK})(); }}") == [
            "", "", 0, 0,
        ]  # fmt: skip
        page.wait_for_url(elsewhere.url)


def test_a_page_in_another_language_says_which(browser: Browser, hub: Hub) -> None:
    with searching(browser, f"{hub.home}es/search/") as page:
        found(page, "halt hungry")
        link = page.locator(HITS).first
        assert (link.get_attribute("lang"), link.get_attribute("hreflang")) == ("en", "en")
        found(page, "respiracion lenta")
        assert page.locator(HITS).first.get_attribute("lang") is None
