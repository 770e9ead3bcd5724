"""`handrail check`: everything a build finds and what its pages show, told and never written."""

import inspect
import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from checked import ALWAYS, FRAME, hub, with_page_end
from handrail import checks
from handrail.cli.check import command as check_command
from handrail.problems import Problem
from hubs import REPOSITORY, TODAY, run, tree

BROKEN = with_page_end('<a href="../abuot/">About</a>')
HEAVY = FRAME.replace("<title>", f"<!-- {os.urandom(60_000).hex()} --><title>")
# The right to write everywhere that a superuser has is given up first; then writing must fail, or nothing is proven.
WITHOUT_RIGHTS = """
import ctypes, os, sys
if os.geteuid() == 0:
    ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)
os.execv(sys.executable, [sys.executable, "-c", sys.argv[1], *sys.argv[2:]])
"""
CHECK = """
import sys
from handrail.cli import main
try:
    open("new", "w")
except PermissionError:
    main()
else:
    sys.exit("the folder can be written")
"""


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A hub that was built once, in which nothing can be written now."""
    root = hub(tmp_path / "hub", {})
    run(root, "build")
    folders = [root, *(path for path in root.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    yield root
    for folder in folders:
        folder.chmod(0o755)


def test_a_healthy_hub_is_told_how_many_pages_were_checked(tmp_path: Path) -> None:
    answer = run(hub(tmp_path, {}), "check")
    assert answer == (0, f"{ALWAYS} pages were checked. Nothing was written.\n")


def test_a_problem_of_a_finished_page_ends_with_exit_code_1(tmp_path: Path) -> None:
    answer = run(hub(tmp_path, {}, page=BROKEN), "check")
    assert answer.exit_code == 1
    assert answer.output == (
        'error[C701]: on "/about/", the link "../abuot/" leads to nothing\n'
        " --> themes/mine/templates/page.html:5:10\n"
        '5 | <a href="../abuot/">About</a>\n'
        "  |          ^^^^^^^^^\n"
        '  = did you mean "/about/"?\n'
        "\n"
        "1 error\n"
        "handrail explain C701 tells more about the first one\n"
        f"{ALWAYS} pages were checked. Nothing was written.\n"
    )


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 1)])
def test_a_heavy_page_counts_only_when_warnings_do(tmp_path: Path, options: tuple[str, ...], code: int) -> None:
    answer = run(hub(tmp_path, {}, frame=HEAVY), "check", *options)
    assert "warning[C706]" in answer.output
    assert answer.exit_code == code


def test_what_a_build_warns_of_is_found_too(tmp_path: Path) -> None:
    text = "---\ntitle: About\n---\n\n[Home](/)\n"
    root = hub(tmp_path, {"content/about.md": text}, page=BROKEN)
    problems = json.loads(run(root, "check", "--report", "json").output)["problems"]
    assert [problem["code"] for problem in problems] == ["C701", "K404"]


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("content/about.md", "---\ntitel: About\n---\n\nHello.\n", "F201"),
        (
            "themes/mine/templates/page.html",
            '{% extends "base.html" %}{% block main %}{{ 1 // 0 }}{% endblock %}',
            "T509",
        ),
        ("site.yaml", "name: Circle\ntheme: {name: other}\n", "T501"),
    ],
)
def test_pages_are_not_checked_while_mistakes_keep_them_from_being_drawn(
    tmp_path: Path, file: str, text: str, code: str
) -> None:
    root = hub(tmp_path, {})
    (root / file).write_text(text)
    answer = run(root, "check")
    assert answer.exit_code == 1
    assert f"error[{code}]" in answer.output
    assert "[C" not in answer.output
    assert answer.output.endswith("\nNo page was checked: mend the errors first.\n")


def test_a_report_for_programs_holds_nothing_else(tmp_path: Path) -> None:
    answer = run(hub(tmp_path, {}), "check", "--report", "json")
    assert json.loads(answer.output)["problems"] == []


def test_nothing_is_written(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, page=BROKEN)
    before = {path: path.stat().st_mtime_ns for path in sorted(tmp_path.rglob("*"))}
    files = tree(tmp_path)
    run(root, "check")
    assert {path: path.stat().st_mtime_ns for path in sorted(tmp_path.rglob("*"))} == before
    assert tree(tmp_path) == files


def test_a_hub_that_cannot_be_written_is_checked_like_any_other(read_only: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_RIGHTS, CHECK, "check", "--today", TODAY],
        cwd=read_only,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "generator"), "GITHUB_ACTIONS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        f"{ALWAYS} pages were checked. Nothing was written.\n",
        "",
    )


def test_several_processes_find_what_one_finds(tmp_path: Path) -> None:
    text = "---\ntitle: Page {0}\n---\n\n[Nowhere](https://example.org/hub/{0}/)\n"
    root = hub(tmp_path, {f"content/page-{number}.md": text.format(number) for number in range(120)})
    alone = run(root, "check", "--report", "json", "--jobs", "1")
    assert len(json.loads(alone.output)["problems"]) == 120
    assert run(root, "check", "--report", "json", "--jobs", "2") == alone


def test_the_options_are_those_of_a_build_but_for_writing() -> None:
    build_command = import_module("handrail.cli.build").command
    names = {parameter.name for parameter in build_command.params}
    assert {parameter.name for parameter in check_command.params} == names - {"output", "clean", "record"}


def test_every_check_is_registered() -> None:
    modules = [import_module(f"handrail.checks.{module.name}") for module in pkgutil.iter_modules(checks.__path__)]
    found = {
        value
        for module in modules
        for name, value in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and inspect.signature(value).return_annotation == Iterator[Problem]
    }
    assert found == set(checks.CHECKS)
