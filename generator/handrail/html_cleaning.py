"""Raw HTML in Markdown is cleaned to what can only be read; what was removed is told to its author."""

import re
from collections import Counter
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
SAFE_LINK = re.compile(r"(?:https?|mailto|tel|sms|help|right-now):|[^:]*(?:$|[/?#])", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# Elements that hold others and that nobody has to close count towards depth by what is in them.
CLOSED_BY_THEMSELVES = "p|li|dt|dd|t[dhr]|thead|tbody|tfoot|br|hr|img|wbr|col|input|area|base|embed|link|meta|source"
NESTING = re.compile(rf"<(/?)(?!(?:{CLOSED_BY_THEMSELVES})[\s/>])([a-z][^\s/<>]*)", re.IGNORECASE)
MAX_NESTING = 400


class Removal(NamedTuple):
    """Something that was taken out: in words, as it stands in the source, what to do instead, and the whole tag."""

    what: str
    literal: str
    hint: str
    tag: str = ""


class Removed(NamedTuple):
    """What cleaning takes out: elements and attributes, and addresses that could run something."""

    removals: tuple[Removal, ...]
    addresses: tuple[str, ...]


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


def is_safe(address: str) -> bool:
    """Tell whether an address, whatever its blanks, leads somewhere and runs nothing."""
    return bool(SAFE_LINK.match("".join(address.split())))


def is_too_deep(html: str) -> bool:
    """Tell whether elements are nested deeper than anybody means: cleaning would take minutes for them."""
    opened: Counter[str] = Counter()
    depth = 0
    for closing, name in NESTING.findall(html):
        if not closing:
            opened[name.lower()] += 1
            depth += 1
        elif opened[name.lower()]:
            opened[name.lower()] -= 1
            depth -= 1
        if depth > MAX_NESTING:
            return True
    return False


def removed_from(html: str) -> Removed:
    """Give what `clean` takes out of HTML, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Removed(tuple(reader.removals), tuple(reader.addresses))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.removals: list[Removal] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        if tag not in TAGS:
            hint = "link to it instead" if tag in ("iframe", "video", "audio", "embed") else "say it in Markdown"
            self.removals.append(Removal(f"<{tag}>", f"<{tag}", hint, written))
            return
        for name, value in attrs:
            allowed = name in EVERYWHERE or name in ATTRIBUTES.get(tag, ())
            if not allowed and (tag, name) not in SILENTLY_REMOVED:
                hint = "leave the look of things to the theme" if name == "style" else f"delete {name}="
                self.removals.append(Removal(f"the attribute {name} of <{tag}>", f"{name}=", hint, written))
            elif name in ("href", "src") and not is_safe(value or ""):
                self.addresses.append(value or "")
