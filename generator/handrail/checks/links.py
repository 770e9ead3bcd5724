"""Pure: links and loaded files of finished pages that are not there, and links to headings that are not there."""

from collections.abc import Iterator

from ..problems import Problem
from ..spelling import did_you_mean
from .faults import Fault, Mistake, address_of, brief, mistakes, problem
from .finished import Finished
from .targets import Reach, Target

LINK = "link"
HEAD_ADDRESS = "address in the head"
TOP = ("", "top")  # what browsers take for the start of a page, whatever ids it has
# What a theme builds wrong in one place, it builds wrong for every address.
ONE_CAUSE = (Reach.HERE_ONLY, Reach.FOLDER)


def broken_links(finished: Finished) -> Iterator[Problem]:
    """Find addresses of the site that lead to no file of it. Problems: C701."""
    for mistake in mistakes(_broken(finished)):
        reach, path, what = mistake.key
        if isinstance(reach, Reach) and isinstance(path, str):
            said = f'the {what} "{brief(mistake.first.literal)}" {_consequence(finished, reach)}'
            yield problem(finished, "C701", mistake, said, _hint(finished, reach, path))


def missing_anchors(finished: Finished) -> Iterator[Problem]:
    """Find links to a place within a page that it does not have. Problems: C702."""
    for mistake in mistakes(_lost_anchors(finished)):
        said = f'the link "{brief(mistake.first.literal)}" leads to a heading or part that does not exist'
        yield problem(finished, "C702", mistake, said, _anchor_hint(finished, mistake))


def _broken(finished: Finished) -> Iterator[Fault]:
    home = finished.home
    for path, links in finished.links.items():
        for link, target in links:
            yield from _fault(target, LINK, path, link.line, link.href)
        for link in finished.pages[path].named:
            yield from _fault(home.target(path, link.href), HEAD_ADDRESS, path, link.line, link.href)
    for path, fetches in finished.fetches.items():
        for fetch in fetches:
            yield from _fault(home.target(path, fetch.address), fetch.what, path, fetch.line, fetch.address)


def _fault(target: Target | None, what: str, page: str, line: int, href: str) -> Iterator[Fault]:
    if target and target.reach is not Reach.FOUND:
        cause = "" if target.reach in ONE_CAUSE else target.path
        yield Fault((target.reach, cause, what), page, line, href)


def _consequence(finished: Finished, reach: Reach) -> str:
    if reach is Reach.OUTSIDE:
        return f'leads out of the site, which lives at "{finished.home.base_path}"'
    return reach.value


def _hint(finished: Finished, reach: Reach, path: str) -> str:
    base = finished.home.base_path
    if reach is Reach.NOTHING:
        known = (address_of(file) for file in finished.drawn.files)
        return did_you_mean(f"/{path}", known, "correct the address in the template, or in the page")
    return {
        Reach.OUTSIDE: 'write it as seen from the page, as in "../about/"',
        Reach.HERE_ONLY: f'a host shows this page at any depth: start its addresses with "{base}"',
        Reach.FOLDER: "end the address with index.html when the site is portable",
    }[reach]


def _lost_anchors(finished: Finished) -> Iterator[Fault]:
    for path, links in finished.links.items():
        for link, target in links:
            page = finished.pages.get(target.file) if target else None
            if target and page and target.fragment not in page.ids and target.fragment.lower() not in TOP:
                # A skip link with a mistake leads nowhere on each page anew, and is one mistake.
                file = "" if target.file == path else target.file
                yield Fault((file, target.fragment), path, link.line, link.href)


def _anchor_hint(finished: Finished, mistake: Mistake) -> str:
    file, fragment = mistake.key
    ids = finished.pages[str(file) or mistake.first.page].ids
    return did_you_mean(str(fragment), sorted(ids), "use an id of that page, or leave out the part from # on")
