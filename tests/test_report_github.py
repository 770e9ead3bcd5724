"""Problems on GitHub: commands that cannot be broken, ten of each kind, and the whole list in the job's summary.

How commands are escaped: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts.
"""

from pathlib import Path, PurePosixPath

import pytest

from handrail.problems import Problem, Span
from handrail.reports.github import annotations, job_summary
from hubs import run_process, write_hub

ROOT = PurePosixPath()
HEAD = "| | code | place | what is wrong | what to do |\n|---|---|---|---|---|\n"


def many(code: str, count: int) -> list[Problem]:
    return [Problem(code, Span("content/sleep.md", number), f"number {number}") for number in range(1, count + 1)]


# Annotations


def test_an_annotation_names_the_place_within_the_repository() -> None:
    problem = Problem("F201", Span("content/sleep.md", 2, 1, 6), '"titel" is not a field', 'did you mean "title"?')
    assert annotations([problem], PurePosixPath("hubs/river")) == (
        "::error file=hubs/river/content/sleep.md,line=2,col=1,endColumn=6,title=F201 An unknown field"
        '::"titel" is not a field%0Adid you mean "title"?\n'
        "1 error\n"
    )


def test_a_place_says_only_what_is_known() -> None:
    problems = [Problem("M301", Span("a.md", 7), "x"), Problem("H802", Span("b.yaml"), "y")]
    assert annotations(problems, ROOT) == (
        "::warning file=a.md,line=7,title=M301 HTML that was removed::x\n"
        "::notice file=b.yaml,title=H802 A help line soon to be reviewed::y\n"
        "1 warning, 1 note\n"
    )


def test_a_start_without_an_end_names_no_end() -> None:
    written = annotations([Problem("F201", Span("a.md", 2, 5), "x")], ROOT)
    assert written.startswith("::error file=a.md,line=2,col=5,title=")


def test_a_message_cannot_start_a_command_of_its_own() -> None:
    problem = Problem("F201", Span("a.md"), "50% off\r\n::error::gone, too: far", "100%")
    assert annotations([problem], ROOT) == (
        "::error file=a.md,title=F201 An unknown field::50%25 off%0D%0A::error::gone, too: far%0A100%25\n1 error\n"
    )


def test_a_path_cannot_add_properties() -> None:
    problem = Problem("F201", Span("a,line=9::b%\r\n.md", 1), "x")
    assert annotations([problem], PurePosixPath("a:b")) == (
        "::error file=a%3Ab/a%2Cline=9%3A%3Ab%25%0D%0A.md,line=1,title=F201 An unknown field::x\n1 error\n"
    )


def test_ten_of_each_severity_are_shown_the_gravest_first_and_the_rest_counted() -> None:
    written = annotations([*many("H802", 2), *many("M301", 13), *many("F201", 11)], ROOT).splitlines()
    assert [line.split(" ")[0] for line in written[:10]] == ["::error"] * 10
    assert written[9].endswith("::number 10")
    assert written[10] == "1 more of severity error stand in the summary of this job"
    assert [line.split(" ")[0] for line in written[11:21]] == ["::warning"] * 10
    assert written[21] == "3 more of severity warning stand in the summary of this job"
    assert [line.split(" ")[0] for line in written[22:24]] == ["::notice"] * 2
    assert written[24:] == ["11 errors, 13 warnings, 2 notes"]


def test_nothing_wrong_is_one_line() -> None:
    assert annotations([], ROOT) == "no problems\n"


# The job's summary


def test_the_summary_holds_every_problem() -> None:
    problem = Problem("F201", Span("content/sleep.md", 2, 1, 6), "wrong", "do this")
    assert job_summary([problem]) == (
        f"### Handrail found 1 error\n\n{HEAD}| error | F201 | content/sleep.md:2:1 | wrong | do this |\n"
    )
    assert job_summary(many("M301", 40)).count("\n| warning |") == 40


def test_the_summary_says_when_all_is_well() -> None:
    assert job_summary([]) == "### Handrail found no problems\n"


def test_a_text_cannot_break_the_table() -> None:
    problem = Problem("F201", Span("a|b.md", 2), "`a` | b \\| c\n\n| d |\r\n# e", "<img src=x>\t`")
    assert job_summary([problem]) == (
        f"### Handrail found 1 error\n\n{HEAD}"
        "| error | F201 | a\\|b.md:2 | \\`a\\` \\| b \\\\\\| c \\| d \\| # e | &lt;img src=x> \\` |\n"
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("&lt;", "&amp;lt;"),
        ("**all**", r"\*\*all\*\*"),
        ("_a_ ~~b~~", r"\_a\_ \~\~b\~\~"),
        ("[tea](https://example.com/)", r"\[tea\](https://example.com/)"),
        ("![](https://example.com/seen.png)", r"!\[\](https://example.com/seen.png)"),
    ],
)
def test_a_text_is_shown_as_it_was_written(text: str, cell: str) -> None:
    assert f"| {cell} |" in job_summary([Problem("F201", Span("a.md"), text)])


# As GitHub runs it


def test_a_build_on_github_annotates_and_adds_to_the_summary(tmp_path: Path) -> None:
    pages = {f"content/p{n:02}.md": f"---\ntitle: P{n}\n---\n\n<blink>x</blink>\n" for n in range(12)}
    root = write_hub(tmp_path / "repository/hub", pages)
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n", encoding="utf-8")
    answer = run_process(
        root,
        "build",
        GITHUB_ACTIONS="true",
        GITHUB_WORKSPACE=str(tmp_path / "repository"),
        GITHUB_STEP_SUMMARY=str(summary),
    )
    lines = answer.output.splitlines()
    assert [line for line in lines if line.startswith("::")] == [
        f"::warning file=hub/content/p{n:02}.md,line=5,col=1,endColumn=7,title=M301 HTML that was removed"
        "::<blink> was removed%0Asay it in Markdown"
        for n in range(10)
    ]
    assert lines[10:12] == ["2 more of severity warning stand in the summary of this job", "12 warnings"]
    told = summary.read_text(encoding="utf-8")
    assert told.startswith(f"Before.\n### Handrail found 12 warnings\n\n{HEAD}")
    assert told.endswith("| warning | M301 | content/p11.md:5:1 | &lt;blink> was removed | say it in Markdown |\n")
    assert answer.exit_code == 0
