"""Problems in a terminal: place, the line itself with the mistake marked, what to do, and the count."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from rich.cells import cell_len

from handrail.cli.common import lines_of
from handrail.codes import Severity
from handrail.problems import Problem, Related, Span
from handrail.reports.terminal import STYLES, WIDEST, place, terminal_report

PAGE = "content/sleep.md"


def drawn(*problems: Problem, lines: Mapping[tuple[str, int], str] | None = None) -> str:
    """Give a report without its last two lines, the count and the advice."""
    report = terminal_report(problems, lambda path, line: (lines or {}).get((path, line))).plain
    return "".join(report.splitlines(keepends=True)[:-2])


def excerpt(line: str, column: int, end: int) -> list[str]:
    """Give the two lines that show a mistake on line 1, without their margin."""
    text = drawn(Problem("F201", Span(PAGE, 1, column, end), "wrong"), lines={(PAGE, 1): line})
    return [shown[4:] for shown in text.splitlines()[2:4]]


# The whole of it


def test_a_problem_shows_its_code_its_place_its_line_and_what_to_do() -> None:
    problem = Problem("F201", Span(PAGE, 2, 1, 6), '"titel" is not a field of a page', 'did you mean "title"?')
    report = terminal_report([problem], lambda path, line: "titel: Sleep" if (path, line) == (PAGE, 2) else None)
    assert report.plain == (
        'error[F201]: "titel" is not a field of a page\n'
        " --> content/sleep.md:2:1\n"
        "2 | titel: Sleep\n"
        "  | ^^^^^\n"
        '  = did you mean "title"?\n'
        "\n"
        "1 error\n"
        "handrail explain F201 tells more about the first one\n"
    )


def test_related_places_stand_below_with_their_own_lines_in_one_margin() -> None:
    problem = Problem(
        "F210",
        Span("content/places.yaml", 12, 9, 16),
        'there are two records with the id "library"',
        "give one of them another id",
        (Related(Span("content/places.yaml", 3, 9, 16), "it was used here first"), Related(Span("site.yaml"), "see")),
    )
    lines = {("content/places.yaml", 12): "  - id: library", ("content/places.yaml", 3): "  - id: library # old"}
    assert drawn(problem, lines=lines) == (
        'error[F210]: there are two records with the id "library"\n'
        "  --> content/places.yaml:12:9\n"
        "12 |   - id: library\n"
        "   |         ^^^^^^^\n"
        "   = it was used here first\n"
        "  --> content/places.yaml:3:9\n"
        " 3 |   - id: library # old\n"
        "   |         ^^^^^^^\n"
        "   = see\n"
        "  --> site.yaml\n"
        "   = give one of them another id\n"
        "\n"
    )


def test_a_problem_of_a_whole_file_shows_no_line() -> None:
    problem = Problem("L101", Span("site.yaml"), "there is no site.yaml", "start one")
    assert drawn(problem) == "error[L101]: there is no site.yaml\n --> site.yaml\n  = start one\n\n"


def test_a_line_that_cannot_be_read_any_more_is_left_out() -> None:
    assert drawn(Problem("K401", Span(PAGE, 7, 5, 9), "gone")) == f"error[K401]: gone\n --> {PAGE}:7:5\n\n"


def test_an_empty_line_is_not_shown() -> None:
    problem = Problem("Y106", Span(PAGE, 1, 1, 2), "never ends")
    assert drawn(problem, lines={(PAGE, 1): " \t"}) == f"error[Y106]: never ends\n --> {PAGE}:1:1\n\n"


def test_a_line_without_column_is_shown_without_carets() -> None:
    problem = Problem("T507", Span(PAGE, 3), "wrong")
    assert drawn(problem, lines={(PAGE, 3): "Tea"}) == f"warning[T507]: wrong\n --> {PAGE}:3\n3 | Tea\n\n"


def test_problems_are_drawn_in_the_order_given_and_counted_by_severity() -> None:
    problems = [Problem(code, Span(PAGE), code.lower()) for code in ("F201", "K401", "M301", "H802")]
    report = terminal_report(problems, lambda *_: None).plain
    assert [line for line in report.splitlines() if "[" in line] == [
        "error[F201]: f201",
        "error[K401]: k401",
        "warning[M301]: m301",
        "note[H802]: h802",
    ]
    assert report.endswith("\n2 errors, 1 warning, 1 note\nhandrail explain F201 tells more about the first one\n")


def test_nothing_wrong_is_one_line() -> None:
    assert terminal_report([], lambda *_: None).plain == "no problems\n"


def test_twenty_of_one_code_are_shown_and_the_rest_counted() -> None:
    problems = [
        *(Problem("M301", Span(PAGE, n), f"number {n}") for n in range(1, 24)),
        Problem("M305", Span(PAGE), "x"),
    ]
    report = terminal_report(problems, lambda *_: None).plain
    assert report.count("warning[M301]") == 20
    assert "number 20\n" in report
    assert "number 21\n" not in report
    assert "warning[M305]: x\n" in report
    assert "\nand 3 more of M301\n\n24 warnings\n" in report


def test_each_severity_has_a_style_of_its_own() -> None:
    for code, severity in (("F201", Severity.ERROR), ("M301", Severity.WARNING), ("H802", Severity.NOTE)):
        report = terminal_report([Problem(code, Span(PAGE), "x")], lambda *_: None)
        first = report.spans[0]
        assert (report.plain[first.start : first.end], first.style) == (f"{severity}[{code}]", STYLES[severity])


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span(PAGE), "content/sleep.md"),
        (Span(PAGE, 7), "content/sleep.md:7"),
        (Span(PAGE, 7, 3, 9), "content/sleep.md:7:3"),
    ],
)
def test_a_place_is_written_as_editors_understand_it(span: Span, words: str) -> None:
    assert place(span) == words


# The line and its carets


def test_carets_stand_below_the_mistake() -> None:
    assert excerpt("title: Sleep", 8, 13) == ["title: Sleep", "       ^^^^^"]


def test_a_mistake_without_an_end_gets_one_caret() -> None:
    assert excerpt("title: Sleep", 8, 0) == ["title: Sleep", "       ^"]
    assert excerpt("title:", 7, 7) == ["title:", "      ^"]


def test_a_tab_is_as_wide_as_it_is_drawn() -> None:
    assert excerpt("\ttitle:\tSleep", 9, 14) == ["    title:    Sleep", "              ^^^^^"]
    assert excerpt("\ttitle", 1, 2) == ["    title", "^^^^"]


def test_wide_letters_have_carets_as_wide_and_joined_marks_none() -> None:
    assert excerpt("漢字: 睡眠 x", 5, 7) == ["漢字: 睡眠 x", "      ^^^^"]
    assert excerpt("cafe\u0301: tea", 8, 11) == ["cafe\u0301: tea", "      ^^^"]


def test_blanks_at_the_end_of_a_line_are_left_out() -> None:
    assert excerpt("tea   \t", 1, 4) == ["tea", "^^^"]


def test_a_long_line_is_cut_on_both_sides_of_the_mistake() -> None:
    line, carets = excerpt("a" * 199 + "WRONG" + "b" * 200, 200, 205)
    assert line == "…" + "a" * 50 + "WRONG" + "b" * 44 + "…"
    assert carets == " " * 51 + "^" * 5


def test_a_long_line_is_cut_behind_a_mistake_at_its_start() -> None:
    assert excerpt("WRONG" + "b" * 200, 1, 6) == ["WRONG" + "b" * 95 + "…", "^" * 5]


def test_a_line_that_just_fits_is_whole() -> None:
    assert excerpt("WRONG" + "b" * 95, 1, 6) == ["WRONG" + "b" * 95, "^" * 5]


def test_a_mistake_wider_than_the_screen_is_cut_with_its_carets() -> None:
    assert excerpt("x" * 300, 1, 301) == ["x" * 100 + "…", "^" * 101]


def test_a_long_line_of_wide_letters_is_cut_to_the_same_width() -> None:
    line, carets = excerpt("漢" * 199 + "WRONG" + "字" * 200, 200, 205)
    assert cell_len(line) <= WIDEST + 2
    assert carets == " " * cell_len(line.partition("WRONG")[0]) + "^" * 5


def test_signs_that_command_are_shown_as_signs_with_carets_below_them() -> None:
    assert excerpt("a\x1b[2J\u202eb", 2, 7) == ["a␛[2J�b", " ^^^^^"]
    assert excerpt("a\x00\x7f\x9bb", 5, 6) == ["a␀␡�b", "    ^"]


def test_a_path_cannot_command_and_need_not_be_utf_8() -> None:
    assert drawn(Problem("F201", Span("a\x1bc\udcff.md", 1), "x\ny\rz")) == "error[F201]: x␊y␍z\n --> a␛c�.md:1\n\n"


def test_nothing_in_a_text_can_command_the_terminal() -> None:
    problem = Problem(
        "F204", Span(PAGE, 1, 1, 2), "not \x1b]0;owned\x07", "not \x1b[2J", (Related(Span(PAGE), "\x9b1m"),)
    )
    report = terminal_report([problem], lambda *_: "e\x1b[31mvil \u202edrawkcab").plain
    assert not set(report) & {"\x1b", "\x07", "\x9b", "\u202e"}


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0c"])
def test_a_sign_that_only_looks_like_a_line_end_does_not_move_the_excerpt(sign: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / PAGE).write_text(f"Sleep{sign}well\n\nTea\n", encoding="utf-8")
    assert lines_of(tmp_path)(PAGE, 3) == "Tea"


def test_lines_are_read_with_any_line_end_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / PAGE).write_bytes(b"\xef\xbb\xbfone\r\ntwo\nthree")
    line_of = lines_of(tmp_path)
    assert [line_of(PAGE, number) for number in (0, 1, 2, 3, 4)] == [None, "one", "two", "three", None]
    assert line_of("content/gone.md", 1) is None
