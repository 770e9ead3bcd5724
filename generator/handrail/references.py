"""Pure: what the links and pictures in bodies lead to; what leads nowhere is found here, with the nearest name."""

import posixpath
from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple
from urllib.parse import unquote

from .addresses import HELP, RIGHT_NOW, in_language
from .model import Body, Entry, Picture, Reference
from .paths import resolve
from .problems import Problem
from .site import Link, LinkedBody, PictureUse, Replaced, Target
from .sources import Source
from .spelling import did_you_mean

GENERATED = ("help:", "right-now:")
NOWHERE = Replaced("<a>")
NO_PICTURE = Replaced("")


class Targets(NamedTuple):
    """Everything a reference can lead to.

    `entries` holds published pages by source path, `hidden` drafts and expired ones, `broken` those with mistakes;
    `twins` the same page by id and language; `urls` every address by source path; `known_urls` generated ones too.
    """

    main_language: str
    entries: Mapping[str, Entry]
    twins: Mapping[tuple[str, str], Entry]
    urls: Mapping[str, str]
    known_urls: frozenset[str]
    hidden: frozenset[str]
    broken: frozenset[str]
    pictures: Mapping[str, Picture]
    attachments: Mapping[str, Source]
    has_right_now: bool


def link_body(body: Body, source: str, language: str, targets: Targets) -> tuple[LinkedBody, list[Problem]]:
    """Find the target of every reference of a body. Problems: K401 to K405, M303, M307."""
    problems: list[Problem] = []
    found = tuple(_target(reference, source, language, body, targets, problems) for reference in body.references)
    return LinkedBody(body.html, body.digest, found, body.headings), problems


def picture_target(reference: Reference, source: str, targets: Targets, problems: list[Problem]) -> Target:
    """Find the picture a reference shows. Problems: K401, K403, M303, M307."""
    attributes = dict(reference.attributes)
    alt = attributes.pop("alt", "").strip()
    if reference.target.lower().startswith(("http:", "https:", "//")):
        message = "this picture would be loaded from another site, so the page links to it instead"
        hint = "put the picture beside the page, if you may, and link to that"
        problems.append(Problem("M307", reference.span, message, hint))
        words, href = escape(alt or reference.target), escape(reference.target)
        return Replaced(f'<a href="{href}" rel="noreferrer">{words}</a>')
    if not alt and "decorative" not in attributes.get("class", "").split():
        hint = "write between the brackets what it tells, or add { .decorative } behind it if it tells nothing"
        problems.append(Problem("M303", reference.span, "this picture has no description", hint))
    path = resolve(source, unquote(reference.target))
    picture = targets.pictures.get(path or "")
    if picture:
        return PictureUse(picture, alt, tuple(attributes.items()))
    if path is None or path not in targets.broken:
        problems.append(_nothing_there(reference, path, source, targets.pictures))
    return NO_PICTURE


def _target(
    reference: Reference, source: str, language: str, body: Body, targets: Targets, problems: list[Problem]
) -> Target:
    written, _, fragment = reference.target.partition("#")
    if reference.element == "img":
        return picture_target(reference, source, targets, problems)
    if not written:
        return _within(reference, fragment, source, body, targets, problems)
    if written in GENERATED:
        page = RIGHT_NOW if written == "right-now:" and targets.has_right_now else HELP
        url = in_language(page, language, targets.main_language)
        return Link(url, fragment, attributes=reference.attributes)
    if written.startswith("/"):
        return _by_address(reference, written, fragment, source, targets, problems)
    path = resolve(source, unquote(written))
    found = _in_hub(reference, path or "", fragment, language, targets, problems)
    if found:
        return found
    if path not in targets.broken:
        problems.append(_missing(reference, path, source, targets))
    return NOWHERE


def _in_hub(
    reference: Reference, path: str, fragment: str, language: str, targets: Targets, problems: list[Problem]
) -> Link | None:
    """Find the page, file or section that a path of the hub means."""
    entry = targets.entries.get(path)
    if entry:
        return _to_page(reference, entry, fragment, language, targets, problems)
    if path in targets.attachments:
        return Link(f"={path}", attributes=reference.attributes)
    section = targets.urls.get(f"{path}/index.md")
    return Link(section, fragment, attributes=reference.attributes) if section is not None else None


def _within(
    reference: Reference, fragment: str, source: str, body: Body, targets: Targets, problems: list[Problem]
) -> Target:
    if fragment and fragment not in body.ids:
        problems.append(_no_such_heading(reference, fragment, body.ids, "this page"))
    return Link(targets.urls.get(source, ""), fragment, attributes=reference.attributes)


def _by_address(
    reference: Reference, written: str, fragment: str, source: str, targets: Targets, problems: list[Problem]
) -> Target:
    """Follow a link written as an address of the site; it works, but nobody can check its heading.

    A page that is generated, or made from a record, has no file to link to instead.
    """
    url = written.lstrip("/")
    url = url if url.endswith("/") or not url else f"{url}/"
    if url not in targets.known_urls:
        hint = "link to the Markdown file instead, as in ../resources/sleep.md"
        message = f'there is no page at the address "{written}"'
        problems.append(Problem("K401", reference.span, message, hint))
        return NOWHERE
    file = next((path for path in targets.entries if targets.urls[path] == url), "")
    if file:
        hint = f"link to the file instead: {posixpath.relpath(file, posixpath.dirname(source))}"
        message = f'"{written}" is written as an address of this site'
        problems.append(Problem("K404", reference.span, message, hint))
    return Link(url, fragment, attributes=reference.attributes)


def _to_page(
    reference: Reference,
    entry: Entry,
    fragment: str,
    language: str,
    targets: Targets,
    problems: list[Problem],
) -> Link:
    """Link to a page, in the reader's language where it exists."""
    if fragment and fragment not in entry.body.ids:
        name = posixpath.basename(entry.source)
        problems.append(_no_such_heading(reference, fragment, entry.body.ids, name))
    twin = entry
    if entry.language == targets.main_language:
        twin = targets.twins.get((entry.id, language), entry)
    other = "" if twin.language == language else twin.language
    return Link(targets.urls[twin.source], _same_heading(entry, twin, fragment), other, reference.attributes)


def _same_heading(entry: Entry, twin: Entry, fragment: str) -> str:
    """Give the id that a heading of one page has in its translation, which has the same headings in its language."""
    if entry is twin or fragment in twin.body.ids:
        return fragment
    ids = [heading.id for heading in entry.body.headings]
    twins = twin.body.headings
    return twins[ids.index(fragment)].id if fragment in ids and len(ids) == len(twins) else ""


def _missing(reference: Reference, path: str | None, source: str, targets: Targets) -> Problem:
    if path in targets.hidden:
        message = f'"{reference.target}" is not published: it is a draft, or its end date has passed'
        return Problem("K405", reference.span, message, "publish that page, or delete the link")
    return _nothing_there(reference, path, source, (*targets.entries, *targets.attachments))


def _nothing_there(reference: Reference, path: str | None, source: str, known: Iterable[str]) -> Problem:
    if path is None or not path.startswith("content/"):
        message = f'"{reference.target}" leads out of content/'
        return Problem("K403", reference.span, message, "link to a file within content/")
    folder = posixpath.dirname(source)
    names = {posixpath.relpath(candidate, folder): candidate for candidate in known}
    by_name = [name for name in names if posixpath.basename(name) == posixpath.basename(path)]
    hint = f'did you mean "{by_name[0]}"?' if by_name else ""
    hint = hint or did_you_mean(posixpath.relpath(path, folder), names, "check the name and the folder")
    return Problem("K401", reference.span, f'there is no file "{reference.target.partition("#")[0]}"', hint)


def _no_such_heading(reference: Reference, fragment: str, ids: Iterable[str], page: str) -> Problem:
    headings = [identity for identity in ids if not identity.startswith(("fn:", "fnref"))]
    known = f"its headings are: {', '.join(headings[:8])}" if headings else "leave out the part from # on"
    message = f'{page} has no heading "#{fragment}"'
    return Problem("K402", reference.span, message, did_you_mean(fragment, headings, known))
