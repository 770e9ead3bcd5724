"""An address is copied with one press, and nothing is shown that could not work."""

import pytest
from playwright.sync_api import Browser

from .hub import Hub

pytestmark = pytest.mark.browser
BUTTON = "main button[data-copy]"


@pytest.mark.parametrize("path", ["meetings/tuesday-evening-circle/", "places/st-marks/"])
def test_an_address_is_copied_and_a_screen_reader_hears_so(browser: Browser, hub: Hub, path: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(hub.home + path)
    page.click(BUTTON)
    page.wait_for_function("document.querySelector('main button[data-copy] + [role=status]').textContent")
    assert page.text_content(f"{BUTTON} + [role=status]") == "The address is copied."
    assert page.evaluate("navigator.clipboard.readText()") == "St Mark's Hall, 14 Alder Street, Millbrook, NY 00014, US"
    context.close()


def test_without_script_or_clipboard_there_is_no_button(browser: Browser, hub: Hub) -> None:
    for is_scripted in (False, True):
        context = browser.new_context(java_script_enabled=is_scripted)
        page = context.new_page()
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.goto(f"{hub.home}places/st-marks/")
        assert page.locator(BUTTON).count() == 1
        assert not page.is_visible(BUTTON)
        context.close()
