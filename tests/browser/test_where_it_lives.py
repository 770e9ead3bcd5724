"""The same site below a base path, at wrong addresses, and on a disk."""

from pathlib import Path

import pytest
from tools.browser import one_page_per_template

from . import axe, quiet
from .crawl import fetch
from .hub import Hub
from .verdict import assert_faultless
from .visits import Setting, Visitor
from .whereabouts import FOR_SERVERS, deep_faults, links_to_no_file, looks_of, stray_links

pytestmark = pytest.mark.browser

DEEP = "no/such/page/anywhere/"
UNSTYLED = "data:text/html,<body><main><h1>x</h1><a href='x'>x</a></main>"


def test_no_link_leaves_the_base_path(hub: Hub) -> None:
    assert_faultless(stray_links(hub.folder, hub.home))


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no-script"])
def test_a_deep_wrong_address_shows_the_page_for_wrong_addresses(
    hub: Hub,
    visitor: Visitor,
    has_script: bool,  # noqa: FBT001 - parametrised
) -> None:
    setting = Setting(has_script=has_script)
    with visitor.visit(f"{hub.home}404.html", setting) as visit:
        looks = looks_of(visit)
    with visitor.visit(hub.home + DEEP, setting) as visit:
        assert_faultless([*deep_faults(visit, hub.home, looks), *quiet.traces(visit), *axe.violations(visit)])


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no-script"])
def test_a_page_that_moved_leads_on(
    hub: Hub,
    visitor: Visitor,
    has_script: bool,  # noqa: FBT001 - parametrised
) -> None:
    for page in hub.of_template("moved"):
        with visitor.visit(hub.home + page.url, Setting(has_script=False), stays=True) as visit:
            target = visit.page.locator("main a").evaluate("link => link.href")
        kept = "#part" if has_script else ""
        with visitor.visit(f"{hub.home}{page.url}{kept}", Setting(has_script=has_script)) as visit:
            visit.page.wait_for_url(target + kept)
            assert quiet.foreign_requests(visit) == []
        assert fetch(target).status == 200


def test_a_portable_build_shows_styled_pages_from_a_disk(hub: Hub, portable_hub: Path, visitor: Visitor) -> None:
    with visitor.visit(UNSTYLED, Setting()) as visit:
        unstyled = looks_of(visit)
    faults = []
    for page in one_page_per_template(portable_hub):
        if page.template in {"moved", *FOR_SERVERS}:
            continue
        with visitor.visit(hub.home + page.url, Setting()) as visit:
            served = looks_of(visit)
        with visitor.visit((portable_hub / page.path).as_uri(), Setting()) as visit:
            looks = looks_of(visit)
            faults += [f"{page.path}: {fault}" for fault in quiet.complaints(visit)]
        if looks != served or looks == unstyled:
            faults.append(f"{page.path}: looks different from a disk: {looks}, not {served}")
    assert_faultless(faults)


def test_the_links_of_a_portable_build_lead_to_files(portable_hub: Path) -> None:
    assert_faultless(links_to_no_file(portable_hub))
