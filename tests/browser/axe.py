"""axe-core: the accessibility rules that a machine can decide."""

from tools.browser import show_whole

from . import REPOSITORY
from .visits import Scheme, Visit

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
    "resultTypes": ["violations", "incomplete"],
}

# axe leaves these to a person, who would find the same: two links of one name lead to two places.
_NOT_LEFT_TO_REVIEW = ["identical-links-same-purpose"]

# axe looks into no `noscript`, as if it were hidden; where script is off its content is what the visitor gets.
_UNWRAP_NOSCRIPT = """() => {
  for (const wrapper of document.querySelectorAll("body noscript")) {
    const shown = document.createElement("div");
    shown.append(...wrapper.childNodes);
    wrapper.replaceWith(shown);
  }
}"""


# What came of it, without the parts that nobody reads: they weigh megabytes.
_RUN = """async ([options, notLeftToReview]) => {
  const found = await axe.run(document, options);
  const undecided = found.incomplete.filter((result) => notLeftToReview.includes(result.id));
  return [...found.violations, ...undecided].flatMap((result) => result.nodes.map((node) =>
    `axe ${result.id} at ${node.target.flat().join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`));
}"""


def violations(visit: Visit, schemes: tuple[Scheme, ...] = ()) -> list[str]:
    """Give every violation in the schemes asked for, or else in the visit's own.

    To be asked last: axe needs timers, and so ends a visit without script.
    """
    if not visit.setting.has_script:
        visit.allow_script()
        visit.page.evaluate(_UNWRAP_NOSCRIPT)
    # axe takes what a sticky bar covers by chance for too small a target. No window is as high as the highest pages;
    # at their end the bar has come to its own place.
    show_whole(visit.page, visit.setting.width)
    visit.page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
    # `evaluate` passes the page's own policy; a script element would not.
    visit.page.evaluate(_SOURCE)
    found: list[str] = []
    for scheme in schemes or (visit.setting.scheme,):
        visit.turn(scheme)
        faults = visit.page.evaluate(_RUN, [_OPTIONS, _NOT_LEFT_TO_REVIEW])
        found += [f"{scheme}: {fault}" for fault in faults]
    return found
