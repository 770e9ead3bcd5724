"""What the preview says of mistakes and of bugs of ours: over the last good page, and in the terminal."""

from pathlib import Path

import pytest

from handrail.build import BuildResult, build
from handrail.cli.serve import Teller
from handrail.watch import Round
from previews import (
    BROKEN,
    HOME,
    MISTAKE,
    PAGE,
    PANEL,
    copy,
    fail_over_mistakes,
    previewed,
    refuse_mistakes,
    with_problem,
    write_pages,
    write_tiny_hub,
)


def test_a_broken_header_keeps_the_last_good_page_under_a_panel(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with previewed(tmp_path, build) as preview:
        (tmp_path / "content" / "index.md").write_text(BROKEN)
        preview.until(lambda: PANEL in preview.get("/").text)
        page = preview.get("/").text
        assert [words in page for words in ("The first words.", "Other words.", "content/index.md:3:1")] == [
            True,
            False,
            True,
        ]


def test_the_panel_is_gone_when_the_header_is_mended(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path, home=BROKEN)
    with previewed(tmp_path, build) as preview:
        preview.until(lambda: PANEL in preview.get("/").text)
        (tmp_path / "content" / "index.md").write_text(HOME)
        # The page is written a moment before the panel is taken away.
        preview.until(lambda: "The first words." in preview.get("/").text)
        preview.until(lambda: PANEL not in preview.get("/").text)


def test_the_open_page_reloads_when_only_the_problems_change(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, refuse_mistakes) as preview, preview.tab("/") as tab:
        (tmp_path / "content" / "mistake.html").touch()
        appeared = tab.heard()["command"]
        (tmp_path / "content" / "mistake.html").unlink()
        assert (appeared, tab.heard()["command"]) == ("reload", "reload")


def test_panel_and_script_are_never_written_into_files(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, refuse_mistakes) as preview:
        (tmp_path / "content" / "mistake.html").touch()
        preview.until(lambda: PANEL in preview.get("/").text)
        assert (tmp_path / ".handrail" / "preview" / "index.html").read_text() == PAGE


def test_a_good_build_shows_its_warnings(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, with_problem("C706")) as preview:
        preview.until(lambda: "The site was built all the same." in preview.get("/").text)


def test_what_is_only_worth_a_note_stays_in_the_terminal(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, with_problem("H802")) as preview:
        (tmp_path / "content" / "index.html").write_text(PAGE.replace("first", "other"))
        preview.until(lambda: "The other words." in preview.get("/").text)
        assert PANEL not in preview.get("/").text


def test_a_hub_that_was_never_built_has_a_page_with_the_panel(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path, home=BROKEN)
    with previewed(tmp_path, build) as preview:
        preview.until(lambda: PANEL in preview.get("/about/").text)
        answer = preview.get("/about/")
        parts = ('<html lang="en">', "<title>No page yet</title>", "<h1>There is no page to show yet</h1>", "titel")
        assert (answer.status, [part in answer.text for part in parts]) == (200, [True] * 4)


def test_pages_of_an_unknown_build_are_not_shown(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    old = tmp_path / ".handrail" / "preview" / "old" / "index.html"
    old.parent.mkdir(parents=True)
    old.write_text(PAGE)
    with previewed(tmp_path, copy) as preview:
        assert preview.get("/old/").status == 404


def test_pages_of_the_last_preview_are_shown_while_the_hub_is_broken(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with previewed(tmp_path, build):
        pass
    (tmp_path / "content" / "index.md").write_text(BROKEN)
    with previewed(tmp_path, build) as preview:
        preview.until(lambda: PANEL in preview.get("/").text)
        assert "The first words." in preview.get("/").text


def test_a_bug_of_ours_is_shown_over_the_last_good_page(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, fail_over_mistakes) as preview:
        (tmp_path / "content" / "mistake.html").touch()
        preview.until(lambda: "ZeroDivisionError" in preview.get("/").text)
        assert [part in preview.get("/").text for part in ("The first words.", "A bug in Handrail")] == [True, True]


def test_a_bug_of_ours_is_told_with_its_traceback(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, fail_over_mistakes) as preview:
        (tmp_path / "content" / "mistake.html").touch()
        assert preview.next_round().bug.endswith("\nZeroDivisionError: integer modulo by zero\n")


def test_the_preview_lives_on_after_a_bug_of_ours(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE, "mistake.html": ""})
    with previewed(tmp_path, fail_over_mistakes) as preview:
        (tmp_path / "content" / "mistake.html").unlink()
        preview.until(lambda: preview.get("/").text.endswith("<p>The first words.</p></body></html>"))


REPORT = """error[F201]: "titel" is not a field of a page
 --> content/circle.md:3:1

1 error
handrail explain F201 tells more about the first one
"""
REFUSED = Round(0.5, BuildResult((MISTAKE,), is_written=False))
NOTHING = "nothing was built: the pages are as they were"


def good(*changed: str) -> Round:
    return Round(0.1234, BuildResult((), is_written=True, changed=changed))


@pytest.mark.parametrize(
    ("rounds", "expected"),
    [
        ([good("a", "b", "c")], "built in 0.12 s, 3 files changed\n"),
        ([good("a")], "built in 0.12 s, 1 file changed\n"),
        ([good()], "built in 0.12 s, no files changed\n"),
        ([REFUSED], f"{REPORT}{NOTHING}\n"),
        ([REFUSED, REFUSED], f"{REPORT}{NOTHING}\n{NOTHING}; 1 error as before\n"),
        ([REFUSED, good("a")], f"{REPORT}{NOTHING}\nbuilt in 0.12 s, 1 file changed\n"),
    ],
)
def test_each_build_is_told(
    rounds: list[Round], expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    teller = Teller(tmp_path, "terminal", print)
    for done in rounds:
        teller.tell(done)
    assert capsys.readouterr().out == expected


BUG = """Traceback
ZeroDivisionError

This is a bug in Handrail, not a mistake of yours; the preview goes on.
Please report it with the lines above.
"""


def test_a_bug_of_ours_is_told_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Teller(tmp_path, "terminal", print).tell(Round(0.5, bug="Traceback\nZeroDivisionError\n"))
    assert capsys.readouterr() == ("", BUG)
