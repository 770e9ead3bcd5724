"""The audit passes only when every judge looked and none found a fault; whatever else happens makes it fail."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tools.audit import __main__ as audit
from tools.audit import html_validate, linkinator, nu, pa11y
from tools.audit.judging import BAD, Finding, Judge, JudgeFailedError, Judgement, Site
from tools.audit.verdict import Verdict, closing_line, lines_of, passes, verdict_of
from tools.browser import SamplePage

FAULT = Finding("about/index.html", "no-dust", "there is dust on the page", "wipe it off")
SEEN_BAD = Finding(f"{BAD}index.html", "no-dust", "there is dust on the bad page")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    pages = [SamplePage("about/index.html", "page", "en"), SamplePage("index.html", "home", "en")]
    hub, bad = tmp_path / "hub", tmp_path / "bad"
    for file in [*(hub / page.path for page in pages), bad / "index.html"]:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<!doctype html>", encoding="utf-8")
    return Site(hub, "http://127.0.0.1:1/hub/", pages, pages, bad, "http://127.0.0.1:2/", frozenset({"en"}))


def saying(*findings: Finding) -> Callable[[Site], Judgement]:
    return lambda _: Judgement([*findings], "2 pages")


def refusing(_: Site) -> Judgement:
    raise JudgeFailedError("node could not be started")


def breaking(_: Site) -> Judgement:
    raise KeyError("messages")


def asked(judge: Callable[[Site], Judgement], site: Site) -> Verdict:
    return verdict_of(Judge("duster", judge), site)


# -- What becomes of what a judge says


def test_a_judge_that_looked_and_found_nothing_lets_the_site_pass(site: Site) -> None:
    verdict = asked(saying(SEEN_BAD), site)
    assert passes([verdict])
    assert verdict.findings == []
    assert next(lines_of(verdict)).startswith("good    duster: no fault, 2 pages")
    assert closing_line([verdict]) == "All 1 judges looked, and none found a fault."


def test_one_fault_fails_the_audit_and_is_told_with_page_rule_and_what_to_do(site: Site) -> None:
    verdict = asked(saying(SEEN_BAD, FAULT), site)
    assert not passes([asked(saying(SEEN_BAD), site), verdict])
    told = "\n".join(lines_of(verdict))
    assert "no-dust\n    about/index.html: there is dust on the page\n      = wipe it off" in told
    assert "bad page" not in told
    assert closing_line([verdict]) == "The audit failed: 1 faults."


@pytest.mark.parametrize(
    ("judge", "reason"), [(refusing, "node could not be started"), (breaking, "KeyError"), (saying(), "bad on purpose")]
)
def test_a_judge_that_could_not_look_fails_the_audit(
    judge: Callable[[Site], Judgement], reason: str, site: Site
) -> None:
    verdict = asked(judge, site)
    assert not passes([asked(saying(SEEN_BAD), site), verdict])
    assert reason in verdict.failure
    assert next(lines_of(verdict)).startswith("FAILED  duster could not judge")
    assert closing_line([verdict]) == "The audit failed: 1 of 1 judges could not judge."


def test_what_a_sleepy_judge_found_is_told_all_the_same(site: Site) -> None:
    assert "there is dust on the page" in "\n".join(lines_of(asked(saying(FAULT), site)))


def test_an_audit_without_judges_does_not_pass() -> None:
    assert not passes([])


def test_every_judge_is_asked_and_the_ones_that_want_quiet_last(site: Site) -> None:
    heard: list[str] = []

    def hearing(name: str) -> Callable[[Site], Judgement]:
        def judge(_: Site) -> Judgement:
            heard.append(name)
            return Judgement([SEEN_BAD], "")

        return judge

    judges = [Judge("clock", hearing("clock"), wants_quiet=True), Judge("a", hearing("a")), Judge("b", refusing)]
    verdicts = list(audit.verdicts_of(judges, site))
    assert {verdict.judge for verdict in verdicts} == {"clock", "a", "b"}
    assert heard == ["a", "clock"]


@pytest.mark.parametrize(("judge", "code"), [(saying(SEEN_BAD), 0), (saying(SEEN_BAD, FAULT), 1), (refusing, 1)])
def test_the_exit_code_says_whether_it_passed(
    judge: Callable[[Site], Judgement], code: int, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Served:
        def __enter__(self) -> Site:
            return site

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(audit, "served_site", Served)
    monkeypatch.setattr(audit, "JUDGES", (Judge("duster", judge),))
    monkeypatch.setattr("sys.argv", ["audit"])
    assert audit.main() == code


def test_a_judge_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["audit", "duster"])
    with pytest.raises(SystemExit, match="2"):
        audit.main()
    assert "there is no judge duster" in capsys.readouterr().err


# -- What each program's report is read as


def test_a_page_is_named_by_its_path_however_a_judge_names_it(site: Site) -> None:
    home = site.home
    for place in (f"{home}about/", f"{home}about/#people", (site.folder / "about/index.html").as_uri()):
        assert site.page_at(place) == "about/index.html"
    assert site.page_at(str(site.folder / "about/index.html")) == "about/index.html"
    assert site.page_at(home) == "index.html"
    assert site.page_at(site.bad_home) == f"{BAD}index.html"
    assert site.page_at("https://example.org/") == "https://example.org/"


def nu_message(site: Site, said: str, extract: str, kind: str = "error") -> dict[str, object]:
    url = f"file:{site.folder}/index.html"
    return {"type": kind, "url": url, "lastLine": 3, "firstColumn": 7, "message": said, "extract": extract}


def test_nu_finds_errors_and_warnings(site: Site) -> None:
    messages = [nu_message(site, "Stray end tag", "</p>"), nu_message(site, "No heading", "<section>", "info")]
    found = nu.findings(f"JVM says hello\n{json.dumps({'messages': messages})}", site)
    assert [(finding.page, finding.message) for finding in found] == [
        ("index.html:3:7", "Stray end tag"),
        ("index.html:3:7", "No heading"),
    ]


def test_nu_may_take_data_for_a_script_but_not_a_script_for_data(site: Site) -> None:
    said = "Inline script violates Content Security Policy (meta tag): blocked by “script-src” directive"
    data, script = '<script type="application/ld+json">{', "<script>run()"
    messages = [nu_message(site, said, extract) for extract in (data, script)]
    assert [finding.advice for finding in nu.findings(json.dumps({"messages": messages}), site)] == [
        f"look at {script!r}"
    ]


def test_html_validate_finds_what_stands_in_its_report(site: Site) -> None:
    message = {"line": 1, "column": 2, "ruleId": "void", "message": "No end", "ruleUrl": "https://example.org/void"}
    report = {str(file): [message] if file.parent == site.folder else [] for file in site.documents}
    assert html_validate.findings(json.dumps(report), site) == [
        Finding("index.html:1:2", "void", "No end", "see https://example.org/void")
    ]


ISSUE = {"code": "H37", "message": "No alt", "selector": "img", "context": "<img>", "type": "error"}


def test_pa11y_finds_errors(site: Site) -> None:
    issue = {**ISSUE, "runner": "htmlcs"}
    report = {site.home: [issue, {**issue, "runner": "axe", "type": "notice"}]}
    assert pa11y.findings(json.dumps(report), [site.home], site) == [
        Finding("index.html", "H37", "No alt", "look at img: <img>")
    ]


def test_pa11y_with_one_of_its_two_runners_is_a_failure(site: Site) -> None:
    report = {site.bad_home: [{**ISSUE, "runner": "axe"}]}
    with pytest.raises(JudgeFailedError, match="heard nothing from htmlcs"):
        pa11y.findings(json.dumps(report), [site.bad_home], site)


def link(url: str, state: str = "OK", **more: object) -> dict[str, object]:
    return {"url": url, "state": state, "status": 200, **more}


def test_linkinator_finds_broken_links_and_anchors_and_pages_that_nothing_leads_to(site: Site) -> None:
    home = site.home
    links = [
        link(home),
        link(site.bad_home),
        link("https://example.org/", "SKIPPED"),
        link(f"{home}gone/", "BROKEN", status=404, parent=home),
        link(f"{home}#gone", "BROKEN", parent=home),
    ]
    found, seen = linkinator.findings(json.dumps({"links": links}), site)
    assert [(finding.page, finding.rule) for finding in found] == [
        ("index.html", "broken link (404)"),
        ("index.html", "broken link (200)"),
    ]
    assert [finding.page for finding in linkinator.lost(site, seen)] == ["about/index.html"]


@pytest.mark.parametrize("report", ["", "{}", "[]", "null", '{"links": []}', '{"messages": 1}', "Error: no memory"])
def test_a_report_that_is_none_or_does_not_name_every_page_is_a_failure(report: str, site: Site) -> None:
    readers: tuple[Callable[[], object], ...] = (
        lambda: html_validate.findings(report, site),
        lambda: pa11y.findings(report, [site.home], site),
        lambda: linkinator.findings(report, site),
    )
    for read in readers:
        with pytest.raises(JudgeFailedError):
            read()


@pytest.mark.parametrize("report", ["", "Exception in thread main", "{}", '{"messages'])
def test_nu_without_a_report_is_a_failure(report: str, site: Site) -> None:
    with pytest.raises(JudgeFailedError, match=r"gave (no|a) report"):
        nu.findings(report, site)


# -- What is switched off


def test_every_rule_that_is_switched_off_has_its_reason() -> None:
    reasons = [*nu.SWITCHED_OFF.values(), *(reason for _, reason in html_validate.SWITCHED_OFF.values())]
    assert all(len(reason.split()) > 5 for reason in [*reasons, *linkinator.UNLINKED.values()])
