"""feed.xml: the news, as Atom (RFC 4287)."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple
from xml.etree import ElementTree as ET

from ..addresses import in_language
from ..edition import Edition
from ..kinds.news import News
from ..output import Output
from .cards import section_title
from .shell import in_ascii

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 30
EPOCH = date(1970, 1, 1)


class FeedEntry(NamedTuple):
    """A piece of news in a feed."""

    url: str
    title: str
    summary: str
    html: str
    day: date


class Feed(NamedTuple):
    """The news of one language, the newest first."""

    url: str
    home: str
    title: str
    language: str
    entries: tuple[FeedEntry, ...]


def feeds(edition: Edition) -> Iterator[Output]:
    """Plan a feed for every language; without the site's address there is none, since a feed needs whole links."""
    base = edition.settings.base_url
    if base is None:
        return
    for language in filter(edition.has_feed, edition.site.languages):
        section = next(s for s in edition.site.sections[language] if s.kind.name == "news")
        entries = []
        for page in section.pages[:MOST_ENTRIES]:
            if isinstance(page.header, News):
                html = edition.html(page.body, base)
                url, header = in_ascii(base + page.url), page.header
                entries.append(FeedEntry(url, header.title, header.summary or "", str(html), header.date))
        path = in_language("feed.xml", language, edition.main_language)
        home = in_ascii(base + in_language("", language, edition.main_language))
        name = edition.site_view(language, "").public_name or section_title(edition, section)
        feed = Feed(in_ascii(base + path), home, name, language, tuple(entries))
        yield Output(path, "feed", {"feed": feed}, language, make=partial(write_feed, feed))


def write_feed(feed: Feed) -> bytes:
    """Write a feed; its dates are days, so that a build on another day gives the same bytes."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": feed.language})
    _add(root, "id", feed.home)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(max((entry.day for entry in feed.entries), default=EPOCH)))
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.url)
    _add(root, "link", rel="alternate", type="text/html", href=feed.home)
    _add(_add(root, "author"), "name", feed.title)
    _add(root, "generator", "Handrail")
    for entry in feed.entries:
        item = _add(root, "entry")
        _add(item, "id", entry.url)
        _add(item, "title", entry.title)
        _add(item, "updated", _moment(entry.day))
        _add(item, "published", _moment(entry.day))
        _add(item, "link", rel="alternate", type="text/html", href=entry.url)
        if entry.summary:
            _add(item, "summary", entry.summary)
        _add(item, "content", entry.html, type="html")
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text
    return element


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
