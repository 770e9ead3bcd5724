"""axe-core: the accessibility rules that a machine can decide."""

from typing import Any

from . import REPOSITORY
from .visits import Visit

AXE = REPOSITORY / "tests/vendor/axe-core/axe.min.js"

_SOURCE = AXE.read_text(encoding="utf-8")

_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Off by default in axe-core 4.14, though each is a success criterion that the pages must meet.
    "rules": {
        name: {"enabled": True}
        for name in (
            "color-contrast-enhanced",
            "css-orientation-lock",
            "identical-links-same-purpose",
            "label-content-name-mismatch",
            "landmark-complementary-is-top-level",
            "meta-refresh-no-exceptions",
            "table-fake-caption",
            "target-size",
            "td-has-header",
        )
    },
    "resultTypes": ["violations"],
}

# axe looks into no `noscript`, as if it were hidden; where script is off its content is what the visitor gets.
_UNWRAP_NOSCRIPT = """() => {
  for (const wrapper of document.querySelectorAll("body noscript")) {
    const shown = document.createElement("div");
    shown.append(...wrapper.childNodes);
    wrapper.replaceWith(shown);
  }
}"""


def violations(visit: Visit) -> list[str]:
    """Give every violation; to be asked last, for axe needs timers and so ends a visit without script."""
    if not visit.setting.has_script:
        visit.allow_script()
        visit.page.evaluate(_UNWRAP_NOSCRIPT)
    # `evaluate` passes the page's own policy; a script element would not.
    visit.page.evaluate(_SOURCE)
    found = visit.page.evaluate("options => axe.run(document, options)", _OPTIONS)
    return [_report(violation, node) for violation in found["violations"] for node in violation["nodes"]]


def _report(violation: dict[str, Any], node: dict[str, Any]) -> str:
    target = " ".join(str(part) for part in node["target"])
    summary = " ".join(node["failureSummary"].split())
    return f"axe {violation['id']} at {target}: {summary}"
