"""What a source means: entries with their records and bodies, and pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .kinds.kind import Kind
from .problems import Span
from .schema import Record


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: level 2 to 6, the id links use, and its plain text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or picture in a body, still as its author wrote it.

    `element` is `a` or `img`; `attributes` are its other attributes, in order, unescaped. Links to elsewhere need no
    hole: they are finished when the body is made.
    """

    element: str
    target: str
    attributes: tuple[tuple[str, str], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Body:
    """Clean HTML with holes where links and pictures go: `parts` is one longer than `references`."""

    parts: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    headings: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()
    words: int = 0


EMPTY_BODY = Body(("",))


@dataclass(frozen=True, slots=True)
class Entry:
    """One page or record of content.

    `id` names it in all languages (`resources/sleep`, `places/library`); `texts` holds the bodies of further
    Markdown fields by their place in the record, such as `steps.0.text`.
    """

    kind: Kind
    id: str
    language: str
    source: str
    record: Record
    span: Span
    body: Body = EMPTY_BODY
    image: Reference | None = None
    texts: Mapping[str, Body] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's facts, read from its bytes: pixels after it is turned upright, and the format it is saved in."""

    source: str
    digest: str
    width: int
    height: int
    format: str
    is_animated: bool
