"""The one schema: models say what a field is; here a YAML node becomes a record, or problems with their places."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from .plaintext import text_of
from .problems import Outcome, Problem, Span
from .sources import Source
from .spelling import did_you_mean, nearest
from .yamltree import Fields, Items, Location, Node, Scalar, find, find_key, read_yaml, to_plain

PRIVATE: dict[str, Any] = {"private": True}


class Record(BaseModel):
    """The base of every model: unknown keys are refused here, for all of them, and values never change."""

    # A model is built when the first record is read: most builds remember all records of most kinds.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    label: ClassVar[str] = "a record"

    @property
    def kept_back(self) -> frozenset[str]:
        """The fields that its other fields keep off the site, beside those declared `private`."""
        return frozenset()

    @property
    def secrets(self) -> tuple[tuple[str, str], ...]:
        """Parts of published fields that must not be published, each with the field's name."""
        return ()


AnyRecord = TypeVar("AnyRecord", bound=Record)


def private(description: str) -> Any:
    """Declare an optional field whose value must never appear in an output; the privacy check reads this."""
    return Field(default=None, description=description, json_schema_extra=PRIVATE)


def read_record(source: Source, model: type[AnyRecord]) -> Outcome[tuple[AnyRecord, Node] | None]:
    """Read a YAML file that is one record, such as site.yaml; its node tells where things stand. Problems: Y, F."""
    text, unreadable = text_of(source)
    if text is None:
        return Outcome(None, unreadable)
    node, syntax = read_yaml(source.path, text)
    if node is None and syntax:
        return Outcome(None, syntax)
    node = node or Fields((), Span(source.path, 1))
    record, mistakes = validate(model, node, node.span)
    return Outcome((record, node) if record else None, (*syntax, *mistakes))


def validate(model: type[AnyRecord], node: Node | None, whole: Span) -> Outcome[AnyRecord | None]:
    """Make a record from a node; `whole` is the place to name when there is no node at all.

    All mistakes come at once. Problems: F201 to F206, F208, and those of the fields' own types.
    """
    if node is None:
        node = Fields((), whole)
    if not isinstance(node, Fields):
        message = f"{model.label} is written as names with values, one per line, not as {_shape(node)}"
        hint = "write name: value, with a colon and a blank between"
        if isinstance(node, Scalar) and not node.text:
            message, hint = f"{model.label} is expected here, and there is nothing", "write it, or delete the dash"
        return Outcome(None, (Problem("Y107", node.span, message, hint),))
    try:
        return Outcome(model.model_validate(to_plain(node)))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        return Outcome(None, tuple(_problem(model, node, detail) for detail in _without_cascades(details)))


def record_in(model: type[AnyRecord], plain: object) -> AnyRecord | None:
    """Make a record of plain values that have no place in a file; `None` when there is a mistake in them."""
    try:
        return model.model_validate(plain)
    except ValidationError:
        return None


def _without_cascades(details: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Leave out fields that are missing only because their name was misspelt: one mistake, one problem."""
    unknown: dict[Location, list[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            unknown.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    for detail in details:
        misspelt = unknown.get(detail["loc"][:-1], ()) if detail["type"] == "missing" else ()
        if not any(nearest(name, [str(detail["loc"][-1])]) for name in misspelt):
            yield detail


def _problem(model: type[Record], root: Node, detail: ErrorDetails) -> Problem:
    # Steps that start with = are the names pydantic gives to the choices of a field; nobody wrote them.
    location: Location = tuple(step for step in detail["loc"] if not str(step).startswith("="))
    owner = _model_at(model, location[:-1])
    name = str(location[-1]) if location else ""
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(owner, root, location, name)
    if kind == "missing":
        span = _head(find(root, location[:-1]).span)
        return Problem("F202", span, f'{owner.label} needs "{name}"', _how_to_write(owner, name))
    context = detail.get("ctx", {})
    if "sentence" in context:
        span = find(root, (*location, context["field"])).span
        return Problem(kind, _head(span), f"{owner.label} {context['sentence']}", context["hint"])
    node = find(root, location)
    if kind in ("model_type", "list_type", "tuple_type", "dict_type", "model_attributes_type"):
        depth = max((i for i, step in enumerate(location) if isinstance(step, str)), default=0)
        hint = _how_to_write(_model_at(model, location[:depth]), str(location[depth]))
        return Problem("F205", node.span, f"{_named(location)} should be {_expected_shape(kind)}", hint)
    code = kind if kind[1:].isdigit() else "F203"
    expected = context.get("expected", detail["msg"])
    return Problem(code, node.span, f"{_named(location)} should be {expected}{_but_is(node)}", context.get("hint", ""))


def _unknown_key(owner: type[Record], root: Node, location: Location, name: str) -> Problem:
    known = sorted(owner.model_fields)
    hint = did_you_mean(name, known, f"{owner.label} can have: {', '.join(known)}")
    return Problem("F201", find_key(root, location), f'"{name}" is not a field of {owner.label}', hint)


def _model_at(model: type[Record], location: Location) -> type[Record]:
    """Follow a location through the fields' types to the model that holds its last step."""
    for step in location:
        field = model.model_fields.get(step) if isinstance(step, str) else None
        inner = next(_models_in(field), None) if field else None
        model = inner or model
    return model


def _models_in(field: FieldInfo) -> Iterator[type[Record]]:
    """Give the record types a field can hold, whether alone, optional or in a list."""
    waiting = [field.annotation]
    while waiting:
        candidate = waiting.pop()
        if isinstance(candidate, type) and issubclass(candidate, Record):
            yield candidate
        waiting.extend(get_args(candidate))


def _how_to_write(model: type[Record], name: str) -> str:
    field = model.model_fields.get(name)
    examples = field.examples if field else None
    return f"write it as in {name}: {examples[0]}" if examples else f"add {name}: and its value"


def _named(location: Sequence[str | int]) -> str:
    """Give a field's name as people count: `steps → 2 → minutes` for the second step."""
    steps = [str(step + 1) if isinstance(step, int) else step for step in location]
    return f'"{" → ".join(steps)}"'


def _but_is(node: Node) -> str:
    if not isinstance(node, Scalar) or not node.text:
        return ""
    text = " ".join(node.text.split())
    return f', not "{text[:60]}{"…" if len(text) > 60 else ""}"'  # noqa: PLR2004  # what fits on a line


def _shape(node: Node) -> str:
    return "a list" if isinstance(node, Items) else "a text"


def _expected_shape(kind: str) -> str:
    return "a list, such as [one, two]" if kind in ("list_type", "tuple_type") else "a group of names with values"


def _head(span: Span) -> Span:
    """Shorten a span to where it starts: a missing field has no place of its own."""
    return Span(span.path, span.line, span.column)
