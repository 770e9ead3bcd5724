"""The formats a build publishes. A new format is a file here and a line below: a function from edition to outputs."""

from collections.abc import Callable, Iterable

from ..edition import Edition
from ..output import Output
from ..problems import Problem
from .display import display_pages
from .entries import entry_pages
from .feed import feeds
from .files import asset_files
from .help import help_pages
from .hosting import hosting_files, unprotected
from .lists import list_pages
from .lost import lost_page, moved_pages
from .meetings import feed_losses, meeting_formats
from .offline import offline_files
from .printing import print_losses, print_pages
from .records import record_pages
from .rota import rota_formats
from .safety import safety_pages
from .search import search_outputs
from .sitemap import sitemaps

FORMATS: tuple[Callable[[Edition], Iterable[Output]], ...] = (
    list_pages,
    entry_pages,
    meeting_formats,
    record_pages,
    rota_formats,
    print_pages,
    help_pages,
    safety_pages,
    display_pages,
    search_outputs,
    lost_page,
    moved_pages,
    feeds,
    hosting_files,
    sitemaps,
    asset_files,
    offline_files,
)

# What formats have to say about what they could not publish.
REMARKS: tuple[Callable[[Edition], Iterable[Problem]], ...] = (feed_losses, print_losses, unprotected)
