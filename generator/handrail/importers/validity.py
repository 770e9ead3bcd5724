"""Pure: what an import writes is read as a build would read it; a field that would be a mistake is left out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..codes import Severity
from ..decode_data import decode_data
from ..kinds.kind import Kind
from ..problems import Problem, Span
from ..setting import Setting
from ..sources import Source
from ..yamltree import Fields, Items, Node, Plain, find, read_yaml
from .cleaning.when import UNKNOWN_PLACE
from .losses import DRAFT, DROPPED, Account
from .writing import Written, record_text

MOST_ROUNDS = 20
# What cannot be left out: without the last, a home would be shown.
NEEDED = frozenset((("name",), ("slug",), ("id",), ("private_venue",)))
LISTS = frozenset(("changes", "links", "dates"))
TIMES = frozenset(("day", "time", "end_time", "minutes", "repeats", "starts", "ends", "dates", "changes"))
# What makes a draft of a meeting that happens at no time, or nowhere.
DRAFTS: dict[str, dict[str, Plain]] = {
    "S905": {"by_appointment": "yes", "draft": "yes"},
    "S907": {"place": {"name": UNKNOWN_PLACE}, "draft": "yes"},
}
PRIVATE = frozenset(("contact", "phone", "email", "passcode", "url"))

Path = tuple[str | int, ...]


class Valid(NamedTuple):
    """A record that reads without a mistake, or `None`, and the last mistake found."""

    fields: dict[str, Plain] | None
    problem: Problem | None = None


def mended(
    fields: dict[str, Plain], kind: Kind, setting: Setting, account: Account, old: Mapping[str, Plain] | None = None
) -> Valid:
    """Leave out of a record, one by one, what a build would call an error, and say so.

    Mistakes that people made in the `old` record are theirs to mend, and a build tells them.
    """
    known = {problem.message for problem in _errors(_source(old, kind), setting)} if old else set()
    problem: Problem | None = None
    for _ in range(MOST_ROUNDS):
        source = _source(fields, kind)
        problem = next((error for error in _errors(source, setting) if error.message not in known), None)
        if problem is None:
            return Valid(fields)
        path = _path_in(source, kind, problem.span)
        if path[:1] in NEEDED or not path:
            draft = DRAFTS.get(problem.code)
            if draft is None or draft.items() <= fields.items():
                return Valid(None, problem)
            fields = {name: value for name, value in fields.items() if name not in TIMES or "place" in draft} | draft
            account.say(DRAFT, "the record", problem.message)
            continue
        path = path[:2] if path[0] in LISTS else path
        fields = _without(fields, path)
        account.say(DROPPED, " → ".join(_names(path)), _reason(problem, path))
    return Valid(None, problem)


def _source(fields: Mapping[str, Plain], kind: Kind) -> Source:
    text = f"{kind.data_key}:\n{record_text(Written(fields), kind.model)}"
    return Source(f"content/{kind.data_key}.yaml", text.encode())


def _errors(source: Source, setting: Setting) -> list[Problem]:
    _, problems = decode_data(source, setting)
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def _reason(problem: Problem, path: Path) -> str:
    """Say what was wrong, without the value where it may be private."""
    words = problem.message.split(', not "')[0] if PRIVATE & {str(step) for step in path} else problem.message
    return f"would be a mistake: {words}"


def _path_in(source: Source, kind: Kind, span: Span) -> Path:
    """Give the place in the record at which a problem was found."""
    node, _ = read_yaml(source.path, source.data.decode())
    record = find(node, (kind.data_key, 0)) if node else None
    found = [path for path, place in _places(record, ()) if (place.line, place.column) == (span.line, span.column)]
    return max(found, key=len, default=())


def _places(node: Node | None, above: Path) -> Iterator[tuple[Path, Span]]:
    if isinstance(node, Fields):
        for key, value in node.pairs:
            yield (*above, key.text), key.span
            yield from _places(value, (*above, key.text))
    elif isinstance(node, Items):
        for number, item in enumerate(node.items):
            yield (*above, number), item.span
            yield from _places(item, (*above, number))
    if node is not None and above:
        yield above, node.span


def _without(value: dict[str, Plain], path: Path) -> dict[str, Plain]:
    """Leave out the value at a path, and the groups and lists that become empty by it."""
    kept = {key: item for key, item in value.items() if key != path[0]}
    rest = _pruned(value.get(str(path[0])), path[1:])
    if not rest:
        return kept
    return {key: rest if key == path[0] else item for key, item in value.items()}


def _pruned(value: Plain, path: Path) -> Plain:
    if isinstance(value, dict) and path:
        return _without(value, path)
    if isinstance(value, list) and len(path) == 1:
        return [item for number, item in enumerate(value) if number != path[0]]
    return None


def _names(path: Path) -> tuple[str, ...]:
    return tuple(str(step + 1) if isinstance(step, int) else step for step in path)
