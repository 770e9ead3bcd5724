"""Feeds: by a schema, by the reader that most programs use, and by what a schema cannot say."""

from collections.abc import Iterator
from pathlib import Path

import feedparser
from lxml import etree

from .judging import BAD, Finding, JudgeFailedError, Judgement, Site
from .xml_files import is_published, read

ATOM = "{http://www.w3.org/2005/Atom}"


def judge(site: Site) -> Judgement:
    """Read every file whose name says that it is a feed."""
    files = sorted(site.folder.rglob("feed.xml"))
    if not files:
        raise JudgeFailedError("the hub has no feed")
    found: list[Finding] = []
    for file in [*files, *site.bad_folder.rglob("feed.xml")]:
        feed = read(file, "atom.rng", site, found)
        path = site.page_at(str(file))
        if feed is not None:
            found += [Finding(path, rule, said, "correct the format `feed`") for rule, said in faults(feed, path, site)]
        found += [Finding(path, "feedparser", said, "correct the format `feed`") for said in complaints(file)]
    return Judgement(found, f"{len(files)} feeds")


def complaints(file: Path) -> Iterator[str]:
    """Give what a feed reader stumbles over."""
    read_feed = feedparser.parse(file.read_bytes())
    if read_feed.bozo:
        yield f"cannot be read: {read_feed.get('bozo_exception')}"
    if read_feed.version != "atom10":
        yield f"is taken for {read_feed.version or 'no feed at all'}"
    for number, entry in enumerate(read_feed.entries, start=1):
        absent = [name for name in ("id", "title", "link", "updated_parsed") if not entry.get(name)]
        if absent:
            yield f"entry {number} has no {', '.join(absent)}"


def faults(feed: etree._Element, path: str, site: Site) -> Iterator[tuple[str, str]]:
    """Give a rule and how it is broken, for what holds between parts of a feed."""
    entries = feed.findall(f"{ATOM}entry")
    ids = [element.findtext(f"{ATOM}id", "") for element in entries]
    moments = [element.findtext(f"{ATOM}updated", "") for element in entries]
    own = [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")]
    if own != [site.home + path] and not path.startswith(BAD):
        yield "self", f"names itself {own}"
    if len(set(ids)) < len(ids):
        yield "unique ids", "two entries have the same id"
    if any(moment > feed.findtext(f"{ATOM}updated", "") for moment in moments):
        yield "updated", "an entry is newer than the feed says it is"
    if moments != sorted(moments, reverse=True):
        yield "order", "the newest entry is not the first"
    for link in feed.iter(f"{ATOM}link"):
        address = str(link.get("href"))
        if not is_published(address, site):
            yield "links", f"leads to {address}, which the site does not have"
