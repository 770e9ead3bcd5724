"""Pure: all that an export holds: every meeting as its hub has it, with the places and groups it names."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..checks.private import private_values
from ..checks.searching import Search
from ..edition import Edition
from ..formats.meetings.guide_feed import Entity
from ..formats.meetings.guide_file import entity_of
from ..history import Known
from ..importers.part import Part
from ..importers.standing import Held, Record
from ..meetings import LinkedMeeting, link_meetings
from ..model import Entry
from ..schema import record_in
from ..voice import Voice
from ..withholding import PASSCODE, Withheld, Words, texts_of, without_private

NAMED = ("place", "group")


class Item(NamedTuple):
    """A meeting as others may know it, and as only Handrail reads it."""

    meeting: LinkedMeeting
    part: Part


class Stock(NamedTuple):
    """What an export is written from: meetings in the order of lists, drafts and ended ones too.

    `withheld` counts what is private and left out.
    `published` tells how often each meeting has changed.
    """

    name: str
    voice: Voice
    entity: Entity
    items: tuple[Item, ...]
    published: Mapping[str, Known]
    withheld: Counter[Words]


class _Own(NamedTuple):
    """A record of the hub: what others may know, and what the export carries of it."""

    entry: Entry
    carried: Record


def stock(edition: Edition, entries: Iterable[Entry], held: Held, *, with_private: bool) -> Stock:
    """Gather what a hub has; others are told nothing private, and `with_private` Handrail itself is."""
    entries = tuple(entries)
    count: Counter[Words] = Counter()
    known = _as_written(held)
    is_private = _private_in(edition, entries, known)
    own: dict[str, _Own] = {}
    for entry in entries:
        written = known.get(entry.id)
        if written is None:
            continue
        found = without_private(entry.record, written, is_private)
        own[entry.id] = _Own(_public(entry, found), written if with_private else found.fields)
        count += Counter() if with_private else found.left_out
    meetings = link_meetings([one.entry for one in own.values()], edition.settings.timezone, edition.site.today).value
    named = {f"{mention.kind}s/{mention.id}" for entry in entries for mention in entry.mentions}
    others = [name for name, one in own.items() if one.entry.kind.name in NAMED and name not in named]
    items = tuple(_item(meeting, own, others if number == 0 else ()) for number, meeting in enumerate(meetings.all))
    return Stock(
        edition.settings.name.in_language(edition.main_language, edition.main_language).text,
        edition.voice(edition.main_language),
        entity_of(edition),
        items,
        edition.site.history.published.meetings,
        count,
    )


def _private_in(edition: Edition, entries: Sequence[Entry], known: Mapping[str, Record]) -> Callable[[str], bool]:
    """Give what tells whether a text repeats a private value of any record.

    All that may leave the hub is searched at once first: the few values that turn up are looked for in each text.
    """
    kept = [without_private(entry.record, known[entry.id]).fields for entry in entries if entry.id in known]
    everything = "\n".join(text for fields in kept for text in texts_of(fields))
    search = Search(Search(private_values(entries, edition.settings)).found_in("", everything.encode()))
    return lambda text: bool(search.found_in("", text.encode()))


def _as_written(held: Held) -> dict[str, Record]:
    """Give the fields of all records by their ids among all entries."""
    found = {f"meetings/{one.slug}": one.fields for file in held.meetings for one in file.meetings}
    found |= {f"places/{record.get('id')}": record for record in held.places}
    return found | {f"groups/{record.get('id')}": record for record in held.groups}


def _public(entry: Entry, found: Withheld) -> Entry:
    """Give an entry with nothing private in it; others are still told to ask for a passcode."""
    fields, online = found.fields, found.fields.get("online")
    if found.left_out[PASSCODE] and isinstance(online, dict):
        fields = {**fields, "online": {"passcode": "ask", **online}}
    return entry._replace(record=record_in(entry.kind.model, fields) or entry.record)


def _item(meeting: LinkedMeeting, own: Mapping[str, _Own], others: Iterable[str]) -> Item:
    one = own[f"meetings/{meeting.id}"]
    names = dict.fromkeys([*(f"{mention.kind}s/{mention.id}" for mention in one.entry.mentions), *others])
    carried = {name: own[name].carried for name in names if name in own}
    places = tuple(record for name, record in carried.items() if name.startswith("places/"))
    groups = tuple(record for name, record in carried.items() if name.startswith("groups/"))
    return Item(meeting, Part(one.carried, places, groups))
