"""Pure: a finished page as one value, read once: what it is called, links to, shows, and loads by itself."""

from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from typing import NamedTuple

from .fetching import (
    FETCHING,
    FIRST_VIEW,
    LOADING,
    NAMED_PROPERTIES,
    candidates,
    chosen,
    refresh_address,
    style_addresses,
)

Values = Mapping[str, str]


class Link(NamedTuple):
    """An address as written, and its line."""

    href: str
    line: int


class Image(NamedTuple):
    """A picture; `alt` is `None` when the attribute is missing, which is not the same as empty."""

    src: str
    alt: str | None
    line: int


class Heading(NamedTuple):
    """A heading; pictures in it count with their alternative text."""

    level: int
    text: str
    line: int


class Fetch(NamedTuple):
    """What the browser loads: in words (`picture`), the address, and whether a phone needs it for the first view."""

    what: str
    address: str
    line: int
    is_first: bool


class HtmlPage(NamedTuple):
    """A finished page.

    `links` can be followed; `named` are addresses that only the head tells, such as the canonical one. `skip` is
    where the first link leads. `styles` and `scripts` stand in the page itself.
    """

    language: str
    title: str | None
    ids: frozenset[str]
    ids_in_main: frozenset[str]
    mains: int
    skip: str | None
    links: tuple[Link, ...]
    named: tuple[Link, ...]
    images: tuple[Image, ...]
    headings: tuple[Heading, ...]
    fetches: tuple[Fetch, ...]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def read_page(html: str) -> HtmlPage:
    """Read a finished page, or a drawing in SVG."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return HtmlPage(
        reader.language,
        reader.title,
        frozenset(reader.ids),
        frozenset(reader.ids_in_main),
        reader.mains,
        reader.links[0].href if reader.links else None,
        tuple(reader.links),
        tuple(reader.named),
        tuple(reader.images),
        tuple(reader.headings),
        tuple(reader.fetches),
        tuple(reader.styles),
        tuple(reader.scripts),
    )


class _Reader(HTMLParser):
    """Collects the facts of a page from its start tags; only titles, headings, styles and scripts need their text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.title: str | None = None
        self.ids: set[str] = set()
        self.ids_in_main: set[str] = set()
        self.mains = 0
        self.links: list[Link] = []
        self.named: list[Link] = []
        self.images: list[Image] = []
        self.headings: list[Heading] = []
        self.fetches: list[Fetch] = []
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self.text: list[str] | None = None
        self.line = 0
        self.is_in_main = False
        self.is_in_drawing = False
        self.better_picture = ""

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002  # html.parser's signature
        """Pass over `<![…`, as browsers do: html.parser itself fails at the ones it does not know."""
        return self.parse_bogus_comment(i, report)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in reversed(attrs)}
        opened = OPENED.get(tag)
        if opened:
            opened(self, values)
        if values.get("id"):
            self.ids.add(values["id"])
            if self.is_in_main:
                self.ids_in_main.add(values["id"])
        for name, what, is_first in FETCHING.get(tag, ()):
            self.fetch(what, values.get(name, ""), is_first=is_first and values.get("loading") != "lazy")
        for address in style_addresses(values.get("style", "")):
            self.fetch("picture", address, is_first=True)

    def handle_endtag(self, tag: str) -> None:
        closed = CLOSED.get(tag)
        if closed:
            closed(self)

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def fetch(self, what: str, address: str, *, is_first: bool) -> None:
        if address.strip():
            self.fetches.append(Fetch(what, address.strip(), self.getpos()[0], is_first))

    def start_text(self, _: Values) -> None:
        self.text, self.line = [], self.getpos()[0]

    def end_text(self) -> str:
        text, self.text = "".join(self.text or ()), None
        return text

    def start_html(self, values: Values) -> None:
        self.language = values.get("lang", "")

    def start_main(self, _: Values) -> None:
        self.mains += 1
        self.is_in_main = True

    def end_main(self) -> None:
        self.is_in_main = False

    def start_drawing(self, _: Values) -> None:
        self.is_in_drawing = True

    def end_drawing(self) -> None:
        self.is_in_drawing = False

    def start_title(self, values: Values) -> None:
        if not self.is_in_drawing:  # a drawing has a title too: its alternative text
            self.start_text(values)

    def end_title(self) -> None:
        if not self.is_in_drawing:
            text = " ".join(self.end_text().split())
            self.title = text if self.title is None else self.title

    def end_heading(self, level: int) -> None:
        if self.text is not None:
            self.headings.append(Heading(level, " ".join(self.end_text().split()), self.line))

    def end_style(self) -> None:
        css = self.end_text()
        self.styles.append(css)
        for address in style_addresses(css):
            self.fetches.append(Fetch("style sheet's file", address, self.line, is_first=False))

    def end_script(self) -> None:
        self.scripts.append(self.end_text())

    def start_link(self, values: Values) -> None:
        if values.get("href"):
            self.links.append(Link(values["href"], self.getpos()[0]))

    def start_relation(self, values: Values) -> None:
        relations = set(values.get("rel", "").lower().split())
        if relations & LOADING:
            what = "style sheet" if "stylesheet" in relations else "file"
            self.fetch(what, values.get("href", ""), is_first=bool(relations & FIRST_VIEW))
        elif values.get("href"):
            self.named.append(Link(values["href"], self.getpos()[0]))

    def start_meta(self, values: Values) -> None:
        content = values.get("content", "")
        if values.get("property", values.get("name")) in NAMED_PROPERTIES and content:
            self.named.append(Link(content, self.getpos()[0]))
        if values.get("http-equiv", "").lower() == "refresh":
            self.fetch("automatic redirect", refresh_address(content), is_first=False)

    def start_picture(self, _: Values) -> None:
        self.better_picture = ""

    def start_source(self, values: Values) -> None:
        self.better_picture = self.better_picture or chosen(values.get("srcset", ""))
        self.fetch("file", values.get("src", ""), is_first=False)
        for address, _ in candidates(values.get("srcset", "")):
            self.fetch("picture", address, is_first=False)

    def start_image(self, values: Values) -> None:
        self.images.append(Image(values.get("src", ""), values.get("alt"), self.getpos()[0]))
        if self.text is not None:
            self.text.append(values.get("alt", ""))
        shown = self.better_picture or chosen(values.get("srcset", "")) or values.get("src", "")
        self.better_picture = ""
        addresses = [values.get("src", ""), *(address for address, _ in candidates(values.get("srcset", "")))]
        for address in dict.fromkeys(address for address in addresses if address != shown):
            self.fetch("picture", address, is_first=False)
        self.fetch("picture", shown, is_first=values.get("loading") != "lazy")

    def start_input(self, values: Values) -> None:
        if values.get("type", "").lower() == "image":
            self.images.append(Image(values.get("src", ""), values.get("alt"), self.getpos()[0]))


OPENED: Mapping[str, Callable[[_Reader, Values], None]] = {
    "a": _Reader.start_link,
    "area": _Reader.start_link,
    "html": _Reader.start_html,
    "img": _Reader.start_image,
    "input": _Reader.start_input,
    "link": _Reader.start_relation,
    "main": _Reader.start_main,
    "meta": _Reader.start_meta,
    "picture": _Reader.start_picture,
    "source": _Reader.start_source,
    "svg": _Reader.start_drawing,
    "title": _Reader.start_title,
    **dict.fromkeys(("style", "script", "h1", "h2", "h3", "h4", "h5", "h6"), _Reader.start_text),
}


def _heading_end(level: int) -> Callable[[_Reader], None]:
    return lambda reader: reader.end_heading(level)


CLOSED: Mapping[str, Callable[[_Reader], None]] = {
    "main": _Reader.end_main,
    "script": _Reader.end_script,
    "style": _Reader.end_style,
    "svg": _Reader.end_drawing,
    "title": _Reader.end_title,
    **{f"h{level}": _heading_end(level) for level in range(1, 7)},
}
