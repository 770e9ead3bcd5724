"""The safety plan: filled in, printed, saved, emptied, with script and without."""

import io
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from .hub import Hub
from .in_use import PLAN, status, tool, using

pytestmark = pytest.mark.browser

FIRST, LAST = "I stop answering.\nI do not sleep.", "The sea in winter"
AS_IN_OLDER_BROWSERS = "(fields) => fields.forEach((field) => { field.style.fieldSizing = 'fixed'; })"


def fill_in(page: Page) -> None:
    page.get_by_label("Signs that it is getting hard").fill(FIRST)
    page.get_by_label("What is worth living for").fill(LAST)


def printed(page: Page, paper: str = "A4") -> list[str]:
    """Print a page and give the text of each sheet."""
    pages = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=False))).pages
    return [" ".join(sheet.extract_text().split()) for sheet in pages]


@pytest.mark.parametrize(("language", "paper"), [*product(("", "es/"), ("A4", "Letter"))])
def test_an_empty_sheet_prints_on_one_page_with_lines_to_write_on(
    browser: Browser, hub: Hub, language: str, paper: str
) -> None:
    for has_script in (True, False):
        with using(browser, hub, language + PLAN, has_script=has_script) as page:
            (sheet,) = printed(page, paper)
            assert "988" in sheet
            page.emulate_media(media="print")
            boxes = [field.bounding_box() for field in tool(page).locator("textarea").all()]
            assert len(boxes) == 7
            assert all(box and box["height"] > 80 for box in boxes)


def test_a_filled_sheet_prints_all_that_was_written_and_nothing_else_of_the_page(browser: Browser, hub: Hub) -> None:
    long = "\n".join(f"Line {number}" for number in range(1, 31))
    with using(browser, hub, PLAN) as page:
        fill_in(page)
        page.get_by_label("What I can do by myself").fill(long)
        tool(page).locator("textarea").evaluate_all(AS_IN_OLDER_BROWSERS)
        text = " ".join(printed(page))
        assert FIRST.replace("\n", " ") in text
        assert LAST in text
        assert "Line 1 Line 2" in text
        assert "Line 30" in text
        assert "Why it can help" not in text
        assert "Empty the sheet" not in text
        assert page.locator(".hr-written").all_text_contents() == [""] * 7


def test_the_print_button_prints(browser: Browser, hub: Hub) -> None:
    with using(browser, hub, PLAN) as page:
        page.evaluate("window.print = () => { document.title = 'printing'; }")
        page.get_by_role("button", name="Print").click()
        assert page.title() == "printing"
        assert tool(page).locator("textarea:visible").count() == 7


def test_the_sheet_can_be_saved_as_a_plain_text_with_a_neutral_name(browser: Browser, hub: Hub, tmp_path: Path) -> None:
    with using(browser, hub, PLAN) as page:
        fill_in(page)
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as a file").click()
        assert download.value.suggested_filename == "notes.txt"
        download.value.save_as(tmp_path / "notes.txt")
        parts = (tmp_path / "notes.txt").read_text("utf-8").split("\n\n")
        assert parts[0] == "My safety plan"
        assert parts[1] == f"Signs that it is getting hard\n{FIRST}"
        assert parts[2] == "What I can do by myself\n…"
        assert "988 Suicide and Crisis Lifeline: Call 988 · Text 988" in parts[5]
        assert parts[7] == f"What is worth living for\n{LAST}"
        assert status(page) == "Your device saves the sheet under this name: notes.txt"


def test_the_sheet_is_emptied_with_and_without_script(browser: Browser, hub: Hub) -> None:
    for has_script in (True, False):
        with using(browser, hub, PLAN, has_script=has_script) as page:
            fill_in(page)
            page.get_by_role("button", name="Empty the sheet").press("Enter")
            assert {field.input_value() for field in tool(page).locator("textarea").all()} == {""}
            told = status(page)
            assert told == ("The sheet is empty." if has_script else "")


def test_without_script_the_sheet_has_no_button_that_does_nothing(browser: Browser, hub: Hub) -> None:
    with using(browser, hub, PLAN, has_script=False) as page:
        assert tool(page).locator("button:visible").all_text_contents() == ["Empty the sheet"]
        assert "Your browser runs no scripts here." in (tool(page).inner_text())


def test_the_sheet_leads_to_help_before_anything_else(browser: Browser, hub: Hub) -> None:
    with using(browser, hub, PLAN) as page:
        first = tool(page).locator("a, textarea, button").first
        assert first.get_attribute("href") == "../../help/"
