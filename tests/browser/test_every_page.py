"""The cheap checks, in every page of the sample hub."""

import pytest

from . import layout, quiet
from .crawl import broken_links
from .documents import id_faults, language_faults, outline_faults, read_documents, title_faults
from .hub import Hub, site_names
from .test_every_template import NAMES
from .verdict import assert_faultless
from .visits import Setting, Visitor

pytestmark = pytest.mark.browser

SHARES = 4


def test_every_page_names_a_template_of_the_theme(hub: Hub) -> None:
    strays = [f"{page.path}: {page.template or 'none'}" for page in hub.pages if page.template not in NAMES]
    assert_faultless(strays)


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_fits_a_narrow_window_and_keeps_to_itself(hub: Hub, visitor: Visitor, share: int) -> None:
    faults = []
    for page in [page for page in hub.pages if page.template != "moved"][share::SHARES]:
        with visitor.visit(hub.home + page.url, Setting(320, 640)) as visit:
            found = [*quiet.complaints(visit), *quiet.foreign_requests(visit), *quiet.traces(visit)]
            for width in (320, 240):
                visit.page.set_viewport_size({"width": width, "height": 640})
                found += [f"at {width}: {fault}" for fault in layout.misfits(visit)]
        faults += [f"{page.path}: {fault}" for fault in found]
    assert_faultless(faults)


def test_every_page_has_one_main_heading_and_skips_no_level(hub: Hub) -> None:
    documents = read_documents(hub.folder, hub.pages)
    faults = [f"{path}: {fault}" for path, document in documents.items() for fault in outline_faults(document)]
    assert_faultless(faults)


def test_every_page_names_its_language(hub: Hub) -> None:
    documents = read_documents(hub.folder, hub.pages)
    faults = [f"{path}: {fault}" for path, document in documents.items() for fault in language_faults(document)]
    assert_faultless(faults)


def test_every_id_stands_once_in_its_page(hub: Hub) -> None:
    documents = read_documents(hub.folder, hub.pages)
    faults = [f"{path}: {fault}" for path, document in documents.items() for fault in id_faults(document)]
    assert_faultless(faults)


def test_every_title_is_short_and_the_only_one(hub: Hub) -> None:
    staying = [page for page in hub.pages if page.template != "moved"]
    faults = title_faults(read_documents(hub.folder, staying), site_names())
    assert_faultless(faults)


def test_every_link_and_anchor_leads_somewhere(hub: Hub) -> None:
    faults = broken_links(hub.folder, hub.home, hub.built_for)
    assert_faultless(faults)
