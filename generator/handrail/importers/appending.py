"""Pure: records behind those that a data file has; its own bytes stay as they are."""

from collections.abc import Sequence

from ..decode_data import decode_data
from ..kinds.kind import Kind
from ..scaffold.entry import data_file_start
from ..scaffold.refusal import Refusal
from ..setting import Setting
from ..sources import Source
from ..yamltree import Fields, Items, read_yaml
from .standing import Record
from .writing import Written, record_text


def appended(kind: Kind, old: Source | None, records: Sequence[Record], setting: Setting) -> bytes | Refusal:
    """Give the bytes of a data file with records behind it, in its own way of ending and indenting lines."""
    path = f"content/{kind.data_key}.yaml"
    held = old.data if old else b""
    newline = "\r\n" if b"\r\n" in held else "\n"
    is_empty = not held.strip()
    indent = _indent(path, held)
    texts = [record_text(Written(record), kind.model, indent) for record in records]
    start = data_file_start(kind) if is_empty else "\n"
    gap = newline if held and not held.endswith(b"\n") else ""
    new = (start + "\n".join(texts)).replace("\n", newline)
    data = held + f"{gap}{new}".encode()
    before, after = (decode_data(Source(path, part), setting) for part in (held, data))
    is_spoiled = len(after.problems) != len(before.problems) or len(after.value) != len(before.value) + len(records)
    if is_spoiled and not is_empty:
        hint = f"let it end with the list, {kind.data_key}: and below it each record behind a hyphen"
        return Refusal(f"nothing can be added behind what {path} holds", hint)
    return data


def _indent(path: str, data: bytes) -> str:
    """Give the blanks that stand before the hyphens of a data file's list."""
    node, _ = read_yaml(path, data.decode("utf-8-sig", errors="replace"))
    lists = [value for _, value in node.pairs if isinstance(value, Items)] if isinstance(node, Fields) else []
    return " " * (lists[0].span.column - 1) if lists else "  "
