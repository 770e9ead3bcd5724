"""Pure: what stands in a hub already: its meetings, places and groups, and which files an import wrote."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..kinds import BY_NAME
from ..kinds.kind import Kind
from ..kinds.meeting import Meeting
from ..plaintext import text_of
from ..problems import Problem, has_errors
from ..scaffold.refusal import Refusal
from ..schema import validate
from ..sources import Source
from ..yamltree import Fields, Items, Node, Plain, find, read_yaml, to_plain

FOLDER = "content/meetings/"
MARK = re.compile(r"^# Imported from (?P<source>.+) with handrail import\.", re.MULTILINE)

Record = dict[str, Plain]


class Standing(NamedTuple):
    """A meeting that the hub has: its slug, where it stands, and its fields as written."""

    slug: str
    path: str
    fields: Record


class MeetingFile(NamedTuple):
    """A file of meetings: `source` names the file it was imported from, empty for one that people wrote."""

    path: str
    text: str
    header: str
    source: str
    meetings: tuple[Standing, ...]


class Held(NamedTuple):
    """All that a hub has of what an import may add to; `pages` are the addresses that Markdown pages take."""

    meetings: tuple[MeetingFile, ...]
    places: tuple[Record, ...]
    groups: tuple[Record, ...]
    pages: frozenset[str]


def held(content: Iterable[Source]) -> Held | Refusal:
    """Read what a hub has; a data file that cannot be read stops the import, or records would be doubled."""
    content = tuple(content)
    files: list[MeetingFile] = []
    lists: dict[str, tuple[Record, ...]] = {}
    for source in content:
        kind = _kind(source.path)
        if kind is None:
            continue
        nodes = _nodes(source, kind)
        if isinstance(nodes, Refusal):
            return nodes
        if kind.model is Meeting:
            files.append(_file(source, nodes))
        else:
            lists[kind.name] = tuple(plain for node in nodes if isinstance(plain := to_plain(node), dict))
    pages = frozenset(s.path.removeprefix("content/").split(".")[0] for s in content if s.path.endswith(".md"))
    return Held(tuple(files), lists.get("place", ()), lists.get("group", ()), pages)


def _kind(path: str) -> Kind | None:
    name = path.removeprefix("content/")
    if not name.endswith((".yaml", ".yml")):
        return None
    if name == "meetings.yaml" or name.startswith("meetings/"):
        return BY_NAME["meeting"]
    return next((BY_NAME[kind] for kind in ("place", "group") if name == f"{kind}s.yaml"), None)


def _nodes(source: Source, kind: Kind) -> tuple[Node, ...] | Refusal:
    text, broken = text_of(source)
    node, problems = read_yaml(source.path, text) if text is not None else (None, broken)
    if has_errors(problems):
        return _unreadable(source.path, problems)
    if node is None:
        return ()
    records = find(node, (kind.data_key,))
    if isinstance(records, Items):
        return records.items
    if isinstance(node, Fields) and kind.data_key not in {key.text for key, _ in node.pairs}:
        return (node,)
    return ()


def _unreadable(path: str, problems: tuple[Problem, ...]) -> Refusal:
    first = problems[0]
    place = f" on line {first.span.line}" if first.span.line else ""
    return Refusal(f"{path} cannot be read{place}: {first.message}", "mend it first, so that nothing is imported twice")


def _file(source: Source, nodes: tuple[Node, ...]) -> MeetingFile:
    text = source.data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    header = "".join(f"{line}\n" for line in _leading_remarks(text))
    mark = MARK.search(header)
    meetings = tuple(_standing(source.path, node) for node in nodes)
    return MeetingFile(source.path, text, header, mark["source"] if mark else "", meetings)


def _leading_remarks(text: str) -> Iterable[str]:
    for line in text.split("\n"):
        if line.strip() and not line.startswith("#"):
            return
        yield line


def _standing(path: str, node: Node) -> Standing:
    plain = to_plain(node)
    fields = plain if isinstance(plain, dict) else {}
    slug = fields.get("slug")
    if not isinstance(slug, str):
        record, _ = validate(Meeting, node, node.span)
        slug = record.id if isinstance(record, Meeting) else ""
    return Standing(slug, path, fields)
