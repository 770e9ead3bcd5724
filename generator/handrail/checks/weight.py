"""Pure: pages that a phone on a poor line waits for too long."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from zlib import compress

from ..problems import Problem
from .faults import Fault, mistakes, problem
from .finished import LEVEL, Finished

MOST_BYTES = 50_000  # for the first view of a page, as they travel (visitors.md §7)
TEXT, STYLE, SCRIPTS = "its own text", "its style sheet", "its scripts"
HINTS = {
    TEXT: "split the page in two, or shorten it",
    STYLE: "make the theme's style sheets smaller",
    SCRIPTS: "make the theme's scripts smaller",
}


class _Load(NamedTuple):
    """What a page makes a phone load: all bytes, and the heaviest part with its bytes."""

    total: int
    heaviest: str
    most: int


def heavy_pages(finished: Finished) -> Iterator[Problem]:
    """Find pages whose first view takes too many bytes. Problems: C706."""
    loads = {path: _load(finished, path) for path in finished.pages if _total(finished, path) > MOST_BYTES}
    faults = (Fault((load.heaviest, path if load.heaviest == TEXT else ""), path) for path, load in loads.items())
    for mistake in mistakes(faults):
        load = loads[mistake.first.page]
        what = load.heaviest if load.heaviest in HINTS else f'"{load.heaviest}"'
        said = f"a phone must load {_kilobytes(load.total)}, of which {what} is {_kilobytes(load.most)}"
        hint = HINTS.get(load.heaviest, "make that file smaller, or load it later")
        yield problem(finished, "C706", mistake, said, f"stay below {_kilobytes(MOST_BYTES)}: {hint}")


def _total(finished: Finished, path: str) -> int:
    return finished.weights[path] + sum(_loaded(finished, path).values())


def _loaded(finished: Finished, path: str) -> Mapping[str, int]:
    """Give the files that the first view of a page needs, with their bytes."""
    first = (fetch for fetch in finished.pages[path].fetches if fetch.is_first)
    targets = (finished.home.target(path, fetch.address) for fetch in first)
    files = {target.file for target in targets if target} - {"", path}
    return {file: finished.weights[file] for file in sorted(files)}


def _load(finished: Finished, path: str) -> _Load:
    page = finished.pages[path]
    style, scripts = (len(compress("".join(texts).encode(), LEVEL)) for texts in (page.styles, page.scripts))
    own = {TEXT: finished.weights[path] - style - scripts, STYLE: style, SCRIPTS: scripts}
    parts = {**own, **_loaded(finished, path)}
    heaviest = max(parts, key=lambda name: parts[name])
    return _Load(_total(finished, path), heaviest, parts[heaviest])


def _kilobytes(count: int) -> str:
    return f"{count / 1000:.0f} kB"
