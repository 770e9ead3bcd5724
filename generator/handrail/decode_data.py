"""Pure: data files become entries: places, groups, help lines, meetings."""

from collections.abc import Iterator

from .digest import digest_bytes
from .kinds import BY_DATA_FILE, BY_DATA_FOLDER, BY_NAME
from .kinds.kind import Kind
from .kinds.meeting import Meeting
from .model import Entry, MentionAt
from .plaintext import text_of
from .problems import Outcome, Problem, Span, has_errors
from .schema import Record, validate
from .setting import Setting, unknown_words
from .sources import Source
from .spelling import did_you_mean
from .yamltree import Fields, Items, Node, Scalar, find, find_key, read_yaml

BUNDLED = "helplines/"  # where the data that comes with Handrail is said to lie


def decode_data(source: Source, setting: Setting) -> Outcome[tuple[Entry, ...]]:
    """Read a data file of records, such as places.yaml; records with mistakes are left out. Problems: Y, F, S, L108."""
    kind = _kind_of(source.path)
    if isinstance(kind, Problem):
        return Outcome((), (kind,))
    text, broken = text_of(source)
    node, problems = read_yaml(source.path, text) if text is not None else Outcome(None, broken)
    if node is None:
        return Outcome((), problems)
    records = _records(kind, node)
    if isinstance(records, Problem):
        return Outcome((), (*problems, records))
    entries: dict[str, Entry] = {}
    for item in records:
        entry, found = _entry(kind, item, setting)
        problems += found
        if entry and entry.id in entries:
            problems += (repeated(entry, entries[entry.id]),)
        elif entry:
            entries[entry.id] = entry
    return Outcome(tuple(entries.values()), problems)


def repeated(entry: Entry, first: Entry) -> Problem:
    """Say that two records have one id. Problems: F210."""
    word = entry.kind.id_field
    message = f'there are two records with the {word} "{entry.name}"'
    where = "in this file" if first.source == entry.source else f"in {first.source}"
    hint = f"give one of them another {word}; the first is {where}, on line {first.span.line}"
    return Problem("F210", entry.span, message, hint)


def _kind_of(path: str) -> Kind | Problem:
    name = path.removeprefix("content/")
    if name.startswith(BUNDLED):
        return BY_NAME["helpline"]
    kind = BY_DATA_FILE.get(name) or BY_DATA_FOLDER.get(name.partition("/")[0])
    if kind:
        return kind
    files = sorted((*BY_DATA_FILE, *(f"{folder}/….yaml" for folder in BY_DATA_FOLDER)))
    hint = did_you_mean(name, BY_DATA_FILE, f"data files are: {', '.join(files)}")
    return Problem("L108", Span(path), f'Handrail does not read a data file "{name}"', hint)


def _entry(kind: Kind, item: Node, setting: Setting) -> Outcome[Entry | None]:
    record, problems = validate(kind.model, item, item.span)
    if record is None:
        return Outcome(None, problems)
    problems += tuple(_faults(kind, record, item))
    if isinstance(record, Meeting):
        problems += tuple(unknown_words("type", record.types, setting.types, item))
    if has_errors(problems):
        return Outcome(None, problems)
    span = find(item, (kind.id_field,)).span
    if span == item.span:  # it has no id of its own: name the line of its first field
        span = find(item, ("name",)).span
    identity = f"{kind.section}/{getattr(record, 'id', '')}"
    mentions = tuple(MentionAt(m.kind, m.id, find(item, m.location).span) for m in kind.mentions(record))
    digest = digest_bytes(record.model_dump_json(exclude_defaults=True).encode())
    return Outcome(Entry(kind, identity, "", item.span.path, record, span, mentions=mentions, digest=digest), problems)


def _faults(kind: Kind, record: Record, item: Node) -> Iterator[Problem]:
    for fault in kind.faults(record):
        node = find(item, fault.location)
        span = node.span if isinstance(node, Scalar) else find_key(item, fault.location)
        yield Problem(fault.code, Span(span.path, span.line, span.column, span.end), fault.message, fault.hint)


def _records(kind: Kind, node: Node) -> tuple[Node, ...] | Problem:
    key = kind.data_key
    hint = f"start the file with {key}: and put each record below it, as - {kind.id_field}: …"
    if not isinstance(node, Fields):
        return Problem("Y107", node.span, f'this file needs "{key}:" with a list of records', hint)
    names = [name.text for name, _ in node.pairs]
    if kind.has_folder and key not in names and set(names) & set(kind.model.model_fields):
        return (node,)
    for name, value in node.pairs:
        if name.text != key:
            message = f'"{name.text}" is not expected here'
            return Problem("F201", name.span, message, did_you_mean(name.text, [key], hint))
        if isinstance(value, Items):
            return value.items
        if not (isinstance(value, Scalar) and not value.text):
            return Problem("F205", value.span, f'"{key}" should be a list of records', hint)
    return ()
