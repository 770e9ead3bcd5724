"""The same site below a base path, at wrong addresses, and on a disk."""

from pathlib import Path
from urllib.parse import urldefrag, urlsplit
from urllib.request import url2pathname

import pytest

from tools.browser import all_pages, one_page_per_template

from . import axe, quiet
from .crawl import fetch
from .documents import local_links, read_document
from .hub import BASE_PATH, Hub
from .verdict import assert_faultless
from .visits import Setting, Visit, Visitor

pytestmark = pytest.mark.browser

DEEP = "no/such/page/anywhere/"


def looks_of(visit: Visit) -> list[str]:
    """Give what shows that a page has its style sheet."""
    return visit.page.evaluate("""() => ["body", "main", "h1", "a"].flatMap((name) => {
      const style = getComputedStyle(document.querySelector(name));
      return [style.fontFamily, style.fontSize, style.color, style.maxWidth, style.backgroundColor];
    })""")  # type: ignore[no-any-return]


UNSTYLED = "data:text/html,<body><main><h1>x</h1><a href='x'>x</a></main>"


def test_no_link_leaves_the_base_path(hub: Hub) -> None:
    server = hub.home.removesuffix(BASE_PATH)
    strays = [
        f"{page.path}: {address}"
        for page in hub.pages
        for address in local_links(read_document((hub.folder / page.path).read_text("utf-8")), hub.home + page.url)
        if not address.startswith(server + BASE_PATH)
    ]
    assert_faultless(strays)


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
        assert visit.status == 404
        assert looks_of(visit) == looks
        # Chromium complains about the status of the page itself; that one is meant.
        assert [text for text in visit.complaints if "status of 404" not in text] == []
        assert len([text for text in visit.complaints if "status of 404" in text]) <= 1
        assert quiet.foreign_requests(visit) == []
        links: list[str] = visit.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        assert axe.violations(visit) == []
    local = {urldefrag(link).url for link in links if link.startswith(hub.home)} - {hub.home + DEEP}
    assert local
    assert [link for link in sorted(local) if fetch(link).status != 200] == []


def test_a_page_that_moved_leads_on_with_and_without_script(hub: Hub, visitor: Visitor) -> None:
    for page in hub.of_template("moved"):
        with visitor.visit(hub.home + page.url, Setting(has_script=False)) as visit:
            target = visit.page.locator("main a").first.evaluate("link => link.href")
        with visitor.visit(hub.home + page.url, Setting()) as visit:
            visit.page.wait_for_url(target)
            assert quiet.foreign_requests(visit) == []
        assert fetch(target).status == 200


def test_a_portable_build_shows_styled_pages_from_a_disk(hub: Hub, portable_hub: Path, visitor: Visitor) -> None:
    with visitor.visit(UNSTYLED, Setting()) as visit:
        unstyled = looks_of(visit)
    faults = []
    for page in one_page_per_template(portable_hub):
        # The page for wrong addresses is for servers: a disk never shows it.
        if page.template in {"moved", "404"}:
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
    faults = []
    for page in all_pages(portable_hub):
        if page.template == "404":
            continue
        path = portable_hub / page.path
        for address in local_links(read_document(path.read_text("utf-8")), path.as_uri()):
            target = Path(url2pathname(urlsplit(address).path))
            if not target.is_file() or not target.is_relative_to(portable_hub):
                faults.append(f"{page.path}: {address}")
    assert_faultless(sorted(faults))
