"""Pure: one record for each place, however often it is named; places that the hub has are used as they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..paths import slugify
from ..yamltree import Plain
from .cleaning.postal import Address, street_key
from .cleaning.texts import folded
from .cleaning.whereabouts import Wish, is_point
from .losses import DROPPED, GUESSED, KEPT, Account
from .slugs import cut, free, with_end

NEAR = 0.001  # of a degree: a hundred metres
FILE = "content/places.yaml"


@dataclass
class Known:
    """A place with its id: what names it has, and either the hub's record of it or a wish that still grows."""

    id: str
    names: frozenset[str]
    wish: Wish
    zone: str
    is_new: bool


@dataclass
class Places:
    """All places of a hub and of an import; `zone` is the site's. Grows while meetings are settled, in their order."""

    zone: str
    taken: set[str]
    known: list[Known] = field(default_factory=list)

    def settle(self, wish: Wish, zone: str, hint: str, account: Account) -> tuple[Known, str]:
        """Find or make the place of a meeting in a zone; what it says beside the place's own directions comes back.

        `hint` is the place that the meeting has in the hub: somebody may have corrected name or address there. A home,
        or an area, gets no id and no page: it is described with the meeting.
        """
        found = next((known for known in self.known if known.id == hint and _is_like(known, wish)), None)
        if wish.is_private and found is None:
            return Known("", frozenset(), wish, zone, is_new=False), ""
        found = found or next((known for known in self.known if _is_same(known, wish)), None)
        found = found or self._by_name_alone(wish, account)
        if found is None:
            found = Known(self._new_id(wish), frozenset((folded(wish.name),)), wish, zone, is_new=True)
            self.taken.add(found.id)
            self.known.append(found)
            return found, ""
        return found, _joined(found, wish, account)

    def _by_name_alone(self, wish: Wish, account: Account) -> Known | None:
        """Find the one place of this name, when either of the two has no address to tell them apart."""
        alike = [known for known in self.known if folded(wish.name) in known.names]
        if len(alike) != 1 or (any(wish.address) and any(alike[0].wish.address)):
            return None
        account.say(GUESSED, "location", "is taken to be the one place of this name", wish.name)
        return alike[0]

    def _new_id(self, wish: Wish) -> str:
        name = cut(slugify(wish.name)) or "place"
        ladder = (name, with_end(name, wish.address.city), with_end(name, wish.address.street))
        return free(ladder, lambda step: step not in self.taken)

    def new_records(self) -> tuple[dict[str, Plain], ...]:
        """Give the records of places that the hub did not have, in the order in which they were named."""
        return tuple(record_of(known, self.zone) for known in self.known if known.is_new)


def known_places(records: Iterable[Mapping[str, Plain]], site_zone: str) -> list[Known]:
    """Give the places that a hub has."""
    return [_known(record, site_zone) for record in records if isinstance(record.get("id"), str)]


def _known(record: Mapping[str, Plain], site_zone: str) -> Known:
    address = record.get("address")
    parts = address if isinstance(address, dict) else {}
    regions = record.get("regions")
    own = record.get("region")
    point = record.get("coordinates")
    names = names_of(record.get("name"))
    wish = Wish(
        names[0] if names else "",
        Address(*(text_in(parts.get(part)) for part in Address._fields)),
        (*(texts_in(regions)), *((own,) if isinstance(own, str) else ())),
        texts_in(point) if is_point(texts_in(point)) else (),
        " ".join(names_of(record.get("directions"))),
        text_in(record.get("timezone")),
        text_in(record.get("private_venue")).lower() in ("yes", "true", "on"),
    )
    zone = wish.timezone or site_zone
    return Known(text_in(record.get("id")), frozenset(folded(name) for name in names), wish, zone, is_new=False)


def names_of(value: Plain) -> list[str]:
    """Give a text in all its languages."""
    if isinstance(value, dict):
        return [text for text in value.values() if isinstance(text, str)]
    return [value] if isinstance(value, str) else []


def text_in(value: Plain) -> str:
    """Give a text, empty when there is something else."""
    return value if isinstance(value, str) else ""


def texts_in(value: Plain) -> tuple[str, ...]:
    """Give the texts of a list."""
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _is_same(known: Known, wish: Wish) -> bool:
    """Tell whether a place is one that is known: same street and town, and same name or none of its own."""
    own, other = known.wish.address, wish.address
    if street_key(own.street) != street_key(other.street):
        return False
    if own.city and other.city and folded(own.city) != folded(other.city):
        return False
    has_no_name = wish.name == other.street and bool(other.street) and bool(own.city)
    return folded(wish.name) in known.names or has_no_name


def _is_like(known: Known, wish: Wish) -> bool:
    """Tell whether a place that a meeting had in the hub is still meant: its name or its street is the same."""
    street = street_key(wish.address.street)
    is_there = bool(street) and street == street_key(known.wish.address.street)
    return is_there or known.id == cut(slugify(wish.name)) or folded(wish.name) in known.names


def _joined(known: Known, wish: Wish, account: Account) -> str:
    """Add to a new place what it lacks; say what differs. Gives directions that must stand with the meeting."""
    _compare(known, wish, account)
    if known.is_new:
        old = known.wish
        address = Address(*(a or b for a, b in zip(old.address, wish.address, strict=True)))
        known.wish = old._replace(
            address=address,
            regions=old.regions or wish.regions,
            point=old.point or wish.point,
            directions=old.directions or wish.directions,
            is_private=old.is_private or wish.is_private,
        )
    elif wish.is_private and not known.wish.is_private:
        said = f"is a home here and an open place in {FILE}, where it stays as it is"
        account.say(DROPPED, "location", said)
    if wish.directions and folded(wish.directions) != folded(known.wish.directions):
        why = "the place has other directions" if known.is_new else f"{FILE} stays as it is"
        account.say(KEPT, "location_notes", f"stand in the notes, because {why}")
        return wish.directions
    return ""


def _compare(known: Known, wish: Wish, account: Account) -> None:
    """Say what a meeting tells otherwise of its place; the one who spoke first is believed."""
    where = "in the first record of this place" if known.is_new else f"in {FILE}, which stays as it is"
    old = known.wish
    pairs = [("region", ", ".join(old.regions), ", ".join(wish.regions))]
    pairs += [
        (part, getattr(old.address, part), getattr(wish.address, part)) for part in ("state", "postal_code", "country")
    ]
    for name, first, other in pairs:
        differs = other and folded(first) != folded(other)
        if differs and (first or not known.is_new):
            account.say(DROPPED, name, f"is another one {where}", "" if wish.is_private else other)
    if wish.point and (old.point or not known.is_new) and not _is_near(old.point, wish.point):
        account.say(DROPPED, "coordinates", f"are others {where}", "" if wish.is_private else ", ".join(wish.point))


def _is_near(first: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(first) and all(abs(float(a) - float(b)) < NEAR for a, b in zip(first, other, strict=False))


def record_of(known: Known, site_zone: str) -> dict[str, Plain]:
    """Give the fields of a new place."""
    wish = known.wish
    if wish.is_private and not wish.regions:  # a home shows its region, so it must have one
        wish = wish._replace(regions=(next(filter(None, (*wish.address[1:3], wish.address.country, wish.name))),))
    address: dict[str, Plain] = {part: text for part, text in wish.address._asdict().items() if text}
    fields: dict[str, Plain] = {
        "id": known.id,
        "name": wish.name,
        "address": address,
        "coordinates": list(wish.point),
        "region": wish.regions[0] if len(wish.regions) == 1 else "",
        "regions": list(wish.regions) if len(wish.regions) > 1 else [],
        "timezone": known.zone if known.zone != site_zone else "",
        "directions": wish.directions,
        "private_venue": "yes" if wish.is_private else "",
    }
    return {name: value for name, value in fields.items() if value}
