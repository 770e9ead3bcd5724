"""Pure: a meeting that is imported again: what the source says wins, all else that people wrote stays."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from ..yamltree import Plain
from .cleaning.when import Gap
from .losses import CHANGED, DRAFT, KEPT, LOOK, Account

TIMES = ("day", "dates")
ANSWERS = {"when": ("day", "dates"), "where": ("place", "online")}
# Fields that sources fill in: when they are gone there, somebody must say whether they are gone for good.
OF_THE_SOURCE = ("group", "end_time", "repeats", "place", "online", "attendance", "status", "contact", "notes")
PRIVATE = frozenset(("contact", "online"))
IN_LANGUAGES = frozenset(("name", "notes", "reason"))
WHO = ("name", "email", "phone")


class Merged(NamedTuple):
    """The fields of a record, and why it is a draft."""

    fields: dict[str, Plain]
    reasons: tuple[str, ...] = ()


def merged(
    old: Mapping[str, Plain] | None,
    new: Mapping[str, Plain],
    gaps: tuple[Gap, ...],
    language: str,
    account: Account,
    *,
    told: Collection[str] = OF_THE_SOURCE,
) -> Merged:
    """Bring a record up to date; `old` is what the hub has of it, `None` for a new one.

    `told` are the fields that the source would tell if it had them.
    """
    if old is None:
        fields, reasons = _with_gaps(dict(new), gaps, account)
        return Merged(fields, reasons)
    new = _agreeing(old, new, account)
    fields = {
        **old,
        **{name: _combined(name, old[name], new[name], language) if name in old else new[name] for name in new},
    }
    for name in _contradicted(fields, new):
        account.say(
            CHANGED, name, "is left out, because the source says it in another way", shown(name, fields.pop(name))
        )
    for name in old:
        if name in fields and fields[name] != old[name]:
            values = f"{shown(name, old[name])} → {shown(name, fields[name])}" if name not in PRIVATE else ""
            account.say(CHANGED, name, "is another in the source now", values)
    for name in told:
        if name in fields and name not in new:
            account.say(KEPT, name, "stands in the hub and not in the source; delete it if it is no longer true")
    open_gaps = tuple(gap for gap in gaps if "draft" in old or not _is_answered(fields, gap))
    fields, reasons = _with_gaps(fields, open_gaps, account)
    if "draft" in old and "draft" not in new and not open_gaps and told:
        account.say(LOOK, "draft", "still keeps it off the site; delete it if the meeting may be shown")
    return Merged(fields, reasons)


def _is_answered(fields: Mapping[str, Plain], gap: Gap) -> bool:
    return any(fields.get(name) for name in (*ANSWERS[gap.what], *(("by_appointment",) if gap.what == "when" else ())))


def _with_gaps(
    fields: dict[str, Plain], gaps: tuple[Gap, ...], account: Account
) -> tuple[dict[str, Plain], tuple[str, ...]]:
    """Make a draft of a record that lacks something, in a form that still can be read."""
    for gap in gaps:
        account.say(DRAFT, gap.what, gap.reason)
        answered = any(fields.get(name) for name in ANSWERS[gap.what])
        fields |= {name: value for name, value in gap.fields.items() if name == "draft" or not answered}
    return fields, tuple(gap.reason for gap in gaps)


def _agreeing(old: Mapping[str, Plain], new: Mapping[str, Plain], account: Account) -> dict[str, Plain]:
    """Leave out of the source's fields what only says that it knows less than people wrote."""
    if "by_appointment" in new and any(name in old for name in TIMES):
        account.say(KEPT, "day and time", "stand in the file; the source has none")
        return {name: value for name, value in new.items() if name != "by_appointment"}
    return dict(new)


def _contradicted(fields: Mapping[str, Plain], new: Mapping[str, Plain]) -> list[str]:
    """Give the fields that cannot stand beside what the source says now."""
    found = []
    if any(name in new for name in TIMES) and "by_appointment" in fields:
        found.append("by_appointment")
    if "end_time" in new and "minutes" in fields:
        found.append("minutes")
    return found


def _combined(name: str, old: Plain, new: Plain, language: str) -> Plain:
    """Put a value in the place of another, keeping translations and inner fields that the source does not have."""
    if name in IN_LANGUAGES and isinstance(old, dict) and isinstance(new, str):
        return old if new in old.values() else {**old, language: new}
    if name == "place" and isinstance(old, str) and isinstance(new, dict):
        return old  # somebody gave a home or an area a page of its own
    if name == "contact" and isinstance(old, dict) and isinstance(new, dict):
        return _contact(old, new)
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: _combined(key, old[key], new[key], language) if key in old else new[key] for key in new}}
    if name == "verified" and isinstance(old, str) and isinstance(new, str):
        return max(old, new)
    return new


def _contact(old: dict[str, Plain], new: dict[str, Plain]) -> Plain:
    """Publish a contact only if somebody said so of this very contact."""
    together = {**old, **new}
    is_same = all(old.get(field) == together.get(field) for field in WHO)
    return {**together, "publish": old["publish"]} if is_same and "publish" in old else together


def shown(name: str, value: Plain) -> str:
    """Give a value as a report may show it; empty for one that may be private."""
    if name in PRIVATE:
        return ""
    if isinstance(value, list):
        return ", ".join(shown("", item) for item in value)
    if name == "place" and isinstance(value, dict):
        return "described here"  # it may be a home
    if isinstance(value, dict):
        return ", ".join(f"{key}: {shown(key, item)}" for key, item in value.items())
    return str(value or "")
