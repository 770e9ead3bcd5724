"""Pure: a table that the 12 Step Meeting List plugin and both readers of Google Sheets take (meetings.md, 3 A to C).

Its columns are those that all three know, in the plugin's order. Days and types are English words, times stand on the
12-hour clock, since one of them reads nothing else. No byte order mark: the plugin would take it for a letter.
"""

import csv
import io
from collections.abc import Callable, Mapping

from ..formats.meetings.guide_places import Fields
from ..importers.guarding import guarded
from ..importers.part import NAME, marks_of, text_of
from ..importers.raw import Row
from ..importers.rows import meeting_of
from ..recurrence import DAYS_IN_WEEK
from ..timefields import WEEKDAYS
from .spec_labels import LABELS
from .stock import Stock
from .telling import tellings

HALF_DAY = 12
OWN = NAME.capitalize()


def write(stock: Stock) -> bytes:
    """Give a table with a row for each weekday of a meeting."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow([*COLUMNS, OWN])
    told = tellings(stock.voice, [item.meeting for item in stock.items], stock.entity)
    for item, records in zip(stock.items, told, strict=True):
        rows = [{title: cell(record) for title, cell in COLUMNS.items()} for record in records]
        own = text_of(item.part._replace(rows=tuple(_marks(row) for row in rows)))
        table.writerows([*(guarded(cell) for cell in row.values()), own] for row in rows)
    return stream.getvalue().encode()


def _marks(row: Mapping[str, str]) -> dict[str, str]:
    cells = {title.lower(): cell.strip() for title, cell in row.items()}
    return marks_of(meeting_of(Row(0, cells)))


def _of(name: str) -> Callable[[Fields], str]:
    return lambda record: str(record.get(name, ""))


def _day(record: Fields) -> str:
    day = record.get("day")
    return WEEKDAYS[(day - 1) % DAYS_IN_WEEK].capitalize() if isinstance(day, int) else ""


def _clock(name: str) -> Callable[[Fields], str]:
    def clock(record: Fields) -> str:
        hour, _, minute = str(record.get(name, "")).partition(":")
        if not minute:
            return ""
        return f"{int(hour) % HALF_DAY or HALF_DAY}:{minute} {'AM' if int(hour) < HALF_DAY else 'PM'}"

    return clock


def _types(record: Fields) -> str:
    types = record.get("types")
    return ", ".join(LABELS.get(str(code), str(code)) for code in types) if isinstance(types, list) else ""


def _regions(record: Fields) -> str:
    regions = record.get("regions")
    return " > ".join(regions) if isinstance(regions, list) else ""


def _confirmed(record: Fields) -> str:
    return str(record.get("updated", "")).partition(" ")[0]


COLUMNS: dict[str, Callable[[Fields], str]] = {
    "Name": _of("name"),
    "Day": _day,
    "Time": _clock("time"),
    "End Time": _clock("end_time"),
    "Types": _types,
    "Notes": _of("notes"),
    "Conference URL": _of("conference_url"),
    "Conference URL Notes": _of("conference_url_notes"),
    "Conference Phone": _of("conference_phone"),
    "Location": _of("location"),
    "Address": _of("formatted_address"),
    "Latitude": _of("latitude"),
    "Longitude": _of("longitude"),
    "Approximate": _of("approximate"),
    "Region": _of("region"),
    "Sub Region": _of("sub_region"),
    "Regions": _regions,
    "Location Notes": _of("location_notes"),
    "Timezone": _of("timezone"),
    "Group": _of("group"),
    "Last Contact": _confirmed,
    "URL": _of("url"),
    "Slug": _of("slug"),
    "Updated": _of("updated"),
}
