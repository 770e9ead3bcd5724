"""Pure: reads a Google Sheet saved as CSV, with the columns of both programs that take such sheets.

See meetings.md, 3 B and C.
"""

from .raw import Circumstances, Material, Reader, Reading
from .rows import read_rows


def recognise(material: Material) -> bool:
    """Tell whether a table has a name, a slug or id, and a day or time."""
    headers = set(material.table.headers) if material.table else set()
    return bool("name" in headers and headers & {"slug", "id"} and headers & {"day", "time", "types"})


def read(material: Material, _: Circumstances) -> Reading:
    """Read all rows."""
    return read_rows(material)


READER = Reader("a Google Sheet saved as CSV", recognise, read)
