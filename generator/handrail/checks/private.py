"""Pure: what must stand in no output: the values of private fields, of contacts kept back, of people's homes."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..fieldtypes import PHONE
from ..model import Entry
from ..schema import PRIVATE, Record
from ..texts import Localised

SHORTEST = 4  # characters; anything shorter stands in every other sentence
FEWEST_DIGITS = 7  # of a telephone number
PRECISE = 4  # decimals of a degree: eleven metres; fewer do not tell a house
EMAIL_TO_SHOW_MORE = 5  # characters before the @
VALUE_TO_SHOW_MORE = 8
# The part of an address that says no more than the region, which is published, and that other pages may well name.
AREA = frozenset(("city", "state", "country"))
TWO_DIGIT_COUNTRY = re.compile(r"2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")  # ITU-T E.164


class PrivateValue(NamedTuple):
    """A value to look for: the file and the entry it stands in, its field (`contact → email`), its written forms."""

    source: str
    entry: str
    field: str
    forms: tuple[str, ...]

    @property
    def masked(self) -> str:
        """A few signs by which its owner knows the value, and nobody else: `an…a@`."""
        value = self.forms[0]
        name, at, _ = value.partition("@")
        enough = EMAIL_TO_SHOW_MORE if at else VALUE_TO_SHOW_MORE
        return f"{name[:2]}…{name[-1:]}{at}" if len(name) >= enough else f"{name[:1]}…{at}"

    @property
    def is_one_word(self) -> bool:
        """Whether it is a first name or a word, which can stand in a text by chance."""
        return self.forms[0].isalpha()


class Filled(NamedTuple):
    """A field that holds something: its place in the record, what it holds, and whether that is private."""

    place: tuple[str, ...]
    value: object
    is_private: bool


def private_values(entries: Iterable[Entry], settings: Record) -> tuple[PrivateValue, ...]:
    """Give every private value of all entries, drafts too, in their order.

    A value that the settings or a published data record show on purpose is left out: the same mailbox or hall, given
    openly elsewhere. Headers of pages show nothing on purpose: a story's alias can be somebody's real name by mistake.
    """
    entries = tuple(entries)
    private = [value for entry in entries for value in _private_of(entry)]
    shown = [settings, *(e.record for e in entries if e.kind.is_data and not getattr(e.record, "draft", False))]
    fields = (field for record in shown for field in filled(record) if not field.is_private)
    public = {known_as(form) for field in fields for form in _forms(field.value)}
    return tuple(value for value in private if not any(known_as(form) in public for form in value.forms))


def known_as(value: str) -> str:
    """Give the form in which two ways to write one value are equal."""
    return number_of(value) or " ".join(value.casefold().split())


def number_of(value: str) -> str:
    """Give the digits of a telephone number that are dialled within its country; empty for anything else."""
    digits = re.sub(r"\D", "", value)
    if len(digits) < FEWEST_DIGITS or not PHONE.fullmatch(value):
        return ""
    if value.startswith("+"):
        code = 1 if digits[0] in "17" else 2 if TWO_DIGIT_COUNTRY.match(digits) else 3
        return digits[code:].lstrip("0")
    is_american = len(digits) == 11 and digits[0] == "1"  # noqa: PLR2004  # 1 and the ten digits of North America
    return digits[1:] if is_american else digits.lstrip("0")


def filled(record: Record, above: tuple[str, ...] = (), *, is_hidden: bool = False) -> Iterator[Filled]:
    """Walk all fields of a record and of the records in it."""
    kept_back = record.kept_back
    is_home = "address" in kept_back
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        marked = field.json_schema_extra
        is_marked = isinstance(marked, dict) and PRIVATE.items() <= marked.items()
        is_private = is_hidden or is_marked or name in kept_back
        for place, part in _parts((*above, name), value):
            if not isinstance(part, Record):
                yield Filled(place, part, is_private)
            else:
                inner = filled(part, place, is_hidden=is_private)
                yield from (f for f in inner if not (is_home and f.place[-1] in AREA))
    yield from (Filled((*above, name), text, is_private=True) for name, text in record.secrets)


def _parts(place: tuple[str, ...], value: object) -> Iterator[tuple[tuple[str, ...], object]]:
    """Give the items of a list with their numbers, as people count; anything else as it is."""
    if isinstance(value, tuple) and not _is_point(value):
        yield from (((*place, str(number)), part) for number, part in enumerate(value, 1))
    elif value is not None:
        yield place, value


def _is_point(value: tuple[object, ...]) -> bool:
    return len(value) == 2 and all(isinstance(part, float) for part in value)  # noqa: PLR2004  # as kinds.place has it


def _forms(value: object) -> tuple[str, ...]:
    """Give the texts by which a value would be known; yes, no, numbers and dates tell nothing alone."""
    if isinstance(value, Localised):
        return tuple(text for _, text in value.by_language)
    if isinstance(value, tuple) and _is_point(value):
        latitude, longitude = (str(degrees) for degrees in value)
        pairs = (f"{latitude}, {longitude}", f"{latitude},{longitude}", f"{longitude},{latitude}")
        precise = (d for d in (latitude, longitude) if len(d.partition(".")[2]) >= PRECISE)
        return (*pairs, *precise)
    return (value,) if isinstance(value, str) else ()


def _private_of(entry: Entry) -> Iterator[PrivateValue]:
    """Give the values to look for: texts in several languages are several values, coordinates are one."""
    for field in filled(entry.record):
        forms = tuple(form for form in _forms(field.value) if len(form) >= SHORTEST) if field.is_private else ()
        for group in ((form,) for form in forms) if isinstance(field.value, Localised) else (forms,):
            if group:
                yield PrivateValue(entry.source, entry.id, " → ".join(field.place), group)
