"""Pure: bytes become entries. Each source is decoded by itself, so that its result can be remembered."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from .body_walk import Passage, Phrases
from .fieldtypes import LANGUAGE
from .kinds import BY_NAME, BY_SECTION
from .kinds.header import Header
from .kinds.kind import Kind
from .kinds.resource import Resource
from .markdown import to_body
from .model import EMPTY_BODY, Body, Entry, Reference
from .paths import slugify
from .plaintext import text_of
from .problems import Outcome, Problem, Span
from .schema import Record, read_record, validate
from .setting import Setting, unknown_words
from .settings import SiteSettings
from .sources import Source
from .spelling import did_you_mean
from .yamltree import Node, Scalar, find, read_yaml

FENCE = re.compile(r"---[ \t]*(?:\n|$)")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
LONG_TITLE = 60


class Place(NamedTuple):
    """What a page's path says: its kind, its id in all languages, and its language when the name tells."""

    kind: Kind
    id: str
    language: str | None


class Configuration(NamedTuple):
    """site.yaml: its values, and its nodes for the places of mistakes that other stages find in them."""

    values: SiteSettings
    node: Node

    def place(self, *location: str | int) -> Span:
        """Give the span of a value, or of the nearest one above it that was written."""
        return find(self.node, location).span


def decode_settings(source: Source) -> Outcome[Configuration | None]:
    """Read site.yaml. Problems: Y, F."""
    found, problems = read_record(source, SiteSettings)
    return Outcome(Configuration(*found) if found else None, problems)


def decode_page(source: Source, setting: Setting) -> Outcome[Entry | None]:
    """Read a Markdown page; the value is `None` when its header cannot be used. Problems: Y, F, M."""
    place, problems = place_of(source.path, setting)
    text, broken = text_of(source)
    if text is None:
        return Outcome(None, broken)
    header, start, cut = _header(source.path, text)
    node, syntax = (None, cut) if cut else read_yaml(source.path, header, 2)
    problems += syntax
    record: Header | None = None
    if not syntax or node is not None:
        record, mistakes = _validated(place.kind, node, source.path, has_header=start > 1)
        problems += mistakes
    language = place.language or (record.language if record else None) or setting.languages[0]
    problems += _language_problem(language, node, setting) if record and record.language else ()
    phrases = setting.phrases.get(language, setting.phrases[setting.languages[0]])
    written = "\n".join(text.split("\n")[start - 1 :])
    passage = Passage(source.path, written, start, record.title if record else "")
    body, found = (EMPTY_BODY, ()) if cut else to_body(passage, phrases)
    problems += found
    if record is None or node is None or language not in setting.languages:
        return Outcome(None, problems)
    texts, more = _texts(place.kind, record, node, phrases)
    image = _head_image(record, node)
    entry = Entry(place.kind, place.id, language, source.path, record, node.span, body, image, texts)
    unknown = _unknown_needs(record, node, setting)
    return Outcome(entry, (*problems, *more, *_long_title(record, node), *unknown))


def place_of(path: str, setting: Setting) -> Outcome[Place]:
    """Tell kind, id and language of a page from where it lies and what it is called. Problems: F208."""
    relative = path.removeprefix("content/")[: -len(".md")]
    folder, _, name = relative.rpartition("/")
    stem, dot, suffix = name.rpartition(".")
    problems: tuple[Problem, ...] = ()
    language = None
    if dot and LANGUAGE.fullmatch(suffix):
        name, language = stem, suffix
        if suffix not in setting.languages:
            message = f'the file name says the language "{suffix}", which is not a language of this site'
            hint = did_you_mean(
                suffix, setting.languages, f"add {suffix} to languages in site.yaml, or rename the file"
            )
            problems = (Problem("F208", Span(path), message, hint),)
    kind = BY_SECTION.get(relative.split("/")[0]) if folder else None
    if name == "index":
        kind = BY_NAME["page"]
    identity = "/".join(slugify(part) or part for part in f"{folder}/{name}".strip("/").split("/"))
    return Outcome(Place(kind or BY_NAME["page"], identity, language), problems)


def _header(path: str, text: str) -> tuple[str, int, tuple[Problem, ...]]:
    """Give the header's YAML, the line on which the text below it starts, and what is wrong (Y106)."""
    opening = FENCE.match(text)
    if not opening:
        return "", 1, ()
    closing = CLOSING.search(text, opening.end())
    if not closing:
        message = "the header starts here and never ends"
        problem = Problem("Y106", Span(path, 1, 1, 4), message, "put a line with only --- below its last field")
        return "", 1, (problem,)
    header = text[opening.end() : closing.start()]
    return header, header.count("\n") + 3, ()


def _validated(kind: Kind, node: Node | None, path: str, *, has_header: bool) -> Outcome[Header | None]:
    if node is None:
        message = f"{kind.model.label} needs a header with at least a title, and there is none"
        hint = "start the file with three lines: ---, then title: and the title, then ---"
        if has_header:
            message, hint = f'{kind.model.label} needs "title"', "write it between the two lines of ---"
        return Outcome(None, (Problem("F202", Span(path, 1), message, hint),))
    record, problems = validate(kind.model, node, Span(path, 1))
    return Outcome(record if isinstance(record, Header) else None, problems)


def _language_problem(language: str, node: Node | None, setting: Setting) -> tuple[Problem, ...]:
    if language in setting.languages or node is None:
        return ()
    message = f'"{language}" is not a language of this site'
    hint = did_you_mean(language, setting.languages, "add it to languages in site.yaml")
    return (Problem("F208", find(node, ("language",)).span, message, hint),)


def _texts(kind: Kind, record: Record, node: Node, phrases: Phrases) -> Outcome[Mapping[str, Body]]:
    """Turn a record's further Markdown fields into bodies."""
    bodies: dict[str, Body] = {}
    problems: tuple[Problem, ...] = ()
    for location in kind.texts(record):
        scalar = find(node, location)
        if isinstance(scalar, Scalar):
            name = ".".join(str(step) for step in location)
            line = scalar.span.line + scalar.is_block
            passage = Passage(scalar.span.path, scalar.text, line, prefix=f"{slugify(name)}-")
            bodies[name], found = to_body(passage, phrases)
            problems += found
    return Outcome(bodies, problems)


def _head_image(record: Header, node: Node) -> Reference | None:
    if record.image is None:
        return None
    alt = record.image.alt
    marks = (("class", "decorative"),) if record.image.decorative else ()
    attributes = (*((("alt", alt),) if alt else ()), *marks)
    return Reference("img", record.image.src, attributes, find(node, ("image", "src")).span)


def _unknown_needs(record: Header, node: Node, setting: Setting) -> tuple[Problem, ...]:
    needs = record.needs if isinstance(record, Resource) else ()
    return tuple(unknown_words("need", needs, setting.needs, node))


def _long_title(record: Header, node: Node) -> tuple[Problem, ...]:
    if len(record.title) <= LONG_TITLE:
        return ()
    message = f"the title is {len(record.title)} characters long; tabs and lists show about {LONG_TITLE}"
    return (Problem("F211", find(node, ("title",)).span, message, "say it shorter; the summary can say the rest"),)
