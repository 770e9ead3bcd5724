"""Lighthouse: speed, best practices and accessibility, as on a phone of the middle range on a slow network."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools.browser import HIGHEST_WINDOW, SamplePage, find_chromium, launch_arguments

from .judging import Finding, JudgeFailedError, Judgement, Site, as_report
from .programs import node, run, script

# What visitors come for: home, list, entry, finder, meeting, search, help. Other languages than the main one have these
# pages with other words: the heaviest of them stands for all.
TEMPLATES = ("home", "resources", "resource", "meetings", "meeting", "search", "help")
IN_OTHER_LANGUAGES = ("meetings",)

# By the name of the audit; the reason. Nothing is switched off at present.
SWITCHED_OFF: dict[str, str] = {}

WHOLE = 100

# The machine may have other things to do while a page is measured: one good run shows what the page can do, and
# a page that is slow is slow each time.
TRIES = 5

NUMBERS = {
    "first-contentful-paint": "first paint",
    "largest-contentful-paint": "largest paint",
    "total-blocking-time": "blocked",
    "cumulative-layout-shift": "shift",
}

# The first two with the phone's own window and at its own speed. For accessibility the window is as high as any page:
# by chance of where it stands, the bar that stays in view covers a part of a link, which Lighthouse takes for one that
# is too small.
MEASURED = ("performance", "best-practices")
LOOKED_AT = ("accessibility",)
WITHOUT_HASTE = ("--throttling-method=provided", f"--screenEmulation.height={HIGHEST_WINDOW}")


def judge(site: Site) -> Judgement:
    """Let it open each page: once to look, and to measure until it has seen the page at its best."""
    findings, numbers = [], []
    for page in chosen(site):
        address = site.home + page.url
        look = reported(address, LOOKED_AT, WITHOUT_HASTE)
        measure, tries = best_report(address)
        findings += [*shortfalls(look, page.path), *shortfalls(measure, page.path)]
        said = ", ".join([*scores(look), *scores(measure), *times(measure)])
        numbers.append(f"{page.path}: {said} (run {tries} of at most {TRIES})")
    return Judgement(findings, "\n".join([f"{len(numbers)} pages", *numbers]))


def best_report(address: str) -> tuple[dict[str, Any], int]:
    """Measure a page until it is faultless; give the best report and how often it was measured."""
    reports = []
    for _ in range(TRIES):
        reports.append(reported(address, MEASURED))
        if not list(shortfalls(reports[-1], "")):
            return reports[-1], len(reports)
    return max(reports, key=total), len(reports)


def total(report: dict[str, Any]) -> float:
    """Give the sum of a report's scores."""
    return float(sum(category["score"] for category in report["categories"].values()))


def chosen(site: Site) -> list[SamplePage]:
    """Give the pages it opens."""
    pages = [
        page
        for page in site.samples
        if page.template in (TEMPLATES if page.language == site.language else IN_OTHER_LANGUAGES)
    ]
    missing = set(TEMPLATES) - {page.template for page in pages if page.language == site.language}
    if missing:
        raise JudgeFailedError(f"the hub has no page for {', '.join(sorted(missing))}")
    return pages


def reported(address: str, categories: tuple[str, ...], options: tuple[str, ...] = ()) -> dict[str, Any]:
    """Let it open a page, and give its report."""
    program = script("lighthouse/cli/index.js")
    flags = " ".join(["--headless=new", *launch_arguments()])
    skipped = [f"--skip-audits={name}" for name in SWITCHED_OFF]
    with TemporaryDirectory() as folder:
        target = Path(folder) / "report.json"
        output = ("--quiet", "--output=json", f"--output-path={target}", f"--chrome-flags={flags}")
        command = [node(), program, address, f"--only-categories={','.join(categories)}", *output, *options, *skipped]
        run(command, environment={"CHROME_PATH": str(find_chromium())}, longest=180)
        return checked(target.read_text(encoding="utf-8") if target.is_file() else "", address, categories)


def checked(text: str, address: str, categories: tuple[str, ...]) -> dict[str, Any]:
    """Read a report, and refuse one that is about something else than the page."""
    report = as_report(text, "Lighthouse")
    error, shown = report.get("runtimeError"), report.get("finalDisplayedUrl")
    given = {name: category["score"] for name, category in report.get("categories", {}).items()}
    if error:
        raise JudgeFailedError(f"Lighthouse broke at {address}: {error.get('message', error)}")
    if shown != address:
        raise JudgeFailedError(f"Lighthouse was to open {address}, and ended at {shown}")
    missing = [name for name in categories if given.get(name) is None]
    if missing:
        raise JudgeFailedError(f"Lighthouse gave {address} no score for {' and '.join(missing)}")
    return report


def shortfalls(report: dict[str, Any], path: str) -> Iterator[Finding]:
    """Give what a page lacks for a whole score; but for speed, faults that cost nothing of it too."""
    for category in report["categories"].values():
        is_short = round(category["score"] * WHOLE) < WHOLE
        audits = {entry["id"]: report["audits"][entry["id"]] for entry in category["auditRefs"]}
        low = {name: audit for name, audit in audits.items() if audit["score"] is not None and audit["score"] < 1}
        if category["id"] == "performance":
            # Its score is whole though single numbers are a little below the best: it is the score that counts.
            low = low if is_short else {}
        for name, audit in low.items():
            said = f"{audit['title']} ({audit.get('displayValue') or 'score ' + str(audit['score'])})"
            yield Finding(path, f"{category['id']} {name}", said, _where(audit))
        if is_short and not low:
            yield Finding(path, f"{category['id']} score", f"is {category['score']}, and no audit tells why")


def scores(report: dict[str, Any]) -> Iterator[str]:
    """Give the scores, out of a hundred."""
    for category in report["categories"].values():
        yield f"{category['id']} {round(category['score'] * WHOLE)}"


def times(report: dict[str, Any]) -> Iterator[str]:
    """Give the numbers that speed is judged by."""
    for name, word in NUMBERS.items():
        value = report["audits"][name].get("displayValue", "?")
        yield f"{word} {value}".replace("\u00a0", " ")


def _where(audit: dict[str, Any]) -> str:
    items = (audit.get("details") or {}).get("items") or []
    nodes = [item["node"] for item in items if isinstance(item, dict) and isinstance(item.get("node"), dict)]
    places = [f"{node.get('selector')} {node.get('explanation', '')}".strip() for node in nodes[:3]]
    return "look at " + "; ".join(places) if places else f"look up {audit['id']} in Lighthouse's documentation"
