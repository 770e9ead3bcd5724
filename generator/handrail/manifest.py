"""I/O: what the last build into a folder wrote, and from what. Losing it costs only time."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from .digest import digest_bytes
from .problems import Problem, problem_from_json, problem_to_json

VERSION = 1


class Written(NamedTuple):
    """A file that a build wrote: its key's parts, and what the file was when it was written.

    `digest` is that of its bytes; `size` and `modified` (nanoseconds) tell quickly whether it is still the same.
    """

    recipe: str
    view: str
    engine: str
    source: str
    made_by: str
    digest: str
    size: int
    modified: int


class Manifest(NamedTuple):
    """A build into one folder: `inputs` digests everything it started from, `problems` are what it reported."""

    inputs: str = ""
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, Written] = {}


def manifest_file(root: Path, output: Path) -> Path:
    """Give the file that remembers builds of a hub into an output folder."""
    name = digest_bytes(str(output.resolve()).encode())[:12]
    return root / ".handrail" / f"manifest-{name}.json"


def read_manifest(file: Path) -> Manifest | None:
    """Give what is remembered; `None` when there is nothing, or nothing that can be read."""
    try:
        data: Any = json.loads(file.read_bytes())
        if data["version"] != VERSION:
            return None
        files = {path: Written(*facts) for path, facts in data["files"].items()}
        return Manifest(data["inputs"], tuple(problem_from_json(item) for item in data["problems"]), files)
    except (OSError, ValueError, TypeError, LookupError):
        return None


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Remember a build."""
    data = {
        "version": VERSION,
        "inputs": manifest.inputs,
        "problems": [problem_to_json(problem) for problem in manifest.problems],
        "files": {path: _facts(written) for path, written in manifest.files.items()},
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_suffix(".tmp")
    temporary.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    temporary.replace(file)


def _facts(written: Written) -> list[str | int]:
    return [
        written.recipe,
        written.view,
        written.engine,
        written.source,
        written.made_by,
        written.digest,
        written.size,
        written.modified,
    ]
