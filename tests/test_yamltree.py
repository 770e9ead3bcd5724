"""YAML as nodes: every place exact to the column, every value as it was written, nothing that takes for ever."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.problems import Problem, Related, Span
from handrail.yamltree import Fields, Items, Node, Scalar, find, find_key, read_yaml, to_plain

FILE = "site.yaml"


def read(text: str, first_line: int = 1) -> Node:
    node, problems = read_yaml(FILE, text, first_line)
    assert problems == ()
    assert node is not None
    return node


def refused(text: str) -> Problem:
    node, problems = read_yaml(FILE, text)
    assert node is None
    assert len(problems) == 1
    return problems[0]


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from scalars(item)
    else:
        for key, value in node.pairs:
            yield key
            yield from scalars(value)


@pytest.mark.parametrize(
    ("location", "span"),
    [
        (("name",), Span(FILE, 1, 7, 12)),
        (("topics", 0), Span(FILE, 3, 5, 9)),
        (("topics", 1, 1), Span(FILE, 4, 11, 14)),
        (("contact", "email"), Span(FILE, 5, 19, 26)),
        (("quoted",), Span(FILE, 6, 9, 16)),
    ],
)
def test_a_value_knows_its_line_and_columns(location: tuple[str | int, ...], span: Span) -> None:
    text = 'name: Hands\ntopics:\n  - rest\n  - [one, two]\ncontact: { email: a@b.org }\nquoted: "it is"\n'
    assert find(read(text), location).span == span


def test_a_key_knows_its_line_and_columns() -> None:
    assert find_key(read("name: Circle\nplace:\n  region: North\n"), ("place", "region")) == Span(FILE, 3, 3, 9)


def test_columns_count_characters_whatever_their_width() -> None:
    assert find(read("{日本: 東京, 😀: x}"), ("😀",)).span == Span(FILE, 1, 13, 14)


def test_lines_are_counted_from_where_the_text_stands_in_its_file() -> None:
    assert find(read("title: Sleep\n", first_line=2), ("title",)).span == Span(FILE, 2, 8, 13)


def test_a_value_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert find(read("text: one\n  two\n"), ("text",)).span == Span(FILE, 1, 7, 10)


def test_the_place_of_what_is_missing_is_that_of_what_is_above_it() -> None:
    node = read("contact:\n  email: a@b.org\n")
    assert find(node, ("contact", "phone")).span == find(node, ("contact",)).span


def test_an_item_that_is_missing_is_not_another_one() -> None:
    node = read("topics: [sleep]\n")
    assert find(node, ("topics", 3)) == find(node, ("topics",))


@pytest.mark.parametrize(
    "written", ["19:30", "no", "NO", "yes", "on", "1_000", "0o17", "1e3", "2026-11-22", ".inf", "=", "<<"]
)
def test_a_value_stays_as_it_was_written(written: str) -> None:
    assert to_plain(read(f"value: {written}\n")) == {"value": written}


@pytest.mark.parametrize("nothing", ["", "~", "null", "NULL", '""', "''", '"  "', "!!null ''"[7:]])
def test_a_field_that_nobody_filled_in_is_left_out(nothing: str) -> None:
    assert to_plain(read(f"title: Sleep\nsummary: {nothing}\n")) == {"title": "Sleep"}


def test_a_null_in_quotes_is_a_word() -> None:
    assert to_plain(read('title: "null"\n')) == {"title": "null"}


def test_a_block_says_that_its_text_starts_on_the_next_line() -> None:
    node = find(read("text: |\n  one\n  two\n"), ("text",))
    assert node == Scalar("one\ntwo\n", Span(FILE, 1, 7, 8), is_plain=False, is_block=True)


def test_a_reference_gives_what_it_refers_to() -> None:
    assert to_plain(read("a: &a [x, y]\nb: *a\n")) == {"a": ["x", "y"], "b": ["x", "y"]}


def test_an_empty_text_is_nothing() -> None:
    assert read_yaml(FILE, "# only a remark\n") == (None, ())


def test_a_repeated_key_names_both_places_and_the_first_one_counts() -> None:
    node, problems = read_yaml(FILE, "title: One\nsummary: x\ntitle: Two\n")
    first = Related(Span(FILE, 1, 1, 6), "first given here")
    hint = "keep the one you mean and delete the other"
    assert problems == (Problem("Y102", Span(FILE, 3, 1, 6), '"title" is given twice', hint, (first,)),)
    assert to_plain(node) == {"title": "One", "summary": "x"}


def test_every_repeated_key_is_named() -> None:
    problems = read_yaml(FILE, "a: 1\na: 2\na: 3\nb: {c: 1, c: 2}\n").problems
    assert [(problem.code, problem.span.line) for problem in problems] == [("Y102", 2), ("Y102", 3), ("Y102", 4)]


@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        ("title: Coping: a guide\n", "Y101", Span(FILE, 1, 14, 15)),
        ("title: Sleep\nsummary Rest\ntopics: []\n", "Y101", Span(FILE, 2, 1, 2)),
        ('title: Sleep\nsummary: "Rest\n', "Y101", Span(FILE, 2, 10, 11)),
        ("title: Sleep\ntopics: [a,\n  b\n", "Y101", Span(FILE, 2, 9, 10)),
        ('title: "Sleep" well\n', "Y101", Span(FILE, 1, 16, 17)),
        ("title: Sleep\n  summary: Rest\n", "Y101", Span(FILE, 2, 3, 10)),
        ("title: @home\n", "Y101", Span(FILE, 1, 8, 9)),
        ("title: *loud*\n", "Y101", Span(FILE, 1, 8, 9)),
        ("title: *loud\n", "Y101", Span(FILE, 1, 8, 13)),
        ("a: 1\n---\nb: 2\n", "Y101", Span(FILE, 2, 1, 4)),
        ("[a, b]: c\n", "Y101", Span(FILE, 1, 1, 2)),
        ("contact:\n \temail: a@b.org\n", "Y104", Span(FILE, 2, 1, 3)),
        ("title: Sl\x00eep\n", "Y108", Span(FILE, 1, 10, 11)),
        ('title: "Sl\\x00eep"\n', "Y108", Span(FILE, 1, 8, 19)),
        ("title: Sleep\nsummary: a\u2028b\n", "Y108", Span(FILE, 2, 11, 12)),
        ("title: !!python/name:os.system\n", "Y109", Span(FILE, 1, 8, 31)),
    ],
)
def test_a_mistake_is_found_where_it_was_made(text: str, code: str, span: Span) -> None:
    problem = refused(text)
    assert (problem.code, problem.span) == (code, span)


def test_mistakes_before_the_one_that_ends_the_reading_are_told_as_well() -> None:
    problems = read_yaml(FILE, "a: 1\na: 2\nb: c: d\n").problems
    assert [problem.code for problem in problems] == ["Y102", "Y101"]


@pytest.mark.parametrize("written", ["#2f6f62", "#1 tip"])
def test_a_value_that_yaml_takes_for_a_remark_is_told_and_kept(written: str) -> None:
    node, problems = read_yaml(FILE, f"a: 1\nvalue: {written}\n")
    assert [(problem.code, problem.span) for problem in problems] == [("Y111", Span(FILE, 2, 8, 8 + len(written)))]
    assert to_plain(node) == {"a": "1", "value": written}


def test_the_rest_of_a_value_that_yaml_takes_for_a_remark_is_told_and_kept() -> None:
    node, problems = read_yaml(FILE, "title: Meeting #12\n")
    assert [(problem.code, problem.span) for problem in problems] == [("Y111", Span(FILE, 1, 16, 19))]
    assert to_plain(node) == {"title": "Meeting #12"}


def test_a_remark_is_a_remark() -> None:
    assert to_plain(read("title: Sleep # for now\nsummary: # nobody knows\n")) == {"title": "Sleep"}


BOMBS = {
    "references": ("Y103", "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )),
    "brackets": ("Y110", "a: " + "[" * 100_000),
    "braces": ("Y110", "a: " + "{b: " * 100_000),
    "dashes": ("Y110", "- " * 100_000),
    "questions": ("Y110", "? " * 100_000),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_what_is_built_to_take_for_ever_is_refused_at_once(bomb: str) -> None:
    code, text = BOMBS[bomb]
    started = time.process_time()
    assert refused(text).code == code
    assert time.process_time() - started < 1


def test_many_references_to_little_are_fine() -> None:
    text = "a: &a x\nb: [" + ", ".join(["*a"] * 1000) + "]\n"
    assert find(read(text), ("b", 999)) == Scalar("x", Span(FILE, 1, 4, 8), is_plain=True)


lines = st.text("ab: -[]{}#&*!|>'\"%@`\t~,?\\é日\x00\x85\u2028\r", max_size=12)


@given(st.lists(lines, max_size=6).map("\n".join))
def test_a_text_on_one_line_is_what_stands_at_its_place(text: str) -> None:
    node, problems = read_yaml(FILE, text)
    told = {problem.span.line for problem in problems if problem.code == "Y111"}
    for scalar in scalars(node) if node and "*" not in text else ():
        line = [*text.split("\n"), ""][scalar.span.line - 1]
        written = line[scalar.span.column - 1 : scalar.span.end - 1]
        one_line = scalar.is_plain and scalar.text and scalar.span.end <= len(line) and scalar.span.line not in told
        assert not one_line or written.partition(" ")[2] == scalar.text or written == scalar.text


@given(st.lists(lines, max_size=6).map("\n".join))
def test_every_problem_has_a_place_in_the_text(text: str) -> None:
    for problem in read_yaml(FILE, text).problems:
        assert 1 <= problem.span.line <= text.count("\n") + 1
        assert 1 <= problem.span.column < max(problem.span.end, 2)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    node, problems = read_yaml(FILE, text)
    assert node is None or isinstance(node, Scalar | Items | Fields)
    assert all(problem.span.path == FILE for problem in problems)
