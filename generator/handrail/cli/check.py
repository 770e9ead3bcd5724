"""`handrail check`."""

from datetime import date
from pathlib import Path

import click

from ..build import BuildRequest
from ..checks import Drawn, check
from ..checks.private import private_values
from ..edition import Edition
from ..load import load
from ..making import Drawing, draw
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
    drawing = draw(hub, request)
    edition = drawing.assembly.edition
    if edition is None or has_errors(drawing.problems):
        return drawing.problems, 0
    found = check(_drawn(hub, drawing, edition), request.jobs)
    pages = sum(path.endswith(".html") for path in drawing.files)
    return in_order((*drawing.problems, *found)), pages


def _drawn(hub: Hub, drawing: Drawing, edition: Edition) -> Drawn:
    return Drawn(
        edition.settings,
        edition.options.portable,
        {item.output.path: item.output for item in drawing.assembly.planned},
        drawing.files,
        {source.path: source for source in hub.content},
        tuple(edition.theme.templates.values()),
        private_values(drawing.assembly.records, edition.settings),
    )
