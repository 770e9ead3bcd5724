"""What the commands share: showing problems, and how they end."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath

import click

from ..load import BUNDLED_DATA, BUNDLED_THEMES
from ..problems import Problem, has_errors

PROBLEMS = 1


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
    if has_errors(problems, strict=strict):
        sys.exit(PROBLEMS)


def _in_repository(root: Path) -> PurePosixPath:
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace and root.resolve().is_relative_to(Path(workspace).resolve()):
        return PurePosixPath(root.resolve().relative_to(Path(workspace).resolve()).as_posix())
    return PurePosixPath(root.as_posix())
