"""`handrail build`."""

from datetime import date
from pathlib import Path

import click

from ..build import BuildRequest, BuildResult, build
from .common import stop_for, tell
from .options import base_url_option, hub_options, jobs_option, output_option, portable_option, this_day


@click.command("build")
@hub_options
@output_option
@base_url_option
@portable_option
@click.option("--clean", is_flag=True, help="Build every file anew.")
@click.option("--record", is_flag=True, help="Note in published.json what is published of meetings, to tell changes.")
@jobs_option
def command(
    *,
    root: Path,
    report: str,
    strict: bool,
    today: date | None,
    output: Path,
    base_url: str | None,
    portable: bool,
    clean: bool,
    record: bool,
    jobs: int,
) -> None:
    """Build the site into a folder. When there are errors, what was there stays as it is."""
    request = BuildRequest(
        root=root,
        today=this_day(today),
        output=output,
        base_url=base_url,
        portable=portable,
        clean=clean,
        strict=strict,
        jobs=jobs,
        record=record,
    )
    result = build(request)
    tell(result.problems, report, root)
    if report != "json":
        click.echo(_outcome(result, request))
    stop_for(result.problems, strict=strict)


def _outcome(result: BuildResult, request: BuildRequest) -> str:
    folder = request.output_folder.name
    if not result.is_written:
        return f"Nothing was written: the site in {folder}/ is as it was."
    if not result.changed:
        return f"Nothing has changed: {result.total} files in {folder}/ are up to date."
    return f"{len(result.changed)} of {result.total} files in {folder}/ were written."
