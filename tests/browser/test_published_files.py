"""What the site publishes for machines."""

import xml.etree.ElementTree as ET
from urllib.parse import unquote

import pytest
from tools.browser import SamplePage

from .crawl import fetch
from .documents import local_links, read_document
from .hub import Hub
from .verdict import assert_faultless

pytestmark = pytest.mark.browser

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def sitemap_faults(sitemap: str, built_for: str, pages: list[SamplePage]) -> list[str]:
    """Give the addresses of a sitemap that no page of the site has."""
    addresses = {built_for + page.url for page in pages}
    listed = [unquote(location.text or "") for location in ET.fromstring(sitemap).iter(LOCATION)]  # noqa: S314 - our own file
    return [address for address in listed if address not in addresses] or ([] if listed else ["lists nothing"])


def test_the_sitemap_lists_only_pages_that_exist(hub: Hub) -> None:
    sitemap = (hub.folder / "sitemap.xml").read_text(encoding="utf-8")
    faults = sitemap_faults(sitemap, hub.built_for, hub.pages)
    assert_faultless(faults)


def test_every_feed_is_well_formed_and_sent_as_xml(hub: Hub) -> None:
    feeds = sorted(path.relative_to(hub.folder).as_posix() for path in hub.folder.rglob("feed.xml"))
    assert feeds
    for feed in feeds:
        reply = fetch(hub.home + feed)
        ET.fromstring(reply.body)  # noqa: S314 - our own file
        assert (feed, reply.status, reply.content_type) == (feed, 200, "application/xml")


def test_the_home_page_names_its_feed(hub: Hub) -> None:
    home = read_document((hub.folder / "index.html").read_text(encoding="utf-8"))
    assert f"{hub.home}feed.xml" in local_links(home, hub.home, hub.built_for)
