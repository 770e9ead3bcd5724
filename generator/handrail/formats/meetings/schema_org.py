"""What search engines read of a meeting: an Event with its schedule (schema.org)."""

import json
from datetime import date, datetime, timedelta
from typing import Any

from markupsafe import Markup

from ...conference import without_passcode
from ...kinds.meeting import Meeting
from ...kinds.place import Whereabouts
from ...meetings import LinkedMeeting, State
from ...recurrence import LAST, Occasion, Schedule
from ...voice import Voice
from ...zones import moments, zone
from .words import has_known_end

SCHEMA = "https://schema.org/"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MODES = {
    "in-person": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
SAFE_IN_SCRIPT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}  # JSON stays the same, HTML sees none


def event_data(voice: Voice, meeting: LinkedMeeting, url: str) -> Markup:
    """Give a meeting's next date and its rule as JSON-LD; nothing when it has no date to come."""
    upcoming = [o for o in meeting.next(voice.today, 10) if not o.is_cancelled]
    if not upcoming or meeting.state is not State.ON:
        return Markup()
    record = meeting.record
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": voice.plain(record.name),
        "url": f"{voice.base_url}{url}",
        "eventAttendanceMode": SCHEMA + MODES[record.how],
        "eventStatus": f"{SCHEMA}EventScheduled",
        "isAccessibleForFree": True,
        **_when(meeting, upcoming[0]),
        "location": _locations(voice, meeting, upcoming[0]),
    }
    if record.notes:
        data["description"] = voice.plain(record.notes)
    if record.languages:
        data["inLanguage"] = list(record.languages)
    if meeting.group:
        data["organizer"] = {"@type": "Organization", "name": voice.plain(meeting.group.name)}
    # A schedule is at the event's place: where the next date is elsewhere, there is only that date to tell.
    if meeting.schedule.days and not meeting.other_place_on(upcoming[0]):
        data["eventSchedule"] = _schedule(meeting, voice.today)
    return Markup(json.dumps(data, ensure_ascii=False).translate(SAFE_IN_SCRIPT))  # noqa: S704  # no sign of HTML is left


def _when(meeting: LinkedMeeting, occasion: Occasion) -> dict[str, str]:
    start, end = (when.isoformat() for when in _local(meeting, occasion))
    return {"startDate": start, "endDate": end} if has_known_end(meeting.record) else {"startDate": start}


def _local(meeting: LinkedMeeting, occasion: Occasion) -> tuple[datetime, datetime]:
    begin, end = moments(occasion.start, occasion.minutes, meeting.zone)
    return begin.astimezone(zone(meeting.zone)), end.astimezone(zone(meeting.zone))


def _schedule(meeting: LinkedMeeting, today: date) -> list[dict[str, Any]] | dict[str, Any]:
    """Give the rule: weekly, every n weeks, or on some weekdays of the month (schema.org/Schedule)."""
    rule = meeting.schedule
    shared: dict[str, Any] = {"@type": "Schedule", "scheduleTimezone": meeting.zone, "startTime": f"{rule.at:%H:%M:%S}"}
    if has_known_end(meeting.record):
        shared["endTime"] = f"{Occasion(date.min, datetime.combine(date.min, rule.at), rule.minutes).end:%H:%M:%S}"
    if rule.starts:
        shared["startDate"] = rule.starts.isoformat()
    if last := _last_day(rule, today):
        shared["endDate"] = last.isoformat()
    if other := _other_days(meeting):
        shared["exceptDate"] = [day.isoformat() for day in other]
    days = [SCHEMA + DAYS[day] for day in rule.days]
    if not rule.ordinals:
        return {**shared, "repeatFrequency": f"P{rule.every}W", "byDay": days}
    return [{**shared, "repeatFrequency": "P1M", "byDay": _nth(rule, ordinal)} for ordinal in rule.ordinals]


def _last_day(rule: Schedule, today: date) -> date | None:
    """Give the last day that a schedule can promise: that of the season, or the one before a break that is to come."""
    since = rule.pause.since if rule.pause else None
    before_break = since - timedelta(days=1) if since and since > today else None
    return min((day for day in (rule.ends, before_break) if day), default=None)


def _other_days(meeting: LinkedMeeting) -> list[date]:
    """Give the dates on which the usual time or place does not hold."""
    elsewhere = {change.date for change in meeting.record.changes if change.place}
    other = {day for day, change in meeting.schedule.changes.items() if change.is_cancelled or change.start}
    return sorted(elsewhere | other)


def _nth(rule: Schedule, ordinal: int) -> list[str]:
    """Give days of the month in the form of RFC 5545, which schema.org allows: `1TU`, `-1FR`."""
    number = -1 if ordinal == LAST else ordinal
    return [f"{number}{DAYS[day][:2].upper()}" for day in rule.days]


def _locations(voice: Voice, meeting: LinkedMeeting, occasion: Occasion) -> list[dict[str, Any]] | dict[str, Any]:
    record, place = meeting.record, meeting.place_on(occasion)
    found = [_place(voice, place)] if place else []
    if record.online and record.how != "in-person":
        found.append(_virtual(voice, record, meeting.id))
    return found[0] if len(found) == 1 else found


def _place(voice: Voice, place: Whereabouts) -> dict[str, Any]:
    address = place.address
    parts = {
        "streetAddress": None if place.private_venue else address.street,
        "addressLocality": address.city,
        "addressRegion": address.state,
        "postalCode": None if place.private_venue else address.postal_code,
        "addressCountry": address.country,
    }
    postal = {name: value for name, value in parts.items() if value}
    data: dict[str, Any] = {"@type": "Place", "name": voice.plain(place.name)}
    if postal:
        data["address"] = {"@type": "PostalAddress", **postal}
    if place.coordinates and not place.private_venue:
        latitude, longitude = place.coordinates
        data["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return data


def _virtual(voice: Voice, record: Meeting, identity: str) -> dict[str, Any]:
    """Give where to join; the group's page, not the room itself when that needs a code."""
    url = record.online.url if record.online else None
    page = f"{voice.base_url}{voice.here(f'meetings/{identity}/')}"
    return {"@type": "VirtualLocation", "url": without_passcode(url) if url else page}
