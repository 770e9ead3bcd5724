"""Pure: what in meetings.json makes readers drop, hide or misplace a meeting, or stop (meetings.md, 2 and 5).

The check trusts nobody: a theme may bring a feed of its own, and what writes ours may change.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, NoReturn
from urllib.parse import urlsplit

from ..conference import passcodes_in, service_of
from ..meeting_types import LANGUAGE_CODES, PLACE_CLOSED, TYPES
from ..problems import Problem, Span
from ..zones import zone_names
from .faults import and_others, brief, source_of
from .finished import Finished

FEED = "meetings.json"
CODES = frozenset((*(kind.code for kind in TYPES.values() if kind.code), *LANGUAGE_CODES, PLACE_CLOSED))
MAX_SLUG, MAX_NAME = 64, 255
LAST_DAY = 6  # Saturday, as the format counts
FEWEST_DIGITS = 10
DECIMALS = 5
SLUG = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
PHONE = re.compile(r"\+?\d[\d,#]*")
WHOLE = re.compile(r"https?://[\w.%-]+(?::\d+)?(?:[/?#]\S*)?")
DATED = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}")
PAYMENTS = {"paypal": r"[A-Za-z0-9]{1,20}", "venmo": r"@[\w-]+", "square": r"\$[\w-]+"}
ADDRESSES = ("url", "edit_url", "entity_url", "entity_logo", "website", "website_2")
OF_PEOPLE = ("email", "phone", "feedback_emails", "last_contact", "mailing_address")

Fields = Mapping[str, object]


class Hazard(NamedTuple):
    """A kind of fault: what it is, what to do and what happens else, and how to find it in a record."""

    what: str
    hint: str
    is_in: Callable[[Fields], bool]


def feed_hazards(finished: Finished) -> Iterator[Problem]:
    """Find what readers of the meeting feed stumble over, one problem for each kind. Problems: C711."""
    file = finished.drawn.files.get(FEED)
    if file:
        span = Span(source_of(finished, FEED) or FEED)
        for what, hint in hazards_in(file.data):
            yield Problem("C711", span, f'in "/{FEED}", {what}', hint)


def hazards_in(data: bytes) -> Iterator[tuple[str, str]]:
    """Give what is wrong in a feed, and what to do about it."""
    try:
        records = json.loads(data.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError):
        yield "the text is not JSON", "write one array in UTF-8, and nothing after it; readers show an error instead"
        return
    if not isinstance(records, list) or not records:
        yield "there is no list of meetings", "write an array with a meeting, or no file; readers show an error instead"
        return
    broken = sum(not isinstance(record, dict) for record in records)
    if broken:
        yield f"{broken} of {len(records)} entries are no records", "leave them out; readers stop at a null entry"
    yield from _in_records([record for record in records if isinstance(record, dict)])


def _in_records(records: Sequence[Fields]) -> Iterator[tuple[str, str]]:
    """Judge records, but those with a null by nothing else: one mistake is one problem."""
    nulls, whole = _parted(records)
    slugs = Counter(_text(record, "slug") for record in whole)
    repeated = [record for record in whole if slugs[_text(record, "slug")] > 1 and _text(record, "slug")]
    found = [
        ("a null", "leave the field out; readers stop, or show the meeting on any day", nulls),
        ("a slug that several have", "give each its own; readers drop all but the first", repeated),
    ]
    found += [(hazard.what, hazard.hint, [r for r in whole if hazard.is_in(r)]) for hazard in HAZARDS]
    for what, hint, those in found:
        if those:
            first = those[0]
            number = next(number for number, record in enumerate(records, 1) if record is first)
            name = brief(_text(first, "slug") or _text(first, "name") or f"number {number}")
            yield f'{what}: "{name}"{and_others(len(those) - 1, "meeting")}', hint


def _parted(records: Sequence[Fields]) -> tuple[list[Fields], list[Fields]]:
    """Give the records with a null and those without."""
    parts: tuple[list[Fields], list[Fields]] = ([], [])
    for record in records:
        parts[not _holds_null(record)].append(record)
    return parts


def _refuse(constant: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python reads and browsers do not."""
    raise ValueError(constant)


def _text(record: Fields, name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _holds_null(record: Fields) -> bool:
    """Tell whether there is a null at any depth; without calls for each level, of which there may be too many."""
    values = list(record.values())
    for value in values:  # those within it are added at the end
        if value is None:
            return True
        values += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return False


def _is_unsafe(record: Fields) -> bool:
    slug = _text(record, "slug")
    return bool(slug) and (not SLUG.fullmatch(slug) or len(slug) > MAX_SLUG)


def _has_odd_day(record: Fields) -> bool:
    day = record.get("day", 0)
    if isinstance(day, list):
        return False
    return isinstance(day, bool) or not isinstance(day, int) or not 0 <= day <= LAST_DAY


def _has_odd_time(record: Fields) -> bool:
    times = [record[name] for name in ("time", "end_time") if name in record]
    return any(not isinstance(time, str) or not CLOCK.fullmatch(time) for time in times)


def _has_odd_zone(record: Fields) -> bool:
    zone = _text(record, "timezone")
    return zone not in zone_names() or "/" not in zone


def _has_odd_types(record: Fields) -> bool:
    types = record.get("types", [])
    return not isinstance(types, list) or any(not isinstance(code, str) or code not in CODES for code in types)


def _is_whole(address: object) -> bool:
    """Tell whether an address has a scheme and a host, and no blanks around it."""
    return isinstance(address, str) and bool(WHOLE.fullmatch(address))


def _has_strange_host(record: Fields) -> bool:
    url = record.get("conference_url", "")
    if not isinstance(url, str) or not _is_whole(url):
        return False
    host = urlsplit(url).netloc
    return not service_of(url) or host != host.lower()


def _has_odd_feedback(record: Fields) -> bool:
    feedback = record.get("feedback_url", "mailto:")
    return not _is_whole(feedback) and not str(feedback).startswith("mailto:")


def _has_odd_phone(record: Fields) -> bool:
    phone = record.get("conference_phone")
    if phone is None:
        return False
    is_plain = isinstance(phone, str) and PHONE.fullmatch(phone)
    return not is_plain or len(re.sub(r"\D", "", str(phone).partition(",")[0])) < FEWEST_DIGITS


def _has_odd_payment(record: Fields) -> bool:
    return any(name in record and not re.fullmatch(shape, _text(record, name)) for name, shape in PAYMENTS.items())


def _has_no_address(record: Fields) -> bool:
    return not any(_text(record, name).strip() for name in ("formatted_address", "address", "city"))


def _has_odd_coordinates(record: Fields) -> bool:
    values = [record[name] for name in ("latitude", "longitude") if name in record]
    if not values:
        return False
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    if len(numbers) < 2:  # noqa: PLR2004  # a point on a map has two numbers
        return True
    latitude, longitude = numbers
    is_outside = abs(latitude) > 90 or abs(longitude) > 180  # noqa: PLR2004  # degrees
    return is_outside or not (latitude or longitude) or any(round(n, DECIMALS) != n for n in numbers)


def _has_odd_update(record: Fields) -> bool:
    updated = _text(record, "updated")
    try:
        return "updated" in record and not (DATED.fullmatch(updated) and datetime.fromisoformat(updated))
    except ValueError:
        return True


def _names_people(record: Fields) -> bool:
    return any(name.startswith("contact_") or name in OF_PEOPLE for name in record)


def _has_odd_entity(record: Fields) -> bool:
    named = [name for name in record if name.startswith("entity_")]
    return "entity_website_url" in named or bool(named and not _text(record, "entity"))


HAZARDS = (
    Hazard("no slug", "give one; readers drop the meeting", lambda r: not _text(r, "slug")),
    Hazard("an unsafe slug", "use at most 64 signs a to z, 0 to 9 and -; links to the meeting break", _is_unsafe),
    Hazard(
        "a slug that every object of JavaScript has",
        "give another; readers take the meeting for one they know, and drop it",
        lambda r: r.get("slug") == "constructor",
    ),
    Hazard(
        "no name, or too long a one",
        f"give one of at most {MAX_NAME} signs",
        lambda r: not _text(r, "name").strip() or len(_text(r, "name")) > MAX_NAME,
    ),
    Hazard(
        "several days in one record",
        "write a record for each day; some readers lose other meetings over it",
        lambda r: isinstance(r.get("day"), list),
    ),
    Hazard("a day that is no number from 0 to 6", "0 is Sunday; readers show it on another day, or stop", _has_odd_day),
    Hazard(
        "a day without a time, or a time without a day",
        "give both, or neither for a meeting by appointment",
        lambda r: ("day" in r) != ("time" in r),
    ),
    Hazard("a time that is not like 19:30", "write it so; readers take 7:00 PM for the morning", _has_odd_time),
    Hazard(
        "an end that is the start",
        "leave end_time out, or correct it",
        lambda r: "time" in r and r["time"] == r.get("end_time"),
    ),
    Hazard("no time zone, or an unknown one", "use one such as America/New_York; readers drop it", _has_odd_zone),
    Hazard(
        "types that are no list of codes of the format",
        "leave out what has no code, ONL too; readers drop it in silence",
        _has_odd_types,
    ),
    Hazard(
        "a join link that is no whole address",
        "start it with https:// and leave out blanks; readers stop, or show the meeting as inactive",
        lambda r: "conference_url" in r and not _is_whole(r["conference_url"]),
    ),
    Hazard(
        "a join link with a host that readers do not know",
        "put the link to its page into conference_url_notes, and write hosts in lower case",
        _has_strange_host,
    ),
    Hazard(
        "a join link with its passcode",
        "leave the passcode out of it: anybody could walk in",
        lambda r: _is_whole(r.get("conference_url")) and bool(passcodes_in(_text(r, "conference_url"))),
    ),
    Hazard(
        "a telephone number that readers change or leave out",
        f"use at least {FEWEST_DIGITS} digits, +, commas and #; they drop a * and what it means",
        _has_odd_phone,
    ),
    Hazard(
        "a name for payments that is none",
        "paypal is a name of letters and digits, venmo starts with @, square with $",
        _has_odd_payment,
    ),
    Hazard("no address", "give at least a city; readers drop the meeting", _has_no_address),
    Hazard(
        "no word on how exact the address is",
        'write approximate as "yes" or "no"; without, readers show an address of three parts as inactive',
        lambda r: r.get("approximate") not in ("yes", "no"),
    ),
    Hazard(
        "coordinates that are no point on a map",
        "write two numbers with at most five decimals, or none; 0,0 lies in the sea",
        _has_odd_coordinates,
    ),
    Hazard(
        "coordinates of an approximate address",
        "leave them out: they would show a home",
        lambda r: r.get("approximate") == "yes" and ("latitude" in r or "longitude" in r or "coordinates" in r),
    ),
    Hazard(
        "a date of change that is not like 2026-11-22 08:00:00",
        "write it so; readers ignore it, or say today",
        _has_odd_update,
    ),
    Hazard("how to reach people", "leave those fields out, and give feedback_url", _names_people),
    Hazard("a body without its name", "give entity, and entity_url for its address", _has_odd_entity),
    Hazard(
        "an address that is not whole",
        "start it with https://; it stops the meeting's page in readers",
        lambda r: any(name in r and not _is_whole(r[name]) for name in ADDRESSES) or _has_odd_feedback(r),
    ),
)
