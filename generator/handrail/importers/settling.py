"""Pure: a tidied meeting gets its slug, place and group, and joins what the hub has of it."""

from collections.abc import Sequence
from typing import NamedTuple

from ..kinds import BY_NAME
from ..kinds.meeting import Meeting
from ..schema import record_in
from ..setting import Setting
from ..withholding import without_private
from ..yamltree import Plain
from .cleaning.texts import joined
from .editing import told_by
from .groups import Groups
from .identity import Identity
from .losses import DROPPED, LOOK, Account
from .masking import longest_first, masked
from .merging import OF_THE_SOURCE, merged
from .own import Kept
from .places import Places, record_of, text_in
from .standing import Record, Standing
from .tidy import Hub, Tidied
from .validity import mended


class Settled(NamedTuple):
    """A meeting with the fields it shall have, why it is a draft, and where it stands, if it does."""

    slug: str
    fields: dict[str, Plain]
    reasons: tuple[str, ...]
    standing: Standing | None


def settle(
    meeting: Tidied, identity: Identity, places: Places, groups: Groups, hub: Hub, setting: Setting
) -> Settled | None:
    """Give a meeting its place and group, and bring what the hub has of it up to date."""
    account = meeting.account
    old = identity.standing.fields if identity.standing else None
    if meeting.kept:
        old = renewed(old, meeting.kept, hub.language, account)
    fields = _with_place(meeting, places, old, hub.zone)
    if meeting.kept is None or meeting.kept.slug != identity.slug:
        fields["slug"] = identity.slug
    notes = [text_in(fields.get("notes")), text_in(fields.pop("place_notes", ""))]
    if meeting.group:
        group, about = groups.settle(meeting.group, text_in(old.get("group")) if old else "", account)
        fields["group"] = group.id
        notes.append(about)
    if any(notes):
        fields["notes"] = joined(notes)
    reason = (meeting.raw.unpublished,) if meeting.raw.unpublished else ()
    told = told_by(meeting.kept.edited) if meeting.kept else OF_THE_SOURCE
    new = merged(old, fields, meeting.gaps, hub.language, account, told=told)
    valid = mended(new.fields, BY_NAME["meeting"], setting, account, old)
    if valid.fields is None:
        what = valid.problem.message if valid.problem else "it cannot be read again"
        account.say(DROPPED, "the record", f"would be a mistake: {what}")
        return None
    reasons = (masked(text, longest_first(account.secrets)) for text in (*reason, *new.reasons))
    return Settled(identity.slug, valid.fields, tuple(reasons), identity.standing)


def renewed(old: Record | None, kept: Kept, language: str, account: Account) -> Record:
    """Bring what a hub has of a meeting up to date with what an export has of it.

    An export need not have what is private; what is equal but for that stays as it stands.
    """
    if old is None:
        return kept.fields
    record = record_in(Meeting, old)
    public = without_private(record, old).fields if record else old
    new = {name: value for name, value in kept.fields.items() if value not in (old.get(name), public.get(name))}
    told = [name for name in OF_THE_SOURCE if name in public and name not in kept.fields]
    return merged(old, new, (), language, account, told=told).fields


def _with_place(meeting: Tidied, places: Places, old: Record | None, site_zone: str) -> Record:
    """Give the fields of a meeting with its place, its own zone, and the places of single dates."""
    fields = dict(meeting.fields)
    account = meeting.account
    zone = site_zone
    if meeting.place:
        hint = text_in(old.get("place")) if old else ""
        place, left = places.settle(meeting.place, meeting.zone or site_zone, hint, account)
        fields["place"] = place.id or record_of(place, site_zone)
        fields["place_notes"], zone = left, place.zone
    if meeting.zone and zone != meeting.zone:
        fields["timezone"] = meeting.zone
    changes = fields.get("changes")
    if isinstance(changes, list) and meeting.places:
        moved: list[Plain] = []
        for number, change in enumerate(changes):
            wish = meeting.places.get(number)
            known = places.settle(wish, meeting.zone or site_zone, "", account)[0] if wish else None
            moved.append({**change, "place": known.id} if known and isinstance(change, dict) else change)
        fields["changes"] = moved
    return fields


def valid_records(
    kind: str, records: Sequence[Record], setting: Setting, accounts: list[Account]
) -> tuple[Record, ...]:
    """Give records as a build takes them; one it would never take is a bug of ours and stops the import."""
    found = []
    for record in records:
        account = Account(f"{kind} {text_in(record.get('id'))}")
        accounts.append(account)
        valid = mended(record, BY_NAME[kind], setting, account)
        found.append(valid.fields or {"id": record["id"], "name": record["name"], "draft": "yes"})
        if valid.fields is None:
            account.say(
                LOOK, "the record", f"cannot be kept as it is: {valid.problem.message if valid.problem else ''}"
            )
    return tuple(found)
