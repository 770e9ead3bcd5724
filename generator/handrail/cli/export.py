"""`handrail export`."""

import sys
from datetime import date
from pathlib import Path

import click

from ..build import BuildRequest
from ..exporters import EXPORTERS
from ..exporters.stock import Stock, stock
from ..importers.standing import held
from ..load import load
from ..making import assembly_of
from ..problems import has_errors, in_order
from ..scaffold.refusal import Refusal
from ..spelling import listed
from .common import PROBLEMS, tell
from .options import root_option, this_day, today_option

NOTHING = "there are no meetings in this hub, so there is nothing to export"


@click.command("export")
@click.option("--to", "layout", type=click.Choice(list(EXPORTERS)), required=True, help="The layout to write.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file.  [default: show it]")
@click.option("--with-private", is_flag=True, help="Keep contacts, passcodes and homes, for Handrail only.")
@root_option
@today_option
def command(*, layout: str, output: Path | None, with_private: bool, root: Path, today: date | None) -> None:
    """Write all meetings for other systems, with a part from which `handrail import` gives the same again.

    csv is a table for spreadsheets and the 12 Step Meeting List plugin, json is Meeting Guide JSON, ics a calendar.
    What is private is left out; with --with-private it stands in the part for Handrail, never in the rest. What was
    left out is said on standard error.
    """
    found = _stock(root, this_day(today), with_private=with_private)
    if not found.items:
        raise click.ClickException(NOTHING)
    data = EXPORTERS[layout](found)
    if output is None:
        click.echo(data, nl=False)
    else:
        _write(output, data)
    for line in _said(found):
        click.echo(line, err=True)


def _stock(root: Path, today: date, *, with_private: bool) -> Stock:
    """Give what a hub has; one with errors ends here with its problems, as a build does."""
    hub = load(root, today)
    assembly = assembly_of(hub, BuildRequest(root, today))
    if assembly.edition is None or has_errors(assembly.problems):
        tell(in_order(assembly.problems), "terminal", root)
        click.echo("Nothing is exported: mend the errors first.", err=True)
        sys.exit(PROBLEMS)
    written = held(hub.content)
    if isinstance(written, Refusal):
        raise click.ClickException(f"{written.message}\n{written.hint}")
    return stock(assembly.edition, assembly.records, written, with_private=with_private)


def _write(file: Path, data: bytes) -> None:
    """Put a whole file in place, or leave what was there."""
    fresh = file.with_name(f".{file.name}.tmp")
    try:
        fresh.write_bytes(data)
        fresh.replace(file)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        reason = (error.strerror or str(error)).lower()
        raise click.ClickException(f'"{file}" cannot be written: {reason}') from None


def _said(found: Stock) -> list[str]:
    """Say what is in the export and what is not."""
    lines = [f"Exported: {_number(len(found.items), ('meeting', 'meetings'))}."]
    if found.withheld:
        parts = listed((_number(count, words) for words, count in sorted(found.withheld.items())), "and")
        lines.append(f"Left out because it is private: {parts}. With --with-private, the part for Handrail keeps it.")
    return lines


def _number(count: int, words: tuple[str, str]) -> str:
    return f"{count} {words[count != 1]}"
