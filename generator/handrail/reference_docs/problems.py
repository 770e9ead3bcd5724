"""Pure: every problem code, from the table of codes."""

from collections.abc import Iterator
from types import ModuleType

from .. import codes
from ..codes.code import Code
from .blocks import link, table


def problems_page() -> Iterator[str]:
    """Give the page of every problem code, family by family."""
    yield "# Problems"
    yield (
        "Every problem that Handrail can find, why it matters, and what to do. Errors keep the site from being "
        "written, warnings with `--strict`, notes never. `handrail explain CODE` says the same in the terminal."
    )
    families = (
        module for module in vars(codes).values() if isinstance(module, ModuleType) and hasattr(module, "CODES")
    )
    titles = dict((family.__doc__ or "").rstrip(".").split(": ") for family in families)
    for letter in dict.fromkeys(code[0] for code in codes.CODES):
        family = sorted((code for code in codes.CODES.values() if code.code[0] == letter), key=lambda code: code.code)
        yield f"## {letter}: {titles[letter]}"
        rows = ((link(code.code, _code_heading(code)), str(code.severity), code.title) for code in family)
        yield table(("Code", "How grave", "What is wrong"), rows)
        for code in family:
            yield from (f"### {_code_heading(code)}", code.why, f"**What to do:** {code.fix}")
            yield f"For example:\n\n```\n{code.example}\n```"


def _code_heading(code: Code) -> str:
    return f"{code.code}: {code.title}"
