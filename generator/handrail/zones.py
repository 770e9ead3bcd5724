"""I/O: time zones, read from the tzdata package, so that a site comes out the same on every machine."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

WEEK = timedelta(days=7)


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Give the names of all zones in the tz database."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="ascii").split())


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """Give a zone of the tz database; an unknown name raises `ZoneInfoNotFoundError`, which `fieldtypes` prevents."""
    *folders, last = name.split("/")
    with files(".".join(("tzdata.zoneinfo", *folders))).joinpath(last).open("rb") as data:
        return ZoneInfo.from_file(data, key=name)


def moment(local: datetime, name: str) -> datetime:
    """Give the moment at which a clock in a zone shows a time.

    A time that the clock jumps over counts as before the jump, and one that it shows twice as the first (RFC 5545,
    3.3.5), which is what `fold=0` means in Python.
    """
    return local.replace(tzinfo=zone(name), fold=0).astimezone(UTC)


def moments(start: datetime, minutes: int, name: str) -> tuple[datetime, datetime]:
    """Give the moments of a start and an end, which is what the clock in the room shows after so many minutes.

    In the hour that the clocks jump over, an end by the clock can lie before the start; then the length decides.
    """
    begin = moment(start, name)
    end = moment(start + timedelta(minutes=minutes), name)
    return begin, end if end > begin else begin + timedelta(minutes=minutes)


def clock_in(when: datetime, name: str) -> datetime:
    """Give what a clock in a zone shows at a moment."""
    return when.astimezone(zone(name)).replace(tzinfo=None)


def offset(name: str, when: datetime) -> timedelta:
    """Give how far the clocks of a zone are ahead of UTC at a moment."""
    return when.astimezone(zone(name)).utcoffset() or timedelta()


def clock_changes(name: str, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Give the moments, to the minute, at which the clocks of a zone are changed; none changes twice in a week."""
    at = begin
    while at < end:
        if offset(name, at) != offset(name, at + WEEK):
            yield _change_after(name, at)
        at += WEEK


def _change_after(name: str, at: datetime) -> datetime:
    before = offset(name, at)
    low, high = 0, WEEK // timedelta(minutes=1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if offset(name, at + timedelta(minutes=middle)) == before else (low, middle)
    return at + timedelta(minutes=high)


def is_skipped(local: datetime, name: str) -> bool:
    """Tell whether the clocks of a zone jump over a time."""
    return clock_in(moment(local, name), name) != local
