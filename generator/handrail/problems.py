"""Problems are values: what is wrong, where, and what to do about it.

Every stage returns its value together with the problems it met; none raises
them. Exceptions are for bugs of ours and for the operating system.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from .codes import CODES, Severity

Value = TypeVar("Value")


class Span(NamedTuple):
    """A place in a source; `path` is relative to the hub, with `/`.

    Lines and columns count characters from 1; line 0 means the whole file.
    `end` is the column behind the last character, 0 when only the start is known.
    """

    path: str
    line: int = 0
    column: int = 0
    end: int = 0


class Related(NamedTuple):
    """Another place that belongs to a problem, such as where a key stood first."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: `code` is a key of `CODES`, the hint is an instruction or empty."""

    code: str
    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it matters, as the table of codes says."""
        return CODES[self.code].severity

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(f"problem code {self.code} is not in the table of codes")


class Outcome(NamedTuple, Generic[Value]):
    """What a stage returns: a value, and the problems met on the way (perhaps none)."""

    value: Value
    problems: tuple[Problem, ...] = ()


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give the problems errors first, then by place, each once."""
    ranks = list(Severity)
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (ranks.index(p.severity), p.span, p.code, p.message)))


def has_errors(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether any problem must keep a build from being written: an error, or with `strict` a warning too."""
    grave = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(problem.severity in grave for problem in problems)


def problem_to_json(problem: Problem) -> dict[str, object]:
    """Give plain data that `problem_from_json` turns back into an equal problem."""
    span = problem.span
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end": span.end,
        "message": problem.message,
        "hint": problem.hint,
        "related": [
            {
                "path": r.span.path,
                "line": r.span.line,
                "column": r.span.column,
                "end": r.span.end,
                "message": r.message,
            }
            for r in problem.related
        ],
    }


def problem_from_json(data: dict[str, object]) -> Problem:
    """Read what `problem_to_json` gave; anything else is a bug or a damaged memo (`KeyError`, `TypeError`)."""

    def span(place: dict[str, object]) -> Span:
        return Span(str(place["path"]), _number(place["line"]), _number(place["column"]), _number(place["end"]))

    related = data["related"]
    if not isinstance(related, list):
        raise TypeError("related places must be a list")
    return Problem(
        str(data["code"]),
        span(data),
        str(data["message"]),
        str(data["hint"]),
        tuple(Related(span(place), str(place["message"])) for place in related),
    )


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"expected a number, got {value!r}")
    return value
