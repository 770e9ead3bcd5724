"""Problems in order, counted, as data, and as a panel over the preview's page."""

import json
from html.parser import HTMLParser

import pytest

from handrail.problems import Problem, Related, Span, in_order, problem_from_json, problem_to_json
from handrail.reports.counts import counted
from handrail.reports.json_report import json_report
from handrail.reports.overlay import CLOSE, MOST_SHOWN, overlay

FULL = Problem(
    "F210",
    Span("content/places.yaml", 12, 9, 16),
    'zwei Einträge heißen "library"',
    "give one of them another id",
    (Related(Span("content/places.yaml", 3, 9, 16), "it was used here first"),),
)
WARNING = Problem("M301", Span("content/a.md", 4, 1, 8), "<script> was removed")
NOTE = Problem("H802", Span("helplines/US.yaml"), "soon to be confirmed")


# Order and counts


def test_errors_come_first_then_places_each_once() -> None:
    later = Problem("F201", Span("content/b.md", 10, 1, 2), "x")
    earlier = Problem("F201", Span("content/b.md", 9, 5, 6), "x")
    other = Problem("F201", Span("content/a.md", 90), "x")
    same_place = Problem("F202", Span("content/b.md", 9, 5, 6), "a")
    assert in_order([NOTE, later, WARNING, same_place, earlier, other, later]) == (
        other,
        earlier,
        same_place,
        later,
        WARNING,
        NOTE,
    )


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "no problems"),
        ([FULL], "1 error"),
        ([NOTE, NOTE, WARNING], "1 warning, 2 notes"),
        ([NOTE, WARNING, FULL, FULL], "2 errors, 1 warning, 1 note"),
    ],
)
def test_problems_are_counted_the_gravest_first(problems: list[Problem], words: str) -> None:
    assert counted(problems) == words


# For programs


def test_the_report_for_programs_has_this_shape() -> None:
    assert (
        json_report([FULL, NOTE])
        == """{
  "version": 1,
  "counts": {
    "error": 1,
    "warning": 0,
    "note": 1
  },
  "problems": [
    {
      "code": "F210",
      "severity": "error",
      "path": "content/places.yaml",
      "line": 12,
      "column": 9,
      "end": 16,
      "message": "zwei Einträge heißen \\"library\\"",
      "hint": "give one of them another id",
      "related": [
        {
          "path": "content/places.yaml",
          "line": 3,
          "column": 9,
          "end": 16,
          "message": "it was used here first"
        }
      ]
    },
    {
      "code": "H802",
      "severity": "note",
      "path": "helplines/US.yaml",
      "line": 0,
      "column": 0,
      "end": 0,
      "message": "soon to be confirmed",
      "hint": "",
      "related": []
    }
  ]
}
"""
    )


def test_the_name_of_a_file_need_not_be_utf_8() -> None:
    report = json_report([Problem("L101", Span("a\udcff.md"), "x")]).encode()
    assert json.loads(report)["problems"][0]["path"] == "a\udcff.md"


def test_nothing_wrong_is_a_report_too() -> None:
    assert json.loads(json_report([])) == {
        "version": 1,
        "counts": {"error": 0, "warning": 0, "note": 0},
        "problems": [],
    }


@pytest.mark.parametrize("problem", [FULL, WARNING, NOTE])
def test_a_problem_comes_back_from_data_as_it_was(problem: Problem) -> None:
    assert problem_from_json(json.loads(json.dumps(problem_to_json(problem)))) == problem


@pytest.mark.parametrize("damage", [{"line": "7"}, {"related": None}, {"related": [{}]}])
def test_damaged_data_is_a_fault_of_ours(damage: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError)):
        problem_from_json({**problem_to_json(FULL), **damage})


def test_a_code_that_is_not_in_the_table_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError, match="X999"):
        Problem("X999", Span("a.md"), "x")


# Over the preview's page


class Panel(HTMLParser):
    """Reads the overlay: its elements without the style sheet, and its text piece by piece."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += [data] if self.elements[-1][0] != "style" else []


def test_without_problems_there_is_no_panel() -> None:
    assert overlay([], is_stale=False) == ""
    assert overlay([], is_stale=True) == ""


def test_the_panel_says_what_where_and_what_to_do() -> None:
    panel = Panel(overlay([FULL, NOTE], is_stale=True))
    assert panel.words == [
        "Close",
        "1 error, 1 note",
        "This is the last page that could be built.",
        'zwei Einträge heißen "library"',
        " (error F210)",
        "content/places.yaml:12:9",
        "give one of them another id",
        "soon to be confirmed",
        " (note H802)",
        "helplines/US.yaml",
    ]
    assert panel.elements[0] == ("section", {"id": "handrail-problems", "role": "alert", "aria-label": "Problems"})
    assert ("button", {"type": "button", "onclick": CLOSE}) in panel.elements


def test_the_panel_says_whether_the_page_below_is_older() -> None:
    assert "<p>The site was built all the same.</p>" in overlay([WARNING], is_stale=False)


def test_nothing_in_a_text_is_html() -> None:
    problem = Problem("F201", Span("<b>.md", 1), "</section><script>x</script>&amp;", '<img src=x onerror="y">')
    panel = Panel(overlay([problem], is_stale=False))
    assert {tag for tag, _ in panel.elements} == {"section", "style", "button", "h2", "p", "ol", "li", "strong", "code"}
    assert panel.words[3:] == [
        "</section><script>x</script>&amp;",
        " (error F201)",
        "<b>.md:1",
        '<img src=x onerror="y">',
    ]


def test_a_long_list_is_cut_and_counted() -> None:
    shown = overlay([WARNING] * (MOST_SHOWN + 2), is_stale=False)
    assert shown.count("<li>") == MOST_SHOWN
    assert "<h2>32 warnings</h2>" in shown
    assert shown.endswith("</ol><p>and 2 more; the terminal shows all</p></section>")
    assert "the terminal shows all" not in overlay([WARNING] * MOST_SHOWN, is_stale=False)
