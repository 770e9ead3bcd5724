"""Pure: what one source was decoded into, and the form in which that is remembered."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from .contract import Examined
from .decode import decode_page
from .decode_data import decode_data
from .kinds import BY_NAME
from .model import Body, Entry, Heading, MentionAt, Picture, Reference
from .pictures import ENDINGS
from .problems import Outcome, Problem, Span, problem_from_json, problem_to_json
from .setting import Setting
from .sources import Source

SEPARATOR = "\x1e"  # a control character, which clean HTML cannot hold


class Decoded(NamedTuple):
    """What a source means: entries (one for a page, many for a data file) or a picture, and its problems."""

    entries: tuple[Entry, ...] = ()
    picture: Picture | None = None
    problems: tuple[Problem, ...] = ()


class Row(NamedTuple):
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
        entries, problems = decode_data(source, setting)
        return Decoded(entries, None, problems)
    picture, problems = _read_picture(source)
    return Decoded((), picture, problems)


def _read_picture(source: Source) -> Outcome[Picture | None]:
    # What knows the formats is loaded with the first new picture: most builds meet none.
    if source.path.lower().endswith(".svg"):
        from .drawings import read_drawing  # noqa: PLC0415

        return read_drawing(source)
    from .photos import read_photo  # noqa: PLC0415

    return read_photo(source)


def to_row(decoded: Decoded) -> Row:
    """Give the form to remember."""
    parts: list[str] = []
    facts = {
        "entries": [_entry_facts(entry, parts) for entry in decoded.entries],
        "picture": decoded.picture,
        "problems": [problem_to_json(problem) for problem in decoded.problems],
    }
    return Row(json.dumps(facts, ensure_ascii=False, separators=(",", ":")), SEPARATOR.join(parts))


@lru_cache(maxsize=50_000)  # the preview builds again and again in one process, and most rows stay as they were
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
        "span": entry.span,
        "body": _body_facts(entry.body, parts),
        "image": _reference_facts(entry.image) if entry.image else None,
        "texts": {name: _body_facts(body, parts) for name, body in entry.texts.items()},
        "mentions": entry.mentions,
        "digest": entry.digest,
    }


def _entry(facts: dict[str, Any], parts: Iterator[str]) -> Entry:
    kind = BY_NAME[facts["kind"]]
    return Entry(
        kind,
        facts["id"],
        facts["language"],
        facts["source"],
        kind.model.model_validate_json(facts["record"]),
        Span(*facts["span"]),
        _body(facts["body"], parts),
        _reference(facts["image"]) if facts["image"] else None,
        {name: _body(body, parts) for name, body in facts["texts"].items()},
        tuple(MentionAt(kind, name, Span(*span)) for kind, name, span in facts["mentions"]),
        facts["digest"],
    )


def _body_facts(body: Body, parts: list[str]) -> list[Any]:
    parts.append(body.html)
    references = [_reference_facts(reference) for reference in body.references]
    return [body.digest, references, body.headings, body.ids]


def _body(facts: list[Any], parts: Iterator[str]) -> Body:
    digest, references, headings, ids = facts
    return Body(
        next(parts),
        digest,
        tuple(_reference(reference) for reference in references),
        tuple(Heading(*heading) for heading in headings),
        tuple(ids),
    )


def _reference_facts(reference: Reference) -> list[Any]:
    return [reference.element, reference.target, reference.attributes, reference.span]


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
