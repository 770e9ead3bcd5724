"""Markdown becomes a body: clean HTML, with holes where links and pictures go and a place for everything it names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape, unescape
from typing import NamedTuple

import markdown
from markdown.extensions.admonition import AdmonitionExtension, AdmonitionProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension

from .digest import digest_bytes
from .html_cleaning import clean, removed_from
from .model import EMPTY_BODY, HOLE, Body, Heading, Reference
from .paths import slugify
from .problems import Outcome, Problem, Span

TAG = re.compile(r'<(/?)(h[1-6]|a|img|table|thead|th|input|div|sup)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*/?>')
ATTRIBUTE = re.compile(r'([\w:-]+)(?:="([^"]*)")?')
ANY_TAG = re.compile(r"<[^>]*>")
SAFE_LINK = re.compile(r"(?:https?|mailto|tel|sms|help|right-now):|[^:]*(?:$|[/?#])", re.IGNORECASE)
FINISHED = re.compile(r"https?:|mailto:|tel:|sms:|#[\w-]*fn(?:ref\d*)?:")
WRITTEN_LINK = re.compile(r'\b(?:href|src)="([^"]*)"')
BRACKET_OR_GAP = re.compile(r"\]\(|[\[\])]|\n[ \t]*\n")
STEPS = {"[": (1, 0), "](": (-1, 1), "]": (-1, 0), ")": (0, -1)}  # what each does to the open brackets and addresses
MAX_BRACKETS = 20
RESERVED = "hr-"  # the theme's own ids start so; a heading's must not


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


def to_body(passage: Passage, phrases: Phrases) -> Outcome[Body]:
    """Turn Markdown into a body. Problems: M301, M302, M305, M306."""
    places = Places(passage)
    nested = _too_deep(passage.text)
    if nested is not None:
        return _refused(places.at(nested), "brackets are nested too deeply here")
    converter = _converter(phrases)
    converter.reset()
    try:
        html = converter.convert(passage.text)
    except RecursionError:
        return _refused(Span(passage.path, passage.line), "lists or quotes are nested too deeply here")
    problems = [*_unsafe_links(html, places)]
    if converter.htmlStash.html_counter:
        problems += _removals(html, places)
    walk = _Walk(passage, phrases, places)
    body = walk.body(clean(html))
    return Outcome(body, (*problems, *walk.problems))


def _too_deep(text: str) -> int | None:
    """Give where brackets are nested deeper than anybody means: Python-Markdown would search them for minutes."""
    brackets = addresses = 0
    for match in BRACKET_OR_GAP.finditer(text):
        bracket, address = STEPS.get(match.group(), (-brackets, -addresses))
        brackets, addresses = max(0, brackets + bracket), max(0, addresses + address)
        if max(brackets, addresses) > MAX_BRACKETS:
            return match.start()
    return None


def _refused(span: Span, message: str) -> Outcome[Body]:
    return Outcome(EMPTY_BODY, (Problem("M306", span, message, "use fewer levels"),))


class Places:
    """Finds in the source what was met in the HTML, because Python-Markdown forgets where things stood."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.reached: dict[str, int] = {}

    def of(self, literal: str) -> Span:
        """Give the place of the next occurrence of a text, from where it was found last; else the passage's start."""
        passage = self.passage
        start = passage.text.find(literal, self.reached.get(literal, 0)) if literal else -1
        if start < 0:
            return Span(passage.path, passage.line)
        self.reached[literal] = start + len(literal)
        return self.at(start, len(literal))

    def at(self, start: int, length: int = 1) -> Span:
        """Give the span of characters counted from the passage's start."""
        before = self.passage.text[:start]
        column = start - before.rfind("\n")
        return Span(self.passage.path, self.passage.line + before.count("\n"), column, column + length)


@lru_cache(maxsize=8)
def _converter(phrases: Phrases) -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[
            "tables",
            "def_list",
            "attr_list",
            "abbr",
            "fenced_code",
            "sane_lists",
            "pymdownx.details",
            "pymdownx.tasklist",
            FootnoteExtension(BACKLINK_TEXT="&#8617;&#xFE0E;", BACKLINK_TITLE=f"{phrases.back} {{}}"),
            TocExtension(slugify=_heading_id, permalink=False, marker=""),
            _TitledAdmonitions(dict(phrases.titles)),
        ],
        output_format="html",
    )


def _heading_id(text: str, _separator: str) -> str:
    return slugify(text) or "section"


class _TitledAdmonitions(AdmonitionExtension):
    """Admonitions whose default titles are in the page's language."""

    def __init__(self, titles: dict[str, str]) -> None:
        super().__init__()
        self.titles = titles

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        md.registerExtension(self)
        processor = _TitledProcessor(md.parser)
        processor.titles = self.titles
        md.parser.blockprocessors.register(processor, "admonition", 105)


class _TitledProcessor(AdmonitionProcessor):
    titles: dict[str, str]

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        kind, title = super().get_class_and_title(match)
        return kind, self.titles.get(kind, title or "") if match.group(2) is None else title


def _unsafe_links(html: str, places: Places) -> Iterator[Problem]:
    """Find links whose scheme could run code; nh3 removes them whatever their spelling, this says so."""
    for target in WRITTEN_LINK.findall(html):
        written = unescape(target)
        if not SAFE_LINK.match("".join(written.split())):
            message = f'"{written[:60]}" is not a safe kind of link'
            hint = "link to a page of the hub, or to https:, mailto:, tel: or sms:"
            yield Problem("M302", places.of(written), message, hint)


def _removals(html: str, places: Places) -> Iterator[Problem]:
    removals = list(removed_from(html))
    counts = Counter(removal.literal for removal in removals)
    for removal in {removal.literal: removal for removal in reversed(removals)}.values():
        more = f", here and in {counts[removal.literal] - 1} other places" if counts[removal.literal] > 1 else ""
        yield Problem("M301", places.of(removal.literal), f"{removal.what} was removed{more}", removal.hint)


class _Walk:
    """One pass over clean HTML, whose every attribute stands in double quotes."""

    def __init__(self, passage: Passage, phrases: Phrases, places: Places) -> None:
        self.passage = passage
        self.phrases = phrases
        self.places = places
        self.parts: list[str] = []
        self.text: list[str] = []
        self.references: list[Reference] = []
        self.headings: list[Heading] = []
        self.ids: list[str] = []
        self.problems: list[Problem] = []
        self.open_levels: list[int] = []
        self.is_away = False
        self.tables = 0

    def body(self, html: str) -> Body:
        position = 0
        matches = list(TAG.finditer(html))
        for index, match in enumerate(matches):
            if match.start() < position:
                continue
            self.text.append(html[position : match.start()])
            position = match.end()
            closing, name, written = match.groups()
            attributes = [(key, unescape(value)) for key, value in ATTRIBUTE.findall(written)]
            if name[0] == "h" and name[1:].isdigit() and not closing:
                end = next(m for m in matches[index:] if m.group(1) and m.group(2) == name)
                if self.heading(name, attributes, html[match.end() : end.start()]):
                    continue
                position = end.end()
            elif closing:
                self.text.append(self.closed(name))
            else:
                self.opened(name, attributes)
        self.text.append(html[position:])
        self.end_part()
        whole = HOLE.join(self.parts)
        digest = digest_bytes(whole.encode())
        return Body(whole, digest, tuple(self.references), tuple(self.headings), tuple(self.ids))

    def end_part(self) -> None:
        self.parts.append("".join(self.text))
        self.text = []

    def heading(self, name: str, attributes: list[tuple[str, str]], inner: str) -> bool:
        """Open a heading at the right level below the page's own; `False` leaves it out."""
        words = " ".join(unescape(ANY_TAG.sub("", inner)).split())
        if not self.headings and words and words.casefold() == self.passage.title.casefold():
            message = "the title is repeated as a heading"
            self.problems.append(Problem("M305", self.places.of(words), message, "delete this line"))
            return False
        level = int(name[1])
        while self.open_levels and self.open_levels[-1] >= level:
            self.open_levels.pop()
        self.open_levels.append(level)
        depth = min(len(self.open_levels) + 1, 6)
        ids = dict(attributes)
        anchor = self.anchor(ids.pop("id", "") or _heading_id(words, ""))
        self.headings.append(Heading(depth, anchor, words))
        self.text.append(f"<h{depth}{_written([('id', anchor), *ids.items()])}>")
        return True

    def anchor(self, wanted: str) -> str:
        wanted = f"section-{wanted}" if wanted.startswith(RESERVED) else wanted
        anchor = f"{self.passage.prefix}{wanted}"
        number = 2
        while anchor in self.ids:
            anchor = f"{self.passage.prefix}{wanted}-{number}"
            number += 1
        self.ids.append(anchor)
        return anchor

    def opened(self, name: str, attributes: list[tuple[str, str]]) -> None:
        values = dict(attributes)
        if name in ("a", "img"):
            self.reference(name, values)
            return
        if values.get("id"):
            values["id"] = self.anchor(values["id"])
        if name == "table":
            self.tables += 1
            near = f": {self.headings[-1].text}" if self.headings else ""
            label = f"{self.phrases.table} {self.tables}{near}"
            self.text.append(f'<div class="table" role="region" tabindex="0" aria-label="{escape(label)}">')
        if name == "input":
            done = "checked" in values
            words = f'<span class="hr-hidden">{escape(self.phrases.done)}: </span>' if done else ""
            self.text.append(f'<span class="box{" done" if done else ""}">{words}</span>')
            return
        if name == "th":
            values.setdefault("scope", "col")
        self.text.append(f"<{name}{_written(values.items())}>")

    def closed(self, name: str) -> str:
        if name == "a" and self.is_away:
            self.is_away = False
            return f'<span class="hr-hidden"> ({escape(self.phrases.elsewhere)})</span></a>'
        if name[0] == "h" and name[1:].isdigit():
            return f"</h{self.headings[-1].level}>" if self.headings else ""
        return "</table></div>" if name == "table" else f"</{name}>"

    def reference(self, name: str, values: dict[str, str]) -> None:
        target = values.pop("href" if name == "a" else "src", "")
        if values.get("id"):
            values["id"] = self.anchor(values["id"])
        if "footnote-backref" in values.get("class", ""):
            values["aria-label"] = values.pop("title", self.phrases.back)
        if name == "a" and not target:
            self.text.append(f"<a{_written(values.items())}>")
            return
        if target.startswith("#"):
            target = f"#{self.passage.prefix}{target[1:]}"
        if name == "a" and FINISHED.match(target):
            self.is_away = target.startswith("http")
            finished = {"href": target, **values, **({"rel": "noreferrer"} if self.is_away else {})}
            self.text.append(f"<a{_written(finished.items())}>")
            return
        self.end_part()
        self.references.append(Reference(name, target, tuple(values.items()), self.places.of(target)))


def _written(attributes: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes)
