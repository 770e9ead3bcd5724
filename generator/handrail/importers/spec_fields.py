"""Pure: the fields of the Meeting Guide format, under which four of the layouts keep a meeting.

Values may have any type: feeds give numbers as texts, texts as lists, and nothing as null.
"""

import json
import math
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from .losses import DROPPED, REPAIRED, Account
from .part import NAME as PART
from .raw import RawContact, RawMeeting

OTHER_NAMES = {
    "zip": "postal_code", "meeting": "name", "meeting_name": "name", "location_name": "location",
    "start_time": "time", "full_address": "formatted_address", "source_end_time": "end_time", "post_name": "slug",
    "weekday": "day", "website_1": "website", "conference_link": "conference_url", "pay_pal": "paypal",
}  # fmt: skip
SLUGS = ("slug", "id", "title")  # the first that is filled, as other importers take it
TEXTS = {
    "time": "time", "end_time": "end_time", "timezone": "timezone", "location": "location",
    "location_notes": "location_notes", "formatted_address": "formatted_address", "address": "street", "city": "city",
    "state": "state", "postal_code": "postal_code", "country": "country", "longitude": "longitude",
    "approximate": "approximate", "attendance_option": "attendance", "conference_url": "online_url",
    "conference_url_notes": "online_url_notes", "conference_phone": "online_phone",
    "conference_phone_notes": "online_phone_notes", "notes": "notes", "group": "group", "group_notes": "group_notes",
    "email": "group_email", "phone": "group_phone", "venmo": "venmo", "square": "square", "paypal": "paypal",
    "last_contact": "last_contact", "handrail": "part",
}  # fmt: skip
REGIONS = ("region", "sub_region", "sub_sub_region")
WEBSITES = ("website", "website_2")
NO_FIELD = "Handrail has no field for it"
PRIVATE = re.compile(r"mail|phone|contact|pass|pwd|pin\b|name|address|editor|author|feedback", re.IGNORECASE)
KEPT_OUT = "it may be private and is not kept"
EXACT = 1e15  # up to here a number with a point tells every whole number apart
CONTACTS = ("contact_1", "contact_2", "contact_3")


class Cells(NamedTuple):
    """The values of a record by the names of the format, and what was said while reading them."""

    values: Mapping[str, object]
    account: Account

    def text(self, name: str) -> str:
        """Give a value as text; one that is none is left out and said."""
        value = self.values.get(name)
        if isinstance(value, list):
            parts = [part for item in value if (part := plain_text(item))]
            self._say_strange(name, [item for item in value if item is not None and not plain_text(item)])
            return ", ".join(parts)
        found = plain_text(value)
        if not found and value not in (None, "") and not isinstance(value, str):
            self._say_strange(name, [value])
        return found or ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Give the texts of a list, or the one text there is."""
        value = self.values.get(name)
        if not isinstance(value, list):
            return (text,) if (text := self.text(name)) else ()
        self._say_strange(name, [item for item in value if item is not None and not plain_text(item)])
        return tuple(text for item in value if (text := plain_text(item)))

    def _say_strange(self, name: str, values: list[object]) -> None:
        if any(not isinstance(value, str) for value in values):
            self.account.say(DROPPED, name, "holds something that is no text and no number")


def plain_text(value: object) -> str:
    """Give a text or number as text; empty for anything else."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < EXACT else repr(value)  # exact
    return str(value).strip() if isinstance(value, str | int) else ""


def from_spec(given: Mapping[str, object], where: str, account: Account) -> RawMeeting:
    """Make a raw meeting of values under the names of the format, however they are spelled."""
    values: dict[str, object] = {}
    for key, value in given.items():
        name = _name(key)
        if name == PART and isinstance(value, dict):
            values[name] = json.dumps(value, ensure_ascii=False)
        elif name in values and values[name] not in (None, "", []):
            values.setdefault(f"{name} ({key})", value)
        else:
            values[name] = value
    cells = Cells(values, account)
    contacts = tuple(
        RawContact(contact, *(cells.text(f"{contact}_{part}") for part in ("name", "email", "phone")))
        for contact in CONTACTS
    )
    regions = cells.texts("regions")
    levels = tuple(cells.text(name) for name in REGIONS)
    raw = RawMeeting(
        where,
        name=cells.text("name") or cells.text("title"),
        slug=next((text for name in SLUGS if (text := cells.text(name))), ""),
        days=cells.texts("day"),
        latitude=cells.text("coordinates") or cells.text("latitude"),
        regions=regions or tuple(level for level in levels if level),
        types=cells.texts("types"),
        websites=tuple(text for name in WEBSITES if (text := cells.text(name))),
        contacts=tuple(contact for contact in contacts if any(contact[1:])),
    )
    texts: dict[str, Any] = {field: cells.text(name) for name, field in TEXTS.items()}
    raw = raw._replace(**texts)
    if raw.latitude and cells.text("coordinates"):
        raw = raw._replace(longitude="")
    _say_rest(values, regions, account)
    return raw._replace(losses=tuple(account.losses))


def _name(key: str) -> str:
    name = "_".join(re.findall(r"[^\W_]+", key.lower()))
    return OTHER_NAMES.get(name, name)


def _say_rest(values: Mapping[str, object], regions: tuple[str, ...], account: Account) -> None:
    """Say which filled fields are not kept. None is shown: who knows what stands in a column of somebody's own."""
    used = {*TEXTS, *REGIONS, *WEBSITES, "name", "day", "latitude", "regions", "types", "coordinates"}
    used |= {f"{contact}_{part}" for contact in CONTACTS for part in ("name", "email", "phone")}
    used.add(next((name for name in SLUGS if values.get(name) not in (None, "")), "slug"))
    if regions and any(values.get(name) and str(values[name]) not in regions for name in REGIONS):
        account.count(REPAIRED, "region", "is left out beside regions")
    if values.get("coordinates") and values.get("latitude"):
        account.count(REPAIRED, "latitude and longitude", "are left out beside coordinates")
    for name, value in values.items():
        if name in used or value in (None, "", [], {}) or (isinstance(value, str) and not value.strip()):
            continue
        if name == "updated":
            account.count(DROPPED, name, "Handrail keeps when a meeting was confirmed instead")
        elif PRIVATE.search(name):
            account.count(DROPPED, name, KEPT_OUT)
        else:
            account.count(DROPPED, name, NO_FIELD)
