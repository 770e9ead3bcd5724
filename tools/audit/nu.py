"""The Nu HTML checker: what the HTML standard asks, warnings included."""

import re
from collections.abc import Iterable
from typing import Any

from .judging import Finding, JudgeFailedError, Judgement, Site, as_report
from .programs import java, run, script

# A message and what stands in the page there; the reason. Both must fit, so that no more is let through.
SWITCHED_OFF = {
    (
        re.compile(r"^Inline script violates Content Security Policy .*script-src"),
        re.compile(r'<script type="application/(ld\+)?json"'),
    ): "Data is no script: the HTML standard stops at its type before any policy is asked, and so do browsers.",
}


def judge(site: Site) -> Judgement:
    """Let it read every HTML, CSS and SVG file from the disk: of a server on this machine it asks nothing."""
    files = site.documents + sorted([*site.folder.rglob("*.css"), *site.folder.rglob("*.svg")])
    jar = script("vnu-jar/build/dist/vnu.jar")
    options = ("--also-check-css", "--also-check-svg", "--Werror", "--verbose", "--format", "json")
    done = run([java(), "-jar", jar, *options, *files], may_exit_with=(0, 1))
    seen = {site.page_at(line) for line in done.stdout.splitlines()}
    unseen = sorted({site.page_at(str(file)) for file in files} - seen)
    if unseen:
        raise JudgeFailedError(f"the Nu HTML checker did not look at {unseen[0]} and {len(unseen) - 1} others")
    return Judgement(findings(done.stderr, site), f"{len(files)} files")


def findings(report: str, site: Site) -> list[Finding]:
    """Read its report, which is JSON, after whatever Java itself has to say."""
    messages = as_report(report[max(report.find('{"'), 0) :], "the Nu HTML checker").get("messages")
    if messages is None:
        raise JudgeFailedError("the Nu HTML checker gave a report without messages")
    return list(_findings(messages, site))


def _findings(messages: list[dict[str, Any]], site: Site) -> Iterable[Finding]:
    for message in messages:
        said, extract = message["message"], message.get("extract", "")
        if any(rule.search(said) and where.search(extract) for rule, where in SWITCHED_OFF):
            continue
        line, column = message.get("lastLine", 1), message.get("firstColumn", 1)
        kind = message.get("subType", message["type"])
        page = f"{site.page_at(message.get('url', 'no page'))}:{line}:{column}"
        yield Finding(page, kind, said, f"look at {extract!r}" if extract else "")
