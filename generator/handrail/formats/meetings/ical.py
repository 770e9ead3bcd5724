"""Meetings as calendars (RFC 5545, RFC 7986): the same bytes on every day, so that followers see real changes only.

What calendar programs make of the standard decided three things:

- A cancelled date is an override with STATUS:CANCELLED and no EXDATE. Google takes the date away, Apple strikes it
  through, Outlook knows no such status and shows the word before the name. An EXDATE would leave a gap that nobody
  can tell from a mistake, and beside it the override would stand for a date that the series does not have.
- A single date is an event of its own, not an RDATE: Outlook refuses an RDATE without a rule and takes one beside a
  rule for a moved date (MS-OXCICAL 2.1.3.1.1.20.18), Apple leaves it out, Google if it is after the end of the rule.
- There is no METHOD: with PUBLISH, RFC 5546 (3.2.1) demands an organizer, who would be a person.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from urllib.parse import urlsplit

from icalendar.prop import vCategory, vDatetime, vDuration, vGeo, vInt, vRecur, vText, vUri

from ...conference import service_of
from ...digest import digest
from ...kinds.meeting import ONLINE, Change, Online
from ...kinds.place import Whereabouts
from ...meetings import LinkedMeeting, State
from ...recurrence import Occasion
from ...voice import Voice
from ...wording import CALL
from ...wording import meetings as say
from ...zones import clock_in, moments
from ..records import address_lines
from ..shell import in_ascii
from .ical_series import NOT_DATED, Series, series_of
from .ical_text import Properties, component
from .ical_zone import UTC_NAMES, timezone
from .joining import link_of, online_of, page_of, passcode_words, passed_on, service_name
from .words import has_known_end, state_in_words, type_label

__all__ = ["calendar", "events", "timezone", "turn_event"]

OWN = "X-HANDRAIL"
PRODUCER = "-//Handrail//Meetings//EN"
NO_HOST = "handrail.invalid"  # belongs to nobody (RFC 2606)
LOOK_AGAIN = timedelta(hours=12)  # after which followers ask for changes
ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


class _Text(vText):
    """A text (RFC 5545, 3.3.11). The library's own escape makes a line break of a backslash before an N."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        """Write it, with every kind of line break as one."""
        return "\n".join(self.splitlines()).translate(ESCAPES).encode()


def events(
    voice: Voice,
    meeting: LinkedMeeting,
    revision: int = 0,
    changed: date | None = None,
    *,
    discreet: bool = False,
    own: str = "",
) -> bytes:
    """Give a meeting as VEVENTs (RFC 5545, 3.6.1): a series, an override for each date that differs, single dates.

    A meeting by appointment has none. `revision` grows with every edit, `changed` is the day of the last one. A
    discreet event says when and where, and nothing else. `own` is for Handrail alone.
    """
    if meeting.record.by_appointment:
        return b""
    series = series_of(meeting)
    words = _neutral_words if discreet else _words
    uid = partial(_uid, voice.base_url, discreet=discreet)
    found: list[Properties] = []
    if series.first:
        found.append({"UID": uid(meeting.id), **_repeated(series, series.first), **words(voice, meeting, series, None)})
    for occasion in (*series.altered, *series.single):
        named: Properties = {"UID": uid(f"{meeting.id}+{occasion.date:%Y%m%d}")}  # no slug has a plus sign
        if occasion in series.altered:
            named = {"UID": uid(meeting.id), "RECURRENCE-ID": _local(series.usual(occasion.date), series.zone)}
        times = _times(occasion.start, occasion.minutes, series.zone)
        found.append({**named, **times, **words(voice, meeting, series, occasion)})
    if own:
        found = [one if "RECURRENCE-ID" in one else {**one, OWN: _Text(own)} for one in found]
    stamps = _stamps(meeting, revision, changed)
    return b"".join(component("VEVENT", {**properties, **stamps}) for properties in found)


def turn_event(
    voice: Voice,
    meeting: LinkedMeeting,
    occasion: Occasion,
    role: tuple[str, str],
    edited: tuple[int, date | None],
    *,
    discreet: bool = False,
) -> bytes:
    """Give a VEVENT of its own for what somebody does on one date, which takes place.

    `role` is what tells the role apart, and the words for it and its person; `edited` how often it was, and when last.
    """
    slug, summary = role
    series = series_of(meeting)._replace(is_off=False)
    words = _neutral_words if discreet else _words
    name = f"{meeting.id}+{slug}+{occasion.date:%Y%m%d}"
    properties: Properties = {
        **_stamps(meeting, *edited),
        "UID": _uid(voice.base_url, name, discreet=discreet),
        **_times(occasion.start, occasion.minutes, series.zone),
        **words(voice, meeting, series, occasion),
        **({} if discreet else {"SUMMARY": _Text(summary)}),
    }
    return component("VEVENT", properties)


def calendar(
    name: str, url: str | None, zones: Iterable[str], events: Iterable[bytes], own: Iterable[str] = ()
) -> bytes:
    """Put finished events into a calendar, with the zones they name (RFC 5545, 3.4; RFC 7986, 5).

    `url` is where followers find it again, `own` is for Handrail alone.
    """
    head: Properties = {
        "VERSION": vText("2.0"),
        "PRODID": vText(PRODUCER),
        "NAME": _Text(name),
        "X-WR-CALNAME": _Text(name),
        "REFRESH-INTERVAL": vDuration(LOOK_AGAIN, params={"VALUE": "DURATION"}),
        "X-PUBLISHED-TTL": vDuration(LOOK_AGAIN),
    }
    if url:
        head["SOURCE"] = vUri(in_ascii(url), params={"VALUE": "URI"})
    if lines := [_Text(text) for text in own]:
        head[OWN] = lines
    return component("VCALENDAR", head, (*map(timezone, sorted(set(zones))), *events))


def _uid(base_url: str | None, name: str, *, discreet: bool) -> vText:
    host = (urlsplit(in_ascii(base_url)).hostname if base_url else None) or NO_HOST
    return _Text(digest([name, host]) if discreet else f"{name}@{host}")


def _stamps(meeting: LinkedMeeting, revision: int, changed: date | None) -> Properties:
    record = meeting.record
    day = changed or record.verified or record.starts or NOT_DATED
    stamp = vDatetime(datetime.combine(day, time(), UTC))
    return {"DTSTAMP": stamp, "LAST-MODIFIED": stamp, "SEQUENCE": vInt(revision + len(record.changes))}


def _repeated(series: Series, first: date) -> Properties:
    properties = _times(series.usual(first), series.schedule.minutes, series.zone)
    if series.paused:
        properties["EXDATE"] = [_local(series.usual(day), series.zone) for day in series.paused]
    return {**properties, "RRULE": vRecur(series.rule)}


def _times(start: datetime, minutes: int, zone: str) -> Properties:
    """Give start and end as the clock in the room really shows them."""
    begin, end = (_local(clock_in(when, zone), zone) for when in moments(start, minutes, zone))
    return {"DTSTART": begin, "DTEND": end}


def _local(local: datetime, zone: str) -> vDatetime:
    if zone in UTC_NAMES:
        return vDatetime(local.replace(tzinfo=UTC))
    value = vDatetime(local)
    value.params["TZID"] = zone  # not left to the library, which takes a zone such as Reykjavik's for UTC
    return value


def _status(name: str, off: str) -> Properties:
    """Give the name, and whether it takes place: in words too, for programs that know no status."""
    if off:
        return {"SUMMARY": _Text(f"{off}: {name}"), "STATUS": vText("CANCELLED"), "TRANSP": vText("TRANSPARENT")}
    return {"SUMMARY": _Text(name), "STATUS": vText("CONFIRMED"), "TRANSP": vText("OPAQUE")}


def _neutral_words(voice: Voice, meeting: LinkedMeeting, series: Series, occasion: Occasion | None) -> Properties:
    """Say nothing but the address: somebody else may see the calendar (visitors.md, 3.5)."""
    is_off = series.is_off or bool(occasion and occasion.is_cancelled)
    properties = _status(voice.text(say.APPOINTMENT), voice.text(say.CANCELLED) if is_off else "")
    place = meeting.place_on(occasion)
    online = online_of(meeting)
    where = ", ".join(_address(place)) if place else ""
    if online and online.url and not place:
        where = service_of(online.url) or ""  # the name of any other host could say too much
    known_end = _is_end_known(meeting, meeting.change_on(occasion))
    return {**properties, **_texts(LOCATION=where, DESCRIPTION="" if known_end else voice.text(say.END_NOT_KNOWN))}


def _words(voice: Voice, meeting: LinkedMeeting, series: Series, occasion: Occasion | None) -> Properties:
    record, change, online = meeting.record, meeting.change_on(occasion), online_of(meeting)
    is_cancelled = bool(occasion and occasion.is_cancelled)
    off = state_in_words(voice, meeting) if series.is_off else voice.text(say.CANCELLED) if is_cancelled else ""
    page = page_of(voice, meeting)
    place = meeting.place_on(occasion)
    properties = _status(voice.plain(record.name), off)
    where = ""
    if place:
        where = ", ".join(_address(place) if place.private_venue else (voice.plain(place.name), *_address(place)))
    elif online:
        where = service_name(online) or voice.text(say.HOW[ONLINE])
    told = [*_news(voice, meeting, series, occasion), *_practical(voice, meeting, place, change), page]
    properties.update(_texts(LOCATION=where, DESCRIPTION="\n\n".join(text for text in told if text)))
    if place and place.coordinates and not place.private_venue:
        properties["GEO"] = vGeo(place.coordinates)
    if record.types:
        properties["CATEGORIES"] = vCategory([_Text(type_label(voice, word)) for word in record.types])
    if online:
        properties["CONFERENCE"] = list(_conference(online))
    if page:
        properties["URL"] = vUri(page)
    return properties


def _texts(**texts: str) -> Properties:
    return {name: _Text(text) for name, text in texts.items() if text}


def _news(voice: Voice, meeting: LinkedMeeting, series: Series, occasion: Occasion | None) -> Iterator[str]:
    """Say what is different on a date, and why; or why the meeting is paused."""
    change = meeting.change_on(occasion)
    if occasion and occasion.is_moved:
        yield voice.text(say.MOVED)
    if meeting.other_place_on(occasion):
        yield voice.text(say.ELSEWHERE)
    if change:
        yield passed_on(voice, meeting, change.note)
    elif series.is_off and meeting.state is State.PAUSED:
        yield passed_on(voice, meeting, meeting.record.status.reason)


def _practical(voice: Voice, meeting: LinkedMeeting, place: Whereabouts | None, change: Change | None) -> Iterator[str]:
    """Say what else one should know: notes, the way, how to join, and an end that nobody gave."""
    yield passed_on(voice, meeting, meeting.record.notes)
    if place and not place.private_venue:
        yield passed_on(voice, meeting, place.directions)
    online = online_of(meeting)
    if online:
        yield "\n".join(_joining(voice, online))
        yield passed_on(voice, meeting, online.notes)
    if not _is_end_known(meeting, change):
        yield voice.text(say.END_NOT_KNOWN)


def _joining(voice: Voice, online: Online) -> Iterator[str]:
    if online.url:
        yield f"{service_name(online)}: {link_of(online)}"
    if online.dial.number:
        yield f"{voice.text(CALL)} {online.dial.number}"
    if passcode_words(voice, online):
        yield passcode_words(voice, online)


def _conference(online: Online) -> Iterator[vUri]:
    """Give the ways to join (RFC 7986, 5.11), without the codes that some addresses and numbers bring."""
    if online.url:
        yield vUri(link_of(online), params={"VALUE": "URI", "LABEL": service_name(online)})
    if online.dial.number:
        params = {"VALUE": "URI", "FEATURE": "PHONE", "LABEL": online.dial.number}
        yield vUri(online.dial.href, params=params)


def _address(place: Whereabouts) -> tuple[str, ...]:
    """Give a place without its name: its address; of a home, or without an address, its regions."""
    region = tuple(reversed(place.all_regions))
    return region if place.private_venue else address_lines(place) or region


def _is_end_known(meeting: LinkedMeeting, change: Change | None) -> bool:
    return has_known_end(meeting.record) or bool(change and change.end_time)
