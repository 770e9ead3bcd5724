"""What a YAML parser complains of, said to people who never heard of YAML."""

import re
from collections.abc import Sequence

import yaml

from .problems import Problem, Span

REMARK = re.compile(r"(?<=[ \t])#[^\s#,\]}\"'][^,\]}\"']*(?=[^\"']*$)")
BARE_KEY = re.compile(r"\s*[\w-]+")
NO_PAIR = re.compile(r"(\s*)[^\s:#\-\[\]{}\"'][^:]*")

# What libyaml says, and what to tell people instead: (part of its sentence, message, hint).
WORDINGS = (
    (
        "mapping values are not allowed",
        'a colon followed by a space stands inside a text, so YAML reads a second "name: value" here',
        'put the whole text in quotes, as in title: "Coping: a guide"',
    ),
    ("did not find expected ',' or", "a list or group in brackets is not closed", "add the closing ] or }"),
    (
        "did not find expected key",
        "this line does not fit the lines above it",
        "start it in the same column as its neighbours, and check the quotes of the line above",
    ),
    (
        "could not find expected ':'",
        'a line without "name: value" stands here',
        "add a colon and a space behind the name, or indent the line to continue the text above",
    ),
    (
        "found unexpected end of stream",
        "a quote that was opened is never closed",
        "add the closing quote at the end of the text",
    ),
    (
        "did not find expected '-' indicator",
        "this line is not part of the list above it",
        "start it with - in the same column as the list, or move it out of the list",
    ),
    (
        "found unknown escape",
        "a backslash stands inside double quotes",
        "use single quotes instead of double ones",
    ),
    (
        "expected alphabetic or numeric",
        "a star or & at the start of a value means a reference in YAML",
        "put the value in quotes",
    ),
    ("found undefined tag", "a word that starts with ! means a tag in YAML", "put the value in quotes"),
)

BRACKETS = "did not find expected ',' or"
# What the parser notices only behind the place where it was opened, or where a line began.
NOTICED_LATE = (
    BRACKETS,
    "could not find expected ':'",
    "found unexpected end of stream",
    "expected alphabetic or numeric",
)


def syntax_problem(path: str, text: str, first_line: int, error: yaml.YAMLError) -> Problem:
    """Give the problem that a parser's error is, at its place. Problems: Y101, Y104, Y111."""
    opening = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or opening
    said = str(getattr(error, "problem", None) or error)
    lines = text.split("\n")
    noticed = min(mark.line if mark else 0, len(lines) - 1)
    found = _tab(path, lines, first_line, noticed)
    if found is None and opening and BRACKETS in said:
        found = _remark(path, lines, first_line, range(opening.line, noticed))
    if found:
        return found
    is_late = any(part in said for part in NOTICED_LATE)
    if is_late and opening and (BRACKETS not in said or opening.line < noticed):
        mark = opening
    index = min(mark.line if mark else 0, len(lines) - 1)
    column = (mark.column if mark else 0) + 1
    if "mapping values" in said and _begins_with_no_pair(lines[: index + 1], column):
        said, index, column = "could not find expected ':'", index - 1, 1
    return _worded(said, lines[index], Span(path, index + first_line, column, column + 1))


def _begins_with_no_pair(lines: Sequence[str], column: int) -> bool:
    """Tell whether the first line lacks its colon, which is noticed at the colon of the second."""
    if len(lines) != 2 or not BARE_KEY.fullmatch(lines[1][: column - 1]):  # noqa: PLR2004  # the first two lines
        return False
    first = NO_PAIR.fullmatch(lines[0])
    return first is not None and not lines[1][len(first[1]) :].startswith(" ")


def _worded(said: str, line: str, span: Span) -> Problem:
    if "cannot start any token" in said:
        sign = line[span.column - 1 : span.column]
        if sign == "\t":
            return Problem("Y104", span, "a tab stands where a blank is expected", "replace the tab by a space")
        return Problem("Y101", span, f"a value cannot start with {sign} in YAML", "put the whole value in quotes")
    if "mapping values" in said and BARE_KEY.fullmatch(line[: span.column - 1]):
        message = "this line does not fit the line above it"
        hint = 'give the line above the form "name: value", and start both in the same column'
        return Problem("Y101", Span(span.path, span.line, 1, span.column), message, hint)
    for part, message, hint in WORDINGS:
        if part in said:
            return Problem("Y101", span, message, hint)
    return Problem("Y101", span, f"this is not readable as YAML: {said}", "look at this line and the one above it")


def _tab(path: str, lines: list[str], first_line: int, index: int) -> Problem | None:
    """Give the problem of a line near a mistake that starts with a tab."""
    for near in range(max(0, index - 1), min(len(lines), index + 2)):
        if lines[near].lstrip(" ").startswith("\t"):
            start = lines[near].index("\t") + 1
            place = Span(path, near + first_line, start, start + 1)
            return Problem("Y104", place, "the line starts with a tab", "replace the tab by spaces")
    return None


def _remark(path: str, lines: list[str], first_line: int, rows: range) -> Problem | None:
    """Give the problem of a sign # within brackets that hides the closing one."""
    for row in rows:
        remark = REMARK.search(lines[row])
        if remark:
            place = Span(path, row + first_line, remark.start() + 1, remark.end() + 1)
            message = f'YAML reads "{remark[0]}" as a remark, because it starts with #'
            return Problem("Y111", place, message, "put the value in quotes")
    return None
