"""The shape of the code: layers, purity, sizes, registries. What a reader may rely on without looking."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

from handrail import checks, formats, kinds
from handrail.cli import COMMANDS
from handrail.codes import CODES
from hubs import REPOSITORY

PACKAGE = Path(kinds.__file__).parents[1]
MODULES = {
    ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip("."): file
    for file in sorted(PACKAGE.rglob("*.py"))
}
BESIDE_THE_PACKAGE = {
    file.relative_to(REPOSITORY).as_posix(): file
    for folder in ("tests", "tools")
    for file in sorted((REPOSITORY / folder).rglob("*.py"))
}

# From the ground up. A module may import from its own layer and from those before it, never from later ones.
LAYERS = (
    ("words", ("codes", "problems", "paths", "digest", "spelling", "texts", "telling", "colour", "parallel", "engine")),
    (
        "reading",
        (
            "sources",
            "plaintext",
            "zones",
            "recurrence",
            "rotation",
            "conference",
            "telephone",
            "meeting_types",
            "yamlsyntax",
            "yamltree",
            "fieldtypes",
            "timefields",
            "schema",
            "html_cleaning",
            "translation",
            "wording",
        ),
    ),
    (
        "model",
        ("kinds", "settings", "model", "pictures", "drawings", "photos", "views", "output", "freshness", "addresses"),
    ),
    (
        "decoding",
        (
            "places",
            "body_walk",
            "notes",
            "markdown",
            "setting",
            "decode_data",
            "decode",
            "contract",
            "decoded",
            "distress",
            "theme",
        ),
    ),
    (
        "linking",
        (
            "voice",
            "meetings",
            "rota",
            "history",
            "site",
            "references",
            "stand_ins",
            "menu",
            "link",
            "policy",
            "leaving",
            "discretion",
            "edition",
        ),
    ),
    ("publishing", ("formats", "pieces", "plan", "render", "assemble")),
    ("disk", ("load", "manifest", "memo", "write", "build", "making", "checks", "withholding", "json_schema", "why")),
    (
        "outside",
        ("reports", "reference_docs", "scaffold", "importers", "exporters", "watch", "serve", "cli", "", "__main__"),
    ),
)
LAYER_OF = {module: rank for rank, (_, modules) in enumerate(LAYERS) for module in modules}

# Libraries that are not ours, and the only modules that may know them.
LIBRARIES = {
    "yaml": {"yamltree", "yamlsyntax"},
    "pydantic": {
        "schema",
        "fieldtypes",
        "timefields",
        "settings",
        "kinds",
        "theme",
        "distress",
        "history",
        "json_schema",
        "reference_docs",
        "checks",
    },
    "pydantic_core": {"schema", "fieldtypes"},
    "jinja2": {"contract", "render"},
    "markdown": {"markdown", "notes"},
    "pymdownx": {"notes"},
    "nh3": {"html_cleaning"},
    "PIL": {"photos"},
    "segno": {"formats"},
    "typst": {"formats"},
    "babel": {"translation", "scaffold"},
    "rcssmin": {"theme"},
    "rjsmin": {"theme"},
    "icalendar": {"formats", "importers"},
    "click": {"cli", "reference_docs"},
    "rich": {"reports", "cli"},
    "watchdog": {"watch", "cli"},
    "livereload": {"serve", "watch"},
    "tornado": {"serve", "watch"},
    "markupsafe": {"views", "leaving", "edition", "render", "translation", "formats"},
}
TOUCHES_THE_WORLD = {
    "os", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "urllib.request", "http", "threading",
    "multiprocessing", "concurrent.futures", "webbrowser", "zoneinfo",
}  # fmt: skip
LOADS_LATE = {"cli", "parallel", "decoded", "markdown", "formats"}  # commands, process pools, pictures, notes
MAX_LINES = 300
MAX_FUNCTION = 50


def tree_of(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def top(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


def imports_of(module: str) -> Iterator[tuple[str, ast.stmt]]:
    """Give what a module imports: our own modules by their name in the package, others as `/name`."""
    package = module.split(".") if MODULES[module].name == "__init__.py" else module.split(".")[:-1]
    package = [part for part in package if part]
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from ((f"/{alias.name}", node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield f"/{node.module}", node
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1]
            stem = ".".join([*base, *([node.module] if node.module else [])])
            names = [f"{stem}.{alias.name}".strip(".") for alias in node.names]
            yield from ((name if name in MODULES else stem, node) for name in names)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_downwards_only(module: str) -> None:
    assert top(module) in LAYER_OF, f"give {top(module)} a place in LAYERS"
    own = LAYER_OF[top(module)]
    upwards = [name for name, _ in imports_of(module) if name[:1] != "/" and LAYER_OF[top(name)] > own]
    assert upwards == []


def test_no_module_imports_itself_through_others() -> None:
    graph = {module: {name for name, _ in imports_of(module) if name in MODULES} for module in MODULES}
    while leaves := {module for module, names in graph.items() if not names & graph.keys() - {module}}:
        graph = {module: names for module, names in graph.items() if module not in leaves}
    assert graph == {}


@pytest.mark.parametrize("module", MODULES)
def test_libraries_are_known_only_where_they_belong(module: str) -> None:
    strangers = set()
    for name, _ in imports_of(module):
        library = name.removeprefix("/").split(".")[0]
        if name.startswith("/") and library not in sys.stdlib_module_names | {"handrail"}:
            strangers |= {library} if top(module) not in LIBRARIES.get(library, set()) else set()
    assert strangers == set()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_that_touches_the_world_says_so(module: str) -> None:
    says_so = (ast.get_docstring(tree_of(module)) or "").startswith("I/O:") or top(module) in ("cli", "parallel", "")
    touched = {name.removeprefix("/") for name, _ in imports_of(module)} & TOUCHES_THE_WORLD
    reads = {
        node.attr
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Attribute) and node.attr in ("read_text", "read_bytes", "write_text", "write_bytes")
    }
    allowed = {"zoneinfo"} if module == "fieldtypes" else set()
    assert says_so or touched | reads <= allowed


@pytest.mark.parametrize("module", MODULES)
def test_functions_import_nothing_but_what_is_slow_to_load_and_seldom_needed(module: str) -> None:
    inner = [
        node
        for function in ast.walk(tree_of(module))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inner == [] or top(module) in LOADS_LATE


@pytest.mark.parametrize("file", [*MODULES.values(), *BESIDE_THE_PACKAGE.values()], ids=[*MODULES, *BESIDE_THE_PACKAGE])
def test_files_are_short(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_functions_are_short() -> None:
    lengths = {}
    for module in MODULES:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lengths[f"{module}.{node.name}"] = (node.end_lineno or node.lineno) - node.lineno + 1
    assert {name: length for name, length in lengths.items() if length > MAX_FUNCTION} == {}
    assert median(lengths.values()) <= 10
    assert quantiles(lengths.values(), n=10)[-1] <= 26


def test_every_file_of_a_registry_is_registered() -> None:
    def files(package: str) -> set[str]:
        return {name.split(".")[1] for name in MODULES if name.startswith(f"{package}.")}

    kind_files = {kind.model.__module__.split("kinds.")[1].split(".")[0] for kind in kinds.KINDS}
    assert files("kinds") == kind_files | {"page", "kind", "header", "contact"}
    format_files = {make.__module__.rsplit(".", 1)[1] for make in formats.FORMATS}
    assert files("formats") == format_files | {"shell", "cards", "tools", "open_hours"}
    registered = {check.__module__.rsplit(".", 1)[1] for check in checks.CHECKS}
    assert registered <= files("checks")
    assert {name.rstrip("_") for name in files("cli")} == set(COMMANDS) | {"common", "options"}


def test_every_code_is_used_and_every_used_code_is_explained() -> None:
    text = "".join(file.read_text(encoding="utf-8") for name, file in MODULES.items() if top(name) != "codes")
    assert set(re.findall(r'"([YLFMKTPCHSV]\d{3})"', text)) == set(CODES)


def test_nobody_catches_everything_but_the_command_line_and_the_preview() -> None:
    broad = [
        module
        for module in MODULES
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))
    ]
    assert sorted(broad) == ["cli", "watch"]
