"""YAML as nodes that know their place, with every scalar as it was written.

PyYAML alone reads `19:30` as 1170 and `no` as false, keeps the last of two equal keys and forgets where anything
stood. Here it only parses; what a scalar means is decided by the field that declares it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

import yaml

from .plaintext import hidden_character
from .problems import Outcome, Problem, Related, Span
from .yamlsyntax import syntax_problem

Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_REPEATED = 10_000  # nodes that aliases may add; what stands in the file itself is bounded by its size
MAX_DEPTH = 40

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Location: TypeAlias = Sequence[str | int]

REMARK = re.compile(r"[ \t]*(#[^\s#].*)")
# YAML 1.1 ends a line at these signs, editors and browsers do not.
NO_LINE_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
PLAIN = (None, "")  # the styles of a scalar without quotes
BLOCKS = ("|", ">")
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(NamedTuple):
    """Text as written; `is_block` for the forms with `|` or `>`, whose text starts on the next line."""

    text: str
    span: Span
    is_plain: bool
    is_block: bool = False


class Items(NamedTuple):
    """A YAML sequence."""

    items: tuple["Node", ...]
    span: Span


class Fields(NamedTuple):
    """A YAML mapping: pairs in the order written, keys unique."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    span: Span


Node: TypeAlias = Scalar | Items | Fields


def read_yaml(path: str, text: str, first_line: int = 1) -> Outcome[Node | None]:
    """Read one YAML document; `first_line` is the file's line on which `text` starts.

    The value is `None` when the text is empty or could not be read. Problems: Y101 to Y104, Y108 to Y111.
    """
    control = hidden_character(path, text, first_line)
    if control:
        return Outcome(None, (control,))
    text = text.translate(NO_LINE_BREAKS)
    composer = _Composer(path, text, first_line)
    try:
        node = composer.document()
    except yaml.YAMLError as error:
        return Outcome(None, (*composer.problems, syntax_problem(path, text, first_line, error)))
    except _RefusedError as refusal:
        return Outcome(None, (*composer.problems, refusal.problem))
    return Outcome(node, tuple(composer.problems))


def to_plain(node: Node | None) -> Plain:
    """Give nested lists, dictionaries and text; a key whose value says nothing is left out.

    Editors in the browser write `key: ""` or `key: null` for fields nobody filled in.
    """
    if isinstance(node, Fields):
        values = {key.text: to_plain(value) for key, value in node.pairs}
        return {key: value for key, value in values.items() if value not in (None, "")}
    if isinstance(node, Items):
        return [to_plain(item) for item in node.items]
    if node is None or not node.text.strip() or (node.is_plain and node.text in NOTHING):
        return None
    return node.text


def find(node: Node, location: Location) -> Node:
    """Give the node at a location of keys and indexes, or the nearest one above it that exists."""
    for step in location:
        child: Node | None = None
        if isinstance(node, Fields):
            child = next((value for key, value in node.pairs if key.text == step), None)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            child = node.items[step]
        if child is None:
            break
        node = child
    return node


def find_key(node: Node, location: Location) -> Span:
    """Give the span of the key at the end of a location, or of the nearest value above it."""
    parent = find(node, location[:-1])
    if isinstance(parent, Fields):
        for key, _ in parent.pairs:
            if key.text == location[-1]:
                return key.span
    return find(node, location).span


class _RefusedError(Exception):
    """Carries the problem that ends the reading of one document; never leaves this module."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Composer:
    """Builds nodes from the parser's events, counting and checking on the way.

    PyYAML's own composer recurses in C: a line of ten thousand brackets ends the whole program.
    """

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.has_remarks = "#" in text
        self.offset = first_line
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=Loader))
        self.anchors: dict[str, tuple[Node, int, int]] = {}  # with the count of its nodes and of its levels
        self.deepest = 0
        self.count = self.repeated = 0
        self.problems: list[Problem] = []

    def document(self) -> Node | None:
        """Give the only document's node; `None` when there is none."""
        root = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    message = "a second line of --- starts another document here"
                    hint = "keep one document in the file: delete this line"
                    raise _RefusedError(Problem("Y101", self.span(event), message, hint))
                root = self.node(next(self.events), 0)
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self.aliased(event, depth)
        if not isinstance(event, yaml.NodeEvent):
            raise TypeError(f"the parser gave {event} where a value starts")
        before = self.count
        self.count += 1
        above, self.deepest = self.deepest, depth
        span = self.span(event)
        if depth > MAX_DEPTH:
            raise _too_deep(span)
        node = self.value(event, span, depth)
        if event.anchor:
            self.anchors[event.anchor] = (node, self.count - before, self.deepest - depth)
        self.deepest = max(self.deepest, above)
        return node

    def value(self, event: yaml.NodeEvent, span: Span, depth: int) -> Node:
        if getattr(event, "tag", None) is not None:
            message = "words that start with ! are not read in this file"
            raise _RefusedError(Problem("Y109", span, message, "put the value in quotes if it is meant as text"))
        if isinstance(event, yaml.ScalarEvent):
            style = event.style
            return Scalar(self.whole_value(event, span), span, style in PLAIN, style in BLOCKS)
        if isinstance(event, yaml.MappingStartEvent):
            return Fields(self.pairs(depth), span)
        return Items(self.items(depth), span)

    def whole_value(self, event: yaml.ScalarEvent, span: Span) -> str:
        """Give a scalar's text, with the `#1 tip` of `title: #1 tip` and the `#12` of `title: Meeting #12`.

        YAML takes a sign # behind a blank for the start of a remark.
        """
        if event.style not in PLAIN:
            hidden = hidden_character(self.path, event.value)
            if hidden:
                raise _RefusedError(Problem(hidden.code, span, hidden.message, hidden.hint))
            return event.value
        if not self.has_remarks:
            return event.value
        index, behind = span.line - self.offset, span.column - 1
        if event.value and event.end_mark is not None:
            index, behind = event.end_mark.line, event.end_mark.column
        remark = REMARK.match(self.lines[index], behind) if index < len(self.lines) else None
        if remark is None or (event.value and remark.start(1) == behind):
            return event.value
        place = Span(self.path, index + self.offset, remark.start(1) + 1, remark.end(1) + 1)
        message = f'YAML reads "{remark[1]}" as a remark, because it starts with #'
        self.problems.append(Problem("Y111", place, message, "put the value in quotes"))
        return f"{event.value} {remark[1]}".lstrip()

    def aliased(self, event: yaml.AliasEvent, depth: int) -> Node:
        span = self.span(event)
        if event.anchor not in self.anchors:
            message = "a star at the start of a value means a reference in YAML, and this one refers to nothing"
            raise _RefusedError(Problem("Y101", span, message, "put the value in quotes"))
        node, size, levels = self.anchors[event.anchor]
        if depth + levels > MAX_DEPTH:
            raise _too_deep(span)
        self.deepest = max(self.deepest, depth + levels)
        self.count += size
        self.repeated += size
        if self.repeated > MAX_REPEATED:
            message = "the references (&name and *name) in this file grow too large"
            raise _RefusedError(Problem("Y103", span, message, "write the values out where they are needed"))
        return node

    def items(self, depth: int) -> tuple[Node, ...]:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return tuple(items)

    def pairs(self, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                message = "a name with a value is expected here, not a list or a group"
                raise _RefusedError(Problem("Y101", key.span, message, "write name: value"))
            if key.text in pairs:
                self.problems.append(_repeated(key, pairs[key.text][0].span))
            else:
                pairs[key.text] = (key, value)
        return tuple(pairs.values())

    def span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Span(self.path, self.offset)
        if start.line >= len(self.lines):  # behind a last line that has no line end
            column = len(self.lines[-1]) + 1
            return Span(self.path, len(self.lines) - 1 + self.offset, column, column + 1)
        last = end.column + 1 if end.line == start.line else len(self.lines[start.line]) + 1
        return Span(self.path, start.line + self.offset, start.column + 1, max(last, start.column + 2))


def _too_deep(span: Span) -> _RefusedError:
    message = "the values here are nested too deeply to be meant"
    return _RefusedError(Problem("Y110", span, message, "use fewer levels of brackets"))


def _repeated(key: Scalar, first: Span) -> Problem:
    related = (Related(first, "first given here"),)
    message = f'"{key.text}" is given twice'
    return Problem("Y102", key.span, message, "keep the one you mean and delete the other", related)
