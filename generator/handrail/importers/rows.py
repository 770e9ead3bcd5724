"""Pure: rows of a table whose columns are named as the fields of the Meeting Guide format are."""

from .losses import DROPPED, Account
from .raw import Material, RawMeeting, Reading, Row
from .spec_fields import from_spec


def read_rows(material: Material) -> Reading:
    """Read every row of a table."""
    rows = material.table.rows if material.table else ()
    return Reading(tuple(meeting_of(row) for row in rows))


def meeting_of(row: Row) -> RawMeeting:
    """Read a row."""
    account = Account()
    say_extra(row, account)
    raw = from_spec(row.cells, f"line {row.line}", account)
    return raw._replace(types=tuple(part for text in raw.types for part in _parts(text)))


def say_extra(row: Row, account: Account) -> None:
    """Say that a row has more cells than there are columns; what they hold may be anything."""
    if row.extra:
        cells = "1 cell stands" if row.extra == 1 else f"{row.extra} cells stand"
        account.say(DROPPED, "the end of the row", f"{cells} behind the last column")


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
