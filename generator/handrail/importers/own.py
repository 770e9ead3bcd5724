"""Pure: rows that a hub exported: each meeting as its hub had it, and which rows somebody has edited since.

A meeting on several weekdays has a row for each. Rows that were edited alike stay one meeting; one that was edited
otherwise leaves the meeting with its day. A row that was copied to make a new meeting of it is read as any other.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ..digest import digest
from ..kinds import BY_NAME
from ..kinds.meeting import Meeting
from ..schema import record_in
from ..setting import Setting
from ..timefields import WEEKDAYS
from ..yamltree import Plain
from .cleaning.times import days_of
from .losses import CHANGED, DROPPED, LOOK, Account
from .part import REST, Marks, Part, data_of, edited, marks_of, part_in
from .raw import RawMeeting
from .standing import Record
from .validity import mended

MEETING = BY_NAME["meeting"]
SINGLE = "one of its single dates was edited here, and stays as it was; edit the first event instead"
BROKEN = "is broken, so the record is read from its other fields, and what only Handrail knows of it is lost"


class Kept(NamedTuple):
    """A meeting as its hub had it, and what of its row was edited since."""

    slug: str
    fields: Record
    edited: frozenset[str] = frozenset()


class Own(NamedTuple):
    """A meeting of an export, the row that tells it, and what is said about it."""

    raw: RawMeeting
    kept: Kept
    account: Account


class Opened(NamedTuple):
    """The rows of a source: those of an export, with the places and groups they name, and all others."""

    own: tuple[Own, ...]
    others: tuple[RawMeeting, ...]
    places: tuple[Record, ...]
    groups: tuple[Record, ...]


class _Row(NamedTuple):
    """A row, its weekdays, and what was edited in it; `raw` keeps its losses only when it has more to say now."""

    raw: RawMeeting
    days: tuple[str, ...]
    edited: frozenset[str]


def opened(raws: Iterable[RawMeeting], setting: Setting) -> Opened:
    """Tell the rows of an export from others."""
    rows: dict[str, list[RawMeeting]] = {}
    parts: dict[str, Part] = {}
    own: list[Own] = []
    others: list[RawMeeting] = []
    for raw in raws:
        part = part_in(raw.part) if raw.part else None
        if part is None:
            others.append(_without_part(raw) if raw.part else raw)
            continue
        key = digest(data_of(part))
        parts[key] = part
        rows.setdefault(key, []).append(raw)
    for key, part in parts.items():
        account = Account(rows[key][0].where)
        valid = mended(part.meeting, MEETING, setting, account)
        record = record_in(Meeting, valid.fields)
        if valid.fields is None or record is None:
            others += [_without_part(raw) for raw in rows[key]]
            continue
        kept = Kept(record.id, valid.fields)
        found, copies = _matched(rows[key], part.rows)
        others += copies
        own += _meetings(kept, tuple(WEEKDAYS[day] for day in record.day), found, len(part.rows), account)
    used = parts.values()
    places, groups = (_once(r for part in used for r in getattr(part, name)) for name in ("places", "groups"))
    return Opened(tuple(own), tuple(others), places, groups)


def _without_part(raw: RawMeeting) -> RawMeeting:
    account = Account()
    account.say(DROPPED, "Handrail", BROKEN)
    return raw._replace(part="", losses=(*raw.losses, *account.losses))


def _once(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple({digest(record): record for record in records}.values())


def _matched(raws: Sequence[RawMeeting], then: Sequence[Marks]) -> tuple[list[_Row], list[RawMeeting]]:
    """Find for each row how it was written; rows for which nothing is left are copies."""
    left = list(then)
    now = {id(raw): marks_of(raw) for raw in raws}
    before: dict[int, Marks] = {}
    for raw in raws:
        if now[id(raw)] in left:
            before[id(raw)] = now[id(raw)]
            left.remove(now[id(raw)])
    for raw in raws:
        if id(raw) not in before and left:
            before[id(raw)] = min(left, key=lambda marks: len(edited(now[id(raw)], marks)))
            left.remove(before[id(raw)])
    if not then:
        return [_row(raws[0], frozenset())], []
    rows = [_row(raw, edited(now[id(raw)], before[id(raw)])) for raw in raws if id(raw) in before]
    return rows, [raw._replace(part="") for raw in raws if id(raw) not in before]


def _row(raw: RawMeeting, changed: frozenset[str]) -> _Row:
    losses = raw.losses if REST in changed else ()
    return _Row(raw._replace(losses=losses), days_of(raw.days, Account()), changed - {REST})


def _meetings(kept: Kept, days: tuple[str, ...], rows: Sequence[_Row], count: int, account: Account) -> Iterable[Own]:
    """Give the meeting of some rows, of `count` that were written, and those that an edit has parted from it."""
    if len(rows) == count == 1:
        yield Own(rows[0].raw, kept._replace(edited=rows[0].edited), account)
        return
    for row in rows:
        if row.edited and not row.days:
            account.say(LOOK, "the record", SINGLE, row.raw.name)
    for number, group in enumerate(_alike(rows)):
        first = group[0].raw
        own_days = tuple(day for day in WEEKDAYS if any(day in row.days for row in group))
        fields = _on_days(kept.fields, own_days) if set(own_days) < set(days) else kept.fields
        edits = frozenset(what for row in group for what in row.edited if row.days)
        raw = first._replace(days=own_days or first.days)
        if number:
            yield Own(raw, Kept(first.slug, {**fields, "slug": first.slug}, edits), Account(first.where))
            continue
        if fields != kept.fields:
            account.say(CHANGED, "day", "stands in other rows, or in none, for the other days", ", ".join(own_days))
        yield Own(raw, Kept(kept.slug, fields, edits), account)


def _alike(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Give the rows that stay one meeting: those nobody edited, then those edited alike; dates alone tell nothing."""
    groups: dict[str, list[_Row]] = {"": [row for row in rows if row.days and not row.edited]}
    for row in rows:
        if row.edited and row.days:
            key = digest(row.raw._replace(where="", slug="", days=(), losses=()))
            groups.setdefault(key, []).append(row)
    return [group for group in groups.values() if group] or [list(rows)]


def _on_days(fields: Record, days: tuple[str, ...]) -> Record:
    """Leave a meeting some of its weekdays, with the changes on those."""
    if not days:
        return fields
    changes = fields.get("changes")
    named: Plain = days[0] if len(days) == 1 else list(days)
    fields = {**fields, "day": named}
    if isinstance(changes, list):
        fields["changes"] = [change for change in changes if _is_on(change, days)]
    return {name: value for name, value in fields.items() if value}


def _is_on(change: Plain, days: tuple[str, ...]) -> bool:
    written = change.get("date") if isinstance(change, dict) else None
    return isinstance(written, str) and WEEKDAYS[date.fromisoformat(written).weekday()] in days


def said_once(own: Own) -> Account:
    """Give the account of a row, with what it says beside what was exported."""
    own.account.losses += [loss._replace(record=own.account.record) for loss in own.raw.losses]
    return own.account
