"""Problems for GitHub: annotations at the lines of a pull request, and the whole list in the job's summary.

GitHub shows ten annotations of each severity for a step and drops the rest, so the gravest come first.
"""

from collections.abc import Sequence
from pathlib import PurePosixPath

from ..codes import CODES, Severity
from ..problems import Problem
from .counts import counted
from .terminal import place
from .visible import visible

MOST_SHOWN = 10
# What Markdown would draw in the cell of a table; brackets that are escaped leave neither links nor pictures.
MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", **{sign: f"\\{sign}" for sign in "\\|`*_~[]"}})
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotations(problems: Sequence[Problem], folder: PurePosixPath) -> str:
    """Give workflow commands; `folder` is the hub's place in the repository."""
    lines: list[str] = []
    for severity in Severity:
        some = [problem for problem in problems if problem.severity is severity]
        lines += [_annotation(problem, folder) for problem in some[:MOST_SHOWN]]
        if len(some) > MOST_SHOWN:
            left = len(some) - MOST_SHOWN
            lines.append(f"{left} more of severity {severity} stand in the summary of this job")
    return "".join(f"{line}\n" for line in (*lines, counted(problems)))


def job_summary(problems: Sequence[Problem]) -> str:
    """Give the list of all problems in Markdown, for the file GITHUB_STEP_SUMMARY names."""
    if not problems:
        return "### Handrail found no problems\n"
    rows = [
        f"| {p.severity} | {_cell(p.code)} | {_cell(place(p.span))} | {_cell(p.message)} | {_cell(p.hint)} |\n"
        for p in problems
    ]
    head = "| | code | place | what is wrong | what to do |\n|---|---|---|---|---|\n"
    return f"### Handrail found {counted(problems)}\n\n{head}{''.join(rows)}"


def _annotation(problem: Problem, folder: PurePosixPath) -> str:
    span = problem.span
    properties = {"file": str(folder / span.path)}
    if span.line:
        properties["line"] = str(span.line)
    if span.column:
        properties["col"] = str(span.column)
    if span.end > span.column:
        properties["endColumn"] = str(span.end)
    properties["title"] = f"{problem.code} {CODES[problem.code].title}"
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = problem.message + (f"\n{problem.hint}" if problem.hint else "")
    return f"::{COMMANDS[problem.severity]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """Give a text that is shown as it was written, on one line."""
    return visible(" ".join(text.translate(MARKUP).split()))
