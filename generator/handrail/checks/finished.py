"""Pure: a finished site as the checks see it: its pages read, its addresses followed, its private values searched."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import NamedTuple
from zlib import compress

from ..output import File, Output
from ..parallel import map_parallel
from ..settings import SiteSettings
from ..sources import Source
from .fetching import style_addresses
from .html_page import Fetch, HtmlPage, Link, read_page
from .private import PrivateValue
from .searching import Search
from .targets import Home, Target

HOME_PAGE = "index.html"
MOVED = "moved.html"  # the template of pages that only lead to another
COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".ics", ".webmanifest")
LEVEL = 6  # what hosts usually compress with
WORTH_A_PROCESS = 100  # files; below, starting a process costs more than it saves


class Drawn(NamedTuple):
    """What a build drew and from what: outputs and files by path, every source by path, the values to look for.

    `templates` are the theme's, the nearest theme's first.
    """

    settings: SiteSettings
    is_portable: bool
    outputs: Mapping[str, Output]
    files: Mapping[str, File]
    sources: Mapping[str, Source]
    templates: tuple[Source, ...]
    private: tuple[PrivateValue, ...]


class Followed(NamedTuple):
    """A link of a page, and where in the site it leads; `None` when it leads elsewhere."""

    link: Link
    target: Target | None


class Finished(NamedTuple):
    """A finished site; every mapping is by the path of the file, pages with the home page first.

    `links` are those that can be followed, `fetches` what browsers load by themselves, in pages, style sheets and
    drawings. `weights` are bytes as they travel; `leaks` the private values in each file that holds any.
    """

    drawn: Drawn
    home: Home
    pages: Mapping[str, HtmlPage]
    links: Mapping[str, tuple[Followed, ...]]
    fetches: Mapping[str, tuple[Fetch, ...]]
    weights: Mapping[str, int]
    leaks: Mapping[str, tuple[PrivateValue, ...]]

    def language_of(self, path: str) -> str:
        """Give the language that a page was drawn in."""
        return self.drawn.outputs[path].language

    @property
    def lasting(self) -> tuple[str, ...]:
        """The pages that somebody reads, which those that only lead to another are not."""
        return tuple(path for path in self.pages if self.drawn.outputs[path].recipe != MOVED)


class _Reading(NamedTuple):
    """What is found out about one file, by whichever process reads it."""

    page: HtmlPage | None
    fetches: tuple[Fetch, ...]
    weight: int
    leaks: tuple[PrivateValue, ...]


def finish(drawn: Drawn, jobs: int) -> Finished:
    """Read every file of a drawn site once, in several processes when there are many."""
    paths = sorted(drawn.files, key=lambda path: (path != HOME_PAGE, path))
    work = partial(_read, Search(drawn.private))
    readings = map_parallel(work, [drawn.files[path] for path in paths], jobs if len(paths) > WORTH_A_PROCESS else 1)
    found = dict(zip(paths, readings, strict=True))
    pages = {path: reading.page for path, reading in found.items() if reading.page}
    home = Home(drawn.settings.base_url, drawn.settings.base_path, drawn.is_portable, frozenset(paths))
    return Finished(
        drawn,
        home,
        pages,
        {path: tuple(_followed(home, path, page)) for path, page in pages.items()},
        {path: reading.fetches for path, reading in found.items() if reading.fetches},
        {path: reading.weight for path, reading in found.items()},
        {path: reading.leaks for path, reading in found.items() if reading.leaks},
    )


def _followed(home: Home, path: str, page: HtmlPage) -> Iterable[Followed]:
    return (Followed(link, home.target(path, link.href)) for link in page.links)


def _read(search: Search, file: File) -> _Reading:
    path, data = file.path, file.data
    page = read_page(data.decode(errors="replace")) if path.endswith((".html", ".svg")) else None
    fetches = page.fetches if page else ()
    if path.endswith(".css"):
        addresses = style_addresses(data.decode(errors="replace"))
        fetches = tuple(Fetch("style sheet's file", address, 0, is_first=False) for address in addresses)
    weight = len(compress(data, LEVEL)) if path.endswith(COMPRESSED) else len(data)
    return _Reading(page if path.endswith(".html") else None, fetches, weight, search.found_in(path, data))
