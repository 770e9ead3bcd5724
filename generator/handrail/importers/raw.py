"""The form in which every reader gives a meeting: texts as they were written, still dirty, under one set of names."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from .losses import Loss


class RawContact(NamedTuple):
    """Somebody named in a record; `field` is the start of the columns' names, such as `contact_1`."""

    field: str
    name: str = ""
    email: str = ""
    phone: str = ""


class RawChange(NamedTuple):
    """What is different on one date; all texts but `date` may be empty."""

    date: str
    is_cancelled: bool = False
    moved_to: str = ""
    time: str = ""
    end_time: str = ""
    location: str = ""
    address: str = ""
    note: str = ""


class RawMeeting(NamedTuple):
    """A meeting as its source tells it; empty texts are unknown.

    `where` is the place in the source, as people count: `record 3`, `line 12`. Fields from `repeats` to `changes` are
    filled by calendars only, which say them exactly. `unpublished` is the reason for which the source hides it,
    `deleted` the reason for which it is no meeting any more. `part` is what `handrail export` adds for Handrail.
    """

    where: str
    name: str = ""
    slug: str = ""
    days: tuple[str, ...] = ()
    time: str = ""
    end_time: str = ""
    duration: str = ""
    timezone: str = ""
    location: str = ""
    location_notes: str = ""
    formatted_address: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""
    regions: tuple[str, ...] = ()
    latitude: str = ""
    longitude: str = ""
    approximate: str = ""
    attendance: str = ""
    online_url: str = ""
    online_url_notes: str = ""
    online_phone: str = ""
    online_phone_notes: str = ""
    types: tuple[str, ...] = ()
    notes: str = ""
    group: str = ""
    group_notes: str = ""
    group_email: str = ""
    group_phone: str = ""
    websites: tuple[str, ...] = ()
    venmo: str = ""
    square: str = ""
    paypal: str = ""
    contacts: tuple[RawContact, ...] = ()
    last_contact: str = ""
    unpublished: str = ""
    deleted: str = ""
    repeats: tuple[str, ...] = ()
    starts: str = ""
    ends: str = ""
    dates: tuple[str, ...] = ()
    changes: tuple[RawChange, ...] = ()
    unsayable: str = ""
    part: str = ""
    losses: tuple[Loss, ...] = ()


class Row(NamedTuple):
    """A row of a table: the line it starts on, its cells by header, and how many more cells it has than headers."""

    line: int
    cells: Mapping[str, str]
    extra: int = 0


class Table(NamedTuple):
    """A table: headers as written, and as names (`Sub Region` is `sub_region`), in the same order."""

    titles: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


class Material(NamedTuple):
    """An opened file: JSON, a table or the lines of a calendar; the other two are empty."""

    value: object = None
    table: Table | None = None
    lines: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()


class Circumstances(NamedTuple):
    """What reading depends on besides the file: the zone of the site and its day."""

    zone: str
    today: str


class Reading(NamedTuple):
    """What a reader gives: meetings, and what it says about the whole file."""

    meetings: tuple[RawMeeting, ...]
    losses: tuple[Loss, ...] = ()


class Reader(NamedTuple):
    """A layout: its name in a sentence, whether a file has it, and how to read one that does."""

    name: str
    recognise: Callable[[Material], bool]
    read: Callable[[Material, Circumstances], Reading]
