"""What a source means: entries with their records and bodies, and pictures."""

from collections.abc import Mapping
from typing import NamedTuple

from .kinds.kind import Kind
from .problems import Span
from .schema import Record

HOLE = "\x1f"  # a control character, which clean HTML cannot hold


class Heading(NamedTuple):
    """A heading of a body: level 2 to 6, the id links use, and its plain text."""

    level: int
    id: str
    text: str


class Reference(NamedTuple):
    """A link or picture in a body, still as its author wrote it.

    `element` is `a` or `img`; `attributes` are its other attributes, in order, unescaped. Links to elsewhere need no
    hole: they are finished when the body is made.
    """

    element: str
    target: str
    attributes: tuple[tuple[str, str], ...]
    span: Span


class Body(NamedTuple):
    """Clean HTML in which a control character stands for each link and picture, those of `references`."""

    html: str = ""
    digest: str = ""
    references: tuple[Reference, ...] = ()
    headings: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()


EMPTY_BODY = Body()


class MentionAt(NamedTuple):
    """Another record, named by kind and id, and where it is named."""

    kind: str
    id: str
    span: Span


class Entry(NamedTuple):
    """One page or record of content.

    `id` names it in all languages (`resources/sleep`, `places/library`); `texts` holds the bodies of further
    Markdown fields by their place in the record, such as `steps.0.text`; `mentions` are the other records it names.
    `digest` is that of a data record, so that what is made from it need not look at it again.
    """

    kind: Kind
    id: str
    language: str
    source: str
    record: Record
    span: Span
    body: Body = EMPTY_BODY
    image: Reference | None = None
    texts: Mapping[str, Body] = {}
    mentions: tuple[MentionAt, ...] = ()
    digest: str = ""

    @property
    def name(self) -> str:
        """Its id within its kind: `library`."""
        return self.id.rpartition("/")[2]


class Picture(NamedTuple):
    """A picture's facts, read from its bytes: pixels after it is turned upright, and the format it is saved in."""

    source: str
    digest: str
    width: int
    height: int
    format: str
    is_animated: bool
