"""Pure: records as tidy YAML, written so that Handrail and every other program read the same from it."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..fieldtypes import LANGUAGE
from ..json_schema import FOLDER
from ..kinds.contact import Contact
from ..kinds.group import GroupLink
from ..kinds.meeting import Change, Meeting, Online, Status
from ..kinds.place import Access, Address, Place
from ..scaffold.yaml_writing import scalar
from ..schema import Record
from ..yamltree import Plain

WIDTH = 120
INDENT = "  "
# Fields whose text is no word but a date, a time, a number or an answer; YAML reads all but the times as such.
BARE_FIELDS = frozenset((
    "date", "moved_to", "time", "end_time", "since", "until", "starts", "ends", "dates", "verified", "minutes", "order",
    "coordinates", "cancelled", "paused", "show_passcode", "publish", "draft", "by_appointment", "private_venue",
    *Access.model_fields,
))  # fmt: skip
BARE = re.compile(r"[\w][\w.:-]*(?: \d{1,2}:\d{2})?|-\d+(?:\.\d+)?")
QUOTED_FIELDS = frozenset(("phone", "postal_code", "passcode"))
PROSE = frozenset(("notes", "about", "directions", "access_notes", "donations"))
# What is safe though it starts with a digit or holds an @: `14 Alder Street`, `ana@example.org`.
NUMBERED = re.compile(r"\d[\w/-]* [^\W\d_](?:[\w ,.'()!?/&–’-]*[\w.)!?])?")
MAIL = re.compile(r"[A-Za-z][\w.+-]*@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]+")
FLOW_SIGNS = re.compile(r"[,?\[\]{}]")  # PyYAML ends a plain text within brackets at a question mark too
LONG = 90  # characters of prose that still read well on the line of their name
ORDERS: dict[str, type[Record]] = {
    "online": Online, "status": Status, "changes": Change, "contact": Contact, "address": Address, "links": GroupLink,
    "access": Access, "place": Place,
}  # fmt: skip


class Written(NamedTuple):
    """A record and a remark above it, empty for none."""

    fields: Mapping[str, Plain]
    remark: str = ""


def meetings_file(header: str, records: Iterable[Written]) -> str:
    """Give a whole file of meetings."""
    body = "\n".join(record_text(record, Meeting) for record in records)
    return f"{header}meetings:\n{body}"


def header_of(source: str) -> str:
    """Give the first lines of a file that an import writes; `standing.MARK` knows it by them."""
    return (
        f"# yaml-language-server: $schema=../../{FOLDER}/meetings.json\n"
        f"# Imported from {source} with handrail import. Importing it again brings these meetings up to date.\n"
        "# Fields that the import does not fill in stay as you write them. Remarks below this line are not kept.\n"
    )


def record_text(record: Written, model: type[Record], indent: str = INDENT) -> str:
    """Give a record as an item of a list."""
    remark = textwrap.wrap(record.remark, WIDTH - len(indent) - 2, break_long_words=False, break_on_hyphens=False)
    lines = [f"{indent}# {line}" for line in remark]
    for number, line in enumerate(_fields(in_order(record.fields, model), WIDTH - len(indent) - 2)):
        start = "- " if number == 0 else INDENT
        lines.append(f"{indent}{start}{line}" if line else "")
    return "".join(f"{line}\n" for line in lines)


def in_order(fields: Mapping[str, Plain], model: type[Record]) -> dict[str, Plain]:
    """Sort fields as the model has them, at every level; fields it does not have come last."""
    names = [
        *(name for name in model.model_fields if name in fields),
        *(n for n in fields if n not in model.model_fields),
    ]
    return {name: _inner_order(name, fields[name]) for name in names}


def _inner_order(name: str, value: Plain) -> Plain:
    if name not in ORDERS:
        return value
    if isinstance(value, dict):
        return in_order(value, ORDERS[name])
    if isinstance(value, list):
        return [in_order(item, ORDERS[name]) if isinstance(item, dict) else item for item in value]
    return value


def _fields(fields: Mapping[str, Plain], width: int) -> Iterator[str]:
    for name, value in fields.items():
        key = (
            name
            if re.fullmatch(r"[A-Za-z][\w-]*", name) and scalar(name) == name
            else json.dumps(name, ensure_ascii=False)
        )
        yield from _field(key, name, value, width)


def _field(key: str, name: str, value: Plain, width: int) -> Iterator[str]:
    """Give the lines of one field, without indentation of their own."""
    if isinstance(value, str) and (name in PROSE or "\n" in value):
        yield from _prose(key, value, width)
        return
    has_records = isinstance(value, list) and any(isinstance(item, dict) for item in value)
    flow = "" if has_records else _flow(name, value)
    if isinstance(value, str) or (flow and len(key) + 2 + len(flow) <= width):
        yield f"{key}: {flow}"
        return
    yield f"{key}:"
    if isinstance(value, dict):
        inner = _translations(value, width - 2) if name in PROSE else _fields(value, width - 2)
        yield from (f"{INDENT}{line}" if line else "" for line in inner)
    elif isinstance(value, list):
        for item in value:
            yield from (f"{INDENT}{line}" if line else "" for line in _item(name, item, width - 4))


def _item(name: str, item: Plain, width: int) -> Iterator[str]:
    flow = _flow(name, item)
    if flow and len(flow) <= width:
        yield f"- {flow}"
    elif isinstance(item, dict):
        for number, line in enumerate(_fields(item, width)):
            yield f"{INDENT if number else '- '}{line}" if line else ""
    else:
        yield f"- {flow or json.dumps(item, ensure_ascii=False)}"


def _translations(texts: Mapping[str, Plain], width: int) -> Iterator[str]:
    for language, text in texts.items():
        if isinstance(text, str):
            yield from _prose(_word("", language), text, width)
        else:
            yield from _field(_word("", language), "", text, width)


def _prose(key: str, text: str, width: int) -> Iterator[str]:
    """Give a text: short on its line, long folded, of several lines as they are."""
    if "\n" not in text and (len(text) <= LONG or text != " ".join(text.split())):
        yield f"{key}: {_line(text)}"
        return
    if "\n" not in text:
        yield f"{key}: >-"
        wrapped = textwrap.wrap(text, width - 2, break_long_words=False, break_on_hyphens=False)
        yield from (f"{INDENT}{line}" for line in wrapped)
        return
    if any(line != line.strip() for line in text.split("\n")) or text != text.strip():
        yield f"{key}: {json.dumps(text, ensure_ascii=False)}"
        return
    yield f"{key}: |-"
    yield from (f"{INDENT}{line}" if line else "" for line in text.split("\n"))


def _line(text: str) -> str:
    """Give a text on one line as it is, or in quotes; blanks that somebody doubled stay."""
    if text != " ".join(text.split()):
        return json.dumps(text, ensure_ascii=False)
    return text if NUMBERED.fullmatch(text) or MAIL.fullmatch(text) else scalar(text)


def _word(name: str, text: str) -> str:
    if name in BARE_FIELDS and BARE.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False) if name in QUOTED_FIELDS else _line(text)


def _flow(name: str, value: Plain) -> str:
    """Give a value on one line; empty when it has parts that would not read well there."""
    if isinstance(value, str):
        return _word(name, value)
    if value is None:
        return '""'
    if isinstance(value, list):
        parts = _flow_parts([(name, item) for item in value])
        return f"[{', '.join(parts)}]" if parts is not None else ""
    parts = _flow_parts(list(value.items()))
    if parts is None or any(
        isinstance(item, dict) and len(item) > 1 and not _is_translated(item) for item in value.values()
    ):
        return ""
    keys = (_in_flow(_word("", key)) for key in value)
    pairs = (f"{key}: {part}" for key, part in zip(keys, parts, strict=True))
    return f"{{{', '.join(pairs)}}}"


def _is_translated(fields: Mapping[str, Plain]) -> bool:
    """Tell whether a group of fields is one text in several languages."""
    return all(LANGUAGE.fullmatch(name) for name in fields)


def _flow_parts(items: Sequence[tuple[str, Plain]]) -> list[str] | None:
    parts = []
    for name, item in items:
        part = _flow(name, item)
        if not part or (isinstance(item, str) and "\n" in item):
            return None
        parts.append(_in_flow(part) if isinstance(item, str) else part)
    return parts


def _in_flow(part: str) -> str:
    """Put a plain text in quotes where its own commas and brackets would part it."""
    return json.dumps(part, ensure_ascii=False) if part[:1] != '"' and FLOW_SIGNS.search(part) else part
