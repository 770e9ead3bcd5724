"""A judge's program that is missing, breaks, hangs or says too little is a failure; so is a poor number."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tools.audit import axe, html_validate, lighthouse, linkinator, nu, pa11y, programs
from tools.audit.judging import Finding, JudgeFailedError, Judgement, Site
from tools.browser import SamplePage

HOME = "http://127.0.0.1:1/hub/"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    pages = [SamplePage("index.html", "home", "en")]
    for folder in ("hub", "bad"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_text("<!doctype html>", encoding="utf-8")
    return Site(tmp_path / "hub", HOME, pages, pages, tmp_path / "bad", "http://127.0.0.1:2/", frozenset({"en"}))


def program(text: str) -> list[str]:
    return [sys.executable, "-c", text]


def test_what_a_program_says_comes_back_whole() -> None:
    done = programs.run(program("import sys; print(input() * 200_000); sys.stderr.write('so')"), given="word")
    assert (done.stdout, done.stderr) == ("word" * 200_000 + "\n", "so")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (["/nowhere/java"], "java could not be started"),
        (program("raise SystemExit('out of memory')"), r"broke with exit code 1:\nout of memory"),
        (program("raise SystemExit(3)"), r"broke with exit code 3:\nit said nothing"),
        (program("import time; time.sleep(60)"), r"did not end within 0.5 seconds"),
    ],
)
def test_a_program_that_is_missing_breaks_or_hangs_is_a_failure(command: list[str], reason: str) -> None:
    with pytest.raises(JudgeFailedError, match=reason):
        programs.run(command, longest=0.5 if "sleep" in command[-1] else 60)


def test_an_exit_code_for_findings_is_none() -> None:
    assert programs.run(program("raise SystemExit(1)"), may_exit_with=(0, 1)).returncode == 1


def test_a_package_that_is_missing_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(programs, "PACKAGES", tmp_path)
    with pytest.raises(JudgeFailedError, match=r"vnu\.jar is missing"):
        programs.script("vnu-jar/build/dist/vnu.jar")
    with pytest.raises(JudgeFailedError, match="package nobody_has_this is not whole"):
        programs.inside("nobody_has_this", "bin/node")


@pytest.mark.parametrize("judge", [nu.judge, html_validate.judge, linkinator.judge, pa11y.judge])
def test_a_program_that_says_nothing_is_a_failure(
    judge: Callable[[Site], Judgement], site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    silent.chmod(0o755)
    for module in (nu, html_validate, linkinator, pa11y):
        for name, value in (("node", silent), ("java", silent)):
            monkeypatch.setattr(module, name, lambda value=value: value, raising=False)
        monkeypatch.setattr(module, "script", Path, raising=False)
    monkeypatch.setattr(pa11y, "find_chromium", lambda: silent)
    with pytest.raises(JudgeFailedError):
        judge(site)


# -- Lighthouse


def report(performance: float = 1, accessibility: float = 1, **more: object) -> dict[str, Any]:
    audits = {"speed": performance, "labels": accessibility}
    return {
        "finalDisplayedUrl": HOME,
        "categories": {
            name: {"id": name, "score": score, "auditRefs": [{"id": audit, "weight": 1}]}
            for name, score, audit in (
                ("performance", performance, "speed"),
                ("accessibility", accessibility, "labels"),
            )
        },
        "audits": {name: {"id": name, "score": score, "title": name.title()} for name, score in audits.items()},
        **more,
    }


def test_a_page_with_whole_scores_lacks_nothing() -> None:
    assert list(lighthouse.shortfalls(report(), "index.html")) == []
    assert list(lighthouse.shortfalls(report(performance=0.996), "index.html")) == []


def test_a_score_that_is_not_whole_is_found() -> None:
    slow = list(lighthouse.shortfalls(report(performance=0.99), "index.html"))
    unlabelled = list(lighthouse.shortfalls(report(accessibility=0.5), "index.html"))
    assert [(finding.page, finding.rule) for finding in [*slow, *unlabelled]] == [
        ("index.html", "performance speed"),
        ("index.html", "accessibility labels"),
    ]


def test_a_score_that_is_not_whole_is_found_even_when_no_audit_tells_why() -> None:
    silent = report(performance=0.9)
    silent["audits"]["speed"]["score"] = 1
    assert [finding.rule for finding in lighthouse.shortfalls(silent, "index.html")] == ["performance score"]


@pytest.mark.parametrize(
    "broken",
    [
        {"runtimeError": {"message": "the page did not load"}},
        {"finalDisplayedUrl": "https://example.org/"},
        {"categories": {}},
        {"categories": {"performance": {"score": None}}},
    ],
)
def test_a_report_about_nothing_is_a_failure(broken: dict[str, object]) -> None:
    with pytest.raises(JudgeFailedError):
        lighthouse.checked(json.dumps({**report(), **broken}), HOME, ("performance",))
    with pytest.raises(JudgeFailedError):
        lighthouse.checked("", HOME, ("performance",))


def test_the_best_of_several_runs_counts_and_a_good_one_ends_them(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = iter([0.8, 1, 0.7])
    monkeypatch.setattr(lighthouse, "reported", lambda *_: report(performance=next(scores)))
    best, tries = lighthouse.best_report(HOME)
    assert (best["categories"]["performance"]["score"], tries) == (1, 2)


def test_a_page_that_is_always_slow_is_measured_so_often_and_then_found(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = iter([0.8, 0.9, 0.7, 0.6, 0.5, 0.4])
    monkeypatch.setattr(lighthouse, "reported", lambda *_: report(performance=next(scores)))
    best, tries = lighthouse.best_report(HOME)
    assert (best["categories"]["performance"]["score"], tries) == (0.9, lighthouse.TRIES)
    assert list(lighthouse.shortfalls(best, "index.html")) != []


def test_a_hub_without_one_of_its_kinds_of_pages_is_a_failure(site: Site) -> None:
    with pytest.raises(JudgeFailedError, match="no page for help, meeting, meetings, resource, resources"):
        lighthouse.judge(site)


def test_axe_says_where_and_what() -> None:
    said = "dark: axe image-alt at main > img: Fix any of the following: no alt"
    assert axe.finding("index.html", said) == Finding(
        "index.html", "image-alt", "dark: at main > img", "Fix any of the following: no alt"
    )
