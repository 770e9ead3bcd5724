"""Every printable of the sample hub, printed by Chromium on A4 and on Letter and read back."""

import io
import re
import shutil
import subprocess
from itertools import product
from pathlib import Path

import pytest
from pypdf import PdfReader
from tools.browser import SamplePage

from . import layout
from .hub import Hub
from .verdict import assert_faultless
from .visits import Setting, Visitor

pytestmark = pytest.mark.browser

PAPERS = ("A4", "Letter")
FORMS = {"print-list": "list", "print-door": "door", "print-card": "card"}
FORMS |= {"print-guide": "guide", "print-poster": "poster"}
# Sheets of paper: the pocket list takes both sides of one.
MOST_PAGES = {"list": 1, "pocket": 2, "large": 8, "door": 1, "card": 1, "guide": 1, "poster": 1}
SMALLEST = {"list": 8, "pocket": 8, "large": 16, "guide": 9}  # points
LETTERS = """() => {
  const sizes = [];
  const walker = document.createTreeWalker(document.querySelector(".hr-sheet"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.textContent.trim()) sizes.push(parseFloat(getComputedStyle(element).fontSize) * 0.75);
  }
  return Math.min(...sizes);
}"""
UNPRINTED = """() => [...document.querySelectorAll(".hr-top, .hr-crumbs, .hr-help, .hr-foot, .hr-skip, .hr-printing")]
  .filter(element => element.checkVisibility()).map(element => element.className)"""


def sheets(hub: Hub) -> list[SamplePage]:
    return [page for page in hub.pages if page.template in FORMS]


def form_of(page: SamplePage) -> str:
    return next((form for form in ("pocket", "large") if f"print/{form}/" in page.path), FORMS[page.template])


@pytest.mark.parametrize("paper", PAPERS)
def test_every_sheet_fits_its_paper(hub: Hub, visitor: Visitor, paper: str) -> None:
    faults = []
    for page in sheets(hub):
        with visitor.visit(hub.home + page.url, Setting()) as visit:
            printed = visit.page.pdf(prefer_css_page_size=False, format=paper, tagged=True)
        count, most = len(PdfReader(io.BytesIO(printed)).pages), MOST_PAGES[form_of(page)]
        faults += [f"{page.path}: {count} pages of {paper}"] if count > most else []
    assert len(sheets(hub)) >= 2 * len(MOST_PAGES)
    assert_faultless(faults)


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_made_smaller_to_fit(hub: Hub, visitor: Visitor, paper: str) -> None:
    """Chromium shrinks what is too wide for the paper, and then no measure on it is true."""
    widths = {"A4": 186, "Letter": 191.9}
    across = {"A4": 297, "Letter": 279.4}  # the guide, up to the edges
    faults = []
    for page in sheets(hub):
        with visitor.visit(hub.home + page.url, Setting(1280)) as visit:
            visit.put_on_paper()
            width = (across if form_of(page) == "guide" else widths)[paper]
            visit.page.set_viewport_size({"width": round(width / 25.4 * 96), "height": 1000})
            wide = visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        faults += [f"{page.path}: {wide} pixels too wide for {paper}"] if wide > 0 else []
    assert_faultless(faults)


def test_letters_on_paper_are_as_large_as_promised_and_the_menu_stays_away(hub: Hub, visitor: Visitor) -> None:
    faults = []
    for page in sheets(hub):
        with visitor.visit(hub.home + page.url, Setting()) as visit:
            visit.put_on_paper()
            size, shown = visit.page.evaluate(LETTERS), visit.page.evaluate(UNPRINTED)
        smallest = SMALLEST.get(form_of(page), 7)
        faults += [f"{page.path}: letters of {size} points"] if round(size, 2) < smallest else []
        faults += [f"{page.path}: prints {name}" for name in shown]
    assert_faultless(faults)


def test_a_wallet_card_has_the_size_of_a_bank_card(hub: Hub, visitor: Visitor) -> None:
    (page, *_) = hub.of_template("print-card")
    with visitor.visit(hub.home + page.url, Setting()) as visit:
        visit.put_on_paper()
        boxes = [face.bounding_box() for face in visit.page.locator(".hr-face").all()]
    sizes = {(round(box["width"] / 96 * 25.4, 1), round(box["height"] / 96 * 25.4, 1)) for box in boxes if box}
    assert sizes == {(85.6, 54.0)}


def test_the_code_on_the_poster_can_be_scanned_from_the_pavement(hub: Hub, visitor: Visitor) -> None:
    (page, *_) = hub.of_template("print-poster")
    with visitor.visit(hub.home + page.url, Setting()) as visit:
        visit.put_on_paper()
        box = visit.page.locator(".hr-code svg").bounding_box()
    assert box
    assert box["width"] / 96 * 25.4 >= 40  # millimetres; a tenth of the distance at which it is read


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils to read what was printed")
def test_what_is_printed_says_what_the_sheet_says_and_nothing_else(hub: Hub, visitor: Visitor, tmp_path: Path) -> None:
    faults = []
    for page, paper in product(sheets(hub), PAPERS):
        file = tmp_path / "sheet.pdf"
        with visitor.visit(hub.home + page.url, Setting()) as visit:
            visit.page.pdf(path=file, prefer_css_page_size=False, format=paper)
            names = visit.page.locator(".hr-sheet .hr-called, .hr-sheet h1").all_text_contents()
            around = [name for name in visit.page.locator(".hr-menu a").all_text_contents() if " " in name]
        printed = squeezed(subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout)
        sheet = squeezed("".join(names))
        faults += [f"{page.path}: {name} is not printed" for name in names if squeezed(name) not in printed]
        faults += [f"{page.path}: prints {a}" for a in around if squeezed(a) in printed and squeezed(a) not in sheet]
    assert_faultless(sorted(set(faults)))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad]", "", text)


@pytest.mark.parametrize("width", [320, 256])
def test_previews_fit_small_screens(hub: Hub, visitor: Visitor, width: int) -> None:
    faults = []
    for page in sheets(hub):
        with visitor.visit(hub.home + page.url, Setting(width, 640)) as visit:
            faults += [f"{page.path}: {fault}" for fault in layout.misfits(visit)]
    assert_faultless(faults)
