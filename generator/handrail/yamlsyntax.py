"""What a YAML parser complains of, said to people who never heard of YAML."""

import re

import yaml

from .problems import Problem, Span

BARE_KEY = re.compile(r"\s*[\w-]+")

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
    ("found undefined tag", "a word that starts with ! means a tag in YAML", "put the value in quotes"),
)


def syntax_problem(path: str, text: str, first_line: int, error: yaml.YAMLError) -> Problem:
    """Give the problem that a parser's error is, at its place. Problems: Y101, Y104."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or error)
    lines = text.split("\n")
    index = min(mark.line if mark else 0, len(lines) - 1)
    column = (mark.column if mark else 0) + 1
    span = Span(path, index + first_line, column, column + 1)
    tab = _tabbed_line(lines, index)
    if tab is not None:
        place = Span(path, tab + first_line, 1, 2)
        return Problem("Y104", place, "the line starts with a tab", "replace the tab by spaces")
    if "cannot start any token" in said:
        sign = lines[index][column - 1 : column]
        message = f"a value cannot start with {sign} in YAML"
        return Problem("Y101", span, message, "put the whole value in quotes")
    if "mapping values" in said and BARE_KEY.fullmatch(lines[index][: column - 1]):
        message = "this line does not fit the line above it"
        hint = 'give the line above the form "name: value", and start both in the same column'
        return Problem("Y101", Span(path, index + first_line, 1, column), message, hint)
    for part, message, hint in WORDINGS:
        if part in said:
            return Problem("Y101", span, message, hint)
    return Problem("Y101", span, f"this is not readable as YAML: {said}", "look at this line and the one above it")


def _tabbed_line(lines: list[str], index: int) -> int | None:
    """Give the index of a line near a mistake that starts with a tab."""
    near = range(max(0, index - 1), min(len(lines), index + 2))
    return next((i for i in near if lines[i].lstrip(" ").startswith("\t")), None)
