"""Markdown nested without end: it is refused at its place, soon, and leaves nothing behind."""

import sys
import time
from collections.abc import Iterator
from types import FrameType

import pytest

from bodies import ENGLISH, PATH, found, html, passage
from handrail.body_walk import Phrases
from handrail.markdown import to_body
from handrail.problems import Span

DEEP = 20
LEVELS = 25
SIZE = 50_000


def frames() -> Iterator[FrameType]:
    """Give the calls under way, this one first."""
    frame: FrameType | None = sys._getframe()
    while frame:
        yield frame
        frame = frame.f_back


def repeated(text: str) -> str:
    return text * (SIZE // len(text))


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("[" * (DEEP + 1), DEEP + 1),
        ("![" * (DEEP + 1), 2 * (DEEP + 1)),
        ("[x](" * (DEEP + 1), 4 * DEEP + 3),
    ],
)
def test_brackets_too_deep_are_refused_at_the_one_that_is_too_many(text: str, column: int) -> None:
    made, problems = to_body(passage(f"Fine.\n\n{text}", line=4), ENGLISH)
    assert made.html == ""
    assert [(p.code, p.span.line, p.span.column, p.message) for p in problems] == [
        ("M306", 6, column, "brackets are nested too deeply here")
    ]


@pytest.mark.parametrize("text", ["[" * DEEP + "]" * DEEP, "[x](" * DEEP, "[a] [b](c.md) " * 99, "(" * 99, "]" * 99])
def test_brackets_that_are_closed_or_not_too_many_are_text(text: str) -> None:
    assert found(text) == []


def test_a_gap_closes_all_brackets() -> None:
    assert found("[\n\n" * 99) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- " * 1000 + "x", 6),
        ("> " * (LEVELS + 1) + "x", 6),
        (">" * (LEVELS + 1) + "x", 6),
        ("\n".join("    " * depth + "- a" for depth in range(LEVELS + 1)), 6 + LEVELS),
        ("\n".join("\t" * depth + "1. a" for depth in range(LEVELS + 1)), 6 + LEVELS),
        ("\n\n".join("    " * depth + "!!! note" for depth in range(LEVELS + 1)), 6 + 2 * LEVELS),
    ],
)
def test_lists_and_quotes_too_deep_are_refused_where_they_go_too_deep(text: str, line: int) -> None:
    made, problems = to_body(passage(f"Fine.\n\n{text}", line=4), ENGLISH)
    assert made.html == ""
    assert [(p.code, p.span.line, p.message) for p in problems] == [
        ("M306", line, "lists or quotes are nested too deeply here")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "> " * LEVELS + "x",
        "\n".join("    " * depth + "- a" for depth in range(LEVELS)),
        "- " * 200,
        "* " * 200 + "\n\n" + "-" * 200,
        "    " + " " * 200 + "code",
        "." * 200,
        ":" * 200,
    ],
)
def test_rules_and_code_are_not_deep(text: str) -> None:
    assert found(text) == []


def test_elements_too_deep_are_refused() -> None:
    made, problems = to_body(passage("<h2><div>" * 500, line=4), ENGLISH)
    assert made.html == ""
    assert [(p.code, p.span, p.message) for p in problems] == [
        ("M306", Span(PATH, 4), "elements are nested too deeply here")
    ]


@pytest.mark.parametrize("text", ["<p>a\n" * 999, "<br>" * 999, "<div></div>" * 999, "<ul>" + "<li>a" * 999 + "</ul>"])
def test_elements_one_after_another_are_not_deep(text: str) -> None:
    assert found(text) == []


def test_tags_that_never_end_are_refused_where_they_begin() -> None:
    problems = to_body(passage("Fine.\n\nTea <p title=" + "<p title=" * 200, line=4), ENGLISH).problems
    assert [(p.code, p.span.line, p.span.column, p.message) for p in problems] == [
        ("M306", 6, 5, "tags are nested too deeply here")
    ]
    assert found("a <b and <i> " * 400) == []


def test_a_text_that_was_given_up_leaves_the_next_one_whole() -> None:
    phrases = Phrases(back="A converter of its own")
    html("Tea", phrases)
    limit = sys.getrecursionlimit()
    depth = len(list(frames()))
    try:
        sys.setrecursionlimit(depth + 60)
        problems = to_body(passage("- " * LEVELS + "x"), phrases).problems
    finally:
        sys.setrecursionlimit(limit)
    assert [problem.code for problem in problems] == ["M306"]
    assert html("**Tea** and [rest](rest.md)", phrases) == "<p><strong>Tea</strong> and <a rest.md>rest</a></p>"


@pytest.fixture(scope="module")
def effort_of_an_ordinary_text() -> float:
    """Seconds of CPU that a plain text takes on this machine, now and warmed up."""
    return min(effort(repeated("Some *plain* words.\n\n")) for _ in range(3))


def effort(text: str) -> float:
    started = time.process_time()
    to_body(passage(text, title="Tea"), ENGLISH)
    return time.process_time() - started


BOMBS = {
    "lists in lists": "\n".join("    " * depth + "- a" for depth in range(220)),
    "lists as deep as may be": "\n".join("    " * min(depth, LEVELS - 1) + "- a" for depth in range(SIZE // 104)),
    "quotes as deep as may be": repeated(">" * LEVELS + " a\n\n"),
    "one line as deep as may be": repeated("- " * LEVELS + "a\n\n"),
    "elements in elements": repeated("<h2><div>"),
    "tags that never end": repeated("<p title="),
    "one id": repeated("<p id='a'></p>\n\n"),
    "the title as a heading": repeated("# Tea\n\n"),
    "links": repeated("[a](b.md)\n"),
    "addresses never closed": repeated("](<a href=' ]: "),
    "unsafe links": repeated("[a](javascript:b)\n"),
    "attributes": repeated("<b style=x>a</b>\n"),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_text_built_to_take_for_ever_does_not(bomb: str, effort_of_an_ordinary_text: float) -> None:
    assert effort(BOMBS[bomb]) < 20 * effort_of_an_ordinary_text
