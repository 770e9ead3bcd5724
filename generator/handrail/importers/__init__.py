"""What `handrail import` reads: layouts that other systems write. A new layout is a file here and a line below.

A reader gives raw meetings (`raw`), `tidy` makes fields of them, `identity` finds those the hub has, `importing` joins
all of it into files, and `run` writes them. Whatever does not arrive in the hub as it was stands in the `report`.

A row that `handrail export` wrote brings a `part` from which the record comes back whole: `own` finds these rows,
`editing` takes over what was edited in them since, `adopting` adds the places and groups they name.
"""

from . import bmlt, google_sheet, ical, meeting_guide, meeting_list_csv, naws
from .raw import Reader

# In this order: the first that recognises a file reads it.
READERS: tuple[Reader, ...] = (
    bmlt.READER,
    meeting_guide.READER,
    naws.READER,
    meeting_list_csv.READER,
    google_sheet.READER,
    ical.READER,
)
