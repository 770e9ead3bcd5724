"""What the commands share: options, the day, reporting."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TypeVar

import click

from ..codes import Severity
from ..load import BUNDLED_DATA, BUNDLED_THEMES
from ..problems import Problem

Command = TypeVar("Command", bound=Callable[..., object])

PROBLEMS = 1


class Day(click.ParamType[date]):
    """A date on the command line."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read an ISO date."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is not a date such as 2026-11-22", param, ctx)


def hub_options(command: Command) -> Command:
    """Add the options of every command that reads a hub."""
    root = click.Path(exists=True, file_okay=False, path_type=Path)
    kinds = click.Choice(["terminal", "github", "json"])
    for option in (
        click.option("--today", type=Day(), help="Build as if it were this day.", metavar="DATE"),
        click.option("--strict", is_flag=True, help="Treat warnings as errors."),
        click.option("--report", type=kinds, default=_usual_report, help="How to show problems."),
        click.option("--root", type=root, default=".", help="The hub's folder.", metavar="DIR"),
    ):
        command = option(command)
    return command


def _usual_report() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "terminal"


def this_day(asked: date | None) -> date:
    """Give the day to build for: the one asked for, SOURCE_DATE_EPOCH's (reproducible-builds.org), or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if asked is None and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return asked or date.today()  # noqa: DTZ011  # the day where the organizer sits


def tell(problems: Sequence[Problem], report: str, root: Path) -> None:
    """Show problems on standard output; the long list for GitHub goes to the job's summary."""
    if report == "json":
        from ..reports.json_report import json_report  # noqa: PLC0415  # one report of three is needed

        click.echo(json_report(problems), nl=False)
    elif report == "github":
        from ..reports.github import annotations, job_summary  # noqa: PLC0415  # one report of three is needed

        click.echo(annotations(problems, _in_repository(root)), nl=False)
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary:
            with Path(summary).open("a", encoding="utf-8") as stream:
                stream.write(job_summary(problems))
    elif problems:
        from rich.console import Console  # noqa: PLC0415  # slow to load, and not needed when all is well

        from ..reports.terminal import terminal_report  # noqa: PLC0415  # it loads rich

        console = Console(file=sys.stdout, soft_wrap=True, highlight=False)
        console.print(terminal_report(problems, lines_of(root)), end="")


def lines_of(root: Path) -> Callable[[str, int], str | None]:
    """Give a reader of single lines of sources, for excerpts."""

    @lru_cache(maxsize=32)
    def text_of(path: str) -> list[str]:
        for base in (root / path, BUNDLED_THEMES.parent / path, BUNDLED_DATA.parent / path):
            try:
                return base.read_text(encoding="utf-8-sig", errors="replace").split("\n")
            except OSError:
                continue
        return []

    def line_of(path: str, line: int) -> str | None:
        lines = text_of(path)
        return lines[line - 1] if 0 < line <= len(lines) else None

    return line_of


def stop_for(problems: Sequence[Problem], *, strict: bool) -> None:
    """End with exit code 1 when there are errors, or warnings with `strict`."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(problem.severity in grave for problem in problems):
        sys.exit(PROBLEMS)


def _in_repository(root: Path) -> PurePosixPath:
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace and root.resolve().is_relative_to(Path(workspace).resolve()):
        return PurePosixPath(root.resolve().relative_to(Path(workspace).resolve()).as_posix())
    return PurePosixPath(root.as_posix())
