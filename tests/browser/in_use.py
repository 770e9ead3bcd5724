"""A page with a tool in use, at a moment that is the same each time; it may ask for nothing but itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from .hub import Hub

BREATHING, GROUNDING = "resources/slow-breathing/", "resources/grounding-5-4-3-2-1/"
PLAN, DAYS = "resources/safety-plan/", "resources/counting-days/"
WEATHER = "https://www.weather.gov/"  # where the way out of the sample hub leads
NOW = datetime(2026, 11, 22, 23, 30)  # by the visitor's clock, half an hour before midnight


@contextmanager
def using(browser: Browser, hub: Hub, path: str, *, has_script: bool = True, **how: Any) -> Iterator[Page]:
    """Open a page with a tool, and see in the end that it asked for nothing but itself."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=has_script, **how)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    if has_script:
        page.clock.install(time=NOW)
    page.goto(hub.home + path)
    yield page
    assert {url for url in asked if not url.startswith(("blob:", WEATHER))} == {hub.home + path}
    context.close()


def tool(page: Page) -> Locator:
    """Give the tool of a page."""
    return page.locator("#hr-tool")


def status(page: Page) -> str:
    """Give what a screen reader was told."""
    return tool(page).locator("[role=status]").text_content() or ""


def count(page: Page, day: str, month: str, year: str) -> list[str]:
    """Type a date into the count of days, and give what is answered."""
    page.fill("#hr-day", day)
    page.select_option("#hr-month", month)
    page.fill("#hr-year", year)
    page.locator("#hr-year").press("Enter")
    return tool(page).locator("[role=status] p").all_text_contents()
