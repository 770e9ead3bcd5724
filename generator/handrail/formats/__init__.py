"""The formats a build publishes. A new format is a file here and a line below: a function from edition to outputs."""

from collections.abc import Callable, Iterable

from ..edition import Edition
from ..output import Output
from .entries import entry_pages
from .feed import feeds
from .files import asset_files
from .help import help_pages
from .hosting import hosting_files
from .lists import list_pages
from .lost import lost_page, moved_pages
from .records import record_pages
from .sitemap import sitemaps

FORMATS: tuple[Callable[[Edition], Iterable[Output]], ...] = (
    list_pages,
    entry_pages,
    record_pages,
    help_pages,
    lost_page,
    moved_pages,
    feeds,
    hosting_files,
    sitemaps,
    asset_files,
)
