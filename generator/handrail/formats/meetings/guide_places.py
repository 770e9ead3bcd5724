"""Where meetings are, as the Meeting Guide format says it: readers drop a record without an address."""

from collections import Counter
from collections.abc import Sequence

from ...kinds.meeting import ONLINE
from ...kinds.place import Whereabouts
from ...meetings import LinkedMeeting
from ...voice import Voice
from .joining import passed_on

DECIMALS = 5  # of a degree: about a metre
NOWHERE = "Online"  # the address of a meeting online when not even its zone names a city

Fields = dict[str, object]  # of a record, by name


def where(voice: Voice, meeting: LinkedMeeting, place: Whereabouts | None, area: str) -> Fields:
    """Give the address, coordinates and regions; of a home no more than its area."""
    if place is None:
        return {"formatted_address": _elsewhere(voice, meeting, area), "approximate": "yes"}
    has_street, regions = is_exact(place), list(place.all_regions)
    address = _exact_address(place) if has_street else _rough_address(place)
    fields: Fields = {
        "formatted_address": address or _elsewhere(voice, meeting, area),
        "approximate": "no" if has_street else "yes",
    }
    if has_street and place.coordinates and any(place.coordinates):
        fields["latitude"], fields["longitude"] = (round(degrees, DECIMALS) for degrees in place.coordinates)
    if not place.private_venue:
        directions = passed_on(voice, meeting, place.directions)
        fields |= {"location": voice.plain(place.name), "location_notes": directions}
    named = zip(("region", "sub_region"), regions, strict=False)
    return {**fields, **dict(named), "regions": regions}


def is_exact(place: Whereabouts | None) -> bool:
    """Tell whether a street is given, and may be."""
    return place is not None and bool(place.address.street) and not place.private_venue


def _exact_address(place: Whereabouts) -> str:
    parts = place.address
    town = " ".join(part for part in (parts.state, parts.postal_code) if part)
    return _joined(parts.street, parts.city, town, parts.country)


def _rough_address(place: Whereabouts) -> str:
    """Give where a place is without its street, as of a home: its city, else its nearest region."""
    parts = place.address
    near = parts.city or next(reversed(place.all_regions), "")
    return _joined(near, parts.state, parts.country)


def _joined(*parts: str | None) -> str:
    """Join the parts of an address; readers know the United States by three letters."""
    *_, country = parts
    return ", ".join(part for part in (*parts[:-1], "USA" if country == "US" else country) if part)


def area_of(meetings: Sequence[LinkedMeeting]) -> str:
    """Give where most of the meetings are, roughly; the first such when there are several."""
    areas = Counter(_rough_address(m.place) for m in meetings if m.place and m.record.how != ONLINE)
    return max(areas, key=lambda area: areas[area], default="")


def _elsewhere(voice: Voice, meeting: LinkedMeeting, area: str) -> str:
    """Give an address for a meeting without one, as readers drop that: the area, or the city its zone is named for."""
    if area and meeting.zone == voice.site_zone:
        return area
    region, _, city = meeting.zone.rpartition("/")
    return NOWHERE if region in ("", "Etc") else city.replace("_", " ")
