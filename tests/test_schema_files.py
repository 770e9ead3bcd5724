"""The schemas with which editors help: what they accept, what they refuse, and how they are written."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handrail.json_schema import example_value, schema_files
from handrail.kinds import KINDS
from hubs import REPOSITORY, Answer, run, tree, write_hub

SCHEMAS: dict[str, Any] = {name: json.loads(text) for name, text in schema_files().items()}
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def accepts(schema: dict[str, Any], value: Any, whole: dict[str, Any]) -> bool:
    """Tell whether a schema accepts a value: as much of JSON Schema 2020-12 as ours use."""
    if "$ref" in schema:
        return accepts(whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, whole)
    if "anyOf" in schema:
        return any(accepts(option, value, whole) for option in schema["anyOf"])
    types = schema.get("type", list(TYPES))
    kinds = [kind for name in ([types] if isinstance(types, str) else types) for kind in TYPES[name]]
    return (
        (isinstance(value, tuple(kinds)) or "enum" in schema)
        and value in schema.get("enum", [value])
        and value == schema.get("const", value)
        and (not isinstance(value, str) or re.search(schema.get("pattern", ""), value) is not None)
        and (not isinstance(value, int) or schema.get("minimum", value) <= value <= schema.get("maximum", value))
        and (not isinstance(value, list) or _accepts_items(schema, value, whole))
        and (not isinstance(value, dict) or _accepts_fields(schema, value, whole))
    )


def _accepts_items(schema: dict[str, Any], items: list[Any], whole: dict[str, Any]) -> bool:
    fits = schema.get("minItems", 0) <= len(items) <= schema.get("maxItems", len(items))
    return fits and all(accepts(schema["items"], item, whole) for item in items)


def _accepts_fields(schema: dict[str, Any], fields: dict[str, Any], whole: dict[str, Any]) -> bool:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    if isinstance(others, bool):
        others = {} if others else {"enum": []}
    named = all(name in fields for name in schema.get("required", ()))
    return named and all(accepts(known.get(name, others), value, whole) for name, value in fields.items())


def is_valid(name: str, text: str) -> bool:
    return accepts(SCHEMAS[name], example_value(text), SCHEMAS[name])


def objects_in(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "properties" in schema and isinstance(schema["properties"], dict) and schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects_in(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects_in(part)


def test_the_committed_schemas_are_what_the_models_say() -> None:
    committed = {name: data.decode() for name, data in tree(REPOSITORY / "schemas").items()}
    assert committed == schema_files(), "run: PYTHONPATH=generator python tools/write_reference.py"


def test_site_yaml_and_every_kind_have_a_schema() -> None:
    kinds = {kind.data_key if kind.is_data else kind.name for kind in KINDS}
    assert set(SCHEMAS) == {"site.json", *(f"{name}.json" for name in kinds)}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_names_its_dialect_and_no_object_takes_unknown_fields(name: str) -> None:
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {part["additionalProperties"] for part in objects_in(SCHEMAS[name])} == {False}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_says_what_it_means_and_its_examples_fit(name: str) -> None:
    fields = [item for part in objects_in(SCHEMAS[name]) for item in part["properties"].items()]
    assert [field for field, schema in fields if not schema.get("description")] == []
    unfit = [(field, e) for field, s in fields for e in s.get("examples", ()) if not accepts(s, e, SCHEMAS[name])]
    assert unfit == []


def test_the_sample_hub_fits_its_schemas() -> None:
    assert is_valid("site.json", (REPOSITORY / "site.yaml").read_text(encoding="utf-8"))
    sections = {kind.section: kind.name for kind in KINDS if not kind.is_data}
    for page in (REPOSITORY / "content").rglob("*.md"):
        folder = page.parent.relative_to(REPOSITORY / "content").as_posix()
        kind = "page" if page.name.startswith("index.") else sections.get(folder, "page")
        header = page.read_text(encoding="utf-8").split("---\n")[1]
        assert is_valid(f"{kind}.json", header), page


def test_the_bundled_help_lines_fit_their_schema() -> None:
    for file in (REPOSITORY / "generator/handrail/reference/helplines").glob("*.yaml"):
        assert is_valid("helplines.json", file.read_text(encoding="utf-8")), file


@pytest.mark.parametrize(
    "header",
    [
        "title: Sleep\nneeds: [cannot-sleep]\nminutes: 10\nformat: exercise\ndraft: yes\n",
        "title: 2024\nsummary:\nsources: [{title: Sleep, year: 2024}]\n",
    ],
)
def test_a_header_that_handrail_reads_is_accepted(header: str) -> None:
    assert is_valid("resource.json", header)


@pytest.mark.parametrize(
    "header",
    [
        "titel: Sleep\n",
        "title: Sleep\nminutes: 0\n",
        "title: Sleep\nminutes: ten\n",
        "title: Sleep\nformat: excercise\n",
        "title: Sleep\ntopics: sleep\n",
        "title: Sleep\nreviewed: 3/4/26\n",
        "title: Sleep\nreview_every: a year\n",
        "title: Sleep\nsources: [{by: NHS}]\n",
        "title: Sleep\nimage: {src: a.jpg, credit: Ana}\n",
    ],
)
def test_a_header_that_handrail_refuses_is_refused(header: str) -> None:
    assert not is_valid("resource.json", header)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10", 10),
        ("-1.5", -1.5),
        ('"988"', "988"),
        ("2026-11-15", "2026-11-15"),
        ("19:30", "19:30"),
        ("yes", "yes"),
        ("007", "007"),
        ("{draft: true, image: , alt: ~, title: '~'}", {"draft": True, "image": None, "alt": None, "title": "~"}),
        ("[{minutes: 5, title: Welcome}]", [{"minutes": 5, "title": "Welcome"}]),
        ("Use the side door.", "Use the side door."),
    ],
)
def test_examples_become_the_data_that_an_editor_sees(text: str, value: object) -> None:
    assert example_value(text) == value


def test_a_hub_gets_its_schemas_once(tmp_path: Path) -> None:
    hub = write_hub(tmp_path, {"schemas/own.json": "{}", "schemas/site.json": "old"})
    count = len(SCHEMAS)
    first = f"{count} of {count} files in schemas/ were written; the others were up to date.\n"
    assert run(hub, "schema").output.startswith(first)
    assert tree(hub / "schemas") == {"own.json": b"{}"} | {n: text.encode() for n, text in schema_files().items()}
    assert run(hub, "schema").output.startswith(f"0 of {count} files in schemas/ were written;")


def test_the_command_says_how_editors_find_the_schemas(tmp_path: Path) -> None:
    said = run(write_hub(tmp_path, {}), "schema").output.partition("\n\n")[2]
    assert said == (
        "An editor with the YAML language server finds a schema by the first line of the file. In site.yaml:\n"
        "\n"
        "  # yaml-language-server: $schema=schemas/site.json\n"
        "\n"
        "and in content/places.yaml:\n"
        "\n"
        "  # yaml-language-server: $schema=../schemas/places.json\n"
        "\n"
        "In VS Code, install the extension YAML (redhat.vscode-yaml). One setting in .vscode/settings.json then does\n"
        "for all files what these lines do for one:\n"
        "\n"
        "  {\n"
        '    "yaml.schemas": {\n'
        '      "./schemas/site.json": "site.yaml",\n'
        '      "./schemas/meetings.json": "content/meetings/*.yaml",\n'
        '      "./schemas/places.json": "content/places.yaml",\n'
        '      "./schemas/groups.json": "content/groups.yaml",\n'
        '      "./schemas/rota.json": "content/rota.yaml",\n'
        '      "./schemas/helplines.json": "content/helplines.yaml"\n'
        "    }\n"
        "  }\n"
        "\n"
        "The other files, such as resource.json, describe the headers of pages, for editors that check those.\n"
    )


def test_a_folder_that_is_no_hub_gets_no_schemas(tmp_path: Path) -> None:
    said = "there is no site.yaml in this folder, so it is not a hub; name the hub's with --root"
    usage = "Usage: handrail schema [OPTIONS]\nTry 'handrail schema --help' for help.\n\nError: "
    assert run(tmp_path, "schema") == Answer(2, f"{usage}{said}\n")
    assert tree(tmp_path) == {}
