"""Pure: rules of calendars (RFC 5545, 3.3.10) as our own fields say them, as far as they can."""

import re
from datetime import date
from typing import NamedTuple

from ..recurrence import LAST_DAY, Schedule, dates
from ..timefields import MOST_WEEKS, ORDINALS, WEEKDAYS
from .ical_lines import Moment, Property, in_zone, moment_in

DAYS = {name: WEEKDAYS[number] for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
WEEK = 7
MOST_COUNTED = 2000
KNOWN = frozenset(("FREQ", "INTERVAL", "BYDAY", "UNTIL", "COUNT", "WKST", "BYSETPOS", "BYHOUR", "BYMINUTE", "BYSECOND"))
NAMES = {number: name for name, number in ORDINALS.items()}


class Rule(NamedTuple):
    """How an event repeats: weekdays, how often, the last day. `unsayable` is why our fields cannot say it."""

    days: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    ends: str = ""
    unsayable: str = ""


def rule_of(one: Property, start: Moment, zone: str) -> Rule:
    """Read a rule; `start` is the first occasion by the clock of the zone."""
    parts = dict(part.upper().split("=", 1) for part in one.value.strip().split(";") if "=" in part)
    shown = one.value.strip()
    interval = _number(parts.get("INTERVAL", "1"))
    strange = set(parts) - KNOWN
    if strange or interval is None or interval < 1:
        return Rule(unsayable=f'its rule "{shown}" cannot be said in our fields')
    days, ordinals, is_clear = _by_day(parts, start.day)
    every, is_usual = _frequency(parts, interval, days, ordinals)
    if not is_clear or not is_usual:
        return Rule(unsayable=f'its rule "{shown}" cannot be said in our fields')
    if parts["FREQ"] == "DAILY" and not parts.get("BYDAY") and interval == 1:
        days = WEEKDAYS
    repeats = (
        tuple(NAMES[number] for number in ordinals) if ordinals else (f"every {every} weeks",) if every > 1 else ()
    )
    schedule = Schedule(tuple(WEEKDAYS.index(day) for day in days), every=every, ordinals=ordinals, starts=start.day)
    return Rule(days, repeats, _end(parts, schedule, zone))


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?\d{1,4}", text) else None


def _by_day(parts: dict[str, str], first: date) -> tuple[tuple[str, ...], tuple[int, ...], bool]:
    """Give weekdays and weeks of the month; the last value tells whether each day has the same weeks."""
    written = [part for part in parts.get("BYDAY", "").split(",") if part]
    if not written:
        return (WEEKDAYS[first.weekday()],), (), "BYSETPOS" not in parts and parts.get("FREQ") != "MONTHLY"
    found = [BY_DAY.fullmatch(part) for part in written]
    pairs = [(match[1], DAYS[match[2]]) for match in found if match]
    days = tuple(day for day in WEEKDAYS if any(day == other for _, other in pairs))
    weeks = {day: sorted({int(number) for number, other in pairs if other == day and number}) for day in days}
    position = parts.get("BYSETPOS")
    if position is not None:
        numbers = sorted({number for text in position.split(",") if (number := _number(text)) is not None})
        is_clear = len(days) == 1 and not any(weeks.values())
        weeks = dict.fromkeys(days, numbers)
    else:
        is_clear = len({tuple(numbers) for numbers in weeks.values()}) == 1
    ordinals = tuple(sorted(weeks[days[0]], key=lambda n: n if n > 0 else WEEK)) if days else ()
    is_known = all(number in NAMES for number in ordinals) and len(found) == len(pairs)
    return days, ordinals, is_clear and is_known


def _frequency(
    parts: dict[str, str], interval: int, days: tuple[str, ...], ordinals: tuple[int, ...]
) -> tuple[int, bool]:
    """Give every how many weeks, and whether our fields can say so."""
    frequency = parts.get("FREQ", "")
    if frequency == "WEEKLY":
        is_other_week = parts.get("WKST", "MO") != "MO" and len(days) > 1 and interval > 1
        return interval, not ordinals and interval <= MOST_WEEKS and not is_other_week
    if frequency == "MONTHLY":
        return 1, bool(ordinals) and interval == 1
    if frequency == "DAILY" and interval % WEEK == 0 and "BYDAY" not in parts:
        return interval // WEEK, interval // WEEK <= MOST_WEEKS
    return 1, frequency == "DAILY" and interval == 1 and not ordinals


def _end(parts: dict[str, str], schedule: Schedule, zone: str) -> str:
    """Give the last day: as written, or by counting occasions."""
    until = moment_in(parts.get("UNTIL", ""), "")
    if until:
        return in_zone(until, zone).day.isoformat()
    count = _number(parts.get("COUNT", ""))
    if not count or count < 1 or count > MOST_COUNTED or not schedule.starts:
        return ""
    last = None
    for number, day in enumerate(dates(schedule, schedule.starts, _far(schedule.starts)), 1):
        last = day
        if number == count:
            break
    return last.isoformat() if last else ""


def _far(first: date) -> date:
    return date.fromordinal(min(first.toordinal() + MOST_COUNTED * 31, LAST_DAY.toordinal()))
