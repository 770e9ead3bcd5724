"""Pure: reads Meeting Guide JSON, a list of records (meetings.md, 1), and the same records as Airtable gives them."""

from collections.abc import Iterable, Mapping

from .losses import DROPPED, Account
from .raw import Circumstances, Material, RawMeeting, Reader, Reading
from .spec_fields import from_spec

TELLING = frozenset(("day", "time", "types", "conference_url", "formatted_address", "slug"))
NAMES = frozenset(("name", "meeting", "title"))


def recognise(material: Material) -> bool:
    """Tell whether a file is a list of records with names of this format."""
    records = _records(material.value)
    keys = {str(key).lower().replace(" ", "_") for record in records[:20] for key in record}
    return bool(keys & NAMES and keys & TELLING) or material.value == []


def read(material: Material, _: Circumstances) -> Reading:
    """Read all records; whatever is none is left out and said."""
    found: list[RawMeeting] = []
    account = Account()
    for number, item in enumerate(_items(material.value), 1):
        record = _record(item)
        if record is None:
            account.say(DROPPED, f"record {number}", "is no group of fields")
        else:
            found.append(from_spec(record, f"record {number}", Account()))
    return Reading(tuple(found), tuple(account.losses))


def _items(value: object) -> list[object]:
    if isinstance(value, dict):
        value = next((value[key] for key in ("records", "meetings") if isinstance(value.get(key), list)), [])
    return value if isinstance(value, list) else []


def _records(value: object) -> list[Mapping[str, object]]:
    return [record for record in map(_record, _items(value)) if record is not None]


def _record(item: object) -> Mapping[str, object] | None:
    """Give a record's fields; Airtable puts them one level deeper and each value, at times, into a list."""
    if not isinstance(item, dict):
        return None
    fields = item.get("fields")
    return _single(fields.items()) if isinstance(fields, dict) else item


def _single(fields: Iterable[tuple[str, object]]) -> dict[str, object]:
    several = ("types", "day", "regions")
    return {
        key: value[0] if isinstance(value, list) and value and key.lower() not in several else value
        for key, value in fields
    }


READER = Reader("Meeting Guide JSON", recognise, read)
