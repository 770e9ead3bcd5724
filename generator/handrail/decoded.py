"""Pure: what one source was decoded into, and the form in which that is remembered."""

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Any

from .contract import Examined
from .decode import Setting, decode_data, decode_page
from .kinds import BY_NAME
from .model import Body, Entry, Heading, Picture, Reference
from .pictures import ENDINGS, read_picture
from .problems import Problem, Span, problem_from_json, problem_to_json
from .sources import Source

SEPARATOR = "\x1f"  # a control character, which no body can hold


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a source means: entries (one for a page, many for a data file) or a picture, and its problems."""

    entries: tuple[Entry, ...] = ()
    picture: Picture | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A decoded source as it is remembered: facts in JSON, and the bodies' HTML, which JSON would slow down."""

    facts: str
    parts: str


def is_decodable(path: str) -> bool:
    """Tell whether a source has a meaning beyond its bytes."""
    ending = f".{path.rpartition('.')[2].lower()}"
    return ending in (".md", ".yaml") or ending in ENDINGS


def decode_source(source: Source, setting: Setting) -> Decoded:
    """Decode a page, a data file or a picture, whichever a source is."""
    ending = source.path.lower()
    if ending.endswith(".md"):
        entry, problems = decode_page(source, setting)
        return Decoded((entry,) if entry else (), None, problems)
    if ending.endswith(".yaml"):
        entries, problems = decode_data(source)
        return Decoded(entries, None, problems)
    picture, problems = read_picture(source)
    return Decoded((), picture, problems)


def to_row(decoded: Decoded) -> Row:
    """Give the form to remember."""
    parts: list[str] = []
    facts = {
        "entries": [_entry_facts(entry, parts) for entry in decoded.entries],
        "picture": list(astuple(decoded.picture)) if decoded.picture else None,
        "problems": [problem_to_json(problem) for problem in decoded.problems],
    }
    return Row(json.dumps(facts, ensure_ascii=False, separators=(",", ":")), SEPARATOR.join(parts))


def from_row(row: Row) -> Decoded:
    """Read what `to_row` gave; anything else raises (`ValueError`, `TypeError`, `LookupError`)."""
    facts = json.loads(row.facts)
    parts = iter(row.parts.split(SEPARATOR))
    entries = tuple(_entry(item, parts) for item in facts["entries"])
    picture = Picture(*facts["picture"]) if facts["picture"] else None
    return Decoded(entries, picture, tuple(problem_from_json(item) for item in facts["problems"]))


def _entry_facts(entry: Entry, parts: list[str]) -> dict[str, Any]:
    return {
        "kind": entry.kind.name,
        "id": entry.id,
        "language": entry.language,
        "source": entry.source,
        "record": entry.record.model_dump_json(exclude_defaults=True),
        "span": list(astuple(entry.span)),
        "body": _body_facts(entry.body, parts),
        "image": _reference_facts(entry.image) if entry.image else None,
        "texts": {name: _body_facts(body, parts) for name, body in entry.texts.items()},
    }


def _entry(facts: dict[str, Any], parts: Iterable[str]) -> Entry:
    kind = BY_NAME[facts["kind"]]
    reader = iter(parts)
    return Entry(
        kind,
        facts["id"],
        facts["language"],
        facts["source"],
        kind.model.model_validate_json(facts["record"]),
        Span(*facts["span"]),
        _body(facts["body"], reader),
        _reference(facts["image"]) if facts["image"] else None,
        {name: _body(body, reader) for name, body in facts["texts"].items()},
    )


def _body_facts(body: Body, parts: list[str]) -> list[Any]:
    parts.extend(body.parts)
    headings = [list(astuple(heading)) for heading in body.headings]
    references = [_reference_facts(reference) for reference in body.references]
    return [len(body.parts), references, headings, list(body.ids), body.words]


def _body(facts: list[Any], parts: Any) -> Body:
    count, references, headings, ids, words = facts
    return Body(
        tuple(next(parts) for _ in range(count)),
        tuple(_reference(reference) for reference in references),
        tuple(Heading(*heading) for heading in headings),
        tuple(ids),
        words,
    )


def _reference_facts(reference: Reference) -> list[Any]:
    return [reference.element, reference.target, reference.attributes, list(astuple(reference.span))]


def _reference(facts: list[Any]) -> Reference:
    element, target, attributes, span = facts
    return Reference(element, target, tuple((name, value) for name, value in attributes), Span(*span))


def examined_to_row(examined: Examined) -> Row:
    """Give the form to remember of what is known of a theme's templates."""
    facts = {
        "closures": dict(examined.closures),
        "texts": examined.texts,
        "problems": [problem_to_json(problem) for problem in examined.problems],
    }
    return Row(json.dumps(facts, ensure_ascii=False), "")


def examined_from_row(row: Row) -> Examined:
    """Read what `examined_to_row` gave; anything else raises (`ValueError`, `TypeError`, `LookupError`)."""
    facts = json.loads(row.facts)
    closures = {name: tuple(names) for name, names in facts["closures"].items()}
    texts = tuple((template, line, text) for template, line, text in facts["texts"])
    return Examined(closures, texts, tuple(problem_from_json(item) for item in facts["problems"]))
