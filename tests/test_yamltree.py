"""YAML as nodes: every value as it was written, every place exact to the column, nothing that takes for ever."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handrail.plaintext import text_of
from handrail.problems import Problem, Related, Span
from handrail.sources import Source
from handrail.yamltree import MAX_DEPTH, MAX_REPEATED, Fields, Items, Node, Scalar, find, find_key, read_yaml, to_plain

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


def scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Fields):
        for key, value in node.pairs:
            yield key
            yield from scalars(value)


AS_WRITTEN = [
    *("19:30", "12:30:45", "14:00-15:30", "2026-11-22", "2026-11-22T18:00:00Z"),
    *("no", "NO", "on", "off", "yes", "true"),
    *("007", "0o17", "0x1F", "1_000", "1e3", "3.10", "-3.50", "+5", ".inf", ".nan", "=", "<<"),
]


@pytest.mark.parametrize("written", [*AS_WRITTEN, "2026-12-24 18:00", "+1 202 555 0114", "null and void"])
def test_a_value_is_text_as_it_was_written(written: str) -> None:
    assert to_plain(read(f"value: {written}\n")) == {"value": written}


@pytest.mark.parametrize("written", AS_WRITTEN)
def test_an_item_is_text_as_it_was_written(written: str) -> None:
    assert to_plain(read(f"[{written}, {written}]\n")) == [written, written]


@pytest.mark.parametrize("written", ["19:30", "no", "on", "null", "~", "2026-11-22", "007", "<<"])
def test_a_key_is_text_as_it_was_written(written: str) -> None:
    assert to_plain(read(f"{written}: here\n")) == {written: "here"}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", '""', "''", '"  "', "|", "# nobody knows"])
def test_a_field_that_nobody_filled_in_is_left_out(nothing: str) -> None:
    assert to_plain(read(f"title: Sleep\nsummary: {nothing}\n")) == {"title": "Sleep"}


@pytest.mark.parametrize("word", ["null", "~", "NULL"])
def test_a_word_for_nothing_is_a_word_in_quotes(word: str) -> None:
    assert to_plain(read(f'title: "{word}"\n')) == {"title": word}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("one\n  two", "one two"),
        ("one\n\n  two", "one\ntwo"),
        ("'it''s\n  late'", "it's late"),
        ('"one\\ttwo \\u00e9\n  three"', "one\ttwo é three"),
        ("|\n  # one\n    two\n\n  three", "# one\n  two\n\nthree\n"),
        ("|-\n  one\n  two", "one\ntwo"),
        (">\n  one\n  two\n\n  three", "one two\nthree\n"),
    ],
)
def test_a_text_may_have_several_lines(written: str, text: str) -> None:
    assert to_plain(read(f"a: {written}\nb: behind\n")) == {"a": text, "b": "behind"}


def test_a_block_says_that_its_text_starts_on_the_next_line() -> None:
    node = find(read("text: |\n  one\n  two\n"), ("text",))
    assert node == Scalar("one\ntwo\n", Span(FILE, 1, 7, 8), is_plain=False, is_block=True)


def test_a_remark_is_no_part_of_a_value() -> None:
    text = "# above\ntitle: Sleep # for now\n# between\nurl: https://a.org/#night\nname: 'A # B'\n"
    assert to_plain(read(text)) == {"title": "Sleep", "url": "https://a.org/#night", "name": "A # B"}


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "# only a remark\n"])
def test_an_empty_text_is_nothing(text: str) -> None:
    assert read_yaml(FILE, text) == (None, ())


@pytest.mark.parametrize("text", ["---\na: b\n", "%YAML 1.1\n---\na: b\n", "a: b\n...\n", "\n# remark\n--- # x\na: b"])
def test_a_single_document_may_be_marked_as_one(text: str) -> None:
    assert to_plain(read(text)) == {"a": "b"}


@pytest.mark.parametrize(
    ("location", "span"),
    [
        (("name",), Span(FILE, 1, 7, 12)),
        (("topics",), Span(FILE, 3, 3, 4)),
        (("topics", 0), Span(FILE, 3, 5, 9)),
        (("topics", 1, 1), Span(FILE, 4, 11, 14)),
        (("contact",), Span(FILE, 5, 10, 11)),
        (("contact", "email"), Span(FILE, 5, 19, 26)),
        (("quoted",), Span(FILE, 6, 9, 16)),
        (("long",), Span(FILE, 7, 7, 10)),
        (("empty",), Span(FILE, 9, 7, 8)),
        (("last",), Span(FILE, 11, 7, 10)),
    ],
)
def test_a_value_knows_its_line_and_columns(location: tuple[str | int, ...], span: Span) -> None:
    text = (
        "name: Hands\ntopics:\n  - rest\n  - [one, two]\ncontact: { email: a@b.org }\nquoted: 'it is'\n"
        "long: one\n  two\nempty:\n# 日本 😀\nlast: end\n"
    )
    assert find(read(text), location).span == span


def test_a_key_knows_its_line_and_columns() -> None:
    assert find_key(read("name: Circle\nplace:\n  region: North\n"), ("place", "region")) == Span(FILE, 3, 3, 9)


def test_the_place_of_a_key_that_is_missing_is_that_of_what_is_above_it() -> None:
    node = read("name: Circle\nplace:\n  region: North\n")
    assert find_key(node, ("place", "city")) == find(node, ("place",)).span == Span(FILE, 3, 3, 4)


def test_columns_count_characters_whatever_their_width() -> None:
    assert find(read("{日本: 東京, 😀é: x}"), ("😀é",)).span == Span(FILE, 1, 14, 15)


@pytest.mark.parametrize(
    ("location", "nearest"),
    [
        (("phone",), ()),
        (("contact", "phone"), ("contact",)),
        (("contact", 0), ("contact",)),
        (("contact", "email", "host"), ("contact", "email")),
    ],
)
def test_the_place_of_what_is_missing_is_that_of_what_is_above_it(
    location: tuple[str | int, ...], nearest: tuple[str, ...]
) -> None:
    node = read("name: Circle\ncontact:\n  email: a@b.org\n")
    assert find(node, location).span == find(node, nearest).span


def test_an_item_that_is_missing_is_not_another_one() -> None:
    node = read("topics: [sleep]\n")
    assert find(node, ("topics", 1)) == find(node, ("topics",))


def test_lines_are_counted_from_where_the_text_stands_in_its_file() -> None:
    assert find(read("title: Sleep\n", first_line=2), ("title",)).span == Span(FILE, 2, 8, 13)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
def test_places_are_the_same_whatever_editor_saved_the_file(mark: str, line_end: str) -> None:
    source = Source(FILE, f"{mark}title: Sleep\n\ntext: 'a\n  b'\nlast: é\n".replace("\n", line_end).encode())
    node = read(text_of(source).value or "")
    assert [(scalar.text, scalar.span.line, scalar.span.column) for scalar in scalars(node)] == [
        *(("title", 1, 1), ("Sleep", 1, 8), ("text", 3, 1), ("a b", 3, 7), ("last", 5, 1), ("é", 5, 7)),
    ]


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_a_line_ends_where_editors_end_it(sign: str) -> None:
    assert find(read(f'a: "one{sign}two"\nb: c\n'), ("b",)).span == Span(FILE, 2, 4, 5)


def test_a_reference_gives_what_it_refers_to() -> None:
    assert to_plain(read("a: &a [x, y]\nb: *a\n")) == {"a": ["x", "y"], "b": ["x", "y"]}


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert to_plain(read("a: &a {b: c}\nd: {<<: *a, e: f}\n")) == {"a": {"b": "c"}, "d": {"<<": {"b": "c"}, "e": "f"}}


def test_a_repeated_key_names_both_places_and_the_first_one_counts() -> None:
    node, problems = read_yaml(FILE, "title: One\nsummary: x\n'title': Two\n")
    first = Related(Span(FILE, 1, 1, 6), "first given here")
    hint = "keep the one you mean and delete the other"
    assert problems == (Problem("Y102", Span(FILE, 3, 1, 8), '"title" is given twice', hint, (first,)),)
    assert to_plain(node) == {"title": "One", "summary": "x"}


def test_every_repeated_key_is_named() -> None:
    problems = read_yaml(FILE, "a: 1\na: 2\na: 3\nb: {c: 1, c: 2}\n").problems
    told = [(problem.code, problem.span.line, problem.related[0].span.line) for problem in problems]
    assert told == [("Y102", 2, 1), ("Y102", 3, 1), ("Y102", 4, 4)]


def test_keys_of_different_groups_or_letters_are_different() -> None:
    text = "name: a\nName: b\n1: c\n01: d\ninner: [{name: e}, {name: f}]\n"
    inner = [{"name": "e"}, {"name": "f"}]
    assert to_plain(read(text)) == {"name": "a", "Name": "b", "1": "c", "01": "d", "inner": inner}


REFERENCES = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
BOMBS = {
    "references": ("Y103", REFERENCES),
    "brackets": ("Y110", "a: " + "[" * 100_000),
    "braces": ("Y110", "a: " + "{b: " * 100_000),
    "dashes": ("Y110", "- " * 100_000),
    "questions": ("Y110", "? " * 100_000),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_what_is_built_to_take_for_ever_is_refused_at_once(bomb: str) -> None:
    code, text = BOMBS[bomb]
    started = time.process_time()
    codes = [problem.code for problem in read_yaml(FILE, text).problems]  # the node itself would take for ever to show
    assert (codes, time.process_time() - started < 1) == ([code], True)


def test_as_many_references_as_anybody_means_are_fine() -> None:
    text = "a: &a x\nb: [" + ", ".join(["*a"] * MAX_REPEATED) + "]\n"
    assert find(read(text), ("b", MAX_REPEATED - 1)) == Scalar("x", Span(FILE, 1, 4, 8), is_plain=True)


def test_as_many_levels_as_anybody_means_are_fine() -> None:
    node = to_plain(read("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH))
    for _ in range(MAX_DEPTH):
        node = node[0] if isinstance(node, list) else None
    assert node == "x"


def test_one_level_more_is_refused_where_it_starts() -> None:
    problem = refused("[" * MAX_DEPTH + "[x]" + "]" * MAX_DEPTH)
    assert (problem.code, problem.span) == ("Y110", Span(FILE, 1, MAX_DEPTH + 2, MAX_DEPTH + 3))


def test_levels_behind_references_count_too() -> None:
    deeper = (f"a{i + 1}: &a{i + 1} {'[' * 30}*a{i}{']' * 30}\n" for i in range(20))
    problems = read_yaml(FILE, "a0: &a0 x\n" + "".join(deeper)).problems
    assert [problem.code for problem in problems] == ["Y110"]


words = st.text("aZé日😀", min_size=1, max_size=5)


@settings(deadline=None)
@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_word_stands_where_its_place_says(rows: list[list[str]]) -> None:
    text = "😀é: # 日\n" + "".join(f"  - [{', '.join(row)}]  # é {row}\n\n" for row in rows)
    lines, found = text.split("\n"), [*scalars(read(text))]
    assert [scalar.text for scalar in found] == ["😀é", *(word for row in rows for word in row)]
    marked = [lines[word.span.line - 1][word.span.column - 1 : word.span.end - 1] for word in found]
    assert marked == [scalar.text for scalar in found]


signs = st.text("ab: -[]{}#&*!|>'\"%@`\t~,?\\é日\x00\x85\u2028\n", max_size=60)


@settings(deadline=None)
@given(signs | st.text(max_size=60).filter(lambda text: "\r" not in text))
@example("?")
@example("---")
@example("a: one\u2028b: two")
def test_any_text_is_read_or_refused_at_a_place_in_it(text: str) -> None:
    node, problems = read_yaml(FILE, text)
    assert node is not None or problems or not text.partition("#")[0].strip(" \n\x85\u2028\u2029")
    lines = text.split("\n")
    for span in [*(scalar.span for scalar in scalars(node)), *(problem.span for problem in problems)]:
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert span.column < span.end <= len(lines[span.line - 1]) + 2
