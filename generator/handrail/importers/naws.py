"""Pure: reads the spreadsheet that BMLT servers send to NA World Services (meetings.md, 3 E)."""

from .cleaning.texts import folded
from .cleaning.type_words import known_labels
from .losses import DROPPED, LOOK, REPAIRED, Account
from .na_formats import Format, types_of
from .raw import Circumstances, Material, RawMeeting, Reader, Reading, Row
from .rows import say_extra
from .spec_fields import KEPT_OUT, NO_FIELD

TELLING = frozenset(("committeename", "day", "time", "format1"))
FORMATS = ("format1", "format2", "format3", "format4", "format5")
LANGUAGES = ("language1", "language2", "language3")
USED = frozenset((
    "committee", "committeename", "room", "closed", "wheelchr", "day", "time", "place", "address", "city",
    "locborough", "state", "zip", "country", "directions", "delete", "longitude", "latitude", "phonemeetingnumber",
    "virtualmeetinglink", "virtualmeetinginfo", "timezone", "bmlt_id", "unpublished", "institutional",
    *FORMATS, *LANGUAGES,
))  # fmt: skip
ON = "true"


def recognise(material: Material) -> bool:
    """Tell whether a table has the columns of that spreadsheet."""
    return bool(material.table and set(material.table.headers) >= TELLING)


def read(material: Material, _: Circumstances) -> Reading:
    """Read all rows."""
    rows = material.table.rows if material.table else ()
    return Reading(tuple(_meeting(row) for row in rows))


def _meeting(row: Row) -> RawMeeting:
    account = Account()
    say_extra(row, account)

    def text(name: str) -> str:
        return row.cells.get(name, "")

    raw = RawMeeting(
        f"line {row.line}",
        name=text("committeename"),
        slug=text("bmlt_id") or text("committee"),
        days=(text("day"),) if text("day") else (),
        time=text("time"),
        timezone=text("timezone"),
        location=text("place"),
        location_notes=text("directions"),
        street=text("address"),
        city=text("city"),
        state=text("state"),
        postal_code=text("zip"),
        country=text("country"),
        regions=(text("locborough"),) if text("locborough") else (),
        latitude=text("latitude"),
        longitude=text("longitude"),
        online_url=text("virtualmeetinglink"),
        online_phone=text("phonemeetingnumber"),
        online_url_notes=text("virtualmeetinginfo"),
        types=_types(row, account),
        unpublished="its server does not publish it" if text("unpublished") not in ("", "0") else "",
        deleted="it is marked as deleted" if text("delete").upper() == "D" else "",
    )
    _say_rest(row, account)
    return raw._replace(losses=tuple(account.losses))


def _types(row: Row, account: Account) -> tuple[str, ...]:
    """Give the types that five columns, two answers and the languages tell; Room names formats without a code."""
    cells = row.cells
    formats = [Format(cells[name], cells[name]) for name in FORMATS if cells.get(name)]
    languages = [cells[name] for name in LANGUAGES if cells.get(name)]
    if languages:
        formats = [one for one in formats if one.key.upper() != "LANG"]
    formats += [Format(language.upper(), "LANG") for language in languages]
    found = list(types_of(formats, account))
    closed = cells.get("closed", "").lower()
    if closed in ("open", "closed"):
        found.insert(0, closed)
    elif closed:
        account.say(DROPPED, "closed", "is neither OPEN nor CLOSED", closed)
    if cells.get("wheelchr", "").lower() == ON:
        found.append("wheelchair")
    return tuple(dict.fromkeys((*found, *_in_room(cells.get("room", ""), account))))


def _in_room(text: str, account: Account) -> tuple[str, ...]:
    known = known_labels()
    parts = [part.strip() for part in text.split(",") if part.strip()]
    for part in parts:
        if folded(part) not in known:
            account.say(DROPPED, "room", "is no type that Handrail knows", part)
    return tuple(part for part in parts if folded(part) in known)


def _say_rest(row: Row, account: Account) -> None:
    for name, value in row.cells.items():
        if not value or name in USED:
            continue
        if name == "lastchanged":
            account.count(DROPPED, name, "Handrail keeps when a meeting was confirmed instead")
        else:
            is_private = name.startswith(("contact", "company"))
            account.count(DROPPED, name, KEPT_OUT if is_private else NO_FIELD)
    if row.cells.get("institutional", "").lower() == ON:
        account.say(LOOK, "institutional", "says that it is held in an institution; visitors may not get in")
    if row.cells.get("bmlt_id") and row.cells.get("committee"):
        account.count(REPAIRED, "committee", "is left out beside bmlt_id")


READER = Reader("a spreadsheet of NA World Services", recognise, read)
