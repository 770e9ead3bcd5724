"""`handrail import`."""

import sys
from datetime import date
from pathlib import Path

import click

from ..importers import READERS
from ..importers.run import import_file
from ..scaffold.refusal import Refusal
from ..spelling import listed
from .common import PROBLEMS
from .options import root_option, this_day, today_option

HELP = f"""Read the meetings of another system into the hub, and say what could not be kept as it was.

FILE is {listed(reader.name for reader in READERS)}. Importing it again brings the same
meetings up to date. Contacts and passcodes are kept, but not published; what may be private never stands in the report.
"""


@click.command("import", help=HELP)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@root_option
@click.option("--dry-run", is_flag=True, help="Only say what would happen; write nothing.")
@today_option
def command(*, file: Path, root: Path, dry_run: bool, today: date | None) -> None:
    """Import a file and show the report."""
    try:
        result = import_file(root, file, this_day(today), dry_run=dry_run)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.ClickException(f'"{error.filename}" cannot be written: {reason}') from None
    if isinstance(result, Refusal):
        raise click.ClickException(f"{result.message}\n{result.hint}" if result.hint else result.message)
    for line in result.lines:
        click.echo(line)
    if not result.kept:
        sys.exit(PROBLEMS)
