"""The battery, in a page of every template and language."""

from itertools import product
from pathlib import Path

import pytest

from handrail.views import TEMPLATES

from . import axe, layout, modes, quiet
from .hub import Hub
from .verdict import assert_faultless
from .visits import Scheme, Setting, Visit, Visitor

pytestmark = pytest.mark.browser

NAMES = sorted(name.removesuffix(".html") for name in TEMPLATES)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SETTINGS = [
    Setting(width, height, has_script)
    for (width, height), has_script in product(((320, 640), (1280, 720)), (True, False))
]
# With script, a page that moved takes its visitor on before anything can be looked at.
BATTERY = [(name, setting) for name in NAMES for setting in SETTINGS if name != "moved" or not setting.has_script]
STAYING = [name for name in NAMES if name != "moved"]


def faults_of(visit: Visit) -> list[str]:
    """Give what is wrong in either colour scheme: opening a page costs as much as looking at it."""
    faults = [
        *quiet.complaints(visit),
        *quiet.foreign_requests(visit),
        *quiet.overweight(visit),
        *quiet.traces(visit),
    ]
    for scheme in SCHEMES:
        visit.turn(scheme)
        faults += [f"{scheme}: {fault}" for fault in [*layout.misfits(visit), *modes.moving_parts(visit)]]
    return [*faults, *axe.violations(visit, SCHEMES)]


@pytest.mark.parametrize(("template", "setting"), BATTERY, ids=str)
def test_a_page_passes_the_battery(hub: Hub, visitor: Visitor, template: str, setting: Setting) -> None:
    faults = []
    for page in hub.of_template(template):
        with visitor.visit(hub.home + page.url, setting, stays=template == "moved") as visit:
            faults += [f"{page.path}: {fault}" for fault in faults_of(visit)]
    assert_faultless(faults)


@pytest.mark.parametrize("template", STAYING)
def test_wider_text_spacing_cuts_nothing_off(hub: Hub, visitor: Visitor, template: str) -> None:
    faults = []
    for page in hub.of_template(template):
        with visitor.visit(hub.home + page.url, Setting()) as visit:
            layout.add_style(visit, layout.TEXT_SPACING)
            for width in (1280, 320):
                visit.page.set_viewport_size({"width": width, "height": 720})
                faults += [f"{page.path} at {width}: {fault}" for fault in layout.misfits(visit)]
    assert_faultless(faults)


@pytest.mark.parametrize("template", STAYING)
def test_text_of_double_size_fits_and_grows(hub: Hub, visitor: Visitor, template: str) -> None:
    faults = []
    for page in hub.of_template(template):
        with (
            visitor.visit(hub.home + page.url, Setting(640)) as visit,
            layout.double_text(visit) as size_faults,
        ):
            faults += [f"{page.path}: {fault}" for fault in [*size_faults, *layout.misfits(visit)]]
    assert_faultless(faults)


@pytest.mark.parametrize("template", STAYING)
def test_fingers_find_large_enough_targets(hub: Hub, visitor: Visitor, template: str) -> None:
    faults = []
    for page in hub.of_template(template):
        with visitor.visit(hub.home + page.url, Setting(360, 640, is_touch=True)) as visit:
            faults += [f"{page.path}: {fault}" for fault in layout.small_boxes(visit)]
    assert_faultless(faults)


@pytest.mark.parametrize("template", STAYING)
def test_forced_colours_leave_every_control_a_mark(hub: Hub, visitor: Visitor, template: str) -> None:
    faults = []
    for page in hub.of_template(template):
        with visitor.visit(hub.home + page.url, Setting(forces_colours=True)) as visit:
            for scheme in SCHEMES:
                visit.turn(scheme)
                faults += [f"{page.path} {scheme}: {fault}" for fault in modes.unmarked_controls(visit)]
    assert_faultless(faults)


@pytest.mark.parametrize("template", STAYING)
def test_a_page_prints_tagged_with_its_heading(
    hub: Hub,
    visitor: Visitor,
    tmp_path: Path,
    template: str,
) -> None:
    faults = []
    for page in hub.of_template(template):
        with visitor.visit(hub.home + page.url, Setting()) as visit:
            paper = tmp_path / f"{template}-{page.language}.pdf"
            faults += [f"{page.path}: {fault}" for fault in modes.print_faults(visit, paper)]
    assert_faultless(faults)
