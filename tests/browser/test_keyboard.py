"""Walks with the Tab key, in a page of every template and language."""

import pytest
from tools.browser import SamplePage

from . import walk
from .hub import Hub
from .test_every_template import STAYING
from .verdict import assert_faultless
from .visits import Setting, Visit, Visitor

pytestmark = pytest.mark.browser

# What is left of 1280 × 1024 when a visitor enlarges everything four times.
ENLARGED = Setting(320, 256)
WIDE = [Setting(1280, 720), Setting(1280, 720, has_script=False)]
SETTINGS = [*WIDE, Setting(360, 640), ENLARGED]


def pages_to_walk(hub: Hub, template: str, setting: Setting) -> list[SamplePage]:
    """Give the pages of a template; other languages differ in their words alone, so one window is enough for them."""
    main, *others = sorted(hub.of_template(template), key=lambda page: page.language != hub.language)
    return [main, *others] if setting == ENLARGED else [main]


def faults_of_walk(visit: Visit) -> list[str]:
    """Give what is wrong on the way there, on the way back, and in the dark."""
    walk.begin(visit)
    stops = walk.forward(visit)
    faults = walk.faults_of(stops)
    # The order of stops does not depend on the window, but on what scripts add.
    if visit.setting in WIDE:
        faults += walk.way_back_faults(stops, walk.backward(visit, len(stops)))
    visit.turn("dark")
    return [*faults, *(f"dark: {fault}" for fault in walk.second_look(visit))]


@pytest.mark.parametrize("template", STAYING)
@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_every_stop_shows_its_focus_uncovered_there_and_back(
    hub: Hub,
    visitor: Visitor,
    template: str,
    setting: Setting,
) -> None:
    faults = []
    for page in pages_to_walk(hub, template, setting):
        with visitor.visit(hub.home + page.url, setting) as visit:
            faults += [f"{page.path}: {fault}" for fault in faults_of_walk(visit)]
    assert_faultless(faults)


@pytest.mark.parametrize("template", STAYING)
@pytest.mark.parametrize("setting", WIDE, ids=str)
def test_the_first_stop_skips_to_the_content(hub: Hub, visitor: Visitor, template: str, setting: Setting) -> None:
    faults = []
    for page in hub.of_template(template):
        with visitor.visit(hub.home + page.url, setting) as visit:
            faults += [f"{page.path}: {fault}" for fault in walk.skip_link_faults(visit)]
    assert_faultless(faults)
