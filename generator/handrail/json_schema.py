"""Pure: JSON Schema files, with which editors help while somebody types; everything in them comes from the models."""

import json
import re

from pydantic import JsonValue

from .kinds import KINDS
from .kinds.kind import Kind
from .schema import Record
from .settings import SiteSettings
from .yamltree import Fields, Items, Node, read_yaml

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schemas"
NAMED_PARTS = ("properties", "$defs")  # below these stand names of fields and models, not words of JSON Schema
NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(\.\d+)?")
CONSTANTS: dict[str, JsonValue] = {"": None, "~": None, "null": None, "true": True, "false": False}  # YAML 1.2.2, 10.3

Schema = dict[str, JsonValue]


def schema_files() -> dict[str, str]:
    """Give every schema by its file name: site.yaml, the header of each kind of page, each data file."""
    schemas = {"site.json": _whole("site.yaml", SiteSettings)}
    for kind in KINDS:
        name = kind.data_key if kind.is_data else kind.name
        schemas[f"{name}.json"] = _data_file(kind) if kind.is_data else _whole(_header_title(kind), kind.model)
    return {name: f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n" for name, schema in schemas.items()}


def documents() -> dict[str, str]:
    """Give the YAML file or files of a hub that each schema is for, by its file name; headers are in no such file."""
    return {"site.json": "site.yaml"} | {f"{k.data_key}.json": _files(k) for k in KINDS if k.is_data}


def _files(kind: Kind) -> str:
    return f"content/{kind.data_key}/*.yaml" if kind.has_folder else f"content/{kind.data_key}.yaml"


def example_value(text: str) -> JsonValue:
    """Give an example as the data an editor sees: models write it as people write YAML."""
    node, _ = read_yaml("example", text)
    return _data(node) if node else text


def schema_of(model: type[Record]) -> Schema:
    """Give a model's JSON Schema, without the dialect and the title."""
    return _tidied(model.model_json_schema())


def _header_title(kind: Kind) -> str:
    return f"The header of {kind.model.label}"


def _whole(title: str, model: type[Record]) -> Schema:
    return {"$schema": DIALECT, "title": title, **schema_of(model)}


def _data_file(kind: Kind) -> Schema:
    """Give the schema of a file that holds a list of records below its one key, or in a folder also one record."""
    model = schema_of(kind.model)
    parts = model.pop("$defs", {})
    one: Schema = {"$ref": f"#/$defs/{kind.model.__name__}"}
    several: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            kind.data_key: {
                "description": f"{kind.title}, each behind a hyphen",
                "type": ["array", "null"],
                "items": one,
            }
        },
    }
    return {
        "$schema": DIALECT,
        "title": _files(kind),
        **({"anyOf": [several, one]} if kind.has_folder else several),
        "$defs": {kind.model.__name__: model, **(parts if isinstance(parts, dict) else {})},
    }


def _tidied(schema: Schema) -> Schema:
    """Leave out what pydantic makes of names and empty defaults; let plain numbers stand where a text is read."""
    tidy: Schema = {}
    for word, value in schema.items():
        if word in NAMED_PARTS and isinstance(value, dict):
            tidy[word] = {name: _part(part) for name, part in value.items()}
        elif word == "examples" and isinstance(value, list):
            tidy[word] = [example_value(str(example)) for example in value]
        elif word != "title" and not (word == "default" and _is_empty(value)):
            tidy[word] = [_part(item) for item in value] if isinstance(value, list) else _part(value)
    if tidy.get("type") == "string" and not {"enum", "const", "format", "pattern"} & set(tidy):
        tidy["type"] = ["string", "number"]  # Handrail reads 2024 as it is written, so an editor should not complain
    return tidy


def _part(value: JsonValue) -> JsonValue:
    return _tidied(value) if isinstance(value, dict) else value


def _is_empty(default: JsonValue) -> bool:
    return default is None or isinstance(default, list | dict)


def _data(node: Node) -> JsonValue:
    if isinstance(node, Fields):
        return {key.text: _data(value) for key, value in node.pairs}
    if isinstance(node, Items):
        return [_data(item) for item in node.items]
    if not node.is_plain:
        return node.text
    number = NUMBER.fullmatch(node.text)
    if number:
        return float(node.text) if number[1] else int(node.text)
    return CONSTANTS.get(node.text, node.text)
