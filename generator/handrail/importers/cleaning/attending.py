"""Pure: how people take part, and whether a meeting takes a break, from what four systems say in four ways.

See meetings.md, 1.4: a code for a closed place, a word for online, a type of venue, or an attendance stated outright.
"""

from collections.abc import Mapping
from typing import NamedTuple

from ...kinds.meeting import HYBRID, IN_PERSON, ONLINE
from ...meeting_types import PLACE_CLOSED
from ...yamltree import Plain
from ..losses import DROPPED, GUESSED, KEPT, LOOK, REPAIRED, Account
from ..raw import RawMeeting
from . import type_words
from .whereabouts import Where, Wish

INACTIVE = "inactive"
ATTENDANCES = {
    "in_person": IN_PERSON, "in-person": IN_PERSON, "in person": IN_PERSON, "1": IN_PERSON, "online": ONLINE,
    "2": ONLINE, "virtual": ONLINE, "hybrid": HYBRID, "3": HYBRID, INACTIVE: INACTIVE,
}  # fmt: skip
CLOSED_FOR_NOW = {
    "en": "The place is closed for now.",
    "es": "El lugar está cerrado por ahora.",
    "fr": "Le lieu est fermé pour le moment.",
}
NOT_NOW = {"en": "It does not meet for now.", "es": "Por ahora no se reúne.", "fr": "Pas de réunion pour le moment."}


class Attending(NamedTuple):
    """The fields that say how people take part, and the place if there is one to keep.

    `left` is what a place that is not kept had to say, `missing` what keeps people from joining.
    """

    fields: dict[str, Plain]
    place: Wish | None = None
    left: str = ""
    missing: str = ""


def attending_of(
    raw: RawMeeting, marks: frozenset[str], online: Mapping[str, str], where: Where, language: str, account: Account
) -> Attending:
    """Tell how people take part."""
    stated = _stated(raw, marks, account)
    place = where.wish
    if where.left:
        account.say(KEPT, "location_notes", "stand in the notes, because there is no place")
    is_closed = PLACE_CLOSED in marks
    if online and place and not where.is_exact and not where.is_home and stated != IN_PERSON:
        _say_area_left_out(place, account)
        return Attending({}, None, place.directions)
    if is_closed and online:
        account.say(REPAIRED, "types", "says that the place is closed, so the meeting is online for now", PLACE_CLOSED)
        return Attending({"attendance": ONLINE} if place else {}, place)
    if is_closed or stated == INACTIVE:
        return _paused(place, language, account, is_closed=is_closed)
    return _active(
        stated,
        place,
        is_online=bool(online),
        is_vague_home=where.is_home and not where.is_exact,
        raw=raw,
        account=account,
    )


def _active(
    stated: str, place: Wish | None, *, is_online: bool, is_vague_home: bool, raw: RawMeeting, account: Account
) -> Attending:
    """Tell how people take part in a meeting that takes no break."""
    if stated in (ONLINE, HYBRID) and not is_online:
        account.say(LOOK, "attendance", "is said to be possible online, and nothing says how", stated)
        is_only_online = stated == ONLINE and raw.attendance.strip()
        missing = "it is said to be online, and nothing says how to join" if is_only_online else ""
        return Attending({}, place, missing=missing)
    if stated == HYBRID and not place:
        account.say(LOOK, "attendance", "is said to be hybrid, and nothing says where", stated)
        return Attending({})
    if is_online and place and is_vague_home and not stated:
        account.say(GUESSED, "attendance", "is online, because a home without an address is no place to go to")
        return Attending({"attendance": ONLINE}, place)
    derived = (HYBRID if place else ONLINE) if is_online else IN_PERSON
    return Attending({"attendance": stated} if stated and stated != derived else {}, place)


def _paused(place: Wish | None, language: str, account: Account, *, is_closed: bool) -> Attending:
    reasons = CLOSED_FOR_NOW if is_closed else NOT_NOW
    field = "types" if is_closed else "attendance"
    account.say(REPAIRED, field, "means a break without an end: status paused")
    return Attending({"status": {"paused": "yes", "reason": reasons.get(language, reasons["en"])}}, place)


def _stated(raw: RawMeeting, marks: frozenset[str], account: Account) -> str:
    """Give the attendance a source states, in a field of its own or among the types."""
    written = raw.attendance.strip().lower()
    stated = ATTENDANCES.get(written, "")
    if written and not stated:
        account.say(DROPPED, "attendance", "is no way to attend that is known", raw.attendance)
    if stated:
        return stated
    if type_words.HYBRID in marks:
        return HYBRID
    if type_words.ONLINE in marks and PLACE_CLOSED not in marks and not raw.online_url and not raw.online_phone:
        return ONLINE
    return IN_PERSON if type_words.IN_PERSON in marks and type_words.ONLINE not in marks else ""


def _say_area_left_out(wish: Wish, account: Account) -> None:
    """Say that a meeting that is only online keeps nothing of the area it was filed under."""
    parts = [*wish.regions, wish.name, wish.address.city, wish.address.state, wish.address.country]
    area = ", ".join(dict.fromkeys(part for part in parts if part))
    account.say(DROPPED, "address", "tells no place, and a meeting online needs none", area)
    if wish.directions:
        account.say(KEPT, "location_notes", "stand in the notes, because there is no place")
