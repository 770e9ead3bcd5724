"""Pure: a row of an export as a tidied meeting: all that its hub knew, and what somebody has edited since."""

from typing import Any

from ..meeting_types import TYPES
from ..plaintext import HIDDEN
from .cleaning.texts import joined
from .losses import KEPT, LOOK, Account
from .merging import OF_THE_SOURCE
from .own import Kept, Own, said_once
from .part import COLUMNS
from .places import names_of, text_in, texts_in
from .raw import RawMeeting
from .standing import Record
from .tidy import Fields, Hub, Tidied, tidy

# The fields that columns tell, by what the columns tell.
FIELDS: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "when": ("day", "time", "end_time", "by_appointment", "repeats", "starts", "ends", "dates", "changes"),
    "zone": (),
    "where": ("place", "attendance"),
    "joining": ("online", "attendance"),
    "types": ("types", "languages", "attendance", "status"),
    "notes": ("notes", "repeats"),
    "group": ("group",),
    "contact": ("contact",),
    "verified": ("verified",),
    "state": ("draft",),
}
TOGETHER = frozenset(("where", "joining", "types"))  # how people take part is told by all three
EMPTY = RawMeeting("")
NO_TIMES = "day and time"  # what is said of a row without them, which here were not edited


def tidied_own(own: Own, hub: Hub) -> Tidied | Account:
    """Tidy what was edited in a row; without an edit it is the record itself."""
    raw, kept, account = own.raw, own.kept, said_once(own)
    edited = kept.edited
    names = names_of(kept.fields.get("name"))
    title = names[0] if names else kept.slug
    if "name" in edited and not HIDDEN.sub("", raw.name).strip():
        account.say(KEPT, "name", "is missing, so it stays as it was")
        edited -= {"name"}
    raw = raw._replace(name=raw.name if "name" in edited else title, part="", losses=())
    if not edited:
        return Tidied(raw, title, {}, "", None, None, (), {}, account, kept._replace(edited=edited))
    found = tidy(_only(raw, edited), hub)
    if not isinstance(found, Tidied):
        account.losses += found.losses
        return account
    account.say(LOOK, "the record", f"was edited outside of the hub: {', '.join(sorted(edited))}")
    account.losses += [loss for loss in found.account.losses if "when" in edited or loss.field != NO_TIMES]
    account.secrets |= found.account.secrets
    return found._replace(
        name=title if "name" not in edited else found.name,
        fields=_fields(found.fields, kept, edited, hub.language),
        zone=found.zone if "zone" in edited else "",
        place=found.place if "where" in edited else None,
        group=found.group if "group" in edited else None,
        gaps=tuple(gap for gap in found.gaps if gap.what in edited),
        places=found.places if "when" in edited else {},
        account=account,
        kept=kept._replace(edited=edited),
    )


def told_by(edited: frozenset[str]) -> tuple[str, ...]:
    """Give the fields that a row would tell in the columns that were edited, if it had them."""
    return tuple(name for name in OF_THE_SOURCE if any(name in FIELDS[what] for what in edited))


def _only(raw: RawMeeting, edited: frozenset[str]) -> RawMeeting:
    """Leave of a row what was edited, and what belongs to it."""
    meant = edited | TOGETHER if "types" in edited else edited
    usual: dict[str, Any] = {
        name: getattr(EMPTY, name)
        for what, names in COLUMNS.items()
        if what not in meant and what != "name"
        for name in names
    }
    usual |= {"deleted": ""} if "cancelled" not in raw.deleted else {}
    return raw._replace(**usual)


def _fields(found: Fields, kept: Kept, edited: frozenset[str], language: str) -> Fields:
    """Leave of the fields those that were edited; what had to move into the notes goes behind those that stand."""
    wanted = {name for what in edited for name in FIELDS[what]}
    fields = {name: value for name, value in found.items() if name in wanted}
    if "types" in edited:
        fields["types"] = [*texts_in(found.get("types")), *_without_code(kept.fields)]
    moved = text_in(found.get("notes"))
    if moved and "notes" not in edited:
        old = kept.fields.get("notes")
        before = text_in(old.get(language)) if isinstance(old, dict) else text_in(old)
        fields["notes"] = joined([before, moved])
    return fields


def _without_code(fields: Record) -> list[str]:
    """Give the types that no row can tell, because other systems have no code for them."""
    return [word for word in texts_in(fields.get("types")) if word not in TYPES or not TYPES[word].code]
