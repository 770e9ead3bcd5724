"""I/O: what this computer tells about where the group is: its time zone, and the help lines of that country."""

from collections.abc import Mapping
from zoneinfo import available_timezones

from babel.core import get_global
from babel.localtime import get_localzone

UNITED_KINGDOM = "GB"  # its help lines are filed under UK, as people there say
EUROPEAN_UNION = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)


def time_zone() -> str | None:
    """Give the computer's time zone; `None` when it has none that says where it stands, as most servers."""
    try:
        zone = str(get_localzone())
    except (LookupError, ValueError, OSError):
        return None
    zone = get_global("zone_aliases").get(zone, zone)
    return zone if zone in available_timezones() and "/" in zone and not zone.startswith("Etc/") else None


def regions_in(zone: str, emergency: Mapping[str, bool]) -> tuple[str, ...]:
    """Give the regions whose help lines serve a time zone's country, the country's own first; perhaps none.

    `emergency` tells for each known region whether its lines bring an emergency number; where they do not, people in
    the European Union have its 112.
    """
    country = get_global("zone_territories").get(zone, "")
    own = "UK" if country == UNITED_KINGDOM else country
    regions = (own,) if own in emergency else ()
    return (*regions, "EU") if country in EUROPEAN_UNION and not emergency.get(own) else regions
