"""Meetings for tests, linked as a build links them, a voice to speak about them, and calendars as others read them."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from icalendar import Calendar

from handrail.checks.meeting_feed import hazards_in
from handrail.formats.meetings import guide_feed
from handrail.formats.meetings.guide_feed import NOBODY, Entity, Unsaid
from handrail.formats.meetings.guide_file import feed, feed_pieces
from handrail.formats.meetings.ical import calendar, events
from handrail.kinds import group, meeting, place
from handrail.kinds.kind import Kind
from handrail.meetings import LinkedMeeting, link_meetings
from handrail.model import Entry, MentionAt
from handrail.problems import Span
from handrail.texts import Localised
from handrail.translation import Catalogue
from handrail.voice import Voice

TODAY = date(2026, 11, 22)
NEW_YORK = "America/New_York"
BASE = "https://example.org/hub/"
HALL = {
    "id": "st-marks",
    "name": "St Mark's Hall",
    "address": {"street": "14 Alder St", "city": "Millbrook", "state": "NY", "postal_code": "00014", "country": "US"},
    "coordinates": ["41.785112", "-73.69"],
    "region": "Riverside",
    "directions": "Use the side door.",
}
LIBRARY = {
    "id": "library",
    "name": "Old Library",
    "address": {"street": "3 Market Square", "city": "Millbrook", "state": "NY", "country": "US"},
    "regions": ["Dutchess", "Old Town"],
}
HOME = {
    "id": "annas",
    "name": "At Anna's",
    "address": {"street": "9 Secret Lane", "city": "Millbrook", "state": "NY", "postal_code": "00015", "country": "US"},
    "coordinates": ["41.7901", "-73.7001"],
    "region": "Hillside",
    "directions": "Third floor, Anna rings.",
    "private_venue": "yes",
}
RIVERSIDE = {"id": "riverside", "name": "Riverside Circle"}
PLACES = (HALL, LIBRARY, HOME)

ZOOM = {"url": "https://zoom.us/j/5550100?pwd=SeSaMe", "passcode": "778899", "phone": "+1 202 555 0125 *123#"}
CANCELLED = {"date": "2026-12-22", "cancelled": "yes", "note": "The hall is closed"}
ELSEWHERE = {
    "date": "2026-12-29",
    "time": "17:00",
    "end_time": "18:00",
    "place": "library",
    "note": "Earlier, once",
}

ONLINE: Mapping[str, Any] = {"place": None, "online": {"url": "https://zoom.us/j/5550100"}}
SITE = Entity("Riverside Circle", "https://example.org/hub/", "+1 (202) 555-0114")

TUESDAY_CIRCLE: Mapping[str, Any] = {
    "name": "Tuesday Circle",
    "slug": "tuesday-circle",
    "day": "tuesday",
    "time": "19:00",
    "end_time": "20:15",
    "place": "st-marks",
    "types": ["open", "newcomers"],
    "languages": ["en"],
    "verified": "2026-11-10",
}


def voice(language: str = "en", base_url: str | None = BASE, today: date = TODAY, **own_types: str) -> Voice:
    """Give a voice without translations; English is the main language."""
    types = {word: Localised((("", label),)) for word, label in own_types.items()}
    return Voice(Catalogue(language), language, "en", base_url, NEW_YORK, today, types, portable=False)


def linked(*changed: Mapping[str, Any], zone: str = NEW_YORK, today: date = TODAY, **values: Any) -> LinkedMeeting:
    """Give the Tuesday Circle with some fields changed; a field that becomes `None` is left out."""
    record = {**TUESDAY_CIRCLE, **{name: value for fields in changed for name, value in fields.items()}, **values}
    return all_linked([record], zone, today)[0]


def all_linked(
    records: Sequence[Mapping[str, Any]], zone: str = NEW_YORK, today: date = TODAY
) -> tuple[LinkedMeeting, ...]:
    """Give meetings with the sample places and group, in the order in which a hub lists them."""
    entries = [
        *(_entry(place.KIND, fields) for fields in PLACES),
        _entry(group.KIND, RIVERSIDE),
        *(_entry(meeting.KIND, fields) for fields in records),
    ]
    return link_meetings(entries, zone, today).value.all


def _entry(kind: Kind, fields: Mapping[str, Any]) -> Entry:
    record = kind.model.model_validate({name: value for name, value in fields.items() if value is not None})
    name = f"{kind.section}/{getattr(record, 'id')}"  # noqa: B009  # each of these models has one
    mentions = tuple(MentionAt(m.kind, m.id, Span("content/x.yaml")) for m in kind.mentions(record))
    source = f"content/{kind.section}.yaml"
    return Entry(kind, name, "en", source, record, Span(source), mentions=mentions, digest=name)


def parsed(meeting: LinkedMeeting, **options: Any) -> list[Any]:
    """Give the events of a meeting as icalendar reads them, from a calendar without errors."""
    data = calendar("Test", None, [meeting.zone], [events(voice(walking="Walking"), meeting, **options)])
    found = Calendar.from_ical(data)
    assert found.errors == []
    return list(found.events)


def only(meeting: LinkedMeeting, **options: Any) -> Any:
    """Give the one event of a meeting."""
    (event,) = parsed(meeting, **options)
    assert event.errors == []
    return event


def unfolded(data: bytes) -> str:
    """Give the text of a calendar in whole lines."""
    return data.decode().replace("\r\n ", "")


def lines(meeting: LinkedMeeting, **options: Any) -> list[str]:
    """Give the lines of a meeting's events."""
    return unfolded(events(voice(walking="Walking"), meeting, **options)).split("\r\n")


def whole_feed(voice: Voice, meetings: Sequence[LinkedMeeting], entity: Entity = NOBODY) -> bytes:
    """Give the feed, put together from its pieces."""
    return feed([piece.make() for piece in feed_pieces(voice, meetings, entity)])


def fed(*meetings: Mapping[str, Any], entity: Entity = SITE) -> tuple[list[dict[str, Any]], tuple[Unsaid, ...]]:
    """Give the records of a feed, which the check finds healthy, and what the feed leaves unsaid."""
    linked = all_linked([{**TUESDAY_CIRCLE, **fields} for fields in meetings])
    data = whole_feed(voice(walking="Walking"), linked, entity)
    records = json.loads(data)
    assert not records or list(hazards_in(data)) == []
    return records, tuple(guide_feed.unsaid(voice(walking="Walking"), linked))


def record(**fields: Any) -> dict[str, Any]:
    """Give the one record of a feed of one meeting."""
    (found,), _ = fed(fields)
    return found


def unsaid(**fields: Any) -> list[tuple[str, bool]]:
    """Give what a feed of one meeting leaves unsaid, and whether that is the whole meeting."""
    _, left = fed(fields)
    return [(reason, is_left_out) for _, reason, is_left_out in left]
