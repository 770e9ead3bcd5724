"""Mistakes in YAML: found where they were made, and said to people who never heard of YAML."""

import pytest

from handrail.problems import Problem, Span
from handrail.yamltree import read_yaml, to_plain

FILE = "site.yaml"


def told(text: str, first_line: int = 1) -> Problem:
    """Give the problem for which a text is refused."""
    node, problems = read_yaml(FILE, text, first_line)
    assert node is None
    assert len(problems) == 1
    return problems[0]


@pytest.mark.parametrize(
    ("text", "span", "message"),
    [
        ("title: Coping: a guide\n", (1, 14, 15), "a colon followed by a space stands inside a text, so YAML reads"),
        ('title: "Sleep" well\n', (1, 16, 17), "this line does not fit the lines above it"),
        ("title: Sleep\n- rest\n", (2, 1, 2), "this line does not fit the lines above it"),
        ("title: Sleep\n  summary: Rest\n", (2, 1, 10), "this line does not fit the line above it"),
        ("topics:\n  - rest\n  summary: Rest\n", (3, 3, 4), "this line is not part of the list above it"),
        ("title: @home\n", (1, 8, 9), "a value cannot start with @ in YAML"),
        ("title: 100\nname: %\n", (2, 7, 8), "a value cannot start with % in YAML"),
        ("title: *loud\n", (1, 8, 13), "a star at the start of a value means a reference in YAML"),
        ("a: &a [*a]\n", (1, 8, 10), "a star at the start of a value means a reference in YAML"),
        ('title: "a\\qb"\n', (1, 10, 11), "a backslash stands inside double quotes"),
        ("title: !x!y z\n", (1, 8, 9), "a word that starts with ! means a tag in YAML"),
        ("a: 1\n---\nb: 2\n", (2, 1, 4), "a second line of --- starts another document here"),
        ("a: 1\n---\n", (2, 1, 4), "a second line of --- starts another document here"),
        ("[a, b]: c\n", (1, 1, 2), "a name with a value is expected here, not a list or a group"),
        ("😀é: 日本: x\n", (1, 7, 8), "a colon followed by a space stands inside a text"),
    ],
)
def test_a_mistake_is_found_where_it_was_made(text: str, span: tuple[int, int, int], message: str) -> None:
    problem = told(text)
    assert (problem.code, problem.span, problem.message[: len(message)]) == ("Y101", Span(FILE, *span), message)


@pytest.mark.parametrize(
    ("text", "span", "message"),
    [
        ("title: Sleep\nsummary Rest\ntopics: []\n", (2, 1, 2), 'a line without "name: value" stands here'),
        ('title: Sleep\nsummary: "Rest\n', (2, 10, 11), "a quote that was opened is never closed"),
        ("summary: 'Rest\ntopics: []", (1, 10, 11), "a quote that was opened is never closed"),
        ("title: Sleep\ntopics: [a,\n  b\n", (2, 9, 10), "a list or group in brackets is not closed"),
        ("topics: {a: b\ntitle: Sleep\n", (1, 9, 10), "a list or group in brackets is not closed"),
    ],
)
def test_what_is_left_open_is_found_where_it_was_opened(text: str, span: tuple[int, int, int], message: str) -> None:
    problem = told(text)
    assert (problem.code, problem.span, problem.message) == ("Y101", Span(FILE, *span), message)


@pytest.mark.parametrize("written", ["*loud*", "**loud**", "&"])
def test_a_star_around_a_value_is_told_in_plain_words_at_the_first_one(written: str) -> None:
    problem = told(f"title: {written}\n")
    assert (problem.code, problem.span, problem.hint) == ("Y101", Span(FILE, 1, 8, 9), "put the value in quotes")
    assert "alphabetic" not in problem.message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("contact:\n\temail: a@b.org\n", 2),
        ("\ttitle: Sleep\n", 1),
        ("topics:\n  - rest\n\t- sleep\n", 3),
        ("text: |\n\tone\n", 2),
    ],
)
def test_a_tab_that_indents_is_named(text: str, line: int) -> None:
    message, hint = "the line starts with a tab", "replace the tab by spaces"
    assert told(text) == Problem("Y104", Span(FILE, line, 1, 2), message, hint)


def test_a_tab_behind_a_blank_is_marked_itself() -> None:
    problem = told("contact:\n \temail: a@b.org\n")
    assert (problem.code, problem.span) == ("Y104", Span(FILE, 2, 2, 3))


def test_a_tab_behind_a_dash_is_named() -> None:
    problem = told("- rest\n-\tsleep\n")
    assert (problem.code, problem.span) == ("Y104", Span(FILE, 2, 2, 3))
    assert "\t" not in problem.message


def test_a_tab_within_a_line_is_fine() -> None:
    node, problems = read_yaml(FILE, "a:\tone\ttwo\t# remark\nb: [\n\tthree]\n")
    assert (to_plain(node), problems) == ({"a": "one\ttwo", "b": ["three"]}, ())


@pytest.mark.parametrize(
    ("text", "column", "sign"),
    [
        ("é: Sl\x00eep\n", 6, "U+0000"),
        ("é: Sleep\x1b\n", 9, "U+001B"),
        ("\ufefftitle: Sleep\n", 1, "U+FEFF"),
        ("title: # \x7f\n", 10, "U+007F"),
    ],
)
def test_a_control_character_is_named_at_its_place(text: str, column: int, sign: str) -> None:
    problem = told(f"\n{text}", first_line=3)
    message = f"there is an invisible control character ({sign}) in the text"
    assert (problem.code, problem.span, problem.message) == ("Y108", Span(FILE, 4, column, column + 1), message)


@pytest.mark.parametrize("written", ["\\x00", "\\0", "\\e", "\\b", "\\x7f", "\\uFEFF", "\\uFFFF"])
def test_a_control_character_written_as_an_escape_is_named(written: str) -> None:
    problem = told(f'title: "Sl{written}eep"\n')
    assert (problem.code, problem.span) == ("Y108", Span(FILE, 1, 8, 15 + len(written)))


@pytest.mark.parametrize("tag", ["!!str", "!!python/name:os.system", "!", "!own", "!!map"])
def test_a_tag_is_refused(tag: str) -> None:
    problem = told(f"a: 1\nb: {tag} x\n")
    assert (problem.code, problem.span.line, problem.span.column) == ("Y109", 2, 4)


@pytest.mark.parametrize("written", ["#2f6f62", "#1 tip"])
def test_a_value_that_yaml_takes_for_a_remark_is_told_and_kept(written: str) -> None:
    node, problems = read_yaml(FILE, f"a: 1\nvalue:  {written}\nb:\n- {written}\n")
    places = [Span(FILE, 2, 9, 9 + len(written)), Span(FILE, 4, 3, 3 + len(written))]
    message = f'YAML reads "{written}" as a remark, because it starts with #'
    assert list(problems) == [Problem("Y111", place, message, "put the value in quotes") for place in places]
    assert to_plain(node) == {"a": "1", "value": written, "b": [written]}


def test_the_rest_of_a_value_that_yaml_takes_for_a_remark_is_told_and_kept() -> None:
    node, problems = read_yaml(FILE, "street: 14 Alder Street #3\n")
    assert [(problem.code, problem.span) for problem in problems] == [("Y111", Span(FILE, 1, 25, 27))]
    assert to_plain(node) == {"street": "14 Alder Street #3"}


def test_a_value_in_braces_that_yaml_takes_for_a_remark_is_told() -> None:
    problem = told("theme: {name: harbor, accent: #2f6f62}\nurl: x\n")
    assert (problem.code, problem.span) == ("Y111", Span(FILE, 1, 31, 38))


def test_mistakes_before_the_one_that_ends_the_reading_are_told_as_well() -> None:
    node, problems = read_yaml(FILE, "a: 1\na: 2\nb: #1\nc: d: e\nf: g: h\n")
    assert (node, [(problem.code, problem.span.line) for problem in problems]) == (
        None,
        [("Y102", 2), ("Y111", 3), ("Y101", 4)],
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [("a: b: c\n", "Y101"), ("a: @\n", "Y101"), ("a: *b\n", "Y101"), ("\ta: b\n", "Y104"), ("a: !b c\n", "Y109")],
)
def test_lines_of_mistakes_are_counted_from_where_the_text_stands_in_its_file(text: str, code: str) -> None:
    problem = told(f"\n{text}", first_line=5)
    assert (problem.code, problem.span.line) == (code, 6)
