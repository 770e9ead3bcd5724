"""Pure: a record as written, without what its fields keep private: what may leave a hub."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from .checks.private import filled
from .conference import passcodes_in, without_passcode
from .kinds.meeting import Meeting, Online
from .schema import Record
from .yamltree import Plain

# text: what was left out, one and several
CONTACT = ("contact", "contacts")
PASSCODE = ("passcode", "passcodes")
HOME = ("way to a home", "ways to homes")
NAME = ("name of somebody who looks after an entry", "names of people who look after entries")
REPEATED = ("text that repeats something private", "texts that repeat something private")
NEEDED = frozenset(("id", "slug", "name"))  # a record is none without them

LINK = ("online", "url")

Words = tuple[str, str]
Place = tuple[str, ...]


class Withheld(NamedTuple):
    """The fields that may be known, and how many things were left out, by what they are."""

    fields: dict[str, Plain]
    left_out: Counter[Words]


def _is_clean(_: str) -> bool:
    return False


def without_private(
    record: Record, fields: Mapping[str, Plain], is_private: Callable[[str], bool] = _is_clean
) -> Withheld:
    """Leave out private fields, passcodes in addresses and numbers, and texts that repeat a passcode.

    `fields` are those of the record as written. `is_private` tells whether a text holds a private value of the hub.
    """
    kept: Plain = dict(fields)
    found: set[tuple[Words, Place]] = set()
    for field in filled(record):
        is_whole = field.place != LINK  # of which a part is private, see Online.secrets
        if field.is_private and is_whole and _at(kept, field.place) is not None:
            words = _words(field.place)
            found.add((words, field.place if words == NAME else ()))
            kept = _without(kept, field.place)
    online = record.online if isinstance(record, Meeting) else None
    if online and isinstance(kept, dict):
        kept, has_codes = _joining(online, kept)
        found |= {(PASSCODE, ())} if has_codes else set()
    codes = _codes(online) if online else ()

    def repeats(text: str) -> bool:
        return any(code in text for code in codes) or is_private(text)

    repeated = [place for place in _texts(kept, ()) if repeats(str(_at(kept, place))) and place[-1] not in NEEDED]
    for place in reversed(repeated):
        kept = _without(kept, place)
    count = Counter(words for words, _ in found) + Counter({REPEATED: len(repeated)})
    return Withheld(kept if isinstance(kept, dict) else {}, count)


def texts_of(fields: Plain) -> Iterator[str]:
    """Give all texts of a record."""
    return (str(_at(fields, place)) for place in _texts(fields, ()))


def _words(place: Place) -> Words:
    if "contact" in place:
        return CONTACT
    if "online" in place:
        return PASSCODE
    return HOME if {"address", "coordinates", "directions"} & set(place) else NAME


def _codes(online: Online) -> tuple[str, ...]:
    """Give the codes that no text may repeat; everybody may know those that are shown."""
    if online.show_passcode:
        return ()
    return tuple(code for code in (online.code, *(passcodes_in(online.url) if online.url else ())) if code)


def _joining(online: Online, fields: dict[str, Plain]) -> tuple[Plain, bool]:
    """Take the passcodes out of the address and the number to dial, and tell whether there were any."""
    given = fields.get("online")
    if online.show_passcode or not isinstance(given, dict):
        return fields, False
    clean: dict[str, Plain] = dict(given)
    if online.url and passcodes_in(online.url):
        clean["url"] = without_passcode(online.url)
    number = online.dial.number + online.dial.room
    if online.phone and _dialled(number) != _dialled(online.phone):
        clean["phone"] = number
    return {**fields, "online": clean}, clean != given


def _dialled(number: str) -> str:
    return re.sub(r"\s", "", number)


def _at(value: Plain, place: Place) -> Plain:
    """Give what stands at a place, whose numbers count items from one; `None` for nothing."""
    for step in place:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal() and 0 < int(step) <= len(value):
            value = value[int(step) - 1]
        else:
            return None
    return value


def _without(value: Plain, place: Place) -> Plain:
    """Leave out what stands at a place, and the groups that become empty by it."""
    step, *rest = place
    if isinstance(value, list):
        items = [(number, item) for number, item in enumerate(value, 1)]
        if rest:
            return [_without(item, tuple(rest)) if str(number) == step else item for number, item in items]
        return [item for number, item in items if str(number) != step]
    if not isinstance(value, dict):
        return value
    inner = _without(value.get(step), tuple(rest)) if rest else None
    return {name: inner if name == step else item for name, item in value.items() if name != step or inner}


def _texts(value: Plain, above: Place) -> list[Place]:
    """Give the places of all texts."""
    if isinstance(value, dict):
        return [place for name, item in value.items() for place in _texts(item, (*above, name))]
    if isinstance(value, list):
        return [place for number, item in enumerate(value, 1) for place in _texts(item, (*above, str(number)))]
    return [above] if isinstance(value, str) else []
