"""Everything that is published of meetings."""

from collections.abc import Iterator

from ...edition import Edition
from ...output import Output
from .calendars import calendar_files
from .finder import finder, finder_script, list_addresses, meeting_lists
from .guide_file import feed_file, feed_losses
from .pages import meeting_links, meeting_pages
from .rows import meeting_list

__all__ = [
    "feed_losses",
    "finder",
    "finder_script",
    "list_addresses",
    "meeting_formats",
    "meeting_links",
    "meeting_list",
]


def meeting_formats(edition: Edition) -> Iterator[Output]:
    """Plan all outputs about meetings but the finder, which is a section's page; none when there are none."""
    if edition.site.meetings.all:
        yield from meeting_pages(edition)
        yield from meeting_lists(edition)
        yield from calendar_files(edition)
        yield from feed_file(edition)
