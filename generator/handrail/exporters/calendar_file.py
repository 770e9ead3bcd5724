"""Pure: a calendar of all meetings (RFC 5545), with a line that only Handrail reads in each event.

Meetings without an event, by appointment or drafts, stand beside the events in such a line of their own.
"""

from functools import partial

from ..formats.meetings.calendars import NO_DAY
from ..formats.meetings.ical import calendar, events
from ..importers import ical
from ..importers.part import marks_of, text_of
from ..importers.raw import Circumstances, Material
from .stock import Item, Stock


def write(stock: Stock) -> bytes:
    """Give the calendar, in the same bytes on every day, as those that people follow."""
    found: list[bytes] = []
    without: list[str] = []
    zones: set[str] = set()
    for item in stock.items:
        data = _events(stock, item)
        if data:
            found.append(data)
            zones.add(item.meeting.zone)
        else:
            without.append(text_of(item.part))
    return calendar(stock.name, None, zones, found, without)


def _events(stock: Stock, item: Item) -> bytes:
    """Give the events of a meeting with marks of what they tell, which is read from themselves."""
    meeting = item.meeting
    if meeting.record.draft:
        return b""
    known = stock.published.get(meeting.id)
    make = partial(events, stock.voice.on(NO_DAY), meeting, *((known.revision, known.changed) if known else ()))
    lines = calendar("", None, {meeting.zone}, [make()]).decode().split("\r\n")
    raws = ical.read(Material(lines=tuple(lines)), Circumstances(stock.voice.site_zone, NO_DAY.isoformat())).meetings
    rows = tuple(marks_of(raw) for raw in raws)
    return make(own=text_of(item.part._replace(rows=rows))) if rows else b""
