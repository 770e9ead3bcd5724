"""Pure: the fields of site.yaml, of every kind of page and of every data file, from the models."""

from collections.abc import Iterable, Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic.fields import FieldInfo

from .. import fieldtypes, timefields
from ..kinds import KINDS
from ..kinds.contact import first_name
from ..kinds.header import Header
from ..kinds.kind import Kind
from ..kinds.meeting.record import dial_in
from ..kinds.rota import turn
from ..schema import PRIVATE, Record
from ..settings import SiteSettings
from ..spelling import listed
from .blocks import Words, doc, link, table

READ_BY: dict[object, Words] = {
    fieldtypes.text: ("text", "texts"),
    fieldtypes.line_of_text: ("text on one line", "texts"),
    fieldtypes.localised: ("text, or texts by language", "texts"),
    fieldtypes.day: ("date", "dates"),
    fieldtypes.coordinates: ("latitude and longitude", "pairs of latitude and longitude"),
    fieldtypes.repository: ("owner and name on GitHub", "repositories"),
    fieldtypes.yes_no: ("yes or no", "words yes or no"),
    fieldtypes.web_address: ("web address", "web addresses"),
    fieldtypes.email: ("e-mail address", "e-mail addresses"),
    fieldtypes.phone: ("telephone number", "telephone numbers"),
    dial_in: ("number to dial in", "numbers to dial in"),
    fieldtypes.colour: ("colour, in quotes", "colours"),
    fieldtypes.time_zone: ("time zone", "time zones"),
    fieldtypes.language: ("language code", "language codes"),
    fieldtypes.period: ("number of days, weeks, months or years", "stretches of time"),
    fieldtypes.slug: ("word that can stand in an address", "words that can stand in an address"),
    fieldtypes.site_path: ("old address of this site", "old addresses of this site"),
    timefields.clock: ("time of day, as `19:30`", "times of day"),
    timefields.weekdays: ("day of the week, a list of them, or `every day`", "days of the week"),
    timefields.repeats: ("`weekly`, `every 2 weeks`, or which of the month, as `first` or `[first, third]`", "rules"),
    timefields.occasion: ("date, with or without a time", "dates, with or without a time, as `2026-12-24 18:00`"),
    turn: ("number of meetings, or `month`", "numbers of meetings, or `month`"),
    first_name: ("first name, perhaps with an initial", "first names"),
}


def fields_page() -> Iterator[str]:
    """Give the page of every field that organizers can write."""
    described: set[type[Record]] = set()
    yield "# Fields"
    yield (
        "What `site.yaml`, the headers of pages and the data files can say. Write the field's name, a colon, a blank "
        "and the value; a list in brackets, or one item per line behind a hyphen; texts by language as "
        "`{en: Hello, es: Hola}`. `handrail schema` gives the same facts to editors."
    )
    yield "## site.yaml"
    yield from _model(SiteSettings, described)
    yield "## Every page"
    yield "Every Markdown file in `content/` starts with a header between two lines of `---`."
    yield from _model(Header, described)
    for kind in KINDS:
        yield from _kind(kind, described)


def _kind(kind: Kind, described: set[type[Record]]) -> Iterator[str]:
    if kind.model is Header:
        return
    yield f"## {kind.title}"
    if kind.is_data:
        also = f", or in any file in `content/{kind.data_key}/`" if kind.has_folder else ""
        alone = " A file in that folder can also hold one record alone." if kind.has_folder else ""
        yield f"Records in `content/{kind.data_key}.yaml`{also}, in a list below `{kind.data_key}:`.{alone}"
        yield from _model(kind.model, described)
        return
    own = [name for name in kind.model.model_fields if name not in Header.model_fields]
    besides = "and these:" if own else "and no others."
    yield f"Pages in `content/{kind.section}/`. They have the fields of {link('every page', 'Every page')}, {besides}"
    if own:
        yield from _model(kind.model, described, own)


def _model(model: type[Record], described: set[type[Record]], names: Iterable[str] = ()) -> Iterator[str]:
    """Describe a model's fields, and below them the groups of fields in it that were not described yet."""
    chosen = {name: model.model_fields[name] for name in names or model.model_fields}
    yield doc(model)
    head = ("Field", "What to write", "What it means", "For example", "Needed")
    yield table(head, (_field_row(name, field) for name, field in chosen.items()))
    for field in chosen.values():
        for part in _records_in(field.annotation):
            if part not in described:
                described.add(part)
                yield f"### {_heading(part)}"
                yield from _model(part, described)


def _heading(model: type[Record]) -> str:
    return f"Fields of {model.label}"


def _field_row(name: str, field: FieldInfo) -> tuple[str, ...]:
    example = f"`{name}: {field.examples[0]}`" if field.examples else ""
    is_private = field.json_schema_extra == PRIVATE
    meaning = f"{field.description}{' **(private)**' if is_private else ''}"
    return f"`{name}`", _written(field.annotation, field.metadata)[0], meaning, example, _needed(field)


def _needed(field: FieldInfo) -> str:
    if field.is_required():
        return "**yes**"
    default = field.default
    if isinstance(default, bool):
        return f"no, else {'yes' if default else 'no'}"
    return f"no, else `{default}`" if isinstance(default, str | int) else "no"


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)


def _written(annotation: Any, metadata: Iterable[Any] = ()) -> Words:
    """Say in words what a field's type reads."""
    said = [words for item in metadata if (words := _said_by(item))]
    origin, parts = get_origin(annotation), get_args(annotation)
    if said or origin is Annotated:
        return said[0] if said else _written(parts[0], annotation.__metadata__)
    if origin in (Union, UnionType):
        found = [_written(part) for part in parts if part is not NoneType]
        return " or ".join(one for one, _ in found), " or ".join(several for _, several in found)
    if origin is tuple:
        return f"list of {_written(parts[0])[1]}", f"lists of {_written(parts[0])[1]}"
    if isinstance(annotation, type) and issubclass(annotation, Record):
        group = link(_heading(annotation).lower(), _heading(annotation))
        return f"the {group}", f"items, each with the {group}"
    constants = listed(f"`{part}`" for part in parts) if origin is Literal else ""
    return constants or "value", constants or "values"


def _said_by(item: Any) -> Words | None:
    """Say what a validator or a schema beside a type tells about it; `None` when nothing."""
    if isinstance(item, PlainValidator):
        return READ_BY.get(item.func)
    if isinstance(item, BeforeValidator) and item.json_schema_input_type is not Any:
        return _written(item.json_schema_input_type)
    schema = item.json_schema if isinstance(item, WithJsonSchema) and item.json_schema else {}
    if "enum" in schema:
        choice = listed(f"`{word}`" for word in schema["enum"])
        return choice, f"words, each {choice}"
    if schema.get("type") == "integer":
        limits = f" from {schema['minimum']} to {schema['maximum']}" if "minimum" in schema else ""
        return f"whole number{limits}", f"whole numbers{limits}"
    return None
