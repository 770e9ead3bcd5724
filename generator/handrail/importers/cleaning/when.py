"""Pure: when a meeting happens, as far as a record tells."""

import re
from typing import NamedTuple

from ...yamltree import Plain
from ..losses import DROPPED, REPAIRED, Account
from ..raw import RawChange, RawMeeting
from .privacy import scrub
from .texts import line_of
from .times import MINUTES_IN_DAY, clock, days_of, end_of, minute_of, time_of

UNKNOWN_PLACE = "Not known yet"
RANGE = re.compile(r"(.+?)\s*(?:-|–|—|\bto\b|\ba\b|\bbis\b)\s*(.+)")


class Gap(NamedTuple):
    """Something that is not known: `when` or `where`, the fields that make a draft of it, and why."""

    what: str
    fields: dict[str, Plain]
    reason: str


class When(NamedTuple):
    """The fields that say when, what keeps the record a draft, and whether any time of day is known."""

    fields: dict[str, Plain]
    gaps: tuple[Gap, ...] = ()
    has_clock: bool = False


def when_of(raw: RawMeeting, account: Account) -> When:
    """Read days, times and rules."""
    days = days_of(raw.days, account)
    written = tuple(text for text in raw.days if text.strip())
    start, end = _start(raw, account)
    rule = _rule(raw, account)
    if raw.unsayable:
        fields = {**_known(days, start, end), **rule}
        return When(fields or _by_appointment(), (Gap("when", _draft(fields), raw.unsayable),), bool(start))
    if rule.get("dates") and not days:
        return When({**_known((), start if end else None, end), **rule}, (), has_clock=True)
    if days and start:
        return When({**_known(days, start, end), **rule}, (), has_clock=True)
    if not written and not raw.time.strip():
        _say_end_lost(raw, account)
        account.count(REPAIRED, "day and time", "are both empty, which means by appointment")
        return When(_by_appointment())
    return _unclear(raw, days, start, account)


def _start(raw: RawMeeting, account: Account) -> tuple[str | None, str | None]:
    """Read start and end, which some write into one cell."""
    written, end = raw.time.strip(), raw.end_time.strip()
    both = RANGE.fullmatch(written) if written and not clock(written) else None
    if both and clock(both[2]):
        first = _first_of(both[1], both[2])
        if first:
            account.say(REPAIRED, "time", "holds start and end, which stand apart now", written)
            written, end = first, end or both[2]
    start = time_of(written, "time", account) if written else None
    return start, end_of(start, end, raw.duration.strip(), account) if start else None


def _first_of(start: str, end: str) -> str:
    """Give the start of `7:00 - 8:30 PM`, in the half of the day that makes the meeting shorter."""
    half = re.search(r"[ap]\.?m\.?$", end, re.IGNORECASE)
    if not half or re.search(r"[apn]", start, re.IGNORECASE):
        return start if clock(start) else ""
    found = [text for text in (f"{start} am", f"{start} pm") if clock(text)]
    last = minute_of(clock(end) or "00:00")
    return min(found, key=lambda text: (last - minute_of(clock(text) or "00:00")) % MINUTES_IN_DAY, default="")


def _known(days: tuple[str, ...], start: str | None, end: str | None) -> dict[str, Plain]:
    fields: dict[str, Plain] = {}
    if days and start:
        fields["day"] = days[0] if len(days) == 1 else list(days)
    if start:
        fields["time"] = start
    if end:
        fields["end_time"] = end
    return fields


def _rule(raw: RawMeeting, account: Account) -> dict[str, Plain]:
    """Give the fields that calendars say exactly."""
    repeats: Plain = raw.repeats[0] if len(raw.repeats) == 1 else list(raw.repeats)
    given: dict[str, Plain] = {
        "repeats": repeats,
        "starts": raw.starts,
        "ends": raw.ends,
        "dates": list(raw.dates),
        "changes": [_change(change, account) for change in raw.changes],
    }
    return {field: value for field, value in given.items() if value}


def _change(change: RawChange, account: Account) -> dict[str, Plain]:
    note = scrub(line_of(change.note, "changes", account), "changes", "", account)
    given: dict[str, Plain] = {
        "date": change.date,
        "cancelled": "yes" if change.is_cancelled else "",
        "moved_to": change.moved_to,
        "time": change.time,
        "end_time": change.end_time,
        "note": note.text,
    }
    return {field: value for field, value in given.items() if value}


def _by_appointment() -> dict[str, Plain]:
    return {"by_appointment": "yes"}


def _draft(fields: dict[str, Plain]) -> dict[str, Plain]:
    has_times = bool(fields.get("day") or fields.get("dates"))
    return {"draft": "yes"} if has_times else {"by_appointment": "yes", "draft": "yes"}


def _say_end_lost(raw: RawMeeting, account: Account) -> None:
    if raw.end_time.strip() or raw.duration.strip("0: "):
        account.say(DROPPED, "end_time", "is of no use without a day and a start", raw.end_time or raw.duration)


def _unclear(raw: RawMeeting, days: tuple[str, ...], start: str | None, account: Account) -> When:
    """Make a draft of a meeting whose day or time nobody can tell."""
    day, time = " ".join(raw.days).strip(), raw.time.strip()
    parts = [
        f"its day is {', '.join(days)}" if days else f'the day "{day}" cannot be read' if day else "it has no day",
        f"its time is {start}" if start else f'the time "{time}" cannot be read' if time else "it has no time",
    ]
    reason = " and ".join(sorted(parts, key=lambda part: part.startswith("its")))
    _say_end_lost(raw, account)
    fields: dict[str, Plain] = {"by_appointment": "yes", "draft": "yes"}
    return When({}, (Gap("when", fields, reason),), bool(start))
