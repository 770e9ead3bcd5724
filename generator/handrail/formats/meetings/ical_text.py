"""Components of a calendar as text (RFC 5545, 3.1).

The values are the library's. Its lines are not: it folds letter by letter, which takes longer than all the rest.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias

from icalendar import Parameters

MOST_OCTETS = 75  # of a line, without its end
INSIDE = 0b1000_0000  # how an octet begins that is not the first of its letter (RFC 3629)
NEW_LINE = b"\r\n"


class Value(Protocol):
    """A value of the library."""

    params: Parameters

    def to_ical(self) -> bytes | str:
        """Write it, escaped."""


Properties: TypeAlias = dict[str, Value | Sequence[Value]]


def component(name: str, properties: Properties, parts: Iterable[bytes] = ()) -> bytes:
    """Give a component with the finished ones it holds; a list of values stands on a line each."""
    return b"".join((_line("BEGIN", name), *_lines(properties), *parts, _line("END", name)))


def _lines(properties: Properties) -> Iterator[bytes]:
    for name, values in properties.items():
        for value in values if isinstance(values, list | tuple) else (values,):
            parameters = f";{value.params.to_ical().decode()}" if value.params else ""
            written = value.to_ical()
            yield _line(f"{name}{parameters}", written if isinstance(written, str) else written.decode())


def _line(name: str, value: str) -> bytes:
    data = f"{name}:{value}".encode()
    return (data if len(data) <= MOST_OCTETS else (NEW_LINE + b" ").join(_folded(data))) + NEW_LINE


def _folded(data: bytes) -> Iterator[bytes]:
    """Part a line between letters; the blank at the start of a further line counts."""
    start, room = 0, MOST_OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0b1100_0000 == INSIDE:
            end -= 1
        taken = data[start:end]
        if (len(taken) - len(taken.rstrip(b"\\"))) % 2:  # within an escape, which some programs read line by line
            end -= 1
        yield data[start:end]
        start, room = end, MOST_OCTETS - 1
    yield data[start:]
