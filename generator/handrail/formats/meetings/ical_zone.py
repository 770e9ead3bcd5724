"""Time zones as calendars carry them: VTIMEZONE (RFC 5545, 3.6.5), made from our own tz data."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vDatetime, vDDDLists, vRecur, vText, vUTCOffset

from ...zones import WEEK, clock_changes, offset, zone

UTC_NAMES = frozenset(("Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu"))  # their times end in Z and need no zone
BEGIN = datetime(2019, 1, 1, tzinfo=UTC)
LAST_YEAR = 2040
END = datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC)
ALWAYS = datetime(1970, 1, 1)  # by the clocks of the zone
STEADY_YEARS = 5  # for which clocks must change by one rule before the rule is believed
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


Part = TimezoneStandard | TimezoneDaylight


class Shift(NamedTuple):
    """What a change of the clocks does: from one distance to UTC to another, under a name; `is_summer` if forward."""

    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


@lru_cache(maxsize=64)
def timezone(name: str) -> bytes:
    """Give a zone of the tz database from 2019 on: a rule while one holds, single dates where none does.

    Nothing for UTC. Not icalendar's own `from_tzinfo`, which names the first hour that exists after a jump forward
    where RFC 5545 wants the one jumped over, so that the zone changes an hour late.
    """
    if name in UTC_NAMES:
        return b""
    changes: dict[Shift, list[datetime]] = {}
    for when in clock_changes(name, BEGIN, END):
        shift = _shift(name, when)
        changes.setdefault(shift, []).append((when + shift.before).replace(tzinfo=None))
    found = [part for shift, times in changes.items() for part in _parts(shift, times)]
    if min((times[0] for times in changes.values()), default=ALWAYS).year != BEGIN.year:
        first = offset(name, BEGIN)
        found.insert(0, _part(Shift(first, first, _abbreviation(name, BEGIN), is_summer=False), [ALWAYS]))
    component = Timezone()
    component["TZID"] = vText(name)
    component.subcomponents = found
    data: bytes = component.to_ical()
    return data


def _shift(name: str, when: datetime) -> Shift:
    earlier = when - timedelta(minutes=1)
    is_summer = _summer(name, when) > _summer(name, earlier)
    return Shift(offset(name, earlier), offset(name, when), _abbreviation(name, when), is_summer)


def _summer(name: str, when: datetime) -> timedelta:
    return when.astimezone(zone(name)).dst() or timedelta()


def _abbreviation(name: str, when: datetime) -> str:
    return when.astimezone(zone(name)).tzname() or ""


def _parts(shift: Shift, times: Sequence[datetime]) -> Iterator[Part]:
    """Give the times that follow no rule, and the rule that they follow since."""
    since = next(number for number in range(len(times) + 1) if number == len(times) or _rule(times[number:]))
    if times[:since]:
        yield _part(shift, times[:since])
    if times[since:]:
        part = _part(shift, times[since : since + 1])
        part["RRULE"] = vRecur(_rule(times[since:]))
        yield part


def _part(shift: Shift, times: Sequence[datetime]) -> Part:
    part: Part = TimezoneDaylight() if shift.is_summer else TimezoneStandard()
    part["DTSTART"] = vDatetime(times[0])
    part["TZOFFSETFROM"] = vUTCOffset(shift.before)
    part["TZOFFSETTO"] = vUTCOffset(shift.after)
    part["TZNAME"] = vText(shift.name)
    if times[1:]:
        part["RDATE"] = vDDDLists(times[1:])
    return part


def _rule(times: Sequence[datetime]) -> dict[str, object]:
    """Give the yearly rule of some times, such as the last Sunday of a month; empty if there is none."""
    years = list(range(times[0].year, LAST_YEAR + 1))
    is_yearly = [when.year for when in times] == years and len(years) >= STEADY_YEARS
    if not is_yearly or len({(when.month, when.weekday(), when.time()) for when in times}) > 1:
        return {}
    first, days = times[0], [when.day for when in times]
    day = DAYS[first.weekday()]
    rule: dict[str, object] = {"FREQ": "YEARLY", "BYMONTH": first.month}
    weeks = {(number - 1) // WEEK.days + 1 for number in days}
    if len(weeks) == 1:
        return {**rule, "BYDAY": f"{weeks.pop()}{day}"}
    if all((when + WEEK).month != when.month for when in times):
        return {**rule, "BYDAY": f"-1{day}"}
    if max(days) - min(days) == WEEK.days - 1:
        return {**rule, "BYDAY": day, "BYMONTHDAY": list(range(min(days), max(days) + 1))}
    return {}
