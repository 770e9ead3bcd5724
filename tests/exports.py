"""Exports of tiny hubs for the tests, and hubs as their records say them."""

from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from handrail.assemble import Request, assemble
from handrail.cli.export import command
from handrail.decode_data import decode_data
from handrail.decoded import Row
from handrail.exporters import EXPORTERS
from handrail.exporters.stock import stock
from handrail.importers.standing import Held, held
from handrail.load import load
from handrail.meeting_types import TYPES
from handrail.setting import Setting
from hubs import write_hub
from imports.tried import TODAY, Tried, imported

UNSET = {"SOURCE_DATE_EPOCH": None, "GITHUB_ACTIONS": None}
LAYOUTS = tuple(EXPORTERS)
MEMO: dict[str, Row] = {}


def run_export(root: Path, layout: str, *arguments: str) -> Result:
    """Run the command as people do."""
    words = ["--to", layout, "--root", str(root), "--today", TODAY.isoformat(), *arguments]
    return CliRunner(env=UNSET).invoke(command, words, prog_name="handrail export", catch_exceptions=False)


def exported(root: Path, layout: str, *, with_private: bool = False) -> bytes:
    """Give the bytes of an export; what was decoded once is remembered for all tests."""
    hub = load(root, TODAY)
    assembly = assemble(hub, MEMO, "", Request())
    MEMO.update(assembly.new_rows)
    written = held(hub.content)
    assert assembly.edition, assembly.problems
    assert isinstance(written, Held)
    return EXPORTERS[layout](stock(assembly.edition, assembly.records, written, with_private=with_private))


def moved(root: Path, layout: str, to: Path, *, with_private: bool = False) -> Tried:
    """Export a hub and import it into an empty one with the same settings."""
    write_hub(to, {"site.yaml": (root / "site.yaml").read_text(encoding="utf-8")})
    return imported(to, f"moved.{layout}", exported(root, layout, with_private=with_private))


def records_of(root: Path) -> dict[str, Any]:
    """Give all records that an export holds, as a build decodes them, by their ids; a rota is none of them."""
    types = (*TYPES, "walking")
    found: dict[str, Any] = {}
    for source in load(root, TODAY).content:
        if source.path.endswith(".yaml") and source.path != "content/rota.yaml":
            entries, problems = decode_data(source, Setting(("en", "es"), {}, types=types))
            assert [p for p in problems if p.severity == "error"] == []
            found |= {entry.id: entry.record for entry in entries}
    return found
