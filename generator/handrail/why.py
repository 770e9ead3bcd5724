"""Pure: what a published file is made from, and why the next build would make it again or leave it as it is."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from .assemble import Assembly
from .manifest import Manifest, Written
from .plan import Planned
from .problems import has_errors
from .render import Renderer
from .site import Site
from .sources import Hub

MOST_NAMED = 20
INDENT = 14


class OnDisk(Enum):
    """What became of a file since it was written."""

    SAME = "as it was written"
    CHANGED = "changed"
    MISSING = "missing"


class Found(NamedTuple):
    """What a path means: published files that are planned, some that no page makes any more, or a source."""

    planned: tuple[Planned, ...] = ()
    gone: tuple[str, ...] = ()
    source: str = ""

    @property
    def outputs(self) -> tuple[str, ...]:
        """The paths of all files it means."""
        return (*(item.output.path for item in self.planned), *self.gone)


class Knowledge(NamedTuple):
    """All that a question is answered from: the hub, its plan, and what the last build wrote into the folder named."""

    hub: Hub
    assembly: Assembly
    manifest: Manifest
    folder: str
    is_built: bool = True


def spellings(asked: str, site: Site | None) -> tuple[str, ...]:
    """Give the paths that somebody may mean who writes a path or an address, the likeliest first."""
    path = _path_in(asked)
    plain = posixpath.normpath(path.strip("/") or ".").removeprefix("./")
    base = site.configuration.values.base_path if site else "/"
    below = [path.removeprefix(base)] if base != "/" and path.startswith(base) else []
    return tuple(dict.fromkeys("" if found == "." else found for found in (*(p.rstrip("/") for p in below), plain)))


def _path_in(asked: str) -> str:
    try:
        return unquote(urlsplit(asked).path).replace("\\", "/")
    except ValueError:
        return asked  # brackets that hold no address: no page is called so


def find(paths: Iterable[str], known: Knowledge) -> Found | None:
    """Give what the first path means that is known at all."""
    planned = {item.output.path: item for item in known.assembly.planned}
    sources = {source.path for source in known.hub.sources}
    for path in paths:
        for candidate in (path, f"{path}/index.html".lstrip("/")):
            if candidate in planned:
                return Found((planned[candidate],))
            if candidate in known.manifest.files:
                return Found(gone=(candidate,))
        if path in sources:
            return _found_from(path, known)
    return None


def known_paths(known: Knowledge) -> tuple[str, ...]:
    """Give everything one can ask about, addresses as people write them."""
    outputs = dict.fromkeys((*(item.output.path for item in known.assembly.planned), *known.manifest.files))
    return (*(path.removesuffix("index.html") or path for path in outputs), *(s.path for s in known.hub.sources))


def account(found: Found, known: Knowledge, on_disk: Mapping[str, OnDisk]) -> str:
    """Say all about what was found, in plain words."""
    if found.source and not found.outputs:
        return _nothing_made(found.source, known)
    if len(found.outputs) > MOST_NAMED or _is_shared(found.source):
        return _summary(found, known, on_disk)
    accounts = [_account_of(item, known, on_disk[item.output.path]) for item in found.planned]
    accounts += [_account_of_gone(path, known) for path in found.gone]
    return "\n\n".join(accounts)


def reasons(item: Planned, written: Written | None, on_disk: OnDisk) -> tuple[str, ...]:
    """Give why the next build would make a file again, part by part; nothing when it would not."""
    if written is None:
        return ("it was never built",)
    if not written.digest:
        return ("the last build was stopped before it was written",)
    if written.made_by != item.output.recipe:
        return (f"it was made by {written.made_by} before",)
    key = item.key
    found = []
    if written.recipe != key.recipe:
        found.append("its template, one that the template uses, or the theme's texts changed")
    if written.view != key.view:
        found.append(
            "what it shows changed: its text or header, the style, or what it has from other pages or site.yaml"
        )
    if written.engine != key.engine:
        found.append("Handrail or a library it uses changed")
    if on_disk is OnDisk.CHANGED:
        found.append("the file was changed by hand since it was written")
    if on_disk is OnDisk.MISSING:
        found.append("the file was deleted by hand since it was written")
    return tuple(found)


def _found_from(source: str, known: Knowledge) -> Found:
    """Give everything that is made from a source."""
    everything = known.assembly.planned
    if _is_shared(source):
        return Found(
            tuple(item for item in everything if _is_shaped(item, source, known.assembly.renderer)), (), source
        )
    planned = tuple(item for item in everything if item.output.source == source)
    paths = {item.output.path for item in everything}
    gone = (path for path, written in known.manifest.files.items() if written.source == source and path not in paths)
    return Found(planned, tuple(gone), source)


def _is_shared(source: str) -> bool:
    """Tell whether a source shapes many pages without being the source of one."""
    return source in ("site.yaml", "content/helplines.yaml") or source.startswith(("themes/", "helplines/"))


def _is_shaped(item: Planned, source: str, renderer: Renderer | None) -> bool:
    """Tell whether a shared source has a part in an output: a template where it is used, the others everywhere."""
    if not source.startswith("themes/") or renderer is None:
        return not item.output.make or source == "site.yaml"
    templates = renderer.theme.templates
    if "/templates/" in source and not item.output.make:
        return any(templates[name].path == source for name in renderer.closures[item.output.recipe])
    chain = {renderer.theme.name, *(template.path.split("/")[1] for template in templates.values())}
    return not item.output.make and source.split("/")[1] in chain


def _nothing_made(source: str, known: Knowledge) -> str:
    said = [p for p in known.assembly.problems if p.span.path == source]
    if said:
        why = said[0].message
    elif has_errors(known.assembly.problems):
        why = "the hub has mistakes; handrail check names them"
    elif source.endswith(".md"):
        why = "it is a draft, or its end date has passed"
    else:
        why = "no page uses it"
    return f"{source}\n  no file is made from it: {why}"


def _summary(found: Found, known: Knowledge, on_disk: Mapping[str, OnDisk]) -> str:
    files = known.manifest.files
    again = [i for i in found.planned if reasons(i, files.get(i.output.path), on_disk[i.output.path])]
    count = len(found.outputs)
    lines = [
        found.source,
        f"  shapes {count} file{'s' if count > 1 else ''}; the next build makes {len(again)} of them again",
    ]
    named = again or found.planned
    lines += [f"  - {item.output.path}" for item in named[:MOST_NAMED]]
    rest = len(named) - MOST_NAMED
    return "\n".join((*lines, *([f"  and {rest} more"] if rest > 0 else [])))


def _account_of(item: Planned, known: Knowledge, on_disk: OnDisk) -> str:
    rows = {
        "address": [_address(item.output.path, known)],
        "comes from": _origins(item, known),
        "made by": _makers(item, known.assembly.renderer),
        "next build": _outlook(item, known, on_disk),
    }
    return "\n".join((item.output.path, *(line for name, lines in rows.items() for line in _row(name, lines))))


def _account_of_gone(path: str, known: Knowledge) -> str:
    written = known.manifest.files[path]
    removal = "removes it, because nothing makes it any more"
    outlook = _stopped() if has_errors(known.assembly.problems) else removal
    rows = {"came from": [written.source or "the whole hub"], "made by": [written.made_by], "next build": [outlook]}
    return "\n".join((path, *(line for name, lines in rows.items() for line in _row(name, lines))))


def _row(name: str, lines: Sequence[str]) -> Iterator[str]:
    for index, line in enumerate(lines):
        yield f"  {name if index == 0 else '':<{INDENT}}{line}"


def _address(path: str, known: Knowledge) -> str:
    site = known.assembly.edition.site if known.assembly.edition else None
    base = site.configuration.values.base_url if site else None
    url = path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path
    return f"{base or '/'}{url}"


def _origins(item: Planned, known: Knowledge) -> list[str]:
    """Give the files an output comes from: its page, and for a list the pages it lists."""
    edition = known.assembly.edition
    sections = [s for found in edition.site.sections.values() for s in found] if edition else []
    listed = [s for s in sections if f"{s.url}index.html" == item.output.path]
    pages = (page.source for section in listed for page in section.pages)
    records = (entry.source for section in listed for entry in section.records)
    named = [file for file in dict.fromkeys((item.output.source, *pages, *records)) if file]
    return [
        *(named or ["pages from all over the hub"]),
        *(["site.yaml, as every page"] if not item.output.make else []),
    ]


def _makers(item: Planned, renderer: Renderer | None) -> list[str]:
    """Give the template and all it extends, includes or imports, by their files; or the function."""
    recipe = item.output.recipe
    if item.output.make or renderer is None:
        return [f"the function {recipe} of Handrail"]
    templates = renderer.theme.templates
    used = [name for name in renderer.closures[recipe] if name != recipe]
    return [templates[recipe].path, *(f"and {templates[name].path}" for name in used)]


def _outlook(item: Planned, known: Knowledge, on_disk: OnDisk) -> list[str]:
    if has_errors(known.assembly.problems):
        return [_stopped()]
    if not known.is_built:
        return [f"makes it: there was no build into {known.folder} yet"]
    found = reasons(item, known.manifest.files.get(item.output.path), on_disk)
    if not found:
        return ["leaves it as it is: nothing that it is made from changed"]
    return ["makes it again:", *(f"- {reason}" for reason in found)]


def _stopped() -> str:
    return "writes nothing: the hub has mistakes; handrail check names them"
