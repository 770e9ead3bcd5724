"""Pure: the part of an exported record that only Handrail reads: the record as written, and marks of its columns.

`handrail export` writes for other systems what they read, and beside it this part, so that nothing is lost. Somebody
may have changed the columns meanwhile. So the part has a mark of each group of columns as it was written; a group
whose mark is another one was edited. Nobody need build the row again to know, on another day or in another hub.
"""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..digest import digest
from ..yamltree import MAX_DEPTH, Plain
from .cleaning.times import clock
from .losses import DROPPED
from .raw import RawMeeting
from .standing import Record

NAME = "handrail"  # of the key, the column, and with X- before it of the property
VERSION = "1"
LENGTH = 8  # characters of a mark
# What a row tells, by the columns that tell it together.
COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "when": ("days", "time", "end_time", "duration", "repeats", "starts", "ends", "dates", "changes",
             "unsayable"),
    "zone": ("timezone",),
    "where": ("location", "location_notes", "formatted_address", "street", "city", "state", "postal_code", "country",
              "regions", "latitude", "longitude", "approximate"),
    "joining": ("online_url", "online_url_notes", "online_phone", "online_phone_notes"),
    "types": ("types", "attendance"),
    "notes": ("notes",),
    "group": ("group", "group_notes", "group_email", "group_phone", "websites", "venmo", "square", "paypal"),
    "contact": ("contacts",),
    "verified": ("last_contact",),
    "state": ("unpublished", "deleted"),
}  # fmt: skip
REST = "rest"  # the columns that an import leaves out

# Other signs that end a line, for some programs; in JSON they stand in texts only.
ODD_BREAKS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x7f\x85\u2028\u2029"}

Marks = Mapping[str, str]


class Part(NamedTuple):
    """A meeting as its hub has it, with the places and groups it names, and marks for each row that tells it."""

    meeting: Record
    places: tuple[Record, ...] = ()
    groups: tuple[Record, ...] = ()
    rows: tuple[Marks, ...] = ()


def data_of(part: Part) -> dict[str, object]:
    """Give a part as JSON has it."""
    lists = {"places": part.places, "groups": part.groups, "rows": part.rows}
    filled = {name: list(values) for name, values in lists.items() if values}
    return {"version": VERSION, "meeting": dict(part.meeting), **filled}


def text_of(part: Part) -> str:
    """Give a part as text."""
    return json.dumps(data_of(part), ensure_ascii=False, separators=(",", ":")).translate(ODD_BREAKS)


def part_in(text: str) -> Part | None:
    """Read a part; `None` for one that is broken, or of a form that is not known."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or value.get("version") != VERSION or not _is_plain(value, 0):
        return None
    meeting = value.get("meeting")
    if not isinstance(meeting, dict):
        return None
    rows = tuple({what: str(mark) for what, mark in row.items()} for row in _records(value.get("rows")))
    return Part(meeting, _records(value.get("places")), _records(value.get("groups")), rows)


def _is_plain(value: object, depth: int) -> bool:
    """Tell whether a value is made of texts, as YAML is to us."""
    if depth > MAX_DEPTH:
        return False
    if isinstance(value, dict):
        return all(_is_plain(item, depth + 1) for item in value.values())
    if isinstance(value, list):
        return all(_is_plain(item, depth + 1) for item in value)
    return value is None or isinstance(value, str)


def _records(value: Plain) -> tuple[dict[str, Plain], ...]:
    return tuple(item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()


def marks_of(raw: RawMeeting) -> dict[str, str]:
    """Give the marks of a row, by what its columns tell; of what it does not tell, none."""
    values: dict[str, object] = {
        what: {name: value for name in names if (value := _usual(getattr(raw, name)))}
        for what, names in COLUMNS.items()
    }
    values["state"] = {"unpublished": raw.unpublished, "cancelled": "cancelled"} if _is_off(raw) else {}
    values[REST] = sorted({loss.field for loss in raw.losses if loss.what is DROPPED})
    return {what: digest(value)[:LENGTH] for what, value in values.items() if value}


def _is_off(raw: RawMeeting) -> bool:
    """Tell whether a calendar takes an event off; that its last date has passed is nobody's edit."""
    return bool(raw.unpublished) or "cancelled" in raw.deleted


def _usual(value: object) -> object:
    """Give a value in one form, in which spreadsheets write it in several: `7:00 PM`, `41.7900`, other line ends."""
    if isinstance(value, str):
        text = " ".join(value.split())
        try:
            return clock(text) or repr(float(text))
        except ValueError:
            return text
    return [_usual(item) for item in value] if isinstance(value, Iterable) and any(value) else ""


def edited(now: Marks, then: Marks) -> frozenset[str]:
    """Give what two rows tell otherwise."""
    return frozenset(what for what in now.keys() | then.keys() if now.get(what) != then.get(what))
