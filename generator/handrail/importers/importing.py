"""Pure: everything read becomes files: new ones, ones brought up to date, and lines behind places and groups."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..setting import Setting
from .adopting import Ids, adopted, renamed
from .editing import tidied_own
from .filing import files_of, gone
from .groups import Groups, known_groups
from .identity import identify, merge_days
from .losses import KEPT, LOOK, Account, Loss
from .merging import merged, shown
from .own import Own, opened
from .places import Places, known_places, text_in
from .raw import Reading
from .settling import Settled, renewed, settle, valid_records
from .standing import Held, Record, Standing
from .tidy import Hub, Tidied, tidy


class Counts(NamedTuple):
    """What became of the records of a source."""

    read: int
    new: int
    updated: int
    unchanged: int
    elsewhere: int
    dropped: int
    drafts: int


class Imported(NamedTuple):
    """What an import comes to: files of meetings as they shall be, new places and groups, and the account of it.

    `names` are those of the records by their places in the source, `secrets` what no report may repeat.
    """

    files: Mapping[str, str]
    places: tuple[Record, ...]
    groups: tuple[Record, ...]
    losses: tuple[Loss, ...]
    names: Mapping[str, str]
    secrets: frozenset[str]
    counts: Counts


def import_meetings(reading: Reading, source: str, held: Held, hub: Hub, setting: Setting) -> Imported:
    """Bring what was read into a hub; nothing is written yet."""
    rows = opened(reading.meetings, setting)
    file = Account()
    taken = {name: _taken(name, records, held) for name, records in (("places", held.places), ("groups", held.groups))}
    own_places = adopted("place", rows.places, held.places, taken["places"], file)
    own_groups = adopted("group", rows.groups, held.groups, taken["groups"], file)
    found = [tidied_own(_renamed(own, own_places.ids, own_groups.ids), hub) for own in rows.own]
    found += [tidy(raw, hub) for raw in merge_days(rows.others)]
    accounts = [one.account if isinstance(one, Tidied) else one for one in found]
    tidied = [one for one in found if isinstance(one, Tidied)]
    identities = identify(tidied, held, source)
    places = Places(hub.zone, taken["places"], known_places((*held.places, *own_places.new), hub.zone))
    groups = Groups(taken["groups"], known_groups((*held.groups, *own_groups.new)))
    settled: list[Settled] = []
    elsewhere = 0
    for meeting, identity in zip(tidied, identities, strict=True):
        if identity.standing and not identity.is_ours:
            _say_elsewhere(meeting, identity.standing, hub.language)
            elsewhere += 1
        elif one := settle(meeting, identity, places, groups, hub, setting):
            settled.append(one)
    dropped = len(accounts) - len(settled) - elsewhere
    new_places = valid_records("place", (*own_places.new, *places.new_records()), setting, accounts)
    new_groups = valid_records("group", (*own_groups.new, *groups.new_records()), setting, accounts)
    files, changed = files_of(settled, held, source)
    losses = [*reading.losses, *file.losses, *(loss for account in accounts for loss in account.losses)]
    losses += gone(held, source, settled, {identity.slug for identity in identities})
    labels = {
        meeting.raw.where: f"{meeting.name} ({identity.slug})"
        for meeting, identity in zip(tidied, identities, strict=True)
    }
    secrets = frozenset(secret for account in accounts for secret in account.secrets)
    counts = _counts(len(reading.meetings), settled, changed, elsewhere)._replace(dropped=dropped)
    return Imported(files, new_places, new_groups, tuple(losses), labels, secrets, counts)


def _renamed(own: Own, places: Ids, groups: Ids) -> Own:
    return own._replace(kept=own.kept._replace(fields=renamed(own.kept.fields, places, groups)))


def _counts(read: int, settled: list[Settled], changed: int, elsewhere: int) -> Counts:
    new = sum(1 for one in settled if one.standing is None)
    drafts = sum(1 for one in settled if "draft" in one.fields)
    return Counts(read, new, changed, len(settled) - new - changed, elsewhere, 0, drafts)


def _taken(section: str, records: Iterable[Record], held: Held) -> set[str]:
    """Give the ids that are in use: those of records, and of pages at the address that a record would have."""
    pages = {page.removeprefix(f"{section}/") for page in held.pages if page.startswith(f"{section}/")}
    return pages | {text_in(record.get("id")) for record in records}


def _say_elsewhere(meeting: Tidied, standing: Standing, language: str) -> None:
    """Say that people wrote this meeting themselves; of what else the record says, only an edit matters then."""
    account = meeting.account
    account.losses.clear()
    if meeting.kept:
        old = renewed(standing.fields, meeting.kept, language, Account())
        new = merged(old, meeting.fields, (), language, Account(), told=()).fields
        for name in new:
            if new[name] != standing.fields.get(name):
                value = f"{shown(name, standing.fields.get(name))} → {shown(name, new[name])}"
                account.say(LOOK, name, f"is another here; change it in {standing.path} if it is true", value)
        if meeting.place or meeting.group:
            account.say(LOOK, "place or group", f"was edited; change it in {standing.path} if it is true")
    account.say(KEPT, "the record", f"stands in {standing.path}, which people wrote, and stays as it is")
