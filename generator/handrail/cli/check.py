"""`handrail check`."""

from datetime import date
from pathlib import Path

import click

from ..assemble import Assembly, Request, assemble
from ..build import BuildRequest
from ..checks import Drawn, check
from ..checks.private import private_values
from ..decode import decode_data
from ..edition import Edition, Options
from ..engine import engine
from ..kinds import BY_DATA_FILE
from ..load import load
from ..making import draw_all
from ..memo import read_memo
from ..output import File
from ..problems import Problem, has_errors, in_order
from ..sources import Hub
from .common import stop_for, tell
from .options import base_url_option, hub_options, jobs_option, portable_option, this_day


@click.command("check")
@hub_options
@base_url_option
@portable_option
@jobs_option
def command(
    *,
    root: Path,
    report: str,
    strict: bool,
    today: date | None,
    base_url: str | None,
    portable: bool,
    jobs: int,
) -> None:
    """Look for problems, in the content and in the finished pages. Nothing is written."""
    request = BuildRequest(
        root=root,
        today=this_day(today),
        base_url=base_url,
        portable=portable,
        strict=strict,
        jobs=jobs,
    )
    problems, count = _checked(request)
    tell(problems, report, root)
    if report != "json":
        click.echo(_outcome(count))
    stop_for(problems, strict=strict)


def _outcome(count: int) -> str:
    if not count:
        return "No page was checked: mend the errors first."
    return f"{count} page{'' if count == 1 else 's'} {'was' if count == 1 else 'were'} checked. Nothing was written."


def _checked(request: BuildRequest) -> tuple[tuple[Problem, ...], int]:
    """Give everything that is wrong with a hub, and how many finished pages could be looked at."""
    hub = load(request.root, request.today)
    memo = read_memo(request.root / ".handrail" / "memo.sqlite")
    options = Options(request.portable)
    assembly = assemble(hub, memo, engine(), Request(request.base_url, options, request.jobs))
    if assembly.edition is None or assembly.renderer is None or has_errors(assembly.problems):
        return in_order(assembly.problems), 0
    files, found = draw_all(assembly.planned, assembly.renderer, request.jobs)
    problems = (*assembly.problems, *found)
    if has_errors(problems):
        return in_order(problems), 0
    drawn = _drawn(hub, assembly, assembly.edition, files)
    pages = sum(path.endswith(".html") for path in drawn.files)
    return in_order((*problems, *check(drawn, request.jobs))), pages


def _drawn(hub: Hub, assembly: Assembly, edition: Edition, files: list[File]) -> Drawn:
    data = [source for source in hub.content if source.path.removeprefix("content/") in BY_DATA_FILE]
    entries = [entry for source in (*data, *hub.bundled) for entry in decode_data(source).value]
    return Drawn(
        edition.settings,
        edition.options.portable,
        {item.output.path: item.output for item in assembly.planned},
        {file.path: file for file in files},
        {source.path: source for source in hub.content},
        tuple(edition.theme.templates.values()),
        private_values(entries, edition.settings),
    )
