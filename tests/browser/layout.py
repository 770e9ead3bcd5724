"""Whether a page fits: narrow windows, large text, wide spacing, large enough things to press."""

from collections.abc import Iterator
from contextlib import contextmanager

from .visits import Visit

_USUAL_SIZES = {"standard": 16, "fixed": 13}
_DOUBLE_SIZES = {"standard": 32, "fixed": 26}

# WCAG 2.2, 1.4.12: what a visitor may set, and no text may be lost.
TEXT_SPACING = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }
"""


def misfits(visit: Visit) -> list[str]:
    """Give sideways scrolling, text cut off and text that runs out of its box."""
    return [*visit.ask("sidewaysFaults"), *visit.ask("clippedTexts")]


def small_boxes(visit: Visit) -> list[str]:
    """Give the things to press that are too small for a finger."""
    faults: list[str] = visit.ask("smallBoxes")
    return faults


@contextmanager
def double_text(visit: Visit) -> Iterator[list[str]]:
    """Double the browser's own text size, as visitors do in its settings; give a fault if the page does not follow."""
    before = _root_size(visit)
    # Unlike a style sheet this also moves the page's own breakpoints, which are in rem.
    visit.session.send("Page.setFontSizes", {"fontSizes": _DOUBLE_SIZES})
    try:
        after = _root_size(visit)
        is_followed = abs(after - 2 * before) < 1
        yield [] if is_followed else [f"keeps its text at {after} px when the visitor doubles {before} px"]
    finally:
        visit.session.send("Page.setFontSizes", {"fontSizes": _USUAL_SIZES})


def _root_size(visit: Visit) -> float:
    return float(visit.page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)"))


def add_style(visit: Visit, style: str) -> None:
    """Add a style sheet as a browser extension would: the page's own policy stays in force."""
    visit.session.send("DOM.enable")
    visit.session.send("CSS.enable")
    frame = visit.session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    sheet = visit.session.send("CSS.createStyleSheet", {"frameId": frame})["styleSheetId"]
    visit.session.send("CSS.setStyleSheetText", {"styleSheetId": sheet, "text": style})
