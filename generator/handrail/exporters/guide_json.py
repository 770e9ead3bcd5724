"""Pure: Meeting Guide JSON, which finders and other systems read, with a key that only Handrail reads."""

from ..formats.meetings.guide_file import feed, one_a_line
from ..importers.losses import Account
from ..importers.part import NAME, data_of, marks_of
from ..importers.spec_fields import from_spec
from .stock import Stock
from .telling import tellings


def write(stock: Stock) -> bytes:
    """Give an array of records, one for each weekday of a meeting."""
    found = []
    told = tellings(stock.voice, [item.meeting for item in stock.items], stock.entity)
    for item, records in zip(stock.items, told, strict=True):
        rows = tuple(marks_of(from_spec(record, "", Account())) for record in records)
        own = data_of(item.part._replace(rows=rows))
        found += [{**record, NAME: own} for record in records]
    return feed([one_a_line(found)])
