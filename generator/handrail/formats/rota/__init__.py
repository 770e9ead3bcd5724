"""Everything that is published of the rota."""

from collections.abc import Iterator

from ...edition import Edition
from ...output import Output
from .calendars import rota_calendars
from .page import rota_page

__all__ = ["rota_formats", "rota_page"]


def rota_formats(edition: Edition) -> Iterator[Output]:
    """Plan all outputs about who does what but the page, which is a section's; none when there is no rota."""
    if edition.site.rota:
        yield from rota_calendars(edition)
