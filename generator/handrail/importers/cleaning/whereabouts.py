"""Pure: where a meeting is: the parts of an address, coordinates, regions, and whether it is somebody's home."""

import re
from typing import NamedTuple

from ..losses import DROPPED, GUESSED, LOOK, REPAIRED, Account
from ..raw import RawMeeting
from .postal import LOOKS_LIKE_A_STREET, Address, country_of, is_postal_code, parted
from .privacy import Scrubbed, scrub, together
from .texts import folded, joined, line_of, text_of

HOME = re.compile(
    r"\b(?:(?:member|host|secretary|sponsor|somebody|someone|friend)(?:['’]?s|s['’])|private|my|our) "
    r"(?:house|home|residence|apartment|flat|place)s?\b|\b(?:private|personal) (?:residence|home)\b|\bresidence of\b|"
    r"\bcasa (?:de un miembro|particular|privada)\b|\bchez un membre\b",
    re.IGNORECASE,
)
ROOMS = r"(?:house|home|residence|apartment|flat|condo|garage|basement|kitchen|porch|living room|backyard)"
SOMEBODYS = re.compile(rf"\b[A-Z]\w+['’]s {ROOMS}\b")  # "Robin's house"; in capitals it may be the name of a hall
MAYBE_HOME = re.compile(rf"\b\w+['’]s {ROOMS}\b", re.IGNORECASE)
HOME_NAME = "A private home"
ANY_HOME = re.compile(
    r"(?:an? |the |in |at )?(?:(?:member|host|friend)(?:['’]?s|s['’])|private|personal) "
    r"(?:house|home|residence|apartment|flat)",
    re.IGNORECASE,
)
NOT_SAID = re.compile(
    r"(?:tb[ad]|to be (?:announced|determined|confirmed)|n/?a|none|unknown|various|varies|see notes|online|zoom|"
    r"virtual|online meeting|virtual meeting|por anunciar|à confirmer|-+|\?+)\.?",
    re.IGNORECASE,
)
EXACT_PARTS = 2  # numbers of a point; four are the corners of an area
DECIMALS = 5  # of a degree: a metre
YES, NO = frozenset(("yes", "true", "1", "y")), frozenset(("no", "false", "0", "n"))


class Wish(NamedTuple):
    """A place as one record tells it: `point` is latitude and longitude or empty."""

    name: str
    address: Address = Address()
    regions: tuple[str, ...] = ()
    point: tuple[str, ...] = ()
    directions: str = ""
    timezone: str = ""
    is_private: bool = False


class Where(NamedTuple):
    """What a record says about its place.

    `is_exact` is said of one that people can go to, `is_home` of a home, `is_area` of a town or region without more;
    without `wish` nothing is known, and `left` is what its notes say. `found` is what was private in its texts.
    """

    wish: Wish | None = None
    is_exact: bool = False
    is_home: bool = False
    is_area: bool = False
    left: str = ""
    found: Scrubbed = Scrubbed("")


def where_of(raw: RawMeeting, account: Account) -> Where:
    """Read the place of a meeting."""
    location = scrub(line_of(raw.location, "location", account), "location", "", account)
    address, aside = _address(raw, account)
    text = joined([aside, text_of(raw.location_notes, "location_notes", account)])
    notes = scrub(text, "location_notes", raw.online_url, account)
    found = together(location, notes)
    is_home = _is_home(location.text, address, account)
    name = _home_name(location.text, account) if is_home else _name(location.text, account)
    if not address.street and not is_home and LOOKS_LIKE_A_STREET.fullmatch(name):
        account.say(GUESSED, "location", "looks like a street and is taken for the address", name)
        address = address._replace(street=name)
    approximate = folded(raw.approximate)
    is_vague = approximate in YES or (approximate not in NO and len(_numbers(raw.latitude)) > EXACT_PARTS)
    if approximate and approximate not in YES | NO:
        account.say(DROPPED, "approximate", "is neither yes nor no", raw.approximate)
    is_exact = bool(address.street or (name and not is_home)) and not is_vague
    is_private = is_home or not is_exact
    regions = _regions(raw, account) or ((address.city,) if is_private and address.city else ())
    point = _point(raw, account, may_be_kept=not is_private)
    if is_private and name == address.street:
        name = ""
    known = name or (address.street if not is_private else "") or address.city or (regions[-1] if regions else "")
    if not known:
        _say_lost(address, account)
        return Where(None, left=notes.text, found=found)
    is_area = not name and not (address.street or is_home)
    if is_vague and not is_area:
        account.say(LOOK, "approximate", "says that the place is not told exactly, so only its region is shown")
    return Where(
        Wish(known, address, regions, point, notes.text, "", is_private), is_exact, is_home, is_area, found=found
    )


def _is_home(name: str, address: Address, account: Account) -> bool:
    if any(pattern.search(text) for pattern in (HOME, SOMEBODYS) for text in (name, address.street)):
        return True
    if MAYBE_HOME.search(name):
        account.say(LOOK, "location", "sounds like somebody's home; if it is one, add private_venue: yes to the place")
    return False


def _name(written: str, account: Account) -> str:
    if NOT_SAID.fullmatch(written):
        account.say(DROPPED, "location", "names no place", written)
        return ""
    return written


def _home_name(written: str, account: Account) -> str:
    """Give a name for a home that names nobody: its name is shown, whatever else is not."""
    if not written or ANY_HOME.fullmatch(written):
        return written or HOME_NAME
    account.say(DROPPED, "location", f"may name somebody's home, which is called {HOME_NAME} here")
    return HOME_NAME


def _say_lost(address: Address, account: Account) -> None:
    """Say which parts of an address cannot be kept, when they tell no place."""
    for field, text in address._asdict().items():
        if text:
            account.say(DROPPED, field, "is all that is known of the place", text)


def _address(raw: RawMeeting, account: Account) -> tuple[Address, str]:
    """Give the parts of the address, and what stood behind an @ in it, which is a direction."""
    single = Address(
        *(line_of(getattr(raw, part), part, account) for part in ("street", "city", "state", "postal_code", "country"))
    )
    written = line_of(raw.formatted_address, "formatted_address", account)
    if not written and not single.city and re.search("[,@]", single.street):
        written, single = single.street, single._replace(street="")
    written, at, aside = written.partition("@")
    aside = " ".join(aside.split()).strip(" ,")
    if at:
        account.say(REPAIRED, "address", "had directions behind an @, which stand apart now")
    whole = parted(written) if written.strip(" ,") else Address()
    country = _country(single.country or whole.country, single.country or written.rpartition(",")[2].strip(), account)
    for part, own, other in zip(Address._fields, single, whole, strict=True):
        if own and other and folded(own) != folded(other) and part != "country":
            account.say(DROPPED, "formatted_address", f"tells another {part} than the field for it", other)
    address = Address(*(first or second for first, second in zip(single, whole, strict=True)))
    if address.postal_code and not is_postal_code(address.postal_code):
        account.say(DROPPED, "postal_code", "is no postal code", address.postal_code)
        address = address._replace(postal_code="")
    return address._replace(country=country), aside


def _country(given: str, written: str, account: Account) -> str:
    short = country_of(given) or given
    if short and country_of(written) and short != written:
        account.count(REPAIRED, "country", f"is written {short}")
    return short


def _regions(raw: RawMeeting, account: Account) -> tuple[str, ...]:
    parts = (part for text in raw.regions for part in line_of(text, "region", account).split(">"))
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.replace(";", ",").replace(" ", ",").split(",") if part)


def _point(raw: RawMeeting, account: Account, *, may_be_kept: bool) -> tuple[str, ...]:
    """Give latitude and longitude, when they tell a place."""
    written = (*_numbers(raw.latitude), *_numbers(raw.longitude))
    if not written:
        return ()
    degrees = tuple(_degrees(part, limit) for part, limit in zip(written, (90, 180), strict=False))
    shown = ", ".join(written)
    if len(written) != EXACT_PARTS:
        account.say(DROPPED, "coordinates", "are no single point", shown)
    elif None in degrees:
        account.say(DROPPED, "coordinates", "are no point on earth", shown)
    elif all(float(part or 0) == 0 for part in degrees):
        account.say(DROPPED, "coordinates", "lie in the ocean at 0, 0")
    elif not may_be_kept:
        account.say(DROPPED, "coordinates", "are left out, because the place is not told exactly")
    else:
        if any(len(part.partition(".")[2].rstrip("0")) > DECIMALS for part in written):
            account.count(REPAIRED, "coordinates", "are rounded to a metre")
        return tuple(part or "" for part in degrees)
    return ()


def is_point(written: tuple[str, ...]) -> bool:
    """Tell whether texts are a latitude and a longitude."""
    limits = (90, 180)
    return len(written) == len(limits) and all(
        _degrees(part, limit) for part, limit in zip(written, limits, strict=True)
    )


def _degrees(text: str, limit: int) -> str | None:
    """Write degrees with as many decimals as tell a metre."""
    if not re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{1,20})?", text) or abs(float(text)) > limit:
        return None
    short = f"{float(text):.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short
