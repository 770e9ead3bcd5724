"""Pure: the parts that all pages of the reference are made of."""

import re
from collections.abc import Iterable
from inspect import getdoc

Words = tuple[str, str]  # what a type is called: one, and several


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Give a table."""
    lines = [head, tuple("---" for _ in head), *(tuple(cell.replace("|", "\\|") for cell in row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def doc(thing: object) -> str:
    """Give a docstring, each paragraph on one line."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", getdoc(thing) or "")


def link(words: str, heading: str) -> str:
    """Give a link to a heading of the same page, whose anchor is made as GitHub makes it."""
    anchor = re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
    return f"[{words}](#{anchor})"
