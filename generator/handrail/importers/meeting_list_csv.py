"""Pure: reads the CSV of the 12 Step Meeting List plugin, its template and its export (meetings.md, 3 A)."""

from .raw import Circumstances, Material, Reader, Reading
from .rows import read_rows

OWN = frozenset(("author", "last_contact", "mailing_address", "data_source", "data_source_name"))
PLACES = frozenset(("address", "city", "formatted_address"))
NAMES = frozenset(("name", "meeting", "title"))


def recognise(material: Material) -> bool:
    """Tell whether a table has the columns of this plugin; it needs a name, an address and one column of its own."""
    headers = set(material.table.headers) if material.table else set()
    has_needed = bool(headers & NAMES and headers & PLACES)
    is_sheet = bool(headers & {"slug", "id"})
    return has_needed and (bool(headers & OWN) or not is_sheet) and bool(headers & {"day", "time"})


def read(material: Material, _: Circumstances) -> Reading:
    """Read all rows."""
    return read_rows(material)


READER = Reader("a table of the 12 Step Meeting List plugin", recognise, read)
