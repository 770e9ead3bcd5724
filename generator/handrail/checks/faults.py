"""Pure: what a check found, put together so that one mistake is one problem, however many pages show it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from ..problems import Problem, Related, Span
from ..sources import Source
from .finished import Finished

MOST_RELATED = 3  # other pages named with their files; more of them mean that the theme is at fault
SHORTEST_LITERAL = 2
SHOWN = 80  # characters of an address or heading in a message


class Fault(NamedTuple):
    """Something wrong on a page; faults with the same key are one mistake. `literal` is an address as written there."""

    key: tuple[object, ...]
    page: str
    line: int = 0
    literal: str = ""


class Mistake(NamedTuple):
    """One mistake: where it shows first, and every page that shows it."""

    key: tuple[object, ...]
    first: Fault
    pages: tuple[str, ...]


def mistakes(faults: Iterable[Fault]) -> Iterator[Mistake]:
    """Join faults that have one cause, in the order in which they were met."""
    by_key: dict[tuple[object, ...], list[Fault]] = {}
    for fault in faults:
        by_key.setdefault(fault.key, []).append(fault)
    for key, same in by_key.items():
        yield Mistake(key, same[0], tuple(dict.fromkeys(fault.page for fault in same)))


def problem(finished: Finished, code: str, mistake: Mistake, said: str, hint: str) -> Problem:
    """Say what is wrong on a page, and on how many others."""
    message = f"on {where(mistake.pages)}, {said}"
    return Problem(code, place_of(finished, mistake.first), message, hint, also_on(finished, mistake.pages[1:]))


def where(pages: Sequence[str]) -> str:
    """Name the first of some pages and count the others."""
    return f'"{address_of(pages[0])}"{and_others(len(pages) - 1)}'


def also_on(finished: Finished, pages: Sequence[str]) -> tuple[Related, ...]:
    """Name further pages with their files, when they are few enough to be mended one by one."""
    known = [path for path in pages if source_of(finished, path)] if len(pages) <= MOST_RELATED else []
    return tuple(Related(Span(source_of(finished, path)), f'also on "{address_of(path)}"') for path in known)


def brief(text: str) -> str:
    """Give a text as it fits into a message: some addresses hold a whole picture."""
    return f"{text[:SHOWN]}…" if len(text) > SHOWN else text


def address_of(path: str) -> str:
    """Give a page's address as people see it: `/about/`."""
    return f"/{path.removesuffix('index.html')}"


def and_others(count: int, noun: str = "page") -> str:
    """Give the end of a list whose first item is named: ` and 61 other pages`."""
    return f" and {count} other {noun}{'' if count == 1 else 's'}" if count else ""


def source_of(finished: Finished, path: str) -> str:
    """Give the file of the hub that a page comes from; empty for generated pages."""
    return finished.drawn.outputs[path].source


def place_of(finished: Finished, fault: Fault) -> Span:
    """Give the place of an address in the page's file or in a template; else the file, else the finished page."""
    source = finished.drawn.sources.get(source_of(finished, fault.page))
    if len(fault.literal) >= SHORTEST_LITERAL:
        for candidate in (*([source] if source else []), *finished.drawn.templates):
            span = _literal_in(candidate, fault.literal)
            if span:
                return span
    return Span(source.path) if source else Span(fault.page, fault.line)


def _literal_in(source: Source, literal: str) -> Span | None:
    """Find an address between quotes or brackets, as it is written in HTML, Markdown and style sheets."""
    text = source.data.decode("utf-8", errors="replace")
    for written in dict.fromkeys((literal, escape(literal))):
        match = re.search(rf"(?<=[\"'(<\s=]){re.escape(written)}(?=[\"')>\s])", text)
        if match:
            before = text[: match.start()]
            column = match.start() - before.rfind("\n")
            return Span(source.path, before.count("\n") + 1, column, column + len(written))
    return None
