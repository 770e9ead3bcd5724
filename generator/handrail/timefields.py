"""What fields about time can hold: clock times, weekdays, how a meeting repeats, single occasions."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated, Any, NamedTuple, TypeAlias

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from .fieldtypes import day, refusal, text
from .recurrence import LAST
from .spelling import did_you_mean

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EVERY_DAY = "every day"
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST}
CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
CLOCK_PATTERN = r"^([01]?\d|2[0-3]):[0-5]\d$"
TWELVE_HOURS = re.compile(r"(1[0-2]|0?[1-9])(?::([0-5]\d))? ?([ap])\.?m\.?", re.IGNORECASE)
EVERY_WEEKS = re.compile(r"every (\d{1,2}) weeks?")
MOST_WEEKS = 12
NOON = 12


class Repeats(NamedTuple):
    """How a meeting repeats: every so many weeks, or on some weekdays of the month (1 to 5, `recurrence.LAST`)."""

    every: int = 1
    ordinals: tuple[int, ...] = ()

    def as_written(self) -> str | list[str]:
        """Give plain data in the form organizers write."""
        names = [name for name, number in ORDINALS.items() if number in self.ordinals]
        if names:
            return names if len(names) > 1 else names[0]
        return "weekly" if self.every == 1 else f"every {self.every} weeks"


def clock(value: Any) -> time:
    """Read a time of day on the 24-hour clock."""
    if isinstance(value, time):
        return value
    written = text(value)
    match = CLOCK.fullmatch(written)
    if not match:
        hint = f'did you mean "{_on_24_hours(written)}"?' if _on_24_hours(written) else "write hours, a colon, minutes"
        raise refusal("F203", "a time of day on the 24-hour clock, such as 19:30", hint)
    return time(int(match[1]), int(match[2]))


def _on_24_hours(written: str) -> str:
    """Give a time such as 7:30 PM, noon or midnight on the 24-hour clock; empty for anything else."""
    if written.lower() in ("noon", "midnight"):
        return "12:00" if written.lower() == "noon" else "00:00"
    match = TWELVE_HOURS.fullmatch(written)
    if not match:
        return ""
    hour = int(match[1]) % NOON + (NOON if match[3].lower() == "p" else 0)
    return f"{hour:02}:{match[2] or '00'}"


def weekdays(value: Any) -> tuple[int, ...]:
    """Read one weekday or several; 0 is Monday."""
    if isinstance(value, str) and value.strip().lower() == EVERY_DAY:
        return tuple(range(len(WEEKDAYS)))
    if isinstance(value, list | tuple):
        return tuple(sorted({_weekday(item) for item in value}))
    return (_weekday(value),)


def _weekday(value: Any) -> int:
    if isinstance(value, int):
        return value
    written = text(value).lower()
    if written not in WEEKDAYS:
        start = next((name for name in WEEKDAYS if len(written) > 1 and name.startswith(written.rstrip("s."))), None)
        hint = f'did you mean "{start}"?' if start else did_you_mean(written, WEEKDAYS, "write its English name")
        raise refusal("F204", "a day of the week, such as tuesday, or a list of them", hint)
    return WEEKDAYS.index(written)


def repeats(value: Any) -> Repeats:
    """Read how a meeting repeats: `weekly`, `every 2 weeks`, `first`, `[first, third]`."""
    if isinstance(value, Repeats):
        return value
    if isinstance(value, list | tuple):
        return _ordinals(value)
    written = " ".join(text(value).lower().split())
    if written in ("weekly", "every week"):
        return Repeats()
    match = EVERY_WEEKS.fullmatch(written.replace("every other week", "every 2 weeks"))
    if match and 1 <= int(match[1]) <= MOST_WEEKS:
        return Repeats(every=int(match[1]))
    return _ordinals(re.split(r", and |, | and ", written))


def _ordinals(words: Sequence[Any]) -> Repeats:
    numbers = []
    for word in words:
        written = text(word).lower()
        if written not in ORDINALS:
            known = ("weekly", "every 2 weeks", *ORDINALS)
            hint = did_you_mean(written, known, "for a meeting once a month, write which: first, second, … or last")
            raise refusal("F204", "weekly, every 2 weeks, first, [first, third] or last", hint)
        numbers.append(ORDINALS[written])
    if not numbers:
        raise refusal("F204", "weekly, every 2 weeks, first, [first, third] or last", "write which weeks of the month")
    return Repeats(ordinals=tuple(sorted(set(numbers), key=lambda n: n if n > 0 else len(ORDINALS))))


def occasion(value: Any) -> date | datetime:
    """Read a single date, with or without a time of day: `2026-12-24 18:00`."""
    if isinstance(value, date):
        return value
    on, _, at = text(value).partition(" ")
    return datetime.combine(day(on), clock(at.strip())) if at else day(on)


def as_written(value: date | datetime) -> str:
    """Give a date with its time, if it has one, as organizers write it."""
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value.isoformat()


def _weekday_names(days: tuple[int, ...]) -> list[str]:
    return [WEEKDAYS[number] for number in days]


def _schema(**values: Any) -> WithJsonSchema:
    return WithJsonSchema(values)


ONE_DAY: dict[str, Any] = {"enum": list(WEEKDAYS)}
ONE_ORDINAL: dict[str, Any] = {"enum": list(ORDINALS)}

Clock: TypeAlias = Annotated[
    time,
    PlainValidator(clock),
    PlainSerializer(lambda value: f"{value:%H:%M}", when_used="json"),
    _schema(type="string", pattern=CLOCK_PATTERN),
]
Weekdays: TypeAlias = Annotated[
    tuple[int, ...],
    PlainValidator(weekdays),
    PlainSerializer(_weekday_names, when_used="json"),
    _schema(anyOf=[{"enum": [*WEEKDAYS, EVERY_DAY]}, {"type": "array", "items": ONE_DAY, "minItems": 1}]),
]
Repetition: TypeAlias = Annotated[
    Repeats,
    PlainValidator(repeats),
    PlainSerializer(Repeats.as_written, when_used="json"),
    _schema(
        anyOf=[
            {"enum": ["weekly", *ORDINALS]},
            {"type": "string", "pattern": r"^every \d{1,2} weeks$"},
            {"type": "array", "items": ONE_ORDINAL, "minItems": 1},
        ]
    ),
]
When: TypeAlias = Annotated[
    date | datetime,
    PlainValidator(occasion),
    PlainSerializer(as_written, when_used="json"),
    _schema(type="string", pattern=r"^\d{4}-\d{2}-\d{2}( ([01]?\d|2[0-3]):[0-5]\d)?$"),
]
