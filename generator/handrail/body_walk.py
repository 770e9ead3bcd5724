"""Pure: one pass over the clean HTML of a body puts headings, ids and tables right and takes links and pictures out."""

import re
from html import escape, unescape
from typing import NamedTuple

from .digest import digest_bytes
from .html_cleaning import is_safe
from .model import HOLE, Body, Heading, Reference
from .paths import slugify
from .places import Places
from .problems import Problem

# In clean HTML every attribute stands in double quotes. Tags without attributes matter only where we change them.
NAME = r"(?:h[1-6]|a|img|table|thead|tr|th|input)(?=[\s>])|[a-z]\w*(?=\s)"
TAG = re.compile(rf'<(/?)({NAME})((?:[^>"]|"[^"]*")*+)>')
HEADING = re.compile(r"h[1-6]")
ATTRIBUTE = re.compile(r'([\w:-]+)(?:="([^"]*)")?')
ANY_TAG = re.compile(r'<(?:[^>"]|"[^"]*")*+>')
WRITTEN_ID = re.compile(r'\sid="([^"]+)"')
SCHEME = re.compile(r"^[a-z-]+:", re.IGNORECASE)
FINISHED = re.compile(r"https?:|mailto:|tel:|sms:|#fn(?:ref\d*)?:")
RESERVED = "hr-"  # the theme's own ids start so; those of a body must not


class Phrases(NamedTuple):
    """The few words that a body itself needs, in its language; `titles` are those of untitled notes, by type."""

    back: str = "Back to the text"
    table: str = "Table"
    done: str = "Done"
    elsewhere: str = "other site"
    titles: tuple[tuple[str, str], ...] = ()


class Passage(NamedTuple):
    """Markdown and where it stands: `line` is the file's line of its first line; ids get the prefix."""

    path: str
    text: str
    line: int = 1
    title: str = ""
    prefix: str = ""


def heading_id(words: str) -> str:
    """Give the id of a heading by its words."""
    return slugify(words) or "section"


class Walk:
    """The pass itself. `was_refused` says that cleaning took the address of some link or picture (M302)."""

    def __init__(self, passage: Passage, phrases: Phrases, places: Places, *, was_refused: bool = False) -> None:
        self.passage = passage
        self.phrases = phrases
        self.places = places
        self.was_refused = was_refused
        self.text: list[str] = []
        self.references: list[Reference] = []
        self.headings: list[Heading] = []
        self.ids: dict[str, None] = {}
        self.chosen: set[str] = set()
        self.renamed: dict[str, str] = {}
        self.copies: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.levels: list[int] = []
        self.open_headings: list[int] = []
        self.has_heading = False
        self.is_away = False
        self.is_in_head = False
        self.scope = "col"
        self.tables = 0

    def body(self, html: str) -> Body:
        """Give the body that clean HTML makes."""
        matches = list(TAG.finditer(html))
        ends = _ends_of_headings(matches)
        self.chosen = {f"{self.passage.prefix}{unescape(chosen)}" for chosen in WRITTEN_ID.findall(html)}
        position = 0
        for match in matches:
            if match.start() < position:
                continue
            self.text.append(html[position : match.start()])
            position = match.end()
            closing, name, written = match.groups()
            if closing:
                self.text.append(self.closed(name))
                continue
            values = {key: unescape(value) for key, value in ATTRIBUTE.findall(written)}
            if HEADING.fullmatch(name):
                end = ends[match.start()]
                if not self.heading(int(name[1]), values, html[match.end() : end.start()]):
                    position = end.end()
                continue
            if name == "tr":
                has_cells = "<td" in html[position : html.find("</tr>", position)]
                self.scope = "row" if has_cells and not self.is_in_head else "col"
            self.opened(name, values)
        whole = "".join((*self.text, html[position:]))
        references = tuple(self.led_to_renamed(reference) for reference in self.references)
        return Body(whole, digest_bytes(whole.encode()), references, tuple(self.headings), tuple(self.ids))

    def heading(self, level: int, values: dict[str, str], inner: str) -> bool:
        """Open a heading at the right level below the page's own; `False` leaves it out."""
        words = " ".join(unescape(ANY_TAG.sub("", inner)).split())
        is_first, self.has_heading = not self.has_heading, True
        if is_first and words and words.casefold() == self.passage.title.casefold():
            message = "the title is repeated as a heading"
            self.problems.append(Problem("M305", self.places.of_heading(words), message, "delete this line"))
            return False
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        self.levels.append(level)
        depth = min(len(self.levels) + 1, 6)
        self.open_headings.append(depth)
        chosen = values.pop("id", "")
        anchor = self.anchor(chosen or heading_id(words), is_chosen=bool(chosen))
        self.headings.append(Heading(depth, anchor, words))
        self.text.append(f"<h{depth}{_written({'id': anchor, **values})}>")
        return True

    def anchor(self, wanted: str, *, is_chosen: bool = True) -> str:
        """Give an id that no other of the page has, as close as can be to the wanted one; chosen ids go first."""
        free = f"section-{wanted}" if wanted.startswith(RESERVED) else wanted
        first = anchor = f"{self.passage.prefix}{free}"
        is_taken = not is_chosen and first in self.chosen
        while anchor in self.ids or (not is_chosen and anchor in self.chosen):
            self.copies[first] = self.copies.get(first, 1) + 1
            anchor = f"{first}-{self.copies[first]}"
        self.ids[anchor] = None
        if not is_taken:
            self.renamed.setdefault(wanted, anchor)
        return anchor

    def opened(self, name: str, values: dict[str, str]) -> None:
        """Write a start tag, and what goes before it."""
        if values.get("id"):
            values["id"] = self.anchor(values["id"])
        if name in ("a", "img"):
            self.reference(name, values)
        elif name == "input":
            self.text.append(self.box(is_done="checked" in values))
        else:
            if name == "table":
                self.text.append(self.frame())
            elif name == "th":
                values.setdefault("scope", self.scope)
            self.is_in_head = name == "thead" or (self.is_in_head and name != "table")
            self.text.append(f"<{name}{_written(values)}>")

    def closed(self, name: str) -> str:
        """Give an end tag, and what goes around it."""
        if name == "a" and self.is_away:
            self.is_away = False
            return f'<span class="hr-hidden"> ({escape(self.phrases.elsewhere)})</span></a>'
        if HEADING.fullmatch(name):
            return f"</h{self.open_headings.pop()}>"
        self.is_in_head = self.is_in_head and name != "thead"
        return "</table></div>" if name == "table" else f"</{name}>"

    def frame(self) -> str:
        """Open the frame in which a wide table can be scrolled, with a name for those who do not see it."""
        self.tables += 1
        near = f": {self.headings[-1].text}" if self.headings else ""
        label = f"{self.phrases.table} {self.tables}{near}"
        return f'<div class="table" role="region" tabindex="0" aria-label="{escape(label)}">'

    def box(self, *, is_done: bool) -> str:
        """Give the box of a task, which is read and not ticked."""
        words = f'<span class="hr-hidden">{escape(self.phrases.done)}: </span>' if is_done else ""
        return f'<span class="box{" done" if is_done else ""}">{words}</span>'

    def reference(self, name: str, values: dict[str, str]) -> None:
        """Finish a link to elsewhere; leave a hole for what the site has to find; forget what was refused."""
        attribute = "href" if name == "a" else "src"
        is_gone = self.was_refused and attribute not in values
        target = SCHEME.sub(lambda scheme: scheme.group().lower(), values.pop(attribute, ""))
        if "footnote-backref" in values.get("class", ""):
            values["aria-label"] = values.pop("title", self.phrases.back)
        is_gone = is_gone or not is_safe(target)
        if name == "a" and (is_gone or not target):
            self.text.append(f"<a{_written(values)}>")
        elif name == "a" and FINISHED.match(target):
            self.is_away = target.startswith("http")
            href = f"#{self.passage.prefix}{target[1:]}" if target.startswith("#") else target
            rel = {"rel": "noreferrer"} if self.is_away else {}
            self.text.append(f"<a{_written({'href': href, **values, **rel})}>")
        elif not is_gone:
            self.text.append(HOLE)
            self.references.append(Reference(name, target, tuple(values.items()), self.places.of_address(target)))

    def led_to_renamed(self, reference: Reference) -> Reference:
        """Let a link within the passage follow the id it means, which may have got a prefix or another name."""
        if not reference.target.startswith("#") or reference.target == "#":
            return reference
        wanted = reference.target[1:]
        anchor = self.renamed.get(wanted, f"{self.passage.prefix}{wanted}")
        return reference._replace(target=f"#{anchor}")


def _ends_of_headings(matches: list[re.Match[str]]) -> dict[int, re.Match[str]]:
    """Give the end tag of every heading by where its start tag stands."""
    ends = {}
    opened: list[int] = []
    for match in matches:
        if HEADING.fullmatch(match.group(2)):
            if match.group(1):
                ends[opened.pop()] = match
            else:
                opened.append(match.start())
    return ends


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
