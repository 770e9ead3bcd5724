"""What becomes of what the judges say: one verdict each, and a report that a person can act on."""

from collections.abc import Iterator
from time import monotonic
from traceback import format_exc
from typing import NamedTuple

from .judging import BAD, Finding, Judge, JudgeFailedError, Site

# Of one rule: more of the same help nobody.
MOST_LINES = 12

ASLEEP = "it found nothing wrong with the page that is bad on purpose (tools/audit/bad)"


class Verdict(NamedTuple):
    """What one judge says of the site: `failure` is why it could not say, else empty."""

    judge: str
    findings: list[Finding]
    looked_at: str
    failure: str
    seconds: float

    @property
    def is_good(self) -> bool:
        """Tell whether the judge did look, and found nothing."""
        return not self.failure and not self.findings


def verdict_of(judge: Judge, site: Site) -> Verdict:
    """Ask a judge. Whatever goes wrong with it is its failure: the others are asked all the same."""
    begin = monotonic()
    try:
        judgement = judge.judge(site)
    except JudgeFailedError as error:
        return Verdict(judge.name, [], "", str(error), monotonic() - begin)
    except Exception:  # noqa: BLE001 - a judge that breaks must fail the audit, never end it
        return Verdict(judge.name, [], "", format_exc(), monotonic() - begin)
    findings = [finding for finding in judgement.findings if not finding.page.startswith(BAD)]
    is_awake = len(findings) < len(judgement.findings) or not judge.is_shown_bad_pages
    return Verdict(judge.name, findings, judgement.looked_at, "" if is_awake else ASLEEP, monotonic() - begin)


def lines_of(verdict: Verdict) -> Iterator[str]:
    """Write a verdict down: page, rule, and what to do."""
    if verdict.failure:
        yield f"FAILED  {verdict.judge} could not judge ({verdict.seconds:.0f} s)"
        yield from (f"        {line}" for line in verdict.failure.splitlines())
        yield from _faults(verdict.findings)
        return
    word = "good   " if verdict.is_good else "FAULTS "
    count = "no fault" if verdict.is_good else f"{len(verdict.findings)} faults"
    first, *more = verdict.looked_at.splitlines() or [""]
    yield f"{word} {verdict.judge}: {count}, {first} ({verdict.seconds:.0f} s)"
    yield from (f"        {line}" for line in more)
    yield from _faults(verdict.findings)


def _faults(found: list[Finding]) -> Iterator[str]:
    by_rule: dict[str, list[Finding]] = {}
    for finding in found:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, findings in by_rule.items():
        yield f"  {rule}"
        for finding in findings[:MOST_LINES]:
            yield f"    {finding.page}: {finding.message}"
            if finding.advice:
                yield f"      = {finding.advice}"
        if len(findings) > MOST_LINES:
            yield f"    and {len(findings) - MOST_LINES} more of this rule"


def closing_line(verdicts: list[Verdict]) -> str:
    """Sum up: what the exit code says, in words."""
    failed = sum(bool(verdict.failure) for verdict in verdicts)
    faults = sum(len(verdict.findings) for verdict in verdicts)
    if not verdicts:
        return "No judge was asked."
    if not failed and not faults:
        return f"All {len(verdicts)} judges looked, and none found a fault."
    parts = [f"{faults} faults"] if faults else []
    parts += [f"{failed} of {len(verdicts)} judges could not judge"] if failed else []
    return f"The audit failed: {', '.join(parts)}."


def passes(verdicts: list[Verdict]) -> bool:
    """Tell whether the site passes: somebody looked, everybody could, nobody found a fault."""
    return bool(verdicts) and all(verdict.is_good for verdict in verdicts)
