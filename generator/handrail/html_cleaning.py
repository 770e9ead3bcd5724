"""Raw HTML in Markdown is cleaned to what can only be read; what was removed is told to its author."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

import nh3

BLOCKS = (
    "p",
    "div",
    "section",
    "blockquote",
    "pre",
    "hr",
    "br",
    "details",
    "summary",
    "figure",
    "figcaption",
    "address",
)
LISTS = ("ul", "ol", "li", "dl", "dt", "dd")
TABLES = ("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col")
SAID = (
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "del",
    "dfn",
    "em",
    "i",
    "img",
    "input",
    "ins",
    "mark",
    "q",
    "s",
    "small",
)
WRITTEN = ("code", "kbd", "rp", "rt", "ruby", "samp", "span", "strong", "sub", "sup", "time", "u", "var", "wbr")
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
TAGS = frozenset((*BLOCKS, *LISTS, *TABLES, *SAID, *WRITTEN, *HEADINGS))

EVERYWHERE = {"id", "class", "lang", "dir", "title"}
ATTRIBUTES = {
    "*": EVERYWHERE,
    "a": {"href"},
    "img": {"src", "alt"},
    "input": {"type", "checked", "disabled"},
    "ol": {"start", "type", "reversed"},
    "details": {"open"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "time": {"datetime"},
}
# Made by the converter for tables with aligned columns; the theme does not need it, so it goes without a word.
SILENTLY_REMOVED = {("th", "style"), ("td", "style")}
SCHEMES = {"http", "https", "mailto", "tel", "sms", "help", "right-now"}
EMPTIED = frozenset({"script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math"})


CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Removal(NamedTuple):
    """Something that was taken out: in words, as it stands in the source, and what to do instead."""

    what: str
    literal: str
    hint: str


def clean(html: str) -> str:
    """Give HTML that can neither run code nor load anything by itself, each attribute in double quotes."""
    cleaned = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=set(EMPTIED),
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    return CONTROL.sub("", cleaned)  # written as &#31; and the like


def removed_from(html: str) -> Iterator[Removal]:
    """Give what `clean` takes out of HTML, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.removals


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.removals: list[Removal] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            hint = "link to it instead" if tag in ("iframe", "video", "audio", "embed") else "say it in Markdown"
            self.removals.append(Removal(f"<{tag}>", f"<{tag}", hint))
            return
        for name, _ in attrs:
            allowed = name in EVERYWHERE or name in ATTRIBUTES.get(tag, ())
            if not allowed and (tag, name) not in SILENTLY_REMOVED:
                hint = "leave the look of things to the theme" if name == "style" else f"delete {name}="
                self.removals.append(Removal(f"the attribute {name} of <{tag}>", f"{name}=", hint))
