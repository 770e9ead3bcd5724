"""Pure: names of time zones as people and programs write them."""

from ...zones import zone_names
from ..losses import DROPPED, GUESSED, REPAIRED, Account

EASTERN, CENTRAL, MOUNTAIN, PACIFIC = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)
# What people mean who write these; most are used for several places, so each is a guess.
ALIASES = {
    "et": EASTERN, "est": EASTERN, "edt": EASTERN, "eastern": EASTERN,
    "ct": CENTRAL, "cst": CENTRAL, "cdt": CENTRAL, "central": CENTRAL,
    "mt": MOUNTAIN, "mst": MOUNTAIN, "mdt": MOUNTAIN, "mountain": MOUNTAIN,
    "pt": PACIFIC, "pst": PACIFIC, "pdt": PACIFIC, "pacific": PACIFIC,
    "akst": "America/Anchorage", "akdt": "America/Anchorage", "alaska": "America/Anchorage",
    "alaskan": "America/Anchorage", "hst": "Pacific/Honolulu", "hawaii": "Pacific/Honolulu",
    "hawaiian": "Pacific/Honolulu", "arizona": "America/Phoenix", "us mountain": "America/Phoenix",
    "atlantic": "America/Halifax", "ast": "America/Halifax", "adt": "America/Halifax",
    "newfoundland": "America/St_Johns", "gmt": "Europe/London", "bst": "Europe/London", "uk": "Europe/London",
    "britain": "Europe/London", "ireland": "Europe/Dublin", "wet": "Europe/Lisbon", "cet": "Europe/Paris",
    "cest": "Europe/Paris", "romance": "Europe/Paris", "w. europe": "Europe/Berlin", "mez": "Europe/Berlin",
    "central europe": "Europe/Budapest", "central european": "Europe/Warsaw", "eet": "Europe/Helsinki",
    "eest": "Europe/Helsinki", "aest": "Australia/Sydney", "aedt": "Australia/Sydney",
    "aus eastern": "Australia/Sydney", "awst": "Australia/Perth", "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland", "new zealand": "Pacific/Auckland", "ist": "Asia/Kolkata", "india": "Asia/Kolkata",
}  # fmt: skip
ENDINGS = (" (us & canada)", " time", " standard", " daylight", " (us)")
UTC = "Etc/UTC"


def zone_of(text: str, account: Account) -> str | None:
    """Read a time zone; a short name of it is a guess, and what nobody can read is left out, both said."""
    written = text.strip()
    if not written:
        return None
    exact = _by_name().get(written.lower().replace(" ", "_"))
    if exact:
        if exact != written:
            account.say(REPAIRED, "timezone", "is written as in the tz database", f"{written} → {exact}")
        return exact
    guess = _alias(written) or _by_city(written)
    if guess:
        account.say(GUESSED, "timezone", "is the likely meaning of a short name", f"{written} → {guess}")
        return guess
    account.say(DROPPED, "timezone", "is no time zone that is known, so that of the site is taken", written)
    return None


def known_zone(text: str) -> str | None:
    """Give a time zone by its name in the tz database, alone or at the end of a path, as calendars write it."""
    names = _by_name()
    parts = text.strip().lower().replace(" ", "_").split("/")
    return next((names[end] for i in range(len(parts)) if (end := "/".join(parts[i:])) in names), None)


def _by_name() -> dict[str, str]:
    """Give the zones that a field can hold by their names in lower case."""
    names = {name.lower(): name for name in zone_names() if "/" in name}
    return names | {"utc": UTC, "z": UTC}


def _alias(text: str) -> str | None:
    name = text.lower().strip()
    while ending := next((end for end in ENDINGS if name.endswith(end)), None):
        name = name.removesuffix(ending)
    return ALIASES.get(name)


def _by_city(text: str) -> str | None:
    """Find a zone by its city, alone or with other words around, when there is only one."""
    city = text.lower().rpartition("/")[2].strip().replace(" ", "_")
    found = {name for name in zone_names() if name.lower().rpartition("/")[2] == city and name.count("/") == 1}
    usual = {name for name in found if name.partition("/")[0] not in ("US", "Etc", "Canada", "Brazil", "Mexico")}
    return usual.pop() if len(usual) == 1 else None
