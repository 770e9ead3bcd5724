"""Pure: reads JSON of a BMLT server: its meetings alone, or with its formats and service bodies (meetings.md, 3 D)."""

from collections.abc import Mapping

from ..timefields import WEEKDAYS
from .cleaning.postal import LOOKS_LIKE_A_STREET
from .cleaning.texts import LABEL
from .losses import DROPPED, LOOK, Account
from .na_formats import Format, types_of
from .raw import Circumstances, Material, RawContact, RawMeeting, Reader, Reading
from .spec_fields import KEPT_OUT, NO_FIELD, Cells

TELLING = frozenset(("weekday_tinyint", "meeting_name", "id_bigint"))
VENUES = {"1": "in_person", "2": "online", "3": "hybrid"}
USED = frozenset((
    "id_bigint", "meeting_name", "weekday_tinyint", "start_time", "duration_time", "formats", "format_shared_id_list",
    "venue_type", "location_text", "location_street", "location_info", "location_municipality",
    "location_sub_province", "location_province", "location_postal_code_1", "location_nation",
    "location_neighborhood", "location_city_subsection", "latitude", "longitude", "time_zone",
    "virtual_meeting_link", "virtual_meeting_additional_info", "phone_meeting_number", "comments", "bus_lines",
    "train_lines", "email_contact", "published",
))  # fmt: skip
PRIVATE = ("contact", "mail", "phone")
OFF = "0"


def recognise(material: Material) -> bool:
    """Tell whether a file holds meetings as such a server gives them."""
    keys = {key for item in _meetings(material.value)[:20] if isinstance(item, dict) for key in item}
    return bool(keys & TELLING and "meeting_name" in keys)


def read(material: Material, _: Circumstances) -> Reading:
    """Read all meetings, joined with the formats that came with them."""
    formats = _formats(material.value)
    account = Account()
    found = []
    for number, item in enumerate(_meetings(material.value), 1):
        if isinstance(item, dict):
            found.append(_meeting(item, f"record {number}", formats))
        else:
            account.say(DROPPED, f"record {number}", "is no group of fields")
    if isinstance(material.value, dict) and isinstance(material.value.get("service_bodies"), list):
        count = len(material.value["service_bodies"])
        account.say(DROPPED, "service_bodies", f"{count} of them; {NO_FIELD}")
    return Reading(tuple(found), tuple(account.losses))


def _meetings(value: object) -> list[object]:
    if isinstance(value, dict):
        value = value.get("meetings")
    return value if isinstance(value, list) else []


def _formats(value: object) -> dict[str, Format]:
    """Give the formats of the server by their ids, the English ones first."""
    items = value.get("formats") if isinstance(value, dict) else None
    found: dict[str, Format] = {}
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            text = Cells(item, Account()).text
            one = Format(text("key_string"), text("world_id"), text("name_string"))
            if text("lang") in ("en", "") or text("id") not in found:
                found[text("id")] = one
    return found


def _meeting(item: Mapping[str, object], where: str, formats: Mapping[str, Format]) -> RawMeeting:
    account = Account()
    text = Cells(item, account).text
    types = types_of(_own_formats(text("format_shared_id_list"), text("formats"), formats), account)
    link, phone = text("virtual_meeting_link"), text("phone_meeting_number")
    email = text("email_contact")
    day = text("weekday_tinyint")
    raw = RawMeeting(
        where,
        name=text("meeting_name"),
        slug=text("id_bigint"),
        days=(_day(day, account),) if day else (),
        time=text("start_time"),
        duration=text("duration_time"),
        timezone=text("time_zone"),
        location=text("location_text"),
        location_notes=_directions(text("location_info"), text("bus_lines"), text("train_lines")),
        street=text("location_street"),
        city=text("location_municipality"),
        state=text("location_province"),
        postal_code=text("location_postal_code_1"),
        country=text("location_nation"),
        regions=_regions(item, account),
        latitude=text("latitude"),
        longitude=text("longitude"),
        attendance=VENUES.get(text("venue_type"), text("venue_type")),
        online_url=link,
        online_phone=phone,
        online_url_notes=text("virtual_meeting_additional_info"),
        types=types,
        notes=text("comments"),
        contacts=(RawContact("email_contact", email=email),) if email else (),
        unpublished="its server does not publish it" if text("published") == OFF else "",
    )
    _look_at_street(raw, text("location_neighborhood"), account)
    _say_rest(item, account)
    return raw._replace(losses=tuple(account.losses))


def _own_formats(ids: str, keys: str, formats: Mapping[str, Format]) -> list[Format]:
    """Give a meeting's formats by id, else by key."""
    listed = [part.strip() for part in ids.split(",") if part.strip()]
    if listed and all(part in formats for part in listed):
        return [formats[part] for part in listed]
    by_key = {one.key: one for one in formats.values()}
    return [by_key.get(key.strip(), Format(key.strip())) for key in keys.split(",") if key.strip()]


def _day(text: str, account: Account) -> str:
    """Give the name of a day that counts from 1, Sunday."""
    if text.isdecimal() and 1 <= int(text) <= len(WEEKDAYS):
        return WEEKDAYS[(int(text) - 2) % len(WEEKDAYS)]
    account.say(LOOK, "weekday_tinyint", "is no day of the week", text)
    return f"weekday {text}"


def _directions(info: str, *lines: str) -> str:
    return "\n".join(part for part in (info, *lines) if part)


def _regions(item: Mapping[str, object], account: Account) -> tuple[str, ...]:
    """Give the part of town and the neighbourhood; outside of large towns the county."""
    text = Cells(item, Account()).text
    county, part, near = (text(f"location_{name}") for name in ("sub_province", "city_subsection", "neighborhood"))
    county, part, near = (value.rpartition(LABEL)[2] for value in (county, part, near))
    if part and county and part != county:
        account.count(DROPPED, "location_sub_province", "the part of town is kept as region instead")
    return tuple(dict.fromkeys(region for region in (part or county, near) if region))


def _look_at_street(raw: RawMeeting, near: str, account: Account) -> None:
    if LOOKS_LIKE_A_STREET.fullmatch(near) and not LOOKS_LIKE_A_STREET.fullmatch(raw.street):
        account.say(LOOK, "location_neighborhood", "looks like the street", near)
    elif raw.attendance == "in_person" and (raw.online_url or raw.online_phone):
        account.say(LOOK, "venue_type", "says in person, and there is a way to join online")


def _say_rest(item: Mapping[str, object], account: Account) -> None:
    for key, value in item.items():
        if key not in USED and value not in (None, "", [], {}):
            is_private = any(part in key for part in PRIVATE)
            account.count(DROPPED, key, KEPT_OUT if is_private else NO_FIELD)


READER = Reader("JSON of a BMLT server", recognise, read)
