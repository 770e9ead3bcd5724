"""Pure: the lines of a calendar become events with their properties (RFC 5545, 3.1 and 3.4).

Not by icalendar, which writes our own calendars: it gives up a whole file that is cut short, has one stray line or
holds two calendars, and does not tell on which line an event starts, by which people find it again.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from ..zones import clock_in, zone
from .cleaning.time_zones import known_zone

NAME = re.compile(
    r"([A-Za-z0-9-]+)((?:;[^=;:]+=(?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)*):(.*)", re.DOTALL
)
PARAMETER = re.compile(r";([^=;:]+)=((?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)")
WHEN = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?")
PERIOD = re.compile(r"([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
ESCAPED = {"\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\"}
EVENT = "VEVENT"
OWN = "X-HANDRAIL"  # a line of `handrail export`, in an event or beside all events
NO_MEETINGS = frozenset(("VTODO", "VJOURNAL", "VFREEBUSY"))
FAR_DAYS = 4000  # longer than any event that is meant


class Property(NamedTuple):
    """A line of an event: its parameters by name, and its value as written."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value with its escapes read (RFC 5545, 3.3.11)."""
        return re.sub(r"\\[nN,;\\]", lambda match: ESCAPED[match[0]], self.value).strip()


class Event(NamedTuple):
    """An event: the number of its first line, and its properties in the order written."""

    line: int
    properties: tuple[Property, ...]

    def all(self, name: str) -> tuple[Property, ...]:
        """Give the properties of a name."""
        return tuple(one for one in self.properties if one.name == name)

    def first(self, name: str) -> Property | None:
        """Give the first property of a name."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """Give the first property of a name as text, empty without one."""
        found = self.first(name)
        return found.text if found else ""


class Moment(NamedTuple):
    """A date or a time: `at` is what the clock shows in `zone`, which is empty where none is named."""

    day: date
    at: time | None = None
    zone: str = ""
    is_utc: bool = False


class Calendar(NamedTuple):
    """The events of a calendar, the zone it names for all of them, what could not be read, and what is no event.

    `own` are the lines that an export adds for what has no event, with their numbers.
    """

    events: tuple[Event, ...]
    zone: str
    unreadable: tuple[int, ...]
    others: tuple[str, ...]
    own: tuple[tuple[int, Property], ...] = ()


def calendar(lines: Iterable[str]) -> Calendar:
    """Read all events of a calendar."""
    events: list[Event] = []
    inside: list[str] = []
    gathered: list[Property] = []
    others: list[str] = []
    beside: list[tuple[int, Property]] = []
    started, unreadable = 0, []
    for number, line in _unfolded(lines):
        match = NAME.fullmatch(line)
        if not match:
            unreadable.append(number)
            continue
        name, value = match[1].upper(), match[3].strip()
        if name == "BEGIN":
            inside.append(value.upper())
            if inside[-1] == EVENT:
                gathered, started = [], number
            elif inside[-1] in NO_MEETINGS:
                others.append(inside[-1])
        elif name == "END":
            if inside and inside.pop() == EVENT:
                events.append(Event(started, tuple(gathered)))
        elif inside and inside[-1] == EVENT:
            gathered.append(Property(name, _parameters(match[2]), match[3]))
        else:
            beside.append((number, Property(name, {}, match[3])))
    zones = [known_zone(one.value.strip()) or "" for _, one in beside if one.name == "X-WR-TIMEZONE"]
    own = tuple((number, one) for number, one in beside if one.name == OWN)
    return Calendar(tuple(events), (zones or [""])[-1], tuple(unreadable), tuple(others), own)


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Join lines that go on behind a blank (RFC 5545, 3.1)."""
    whole, start = "", 0
    for number, line in enumerate(lines, 1):
        if line[:1] in (" ", "\t") and start:
            whole += line[1:]
            continue
        if whole.strip():
            yield start, whole
        whole, start = line, number
    if whole.strip():
        yield start, whole


def _parameters(text: str) -> dict[str, str]:
    return {match[1].upper(): match[2].strip('"') for match in PARAMETER.finditer(text)}


def moments(one: Property) -> tuple[Moment, ...]:
    """Read a list of dates or times; what is none is left out."""
    found = (moment_in(part.strip(), one.parameters.get("TZID", "")) for part in one.value.split(","))
    return tuple(moment for moment in found if moment)


def moment(one: Property | None) -> Moment | None:
    """Read a date or a time."""
    return next(iter(moments(one)), None) if one else None


def moment_in(text: str, zone_id: str) -> Moment | None:
    """Read one date or time as written."""
    match = WHEN.match(text)  # a period, start and end, starts with what matters here
    if not match:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        at = time(int(match[4]), int(match[5])) if match[4] else None
    except ValueError:
        return None
    return Moment(day, at, zone_id, is_utc=bool(match[7]))


def in_zone(when: Moment, name: str) -> Moment:
    """Give a moment by the clock of a zone; one that names no zone is taken to be in it."""
    own = "Etc/UTC" if when.is_utc else known_zone(when.zone) if when.zone else None
    if when.at is None or own is None or own == name:
        return Moment(when.day, when.at, name)
    try:
        local = clock_in(datetime.combine(when.day, when.at, zone(own)).astimezone(UTC), name)
    except (ValueError, OverflowError):
        return Moment(when.day, when.at, name)
    return Moment(local.date(), local.time(), name)


def minutes_in(text: str) -> int | None:
    """Read a duration (RFC 5545, 3.3.6) in minutes."""
    match = PERIOD.fullmatch(text.strip())
    if not match or match[1] == "-" or not any(match.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    if weeks + days > FAR_DAYS:
        return None
    length = timedelta(
        weeks=weeks, days=days, hours=min(hours, 99999), minutes=min(minutes, 99999), seconds=min(seconds, 99999)
    )
    return int(length.total_seconds()) // 60
