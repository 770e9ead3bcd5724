"""Pure: what people who use a screen reader find their way by: headings, titles, alternative texts, landmarks."""

from collections.abc import Iterator
from itertools import pairwise

from ..problems import Problem
from ..spelling import listed
from .faults import Fault, address_of, also_on, and_others, brief, mistakes, place_of, problem
from .finished import Finished
from .html_page import HtmlPage

NO_TITLE = ()


def headings(finished: Finished) -> Iterator[Problem]:
    """Find pages without exactly one main heading, and headings that skip a level or say nothing. Problems: C703."""
    faults = (
        Fault((said, hint), path, line)
        for path, page in finished.pages.items()
        for said, hint, line in (*_main_headings(page), *_skipped_levels(page), *_empty_headings(page))
    )
    for mistake in mistakes(faults):
        said, hint = (str(part) for part in mistake.key)
        yield problem(finished, "C703", mistake, said, hint)


def _main_headings(page: HtmlPage) -> Iterator[tuple[str, str, int]]:
    main = [heading for heading in page.headings if heading.level == 1]
    if not main:
        yield "there is no main heading (h1)", "let the template show {{ page.heading }} in an h1", 0
    elif len(main) > 1:
        yield f"there are {len(main)} main headings (h1)", "keep the one that names the page", main[1].line


def _skipped_levels(page: HtmlPage) -> Iterator[tuple[str, str, int]]:
    for before, after in pairwise(page.headings):
        if after.level > before.level + 1:
            said = f'the heading "{brief(after.text)}" is an h{after.level} below an h{before.level}'
            yield said, f"make it an h{before.level + 1}", after.line
            return


def _empty_headings(page: HtmlPage) -> Iterator[tuple[str, str, int]]:
    empty = next((heading for heading in page.headings if not heading.text), None)
    if empty:
        yield f"a heading (h{empty.level}) says nothing", "give it words, or leave it out", empty.line


def titles(finished: Finished) -> Iterator[Problem]:
    """Find pages without a title, and titles that several pages of one language share. Problems: C704."""
    untitled = (Fault(NO_TITLE, path) for path, page in finished.pages.items() if not page.title)
    for mistake in mistakes(untitled):
        hint = "let the template say <title>{{ page.title }}</title>"
        yield problem(finished, "C704", mistake, "there is no title", hint)
    titled = ((path, finished.pages[path].title) for path in finished.lasting)
    faults = (Fault((finished.language_of(path), title), path) for path, title in titled if title)
    for mistake in mistakes(faults):
        first, *others = mistake.pages
        if others:
            named = f'"{address_of(first)}", "{address_of(others[0])}"{and_others(len(others) - 1)}'
            message = f'{named} have the same title, "{mistake.key[1]}"'
            hint = "give each page a title of its own"
            yield Problem("C704", place_of(finished, mistake.first), message, hint, also_on(finished, others))


def pictures(finished: Finished) -> Iterator[Problem]:
    """Find pictures without alternative text, which is not the same as an empty one. Problems: C705."""
    for mistake in mistakes(_without_alt(finished)):
        named = f'the picture "{brief(mistake.first.literal)}"' if mistake.first.literal else "a picture"
        said = f"{named} has no alternative text"
        yield problem(finished, "C705", mistake, said, 'add alt="…" with what it tells, or alt="" if it only decorates')


def _without_alt(finished: Finished) -> Iterator[Fault]:
    for path, page in finished.pages.items():
        for image in page.images:
            if image.alt is None:
                target = finished.home.target(path, image.src)
                yield Fault((target.path if target else image.src,), path, image.line, image.src)


def landmarks(finished: Finished) -> Iterator[Problem]:
    """Find pages without language, main region or skip link. Problems: C710."""
    for mistake in mistakes(_lost_landmarks(finished)):
        said, hint = (str(part) for part in mistake.key)
        yield problem(finished, "C710", mistake, said, hint)


def _lost_landmarks(finished: Finished) -> Iterator[Fault]:
    for path, page in finished.pages.items():
        missing = [f"no {name}" for name, is_there in _landmarks(page) if not is_there]
        if missing:
            yield Fault((f"there is {listed(missing, 'and')}", "let the template extend base.html"), path)
        if page.mains > 1:
            yield Fault((f"there are {page.mains} main regions", "keep one main element"), path)
        spoken = finished.language_of(path)
        if page.language and page.language.lower() != spoken.lower():
            said = f'the language is given as "{page.language}", but the text is in "{spoken}"'
            yield Fault((said, 'write lang="{{ page.language }}" on the html element'), path)


def _landmarks(page: HtmlPage) -> Iterator[tuple[str, bool]]:
    anchor = (page.skip or "").removeprefix("#")
    leads_within = bool(page.skip) and page.skip != anchor and bool(anchor)
    # An anchor that does not exist is a problem of its own, and so is a page without a main region.
    leads_past = leads_within and (anchor in page.ids_in_main or anchor not in page.ids or not page.mains)
    yield "language", bool(page.language)
    yield "main region", page.mains > 0
    yield "skip link (the first link, which leads into the main region)", leads_past
