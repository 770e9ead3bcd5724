"""html-validate: HTML as its authors should write it, with the rules for accessibility."""

import json

from .judging import Finding, JudgeFailedError, Judgement, Site, as_report
from .programs import HERE, node, run

PRESETS = ["html-validate:recommended", "html-validate:a11y", "html-validate:document"]

# A rule, or a rule with the option that narrows it, and the reason.
SWITCHED_OFF: dict[str, tuple[object, str]] = {
    "doctype-style": (
        ["error", {"style": "lowercase"}],
        "The standard allows both; ours are in small letters, and this asks that all are.",
    ),
    "long-title": (
        "off",
        "The name of the group stands last and is of any length; tests/browser/test_every_page.py bounds the rest.",
    ),
    "prefer-native-element": (
        ["error", {"exclude": ["region"]}],
        "A wide table scrolls in a named box. A section would need a heading, says Nu; the caption is enough.",
    ),
    "tel-non-breaking": (
        "off",
        "Numbers are copied, and some phones refuse blanks that do not break; one that may break fits large text.",
    ),
}


def judge(site: Site) -> Judgement:
    """Let it read every HTML file."""
    rules = {name: rule for name, (rule, _) in SWITCHED_OFF.items()}
    task = {
        "settings": {"root": True, "extends": PRESETS, "rules": rules},
        "files": [str(file) for file in site.documents],
    }
    report = run([node(), HERE / "html_validate.mjs"], given=json.dumps(task)).stdout
    return Judgement(findings(report, site), f"{len(site.documents)} pages")


def findings(report: str, site: Site) -> list[Finding]:
    """Read its report: the messages of each file."""
    messages = as_report(report, "html-validate")
    unseen = [file for file in site.documents if str(file) not in messages]
    if unseen:
        raise JudgeFailedError(f"html-validate did not look at {unseen[0]} and {len(unseen) - 1} others")
    return [
        Finding(
            f"{site.page_at(file)}:{message['line']}:{message['column']}",
            message["ruleId"],
            message["message"],
            f"see {message['ruleUrl']}" if message.get("ruleUrl") else "",
        )
        for file, found in messages.items()
        for message in found
    ]
