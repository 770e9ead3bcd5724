"""Which other records a meeting names."""

from collections.abc import Iterator

from ...schema import Record
from ..kind import Mention
from .record import Meeting


def mentions(record: Record) -> Iterator[Mention]:
    """Give the places and the group a meeting names."""
    if not isinstance(record, Meeting):
        return
    if isinstance(record.place, str):
        yield Mention(("place",), "place", record.place)
    if record.group:
        yield Mention(("group",), "group", record.group)
    for number, change in enumerate(record.changes):
        if change.place:
            yield Mention(("changes", number, "place"), "place", change.place)
