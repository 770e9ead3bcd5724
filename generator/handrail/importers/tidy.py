"""Pure: a raw meeting becomes the fields of a record, and an account of everything that became different."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from ..plaintext import HIDDEN
from ..yamltree import Plain
from .cleaning.attending import Attending, attending_of
from .cleaning.joining import joining
from .cleaning.people import GroupWish, contact_of, group_of
from .cleaning.phrases import phrases, says_closed
from .cleaning.postal import parted
from .cleaning.privacy import Scrubbed, scrub, together, without
from .cleaning.texts import joined, line_of, text_of
from .cleaning.time_zones import zone_of
from .cleaning.times import date_of
from .cleaning.type_words import Vocabulary, sort_types
from .cleaning.when import UNKNOWN_PLACE, Gap, When, when_of
from .cleaning.whereabouts import Where, Wish, where_of
from .losses import DRAFT, DROPPED, GUESSED, LOOK, REPAIRED, Account
from .own import Kept
from .raw import RawMeeting

Fields: TypeAlias = dict[str, Plain]


class Hub(NamedTuple):
    """What tidying depends on besides the record: the site's zone, language and types, and the day."""

    zone: str
    language: str
    types: Vocabulary
    today: date


class Tidied(NamedTuple):
    """A meeting as the hub would have it, but for its slug and the ids of its place and group.

    `zone` is the one its times are in, empty when nobody said. `gaps` are what keeps it a draft. `places` are those of
    single changes, by their number. `kept` is the meeting as its hub had it, when the row comes from an export.
    """

    raw: RawMeeting
    name: str
    fields: Fields
    zone: str
    place: Wish | None
    group: GroupWish | None
    gaps: tuple[Gap, ...]
    places: Mapping[int, Wish]
    account: Account
    kept: Kept | None = None


def tidy(raw: RawMeeting, hub: Hub) -> Tidied | Account:
    """Tidy one record; only an account is given of one that holds nothing to keep."""
    account = Account(raw.where)
    account.losses += [loss._replace(record=raw.where) for loss in raw.losses]
    raw = _visible(raw, account)
    if raw.deleted:
        account.say(DROPPED, "the record", raw.deleted, raw.name)
        return account
    known = f"{raw.online_url} {raw.online_phone}"
    name = scrub(line_of(raw.name, "name", account), "name", known, account)
    when = when_of(raw, account)
    where = where_of(raw, account)
    if not (name.text or raw.time or raw.days or when.fields.get("dates") or where.wish or raw.online_url):
        account.say(DROPPED, "the record", "has no name, no time and no place")
        return account
    return _tidied(raw, hub, name, when, where, account)


def _visible(raw: RawMeeting, account: Account) -> RawMeeting:
    """Take signs that nobody can see out of every text."""
    texts: dict[str, Any] = {}
    for field, value in raw._asdict().items():
        if isinstance(value, str) and HIDDEN.search(value):
            texts[field] = HIDDEN.sub("", value)
        elif isinstance(value, tuple) and any(isinstance(text, str) and HIDDEN.search(text) for text in value):
            texts[field] = tuple(HIDDEN.sub("", text) for text in value if isinstance(text, str))
    for field in texts:
        account.say(REPAIRED, field, "had signs that nobody can see")
    return raw._replace(**texts)


def _tidied(raw: RawMeeting, hub: Hub, name: Scrubbed, when: When, where: Where, account: Account) -> Tidied:
    known = f"{raw.online_url} {raw.online_phone}"
    notes = scrub(text_of(raw.notes, "notes", account), "notes", known, account)
    group = group_of(raw, account)
    others = together(notes, name, where.found, group.left)
    join = joining(raw, others, account)
    types = sort_types(raw, hub.types, account)
    contact = contact_of(raw.contacts, together(others, join.found), account)
    zone = zone_of(raw.timezone, account) or ""
    if when.has_clock and not raw.timezone.strip():
        account.count(GUESSED, "timezone", f"is not given; that of the place or the site, {hub.zone}, is taken")
    title = _name(name.text, group.wish, where, account)
    attending = attending_of(raw, types.marks, join.online, where, hub.language, account)
    repeats = _repeats(when, (notes.text,) if says_closed(title) else (title, notes.text), account)
    text = without(joined([notes.text, join.notes, group.left.text, attending.left, where.left]), join.found.codes)
    verified = _verified(raw, hub, account)
    fields: Fields = {"name": title, **when.fields}
    fields |= {"repeats": repeats} if repeats else {}
    optional: Fields = {
        "online": dict(join.online),
        **attending.fields,
        "types": list(types.words),
        "languages": list(types.languages),
        "contact": dict(contact),
        "notes": text,
        "verified": verified,
    }
    fields |= {field: value for field, value in optional.items() if value}
    gaps = (*when.gaps, *_nowhere(attending, join.online, is_area=where.is_area))
    if raw.unpublished:
        fields["draft"] = "yes"
        account.say(DRAFT, "the record", raw.unpublished)
    places = {
        number: Wish(change.location or change.address, parted(change.address))
        for number, change in enumerate(raw.changes)
        if change.location or change.address
    }
    return Tidied(raw, title, fields, zone, attending.place, group.wish, gaps, places, account)


def _name(name: str, group: GroupWish | None, where: Where, account: Account) -> str:
    """Give the name of a meeting; one without is called after its group or place."""
    if name:
        if says_closed(name):
            account.say(LOOK, "name", "says that it is not held", name)
        return name
    found = (group.name if group else "") or (where.wish.name if where.wish and not where.is_home else "")
    account.say(GUESSED, "name", "is missing and made from group or place", found or "Meeting")
    return found or "Meeting"


def _repeats(when: When, texts: tuple[str, ...], account: Account) -> Plain:
    """Give the weeks of the month that the notes tell, which is a guess; other phrases are for people to look at."""
    days = when.fields.get("day")
    found = phrases(texts, (days,) if isinstance(days, str) else tuple(str(day) for day in days or ()))
    for phrase in found.open:
        account.say(LOOK, "name or notes", "may say when it does not meet, or how one date differs", phrase)
    if not found.repeats or "repeats" in when.fields:
        return None
    account.say(
        GUESSED, "repeats", "is taken from the words of the notes", f"{found.said} → {', '.join(found.repeats)}"
    )
    return found.repeats[0] if len(found.repeats) == 1 else list(found.repeats)


def _verified(raw: RawMeeting, hub: Hub, account: Account) -> str:
    written = raw.last_contact.strip()
    if not written:
        return ""
    found = date_of(written, "last_contact", account)
    if not found or date.fromisoformat(found) > hub.today:
        account.say(DROPPED, "last_contact", "is no day on which somebody can have confirmed it", written)
        return ""
    return found


def _nowhere(attending: Attending, online: Mapping[str, str], *, is_area: bool) -> tuple[Gap, ...]:
    """Make a draft of a meeting that nobody could find."""
    place = attending.place
    draft: Fields = {"draft": "yes"}
    if place is None and not online:
        reason = "nothing says where it is or how to join"
        return (Gap("where", {"place": {"name": UNKNOWN_PLACE}, **draft}, reason),)
    if attending.missing:
        return (Gap("where", draft, attending.missing),)
    if place and not online and is_area:
        return (Gap("where", draft, "only the area is known, and nothing says how to ask"),)
    return ()
