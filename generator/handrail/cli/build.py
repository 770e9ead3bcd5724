"""`handrail build`."""

import os
from datetime import date
from pathlib import Path

import click

from ..build import BuildRequest, BuildResult, build
from .common import hub_options, stop_for, tell, this_day


@click.command("build")
@hub_options
@click.option("--output", type=click.Path(path_type=Path), default="output", help="Where to write.", metavar="DIR")
@click.option("--base-url", help="Where the site will live, in place of url in site.yaml.", metavar="URL")
@click.option("--portable", is_flag=True, help="Spell out index.html in links, so that pages open from a disk.")
@click.option("--clean", is_flag=True, help="Build every file anew.")
@click.option("--jobs", type=click.IntRange(1), help="How many processes to use.", metavar="N")
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
    jobs: int | None,
) -> None:
    """Build the site into a folder. When there are errors, what was there stays as it is."""
    request = BuildRequest(
        root=root,
        today=this_day(today),
        output=Path.cwd() / output if output != Path("output") else output,
        base_url=checked_address(base_url),
        portable=portable,
        clean=clean,
        strict=strict,
        jobs=jobs or os.cpu_count() or 1,
    )
    result = build(request)
    tell(result.problems, report, root)
    if report != "json":
        click.echo(_outcome(result, request))
    stop_for(result.problems, strict=strict)


def checked_address(written: str | None) -> str | None:
    """Read a web address from the command line; anything else is wrong use."""
    if written is None:
        return None
    if not written.startswith(("https://", "http://")) or any(sign in written for sign in " <>\"'\\?#"):
        raise click.BadParameter("write a whole address, such as https://example.org/hub/", param_hint="--base-url")
    return written


def _outcome(result: BuildResult, request: BuildRequest) -> str:
    folder = request.output_folder.name
    if not result.is_written:
        return f"Nothing was written: the site in {folder}/ is as it was."
    if not result.changed:
        return f"Nothing has changed: {result.total} files in {folder}/ are up to date."
    return f"{len(result.changed)} of {result.total} files in {folder}/ were written."
