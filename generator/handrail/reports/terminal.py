"""Problems for a terminal: place, the line itself, carets below the mistake, and what to do.

Whatever comes from a source is made visible first, so that no file can command the terminal that shows it.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.text import Text

from ..codes import Severity
from ..problems import Problem, Span
from .counts import counted
from .visible import visible

LineOf = Callable[[str, int], str | None]

MOST_OF_ONE_CODE = 20
WIDEST = 100  # columns of an excerpt
TAB = "    "
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}


def terminal_report(problems: Sequence[Problem], line_of: LineOf) -> Text:
    """Draw problems; `line_of` gives a line of a source (from 1), or `None`. Ends with a count and a line break."""
    report = Text()
    shown: Counter[str] = Counter()
    for problem in problems:
        shown[problem.code] += 1
        if shown[problem.code] <= MOST_OF_ONE_CODE:
            report.append_text(_problem(problem, line_of))
            report.append("\n")
    for code, count in shown.items():
        if count > MOST_OF_ONE_CODE:
            report.append(f"and {count - MOST_OF_ONE_CODE} more of {code}\n\n")
    report.append(f"{counted(problems)}\n", "bold")
    if problems:
        report.append(f"handrail explain {problems[0].code} tells more about the first one\n", "dim")
    return report


def _problem(problem: Problem, line_of: LineOf) -> Text:
    style = STYLES[problem.severity]
    text = Text()
    text.append(f"{problem.severity}[{problem.code}]", style)
    text.append(f": {visible(problem.message)}\n", "bold")
    margin = len(str(max(problem.span.line, *(related.span.line for related in problem.related), 0)))
    _excerpt(text, problem.span, line_of, margin, style, "-->")
    for related in problem.related:
        text.append(f"{' ' * margin} = {visible(related.message)}\n")
        _excerpt(text, related.span, line_of, margin, "bold blue", "-->")
    if problem.hint:
        text.append(f"{' ' * margin} = ", "blue")
        text.append(f"{visible(problem.hint)}\n")
    return text


def _excerpt(text: Text, span: Span, line_of: LineOf, margin: int, style: str, arrow: str) -> None:
    text.append(f"{' ' * margin}{arrow} ", "blue")
    text.append(f"{visible(place(span))}\n")
    line = line_of(span.path, span.line) if span.line else None
    if line is None or not line.strip():
        return
    before, marked, after = _cut(line.rstrip(), span)
    text.append(f"{span.line:>{margin}} | ", "blue")
    text.append(before + marked + after + "\n")
    if span.column:
        text.append(f"{' ' * margin} | ", "blue")
        text.append(" " * cell_len(before))
        text.append("^" * max(1, cell_len(marked)) + "\n", style)


def place(span: Span) -> str:
    """Give a place as editors understand it: path:line:column."""
    parts = [span.path, *(str(number) for number in (span.line, span.column) if number)]
    return ":".join(parts)


def _cut(line: str, span: Span) -> tuple[str, str, str]:
    """Split a line at the marked part, with tabs as blanks, shortened to what fits."""
    start = max(span.column - 1, 0)
    end = max(span.end - 1, start)
    parts = [visible(part).replace("\t", TAB) for part in (line[:start], line[start:end], line[end:])]
    before, marked, after = parts
    if cell_len(before) > WIDEST // 2:
        before = f"…{_last(before, WIDEST // 2)}"
    room = max(0, WIDEST - cell_len(before) - cell_len(marked))
    if cell_len(marked) > WIDEST:
        return before, f"{_first(marked, WIDEST)}…", ""
    return before, marked, after if cell_len(after) <= room else f"{_first(after, room)}…"


def _first(text: str, cells: int) -> str:
    """Give as much of a text's start as fits into a number of columns; a letter may take two."""
    text = text[:cells]
    while cell_len(text) > cells:
        text = text[:-1]
    return text


def _last(text: str, cells: int) -> str:
    """Give as much of a text's end as fits into a number of columns."""
    text = text[-cells:]
    while cell_len(text) > cells:
        text = text[1:]
    return text
