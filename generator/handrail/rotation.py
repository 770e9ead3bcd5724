"""Pure: who has a turn on which date of a meeting.

Only dates on which the meeting takes place count: one that is cancelled or lies in a pause uses up nobody's turn. A
turn belongs to the date that the rule gives, so it goes along when that date is moved.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple

from .recurrence import Schedule, dates


class Rotation(NamedTuple):
    """People who take turns, the first of them on the first date from `begins` on.

    `length` is how many dates in a row are one turn; without it a turn is all dates of a calendar month. `swaps` are
    single dates on which somebody else does it.
    """

    people: tuple[str, ...]
    begins: date
    length: int | None = 1
    swaps: Mapping[date, str] = {}


def people_by_date(rotation: Rotation, schedule: Schedule, last: date) -> dict[date, str]:
    """Give who has a turn, by the day that the rule gives, up to `last`; nobody on days before `begins`."""
    found: dict[date, str] = {}
    turns = groupby(enumerate(_days(schedule, rotation.begins, last)), lambda pair: _turn(rotation, *pair))
    for number, (_, days) in enumerate(turns):
        person = rotation.people[number % len(rotation.people)]
        found.update((day, person) for _, day in days)
    swapped = (day for day in rotation.swaps if day <= last)
    return found | {day: rotation.swaps[day] for single in swapped for day in _days(schedule, single, single)}


def _turn(rotation: Rotation, number: int, day: date) -> tuple[int, int]:
    """Give what all dates of one turn share."""
    return (number // rotation.length, 0) if rotation.length else (day.year, day.month)


def _days(schedule: Schedule, first: date, last: date) -> Iterator[date]:
    """Give the days on which the meeting takes place, if perhaps at another time."""
    changes = schedule.changes
    return (day for day in dates(schedule, first, last) if not (day in changes and changes[day].is_cancelled))
