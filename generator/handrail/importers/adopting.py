"""Pure: places and groups that an export brings: those the hub has stay as they are, others are added to it.

An id may mean another place here than where it comes from. It gets another id then, in the meetings too: nobody may
be sent to the wrong door.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ..kinds import BY_NAME
from ..schema import record_in
from ..withholding import without_private
from ..yamltree import Plain
from .cleaning.postal import street_key
from .cleaning.texts import folded
from .losses import KEPT, REPAIRED, Account
from .places import names_of, text_in
from .slugs import free, with_end
from .standing import Record

Ids = Mapping[str, str]


class Adopted(NamedTuple):
    """Records that the hub shall get, and the id that each has here, by the one it had there."""

    new: tuple[Record, ...]
    ids: Ids


def adopted(
    kind: str, records: Iterable[Record], held: tuple[Record, ...], taken: set[str], account: Account
) -> Adopted:
    """Find or add each record; ids that are given now become taken."""
    standing = {text_in(record.get("id")): record for record in held}
    new: list[Record] = []
    ids: dict[str, str] = {}
    for record in records:
        name = text_in(record.get("id"))
        if not name or name in ids:
            continue
        found = _found(kind, record, name, standing)
        if found:
            ids[name] = found
            if not _is_equal(kind, standing[found], {**record, "id": found}):
                said = f"is another in the file than in content/{kind}s.yaml, which stays as it is"
                account.say(KEPT, f"{kind} {found}", said)
            continue
        ids[name] = free((name, with_end(name, kind)), _is_free(taken)) if name in taken else name
        taken.add(ids[name])
        new.append({**record, "id": ids[name]})
        if ids[name] != name:
            account.say(REPAIRED, f"{kind} {name}", "is called otherwise here, where that is another", ids[name])
    return Adopted(tuple(new), ids)


def _is_free(taken: set[str]) -> Callable[[str], bool]:
    return lambda name: name not in taken


def _found(kind: str, record: Record, name: str, standing: Mapping[str, Record]) -> str:
    """Give the id of the same place or group of the hub; empty when it has none."""
    if name in standing and _is_like(standing[name], record):
        return name
    return next((own for own, other in standing.items() if _is_equal(kind, other, {**record, "id": own})), "")


def _is_equal(kind: str, own: Record, other: Record) -> bool:
    """Tell whether two records are one, but for what is private and need not be in an export."""
    if own == other:
        return True
    record = record_in(BY_NAME[kind].model, own)
    return record is not None and without_private(record, own).fields == other


def _is_like(own: Record, other: Record) -> bool:
    """Tell whether two records of one id mean the same, though somebody changed one of them."""
    streets = [street_key(text_in(address.get("street"))) for address in (_address(own), _address(other))]
    if all(streets):
        return streets[0] == streets[1]
    names = ({folded(name) for name in names_of(record.get("name"))} for record in (own, other))
    return bool(set.intersection(*names))


def _address(record: Record) -> dict[str, Plain]:
    address = record.get("address")
    return address if isinstance(address, dict) else {}


def renamed(meeting: Record, places: Ids, groups: Ids) -> Record:
    """Give a meeting with the ids that its places and its group have here."""
    fields = dict(meeting)
    place, group, changes = meeting.get("place"), meeting.get("group"), meeting.get("changes")
    if isinstance(place, str):
        fields["place"] = places.get(place, place)
    if isinstance(group, str):
        fields["group"] = groups.get(group, group)
    if isinstance(changes, list):
        fields["changes"] = [_moved(change, places) for change in changes]
    return fields


def _moved(change: Plain, places: Ids) -> Plain:
    place = change.get("place") if isinstance(change, dict) else None
    return (
        {**change, "place": places.get(place, place)} if isinstance(change, dict) and isinstance(place, str) else change
    )
