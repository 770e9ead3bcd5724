"""What the built files say without a browser: titles, headings, anchors and links of every page."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tools.browser import SamplePage

MAX_TITLE = 60

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ADDRESSES = {"href", "src", "poster", "data"}


@dataclass(slots=True)
class Document:
    """A page as its file says it. Headings are pairs of level and words; `links` are as written."""

    title: str = ""
    language: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    controls: int = 0


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.document = Document()
        self._open = ""
        self._is_in_svg = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._is_in_svg = self._is_in_svg or tag == "svg"
        if tag == "html":
            self.document.language = values.get("lang", "")
        if re.fullmatch(r"h[1-6]", tag):
            self.document.headings.append((int(tag[1]), ""))
        # A drawing may have a title of its own.
        if re.fullmatch(r"h[1-6]|title", tag) and not self._is_in_svg:
            self._open = tag
        self.document.ids += [values[name] for name in ("id",) if name in values]
        self.document.links += [values[name] for name in sorted(_ADDRESSES & values.keys())]
        self.document.links += _from_srcset(values.get("srcset", ""))

    def handle_endtag(self, tag: str) -> None:
        self._is_in_svg = self._is_in_svg and tag != "svg"
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "title":
            self.document.title += data
        elif self._open:
            level, words = self.document.headings[-1]
            self.document.headings[-1] = (level, words + data)


def _from_srcset(srcset: str) -> list[str]:
    return [candidate.split()[0] for candidate in srcset.split(",") if candidate.strip()]


def read_document(html: str) -> Document:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.document


def read_documents(folder: Path, pages: list[SamplePage]) -> dict[str, Document]:
    """Read pages of an output folder, by their path."""
    return {page.path: read_document((folder / page.path).read_text(encoding="utf-8")) for page in pages}


def outline_faults(document: Document) -> list[str]:
    """Give what is wrong with the headings: there must be one of the first level, and none may skip a level."""
    first_level = [words.strip() for level, words in document.headings if level == 1]
    count = [] if len(first_level) == 1 else [f"has {len(first_level)} headings of the first level"]
    levels = [0, *(level for level, _ in document.headings)]
    skips = [
        f"skips from level {before} to {level} at “{words.strip()}”"
        for before, (level, words) in zip(levels, document.headings, strict=False)
        if level > before + 1
    ]
    empty = [f"has an empty heading of level {level}" for level, words in document.headings if not words.strip()]
    return [*count, *skips, *empty]


def language_faults(document: Document) -> list[str]:
    """Give a fault when the page names no language."""
    is_named = _LANGUAGE.fullmatch(document.language)
    return [] if is_named else [f"names no language: lang is “{document.language}”"]


def id_faults(document: Document) -> list[str]:
    """Give the ids that stand more than once in a page."""
    return [f"has the id {name} {count} times" for name, count in Counter(document.ids).items() if count > 1]


def title_faults(documents: dict[str, Document], site_names: set[str]) -> list[str]:
    """Give the titles of a site that are empty, too long before the site's name, or not the only one in a language.

    A page that stands in for a translation has its original's title.
    """
    shared = Counter((document.language, document.title) for document in documents.values())
    faults = []
    for path, document in documents.items():
        own = _without(document.title, site_names)
        if not document.title.strip():
            faults.append(f"{path} has no title")
        if len(own) > MAX_TITLE:
            faults.append(f"{path} has a title of {len(own)} characters: “{own}”")
        if shared[document.language, document.title] > 1:
            faults.append(f"{path} shares the title “{document.title}”")
    return faults


def _without(title: str, site_names: set[str]) -> str:
    name = next((name for name in site_names if title.endswith(name) and title != name), "")
    return title.removesuffix(name).rstrip(" -–—|·:,") if name else title


def local_links(document: Document, page_url: str, other_home: str = "") -> set[str]:
    """Give the addresses of this server that a page names; those under `other_home` are meant for it, too."""
    home = urlsplit(page_url)
    found = set()
    for link in document.links:
        address = urljoin(page_url, link)
        place = urlsplit(address)
        if other_home and address.startswith(other_home):
            address = urljoin(page_url, urlsplit(address)._replace(scheme="", netloc="").geturl())
        elif (place.scheme, place.netloc) != (home.scheme, home.netloc):
            continue
        found.add(address)
    return found


def fragment_of(address: str) -> str:
    """Give the anchor that an address points to, empty for the top of its page."""
    fragment = unquote(urlsplit(address).fragment)
    return "" if fragment == "top" else fragment
