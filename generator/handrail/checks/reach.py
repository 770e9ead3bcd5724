"""Pure: pages that take too many steps from the home page, or that no link leads to."""

from collections.abc import Iterator, Mapping
from itertools import chain
from math import inf
from posixpath import dirname

from ..problems import Problem
from .faults import Fault, also_on, mistakes, place_of, where
from .finished import HOME_PAGE, Finished
from .targets import LOST_PAGE

MOST_STEPS = 3

Links = Mapping[str, frozenset[str]]


def far_pages(finished: Finished) -> Iterator[Problem]:
    """Find pages farther than three links from home, in their own language or the main one. Problems: C707."""
    links = {
        path: frozenset(target.file for _, target in followed if target and target.file in finished.pages)
        for path, followed in finished.links.items()
    }
    steps = _steps_from_home(finished, links)
    far = [path for path in finished.lasting if path != LOST_PAGE and steps[path] > MOST_STEPS]
    for mistake in mistakes(_with_consequences(far, links, steps)):
        count, named = steps[mistake.first.page], where(mistake.pages)
        message = f"no link leads from the home page to {named}"
        if count != inf:
            message = f"{named}: from the home page it takes {count:.0f} steps to get there"
        hint = f"link to it from a page that is {MOST_STEPS - 1} steps from the home page or nearer"
        yield Problem("C707", place_of(finished, mistake.first), message, hint, also_on(finished, mistake.pages[1:]))


def _steps_from_home(finished: Finished, links: Links) -> dict[str, float]:
    """Give how many links lead to each page from the nearest home page; infinitely many when none does."""
    homes = {path: (HOME_PAGE, f"{finished.language_of(path)}/{HOME_PAGE}") for path in finished.pages}
    known = set(chain.from_iterable(homes.values())) & finished.pages.keys()
    from_home = {home: _steps(home, links) for home in known}
    return {path: min((from_home[h].get(path, inf) for h in homes[path] if h in known), default=inf) for path in homes}


def _steps(start: str, links: Links) -> dict[str, float]:
    steps: dict[str, float] = {start: 0}
    edge, count = {start}, 0
    while edge:
        count += 1
        edge = {target for path in edge for target in links[path]} - steps.keys()
        steps.update(dict.fromkeys(edge, count))
    return steps


def _with_consequences(far: list[str], links: Links, steps: Mapping[str, float]) -> Iterator[Fault]:
    """Give every far page once, together with its folder's, and with the pages that would be near if it were."""
    waiting = set(far)
    linked = {target for path in far for target in links[path] if target != path}
    for path in sorted(far, key=lambda path: (steps[path], path in linked, path)):
        if path in waiting:
            behind = sorted(waiting & _steps(path, links).keys(), key=lambda other: (other != path, other))
            yield from (Fault((dirname(dirname(path)), steps[path]), other) for other in behind)
            waiting.difference_update(behind)
