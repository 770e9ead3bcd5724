"""pa11y: HTML_CodeSniffer and its own axe-core, at level AAA of WCAG 2, one page for each template and language."""

import json

from tools.browser import find_chromium, launch_arguments

from .judging import Finding, JudgeFailedError, Judgement, Site, as_report
from .programs import HERE, node, run

# By the code of the rule; the reason. Nothing is switched off at present.
SWITCHED_OFF: dict[str, str] = {}

RUNNERS = ["axe", "htmlcs"]

OPTIONS = {
    "standard": "WCAG2AAA",
    "runners": RUNNERS,
    "timeout": 60_000,
    "ignore": [*SWITCHED_OFF],
    # Where axe cannot decide (text over a gradient) it asks for a person, and pa11y would call that an error. What
    # such text stands on is computed in tests/test_colour.py instead.
    "levelCapWhenNeedsReview": "notice",
}


def judge(site: Site) -> Judgement:
    """Let it look at the pages, one after the other in one browser."""
    # A page that moved leads on before anything can be looked at.
    pages = [site.home + page.url for page in site.samples if page.template != "moved"] + [site.bad_home]
    job = {"browser": str(find_chromium()), "arguments": launch_arguments(), "options": OPTIONS, "pages": pages}
    report = run([node(), HERE / "pa11y.mjs"], given=json.dumps(job)).stdout
    return Judgement(findings(report, pages, site), f"{len(pages)} pages")


def findings(report: str, pages: list[str], site: Site) -> list[Finding]:
    """Read its report: the issues of each page by address."""
    issues = as_report(report, "pa11y")
    unseen = [page for page in pages if page not in issues]
    if unseen:
        raise JudgeFailedError(f"pa11y did not look at {unseen[0]} and {len(unseen) - 1} others")
    asleep = {*RUNNERS} - {issue["runner"] for found in issues.values() for issue in found}
    if asleep:
        raise JudgeFailedError(f"pa11y heard nothing from {' and '.join(sorted(asleep))}, not even of the bad page")
    return [
        Finding(site.page_at(page), issue["code"], issue["message"], f"look at {issue['selector']}: {issue['context']}")
        for page, found in issues.items()
        for issue in found
        if issue["type"] == "error"
    ]
