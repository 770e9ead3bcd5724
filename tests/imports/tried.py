"""Imports into tiny hubs, for the tests: what was written and what was said."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from handrail.importers.run import ImportResult, import_file
from handrail.scaffold.refusal import Refusal
from hubs import write_hub

TODAY = date(2026, 11, 22)
SITE = "name: Riverside Circle\nurl: https://example.org/\ntimezone: America/New_York\n"
SAMPLES = Path(__file__).parent


class Tried(NamedTuple):
    """What an import wrote, by path, and its report."""

    files: dict[str, str]
    report: str

    @property
    def meetings(self) -> str:
        """The text of all files of meetings."""
        return "".join(text for path, text in self.files.items() if path.startswith("content/meetings/"))

    @property
    def places(self) -> str:
        """The text of places.yaml."""
        return self.files.get("content/places.yaml", "")

    @property
    def groups(self) -> str:
        """The text of groups.yaml."""
        return self.files.get("content/groups.yaml", "")

    @property
    def everything(self) -> str:
        """All YAML that was written."""
        return "".join(self.files.values())


def hub_in(root: Path, **files: str) -> Path:
    """Write a hub; a key such as `places` stands for content/places.yaml."""
    named = {f"content/{name.replace('__', '/')}.yaml": text for name, text in files.items()}
    return write_hub(root, {"site.yaml": SITE, **named})


def imported(root: Path, name: str, data: str | bytes, *, dry_run: bool = False) -> Tried:
    """Import a text into a hub, which is made if it is not there."""
    if not (root / "site.yaml").exists():
        hub_in(root)
    result = result_of(root, name, data, dry_run=dry_run)
    assert isinstance(result, ImportResult), result
    return Tried(data_files(root), "\n".join(result.lines))


def refused(root: Path, name: str, data: str | bytes) -> str:
    """Give what an import that must not work says; nothing may have been written by it."""
    if not (root / "site.yaml").exists():
        hub_in(root)
    before = data_files(root)
    result = result_of(root, name, data)
    assert isinstance(result, Refusal), result
    assert data_files(root) == before
    return f"{result.message}\n{result.hint}"


def result_of(root: Path, name: str, data: str | bytes, *, dry_run: bool = False) -> ImportResult | Refusal:
    """Write a text into a file beside the hub and import it."""
    file = root.parent / f"source-of-{root.name}" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
    return import_file(root, file, TODAY, dry_run=dry_run)


def data_files(root: Path) -> dict[str, str]:
    """Give the texts of a hub's data files, by path."""
    files = sorted((root / "content").rglob("*.yaml"))
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}


def records(*meetings: Mapping[str, object]) -> str:
    """Give Meeting Guide JSON; whatever a test does not care about is filled in."""
    usual: dict[str, object] = {
        "name": "Circle",
        "slug": "circle",
        "day": 2,
        "time": "19:00",
        "timezone": "America/New_York",
        "location": "Elm Street Hall",
        "formatted_address": "12 Elm Street, Anytown, NY 10000, USA",
    }
    return json.dumps([{**usual, **meeting} for meeting in meetings])
