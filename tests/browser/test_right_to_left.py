"""A hub in Arabic: every template from right to left, in which numbers, times and names keep their own order."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page
from tools.browser import SamplePage, one_page_per_template, serving

from handrail.views import TEMPLATES

from . import axe, layout, modes, quiet
from .arabic_hub import PHONE, built_arabic_hub
from .hub import BASE_PATH
from .verdict import assert_faultless
from .visits import Scheme, Setting, Visitor

pytestmark = pytest.mark.browser

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDE, NARROW, ZOOMED = (1280, 720), (320, 640), (256, 640)
SAID = 1100  # milliseconds until the finder has said what it found
STAYING = sorted(name.removesuffix(".html") for name in TEMPLATES if name != "moved.html")
# Where each character of an element is drawn, from left to right, lines of text one after the other.
AS_DRAWN = """element => {
  const signs = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (let at = 0; at < text.data.length; at += 1) {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const box = range.getBoundingClientRect();
      if (box.width) signs.push([Math.round(box.top), box.left, text.data[at]]);
    }
  }
  signs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return signs.map((sign) => sign[2]).join("").replace(/\\s/g, " ");
}"""


class ArabicHub(NamedTuple):
    """The hub as served, and one Arabic page of each template."""

    home: str
    pages: dict[str, SamplePage]


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArabicHub]:
    output = built_arabic_hub(tmp_path_factory.mktemp("arabic"))
    with serving(output, BASE_PATH) as home:
        pages = {page.template: page for page in one_page_per_template(output) if page.language == "ar"}
        yield ArabicHub(home, pages)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 640}, timezone_id="Africa/Cairo")
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-22T10:00:00Z")
    yield page
    context.close()


def drawn(page: Page, selector: str) -> str:
    """Give the signs of an element as an eye finds them from left to right."""
    return str(page.locator(selector).first.evaluate(AS_DRAWN))


def middle(page: Page, selector: str) -> float:
    """Give where the middle of an element is, from the left."""
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2


def test_the_arabic_hub_shows_every_template(arabic: ArabicHub) -> None:
    assert sorted(arabic.pages) == sorted([*STAYING, "moved"])


@pytest.mark.parametrize("template", STAYING)
def test_a_page_runs_from_right_to_left_and_fits(arabic: ArabicHub, visitor: Visitor, template: str) -> None:
    page, faults = arabic.pages[template], []
    for width, height in (WIDE, NARROW, ZOOMED):
        with visitor.visit(arabic.home + page.url, Setting(width, height)) as visit:
            root = visit.page.locator("html")
            assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl")
            faults += quiet.complaints(visit)
            for scheme in SCHEMES:
                visit.turn(scheme)
                found = [*layout.misfits(visit), *modes.moving_parts(visit)]
                faults += [f"{page.path} at {width}, {scheme}: {fault}" for fault in found]
            faults += [f"at {width}: {fault}" for fault in axe.violations(visit, SCHEMES)]
    assert_faultless(faults)


def test_the_frame_is_turned_round(arabic: ArabicHub, phone: Page) -> None:
    phone.goto(arabic.home)
    assert middle(phone, ".hr-languages li") > 180 > middle(phone, "summary")
    assert middle(phone, ".hr-leave") > 180
    phone.set_viewport_size({"width": 1280, "height": 720})
    start, end = middle(phone, ".hr-hero h1"), middle(phone, ".hr-languages")
    assert start > 640 > end
    links = phone.locator("nav:has(summary) li").evaluate_all("all => all.map((one) => one.getBoundingClientRect().x)")
    assert links == sorted(links, reverse=True)


def test_the_stair_leads_up_to_where_lines_end(arabic: ArabicHub, phone: Page) -> None:
    turned = "one => getComputedStyle(one).transform"
    phone.goto(arabic.home)
    assert phone.locator(".hr-hero svg").evaluate(turned) == "matrix(-1, 0, 0, 1, 0, 0)"
    phone.goto(f"{arabic.home}en/")
    assert phone.locator(".hr-hero svg").evaluate(turned) == "none"


def test_telephone_numbers_keep_their_order(arabic: ArabicHub, phone: Page) -> None:
    phone.goto(arabic.home)
    assert drawn(phone, ".hr-foot a[dir=ltr]") == PHONE
    assert drawn(phone, ".hr-help li b") == "+1 202 555 0119"
    phone.goto(f"{arabic.home}help/")
    assert drawn(phone, "#river b[dir=ltr]") == "+1 202 555 0119"
    assert "HOME" in drawn(phone, "#river li:nth-child(2) a")
    phone.goto(f"{arabic.home}meetings/tuesday-circle/")
    assert "+1 202 555 0126" in drawn(phone, "a[href='tel:+12025550126']")
    phone.goto(arabic.home + "resources/breathing/")
    assert drawn(phone, ".hr-prose a[href^=tel]") == "+1 202 555 0119"


def test_times_and_names_keep_their_order(arabic: ArabicHub, phone: Page) -> None:
    phone.set_viewport_size({"width": 1280, "height": 720})
    phone.goto(f"{arabic.home}meetings/tuesday-circle/")
    times = drawn(phone, ".hr-next")
    assert times.index("8:15") < times.index("7:00")  # the start is read first, from the right
    assert drawn(phone, "address bdi") == "14 Alder Street"
    phone.goto(f"{arabic.home}rota/")
    assert drawn(phone, "td bdi:has-text('Chris')") == "Chris T."


def test_a_phone_number_is_never_parted_on_a_narrow_screen(arabic: ArabicHub, phone: Page) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(f"{arabic.home}help/")
    for number in phone.locator(".hr-line b[dir=ltr]").all():
        assert number.evaluate("one => one.getClientRects().length") == 1


def test_the_finder_answers_in_arabic(arabic: ArabicHub, phone: Page) -> None:
    phone.goto(f"{arabic.home}meetings/")
    phone.locator("#hr-day").select_option("today")
    phone.wait_for_timeout(SAID)
    assert phone.locator("#hr-found li").count() == 0
    assert "لا اجتماع يناسب كل هذا" in phone.locator("#hr-filter").inner_text()
    phone.locator("#hr-day").select_option(label="الثلاثاء")
    phone.wait_for_timeout(SAID)
    assert phone.locator("#hr-found li a").all_inner_texts() == ["دائرة الثلاثاء"]
    assert "الثلاثاء" in phone.locator("#hr-found h3").first.inner_text()


def test_the_language_switch_keeps_the_page_and_turns_it(arabic: ArabicHub, phone: Page) -> None:
    phone.goto(f"{arabic.home}meetings/tuesday-circle/")
    with phone.expect_navigation():
        phone.locator(".hr-languages a[hreflang=en]").click()
    assert phone.url == f"{arabic.home}en/meetings/tuesday-circle/"
    assert phone.locator("html").get_attribute("dir") == "ltr"
    assert phone.locator(".hr-languages a[hreflang=ar]").get_attribute("dir") == "rtl"


@pytest.mark.parametrize("path", ["resources/walk/", "en/resources/breathing/", "en/facilitation/evening/"])
def test_a_page_that_runs_against_its_frame_fits(arabic: ArabicHub, visitor: Visitor, path: str) -> None:
    faults = []
    for width, height in (WIDE, NARROW, ZOOMED):
        with visitor.visit(arabic.home + path, Setting(width, height)) as visit:
            assert visit.page.locator("h1").get_attribute("dir") != visit.page.locator("html").get_attribute("dir")
            faults += [f"{path} at {width}: {fault}" for fault in layout.misfits(visit)]
            faults += [f"at {width}: {fault}" for fault in axe.violations(visit, SCHEMES)]
    assert_faultless(faults)
