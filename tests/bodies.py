"""Bodies made from a few lines of Markdown, written down so that a test can compare them whole."""

from typing import NamedTuple

from handrail.body_walk import Passage, Phrases
from handrail.markdown import to_body
from handrail.model import HOLE, Body
from handrail.problems import Problem

PATH = "content/sleep.md"
ENGLISH = Phrases()


class Found(NamedTuple):
    """A problem's code and place, and what it says."""

    code: str
    line: int
    column: int
    message: str


def passage(text: str, *, line: int = 1, title: str = "", prefix: str = "") -> Passage:
    """Give a passage of the page sleep.md."""
    return Passage(PATH, text, line, title, prefix)


def body(text: str, phrases: Phrases = ENGLISH, *, title: str = "", prefix: str = "") -> Body:
    """Give the body of a text in which nothing is wrong."""
    outcome = to_body(passage(text, title=title, prefix=prefix), phrases)
    assert outcome.problems == ()
    return outcome.value


def html(text: str, phrases: Phrases = ENGLISH, *, prefix: str = "") -> str:
    """Give the HTML of a text in which nothing is wrong."""
    return drawn(body(text, phrases, prefix=prefix))


def drawn(made: Body) -> str:
    """Give a body as one text, each hole filled with a mark: `<a sleep.md>` for a link, `<img tea.jpg>` a picture."""
    marks = [f"<{reference.element} {reference.target}>" for reference in made.references]
    return "".join(part for pair in zip(made.html.split(HOLE), (*marks, ""), strict=True) for part in pair)


def cleaned(text: str) -> str:
    """Give the HTML of a text in which something may be wrong."""
    return drawn(to_body(passage(text), ENGLISH).value)


def found(text: str, *, line: int = 1, title: str = "") -> list[Found]:
    """Give what is wrong with a text, in the order of places."""
    problems = to_body(passage(text, line=line, title=title), ENGLISH).problems
    return [_short(problem) for problem in sorted(problems, key=lambda problem: problem.span)]


def _short(problem: Problem) -> Found:
    assert problem.span.path == PATH
    return Found(problem.code, problem.span.line, problem.span.column, problem.message)
