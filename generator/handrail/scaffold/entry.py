"""Pure: the text of a new page or record: its fields from the model, the body of a page from a skeleton.

What is not known yet stands in lines that are switched off, with the model's own examples: nothing untrue is published.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ..json_schema import FOLDER
from ..kinds import BY_NAME, KINDS
from ..kinds.header import Header
from ..kinds.kind import Kind
from ..paths import slugify
from .starter import NewFile
from .yaml_writing import scalar

# A help line is facts that must be confirmed with its operator first, so there is no skeleton to start from.
WRITABLE = {kind.name: kind for kind in KINDS if kind.name != "helpline"}
OFTEN_USED = ("summary", "topics", "content_note", "sources", "draft")
MAX_SLUG = 50  # letters: a file name holds 255 bytes, and a letter needs up to four
COMMENT_COLUMN = 40
SWITCHED_OFF = "To use a line that starts with #, take away the # and the blank, and write your own words:"


class EntryWish(NamedTuple):
    """A page or record as it was asked for; `language` is empty for the site's main one."""

    kind: Kind
    title: str
    language: str = ""

    @property
    def slug(self) -> str:
        """Its part of the address; empty when the title has no letter or digit."""
        slug = slugify(self.title)
        return slug if len(slug) <= MAX_SLUG else slug[:MAX_SLUG].rpartition("-")[0] or slug[:MAX_SLUG]


def entry_id(wish: EntryWish, today: date) -> str:
    """Give the id of a page or record in all languages: `resources/better-sleep`, `news/2026-11-22-we-move`."""
    slug = f"{today.isoformat()}-{wish.slug}" if wish.kind.newest_first else wish.slug
    return f"{wish.kind.section}/{slug}" if wish.kind.section else slug


def page_file(wish: EntryWish, body: str, today: date) -> NewFile:
    """Give a new page."""
    known = {"title": scalar(wish.title), "date": today.isoformat()}
    if not wish.kind.newest_first:
        known |= {"reviewed": today.isoformat(), "review_every": "12 months"}
    header = "\n".join(_field_lines(wish.kind, known))
    ending = f".{wish.language}.md" if wish.language else ".md"
    return NewFile(f"content/{entry_id(wish, today)}{ending}", f"---\n{header}\n---\n\n{body}".encode())


def record_text(wish: EntryWish, indent: str = "  ") -> str:
    """Give a new record as an item of the list in its data file."""
    lines = _record_lines(wish)
    return "".join(f"{indent}{'  ' if index else '- '}{line}\n" for index, line in enumerate(lines))


def record_file(wish: EntryWish) -> NewFile:
    """Give a new record in a file of its own; it starts as a draft, since nobody has said its facts yet."""
    start = f"# yaml-language-server: $schema=../../{FOLDER}/{wish.kind.data_key}.json\n"
    lines = _record_lines(wish, draft="yes")
    return NewFile(f"content/{wish.kind.data_key}/{wish.slug}.yaml", "\n".join((start.rstrip(), *lines, "")).encode())


def _record_lines(wish: EntryWish, **more: str) -> list[str]:
    localised = f"{{{wish.language}: {json.dumps(wish.title, ensure_ascii=False)}}}"
    title = localised if wish.language else scalar(wish.title)
    known = {wish.kind.id_field: scalar(wish.slug), "name": title, **more}
    if wish.kind is BY_NAME["rota"]:
        known |= {wish.kind.id_field: title, "publish": "no"}  # nobody has agreed to be named yet
    return list(_field_lines(wish.kind, known))


def data_file_start(kind: Kind) -> str:
    """Give the first lines of a data file: for editors, which schema it has, and its one key."""
    return f"# yaml-language-server: $schema=../{FOLDER}/{kind.data_key}.json\n{kind.data_key}:\n"


def _field_lines(kind: Kind, known: Mapping[str, str]) -> Iterator[str]:
    """Give the lines of known and of needed fields, then useful ones, switched off."""
    fields = kind.model.model_fields
    needed = {name: _example(kind, name) for name, field in fields.items() if field.is_required()}
    written = needed | {name: value for name, value in known.items() if name in fields}
    for name, value in written.items():
        yield _line(f"{name}: {value}", kind, name)
    useful = [name for name in fields if name not in written and _is_useful(kind, name)]
    if useful:
        yield f"# {SWITCHED_OFF}"
    for name in useful:
        yield _line(f"# {name}: {_example(kind, name)}", kind, name)


def _is_useful(kind: Kind, name: str) -> bool:
    """Tell whether a field is worth naming: of those that every page can have, only the ones used often."""
    often = (*OFTEN_USED, "expires") if kind.newest_first else OFTEN_USED
    return kind.is_data or name not in Header.model_fields or name in often


def _line(start: str, kind: Kind, name: str) -> str:
    return f"{start:<{COMMENT_COLUMN}}  # {kind.model.model_fields[name].description}"


def _example(kind: Kind, name: str) -> str:
    field = kind.model.model_fields[name]
    if field.examples:
        return str(field.examples[0])
    return "yes" if field.annotation is bool else "…"
