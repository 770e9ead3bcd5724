"""The way out on every page: where it stands for the keyboard, and that nothing ever covers it (visitors.md 2.4)."""

import pytest

from .hub import Hub
from .test_every_template import STAYING
from .visits import Setting, Visitor

pytestmark = pytest.mark.browser

LINK = "aside a.hr-leave"
HIT_TEST = """([selector, part]) => {
  scrollTo(0, part * (document.documentElement.scrollHeight - innerHeight));
  const link = document.querySelector(selector);
  const box = link.getBoundingClientRect();
  let hits = 0;
  for (const x of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    for (const y of [0.2, 0.5, 0.8]) {
      const found = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
      if (found && link.contains(found)) hits += 1;
    }
  }
  return hits;
}"""


@pytest.mark.parametrize("template", STAYING)
def test_the_way_out_is_the_second_stop_of_every_page_in_a_named_part(
    hub: Hub, visitor: Visitor, template: str
) -> None:
    for sample in hub.of_template(template):
        for has_script in (True, False):
            with visitor.visit(hub.home + sample.url, Setting(has_script=has_script)) as visit:
                visit.page.keyboard.press("Tab")
                visit.page.keyboard.press("Tab")
                stop = visit.page.locator(":focus")
                assert stop.get_attribute("href") == "https://www.weather.gov/"
                assert stop.get_attribute("rel") == "nofollow noreferrer"
                assert stop.evaluate("link => Boolean(link.closest('aside').getAttribute('aria-label'))")


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (360, 640), (320, 256)])
def test_nothing_ever_covers_the_way_out(hub: Hub, visitor: Visitor, width: int, height: int) -> None:
    """On low screens the bar stands at the start of the page instead, and is reached by going there."""
    for template in ("home", "meetings", "help", "resource"):
        sample = hub.of_template(template)[0]
        with visitor.visit(hub.home + sample.url, Setting(width, height)) as visit:
            for part in (0, 0.25, 0.5, 0.75, 1) if height > 480 else (0,):
                hits = visit.page.evaluate(HIT_TEST, [LINK, part])
                assert hits == 15, f"{sample.path} at {part}: {hits} of 15 points"


def test_the_bar_takes_little_of_a_phone(hub: Hub, visitor: Visitor) -> None:
    for template in ("home", "meetings", "help"):
        for sample in hub.of_template(template):
            with visitor.visit(hub.home + sample.url, Setting(360, 640, is_touch=True)) as visit:
                box = visit.page.locator("aside.hr-help").bounding_box()
                assert box
                assert box["height"] <= 0.15 * 640, sample.path
