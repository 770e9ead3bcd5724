"""What `handrail export` writes: layouts that other systems read. A new layout is a file here and a line below.

Each is one that others read as it stands. Beside it stands a part that only Handrail reads (`importers/part`), so that
an import gives the same records again.
"""

from collections.abc import Callable, Mapping

from . import calendar_file, guide_json, sheet
from .stock import Stock

EXPORTERS: Mapping[str, Callable[[Stock], bytes]] = {
    "csv": sheet.write,
    "json": guide_json.write,
    "ics": calendar_file.write,
}
