"""Walks with the Tab key, in a page of every template and language."""

import pytest

from . import walk
from .hub import Hub
from .test_every_template import STAYING
from .verdict import assert_faultless
from .visits import Setting, Visitor

pytestmark = pytest.mark.browser

# 320 × 256 is what is left of 1280 × 1024 when a visitor enlarges everything four times.
WINDOWS = [(1280, 720), (360, 640), (320, 256)]
SETTINGS = [
    *(Setting("light", width, height, has_script) for width, height in WINDOWS for has_script in (True, False)),
    Setting("dark", 1280, 720),
]


@pytest.mark.parametrize("template", STAYING)
@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_every_stop_shows_its_focus_uncovered_and_the_way_back_is_the_same(
    hub: Hub,
    visitor: Visitor,
    template: str,
    setting: Setting,
) -> None:
    faults = []
    for page in hub.of_template(template):
        with visitor.visit(hub.home + page.url, setting) as visit:
            walk.begin(visit)
            stops = walk.forward(visit)
            found = [*walk.faults_of(stops), *walk.way_back_faults(stops, walk.backward(visit, len(stops)))]
            faults += [f"{page.path}: {fault}" for fault in found]
    assert_faultless(faults)


@pytest.mark.parametrize("template", STAYING)
@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no-script"])
def test_the_first_stop_skips_to_the_content(
    hub: Hub,
    visitor: Visitor,
    template: str,
    has_script: bool,  # noqa: FBT001 - parametrised
) -> None:
    faults = []
    setting = Setting(has_script=has_script)
    for page in hub.of_template(template):
        with visitor.visit(hub.home + page.url, setting) as visit:
            walk.begin(visit)
            stops = walk.forward(visit)
        with visitor.visit(hub.home + page.url, setting) as visit:
            walk.begin(visit)
            faults += [f"{page.path}: {fault}" for fault in walk.skip_link_faults(visit, stops)]
    assert_faultless(faults)
