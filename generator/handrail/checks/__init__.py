"""The checks over finished pages, in the order of their report. A new check is a function here and a line below.

They read the bytes that visitors get, so they also see what a theme, or raw HTML, has made wrong.
"""

from collections.abc import Callable, Iterable

from ..problems import Problem
from .discretion import telling_names
from .finished import Drawn, Finished, finish
from .languages import untranslated
from .links import broken_links, missing_anchors
from .meeting_feed import feed_hazards
from .privacy import leaks
from .reach import far_pages
from .requests import foreign_requests
from .structure import headings, landmarks, pictures, titles
from .weight import heavy_pages

__all__ = ["CHECKS", "Drawn", "check"]

Check = Callable[[Finished], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    broken_links,
    missing_anchors,
    headings,
    titles,
    pictures,
    landmarks,
    heavy_pages,
    far_pages,
    foreign_requests,
    leaks,
    feed_hazards,
    telling_names,
    untranslated,
)


def check(drawn: Drawn, jobs: int = 1) -> tuple[Problem, ...]:
    """Check a drawn site. Problems: C701 to C713."""
    finished = finish(drawn, jobs)
    return tuple(problem for look in CHECKS for problem in look(finished))
