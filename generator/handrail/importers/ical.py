"""Pure: reads calendars (RFC 5545): an event with its rule, and the single dates on which it differs."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from ..conference import service_of
from ..timefields import WEEKDAYS
from .cleaning.time_zones import known_zone, zone_of
from .ical_lines import OWN, Calendar, Event, Moment, calendar, in_zone, minutes_in, moment, moments
from .ical_rules import Rule, rule_of
from .losses import DROPPED, GUESSED, LOOK, Account
from .raw import Circumstances, Material, RawChange, RawMeeting, Reader, Reading
from .spec_fields import KEPT_OUT, NO_FIELD

USED = frozenset((
    "UID", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE",
    "RECURRENCE-ID", "STATUS", "CATEGORIES", "GEO", "CONFERENCE", "X-GOOGLE-CONFERENCE", "DTSTAMP", "SEQUENCE",
    "LAST-MODIFIED", "CREATED", "CLASS", OWN,
))  # fmt: skip
ABOUT_THE_FILE = frozenset(("DTSTAMP", "SEQUENCE", "LAST-MODIFIED", "CREATED"))
HIDDEN = frozenset(("PRIVATE", "CONFIDENTIAL"))
PRIVATE = frozenset(("ORGANIZER", "ATTENDEE", "CONTACT", "COMMENT", "ATTACH"))
LINK = re.compile(r"https?://[^\s<>\"]+")
DAY_MINUTES = 24 * 60
READABLE = re.compile(r"[a-z]{2,}(?:-(?:[a-z]+|\d{1,4}))+")
NO_HEX = re.compile(r"[g-z]")


def recognise(material: Material) -> bool:
    """Tell whether a file is a calendar."""
    return bool(material.lines)


def read(material: Material, now: Circumstances) -> Reading:
    """Read all events; those of one UID are one meeting."""
    found = calendar(material.lines)
    account = Account()
    if found.unreadable:
        lines = ", ".join(str(number) for number in found.unreadable[:5])
        account.say(DROPPED, "lines", f"{len(found.unreadable)} of them are none of a calendar (line {lines})")
    for name in sorted(set(found.others)):
        account.say(DROPPED, name, f"{found.others.count(name)} of them are no meetings")
    groups: dict[str, list[Event]] = {}
    for event in found.events:
        groups.setdefault(event.text("UID") or f"line {event.line}", []).append(event)
    raws = (raw for events in groups.values() for raw in _meetings(events, found, now, account))
    others = (RawMeeting(f"line {number}", part=line.text) for number, line in found.own)
    return Reading((*raws, *others), tuple(account.losses))


def _meetings(events: list[Event], found: Calendar, now: Circumstances, file: Account) -> Iterable[RawMeeting]:
    """Give the meetings of one UID: each event that is no exception, with the exceptions of the first."""
    masters = [event for event in events if event.first("RECURRENCE-ID") is None]
    others = [event for event in events if event.first("RECURRENCE-ID")]
    if not masters:
        for event in others:
            file.say(
                DROPPED,
                "RECURRENCE-ID",
                f"the exception on line {event.line} belongs to no event",
                event.text("SUMMARY"),
            )
    for number, event in enumerate(masters):
        yield _meeting(event, others if number == 0 else [], found, now)


def _slug(uid: str) -> str:
    """Give the part of a UID that can be read by people, as our own calendars have it; most are mere numbers."""
    name = uid.partition("@")[0]
    return name if READABLE.fullmatch(name) and NO_HEX.search(name) else ""


def _meeting(event: Event, others: list[Event], found: Calendar, now: Circumstances) -> RawMeeting:
    account = Account()
    where = f"line {event.line}"
    written = moment(event.first("DTSTART"))
    zone = _zone(written, found, now, account)
    place, link = _place_and_link(event, account)
    latitude, _, longitude = event.text("GEO").partition(";")
    categories = tuple(part for one in event.all("CATEGORIES") for part in one.text.split(","))
    raw = RawMeeting(
        where,
        name=event.text("SUMMARY"),
        slug=_slug(event.text("UID")),
        timezone=zone if written and written.at else "",
        location=place[0],
        formatted_address=place[1],
        latitude=latitude,
        longitude=longitude,
        online_url=link,
        types=tuple(part.strip() for part in categories if part.strip()),
        notes=event.text("DESCRIPTION"),
        part=event.text(OWN),
        deleted="it is cancelled" if event.text("STATUS").upper() == "CANCELLED" else "",
        unpublished="its calendar marks it as private" if event.text("CLASS").upper() in HIDDEN else "",
    )
    if event.text("STATUS").upper() == "TENTATIVE":
        account.say(LOOK, "STATUS", "says that it is not certain")
    if written:
        raw = _with_times(raw, event, others, in_zone(written, zone), account)
        raw = raw._replace(deleted=raw.deleted or _over(raw, now))
    _say_rest(event, account)
    return raw._replace(losses=tuple(account.losses))


def _zone(written: Moment | None, found: Calendar, now: Circumstances, account: Account) -> str:
    """Give the zone in which an event is written, else the calendar's, else the site's."""
    usual = found.zone or now.zone
    if written is None or written.at is None:
        return usual
    if written.is_utc:
        if usual != "Etc/UTC":
            account.say(GUESSED, "DTSTART", f"is given in UTC and taken by the clock in {usual}")
        return usual
    if not written.zone:
        return usual
    return known_zone(written.zone) or zone_of(written.zone, account) or usual


def _with_times(raw: RawMeeting, event: Event, others: list[Event], start: Moment, account: Account) -> RawMeeting:
    rules = event.all("RRULE")
    zone = start.zone
    length = _length(event, start)
    end = _plus(start, length) if length and length < DAY_MINUTES else ""
    if length and length >= DAY_MINUTES and start.at:
        account.say(DROPPED, "DTEND", f"is {length // 60} hours after the start")
    clock = f"{start.at:%H:%M}" if start.at else ""
    rule = rule_of(rules[0], start, zone) if rules else Rule()
    if len(rules) > 1:
        rule = Rule(unsayable="it has several rules, which our fields cannot say")
    single = _dates(event, start, is_single=not rule.days)
    raw = raw._replace(time=clock, end_time=end, dates=single, unsayable=rule.unsayable)
    if start.at is None:
        raw = raw._replace(unsayable=raw.unsayable or "it lasts whole days, and nothing says at what time people meet")
    if not rule.days or raw.unsayable:
        return raw._replace(dates=single or ((start.day.isoformat(),) if start.at else ()))
    if WEEKDAYS[start.day.weekday()] not in rule.days:
        account.say(LOOK, "DTSTART", "is on no day of its own rule", start.day.isoformat())
    changes = (*_cancelled(event, zone), *(_changed(other, event, start, end, account) for other in others))
    return raw._replace(
        days=rule.days,
        repeats=rule.repeats,
        starts=start.day.isoformat(),
        ends=rule.ends,
        changes=tuple(sorted({change.date: change for change in changes}.values())),
    )


def _length(event: Event, start: Moment) -> int | None:
    duration = event.first("DURATION")
    if duration:
        return minutes_in(duration.value)
    end = moment(event.first("DTEND"))
    if not end or end.at is None or start.at is None:
        return None
    last = in_zone(end, start.zone)
    passed = datetime.combine(last.day, last.at or start.at) - datetime.combine(start.day, start.at)
    return int(passed.total_seconds()) // 60


def _plus(start: Moment, minutes: int) -> str:
    if start.at is None or minutes <= 0:
        return ""
    return f"{datetime.combine(date(2000, 1, 1), start.at) + timedelta(minutes=minutes):%H:%M}"


def _dates(event: Event, start: Moment, *, is_single: bool) -> tuple[str, ...]:
    """Give single occasions: dates added to a rule, and the start of an event without one."""
    added = [in_zone(one, start.zone) for given in event.all("RDATE") for one in moments(given)]
    every = [*([start] if is_single and start.at else []), *added]
    texts = {f"{one.day} {one.at or start.at:%H:%M}" for one in every if one.at or start.at}
    by_day = {text[:10]: text for text in sorted(texts, reverse=True)}
    return tuple(sorted(by_day.values()))


def _cancelled(event: Event, zone: str) -> Iterable[RawChange]:
    for given in event.all("EXDATE"):
        for one in moments(given):
            yield RawChange(in_zone(one, zone).day.isoformat(), is_cancelled=True)


def _changed(other: Event, master: Event, start: Moment, end: str, account: Account) -> RawChange:
    """Say what one exception changes."""
    given = other.first("RECURRENCE-ID")
    original = moment(given)
    day = in_zone(original, start.zone).day if original else start.day
    if given and given.parameters.get("RANGE"):
        account.say(LOOK, "RECURRENCE-ID", "changes all later dates too; here it changes one", day.isoformat())
    if other.text("STATUS").upper() == "CANCELLED":
        return RawChange(day.isoformat(), is_cancelled=True)
    written = moment(other.first("DTSTART"))
    now = in_zone(written, start.zone) if written else start._replace(day=day)
    length = _length(other, now)
    new_end = _plus(now, length) if length and length < DAY_MINUTES else ""
    at = f"{now.at:%H:%M}" if now.at else ""
    is_other_time = bool(at and start.at and at != f"{start.at:%H:%M}")
    texts = {name: other.text(name) for name in ("SUMMARY", "DESCRIPTION")}
    new = {name: text if text != master.text(name) else "" for name, text in texts.items()}
    name, address = _place(other) if other.text("LOCATION") != master.text("LOCATION") else ("", "")
    return RawChange(
        day.isoformat(),
        moved_to=now.day.isoformat() if now.day != day else "",
        time=at if is_other_time else "",
        end_time=new_end if new_end != end else "",
        location=name,
        address=address,
        note=". ".join(text for text in (new["SUMMARY"], new["DESCRIPTION"]) if text),
    )


def _over(raw: RawMeeting, now: Circumstances) -> str:
    """Say that an event is over, which most of a calendar's single events are."""
    last = raw.ends or ("" if raw.days or raw.unsayable else max((text[:10] for text in raw.dates), default=""))
    return f"its last date, {last}, has passed" if last and last < now.today else ""


def _place_and_link(event: Event, account: Account) -> tuple[tuple[str, str], str]:
    """Tell a place and a link apart, which calendars mix."""
    links = [event.text(name) for name in ("CONFERENCE", "X-GOOGLE-CONFERENCE")]
    links += LINK.findall(event.text("LOCATION"))
    url = event.text("URL")
    if url and service_of(url):
        links.append(url)
    elif url:
        account.say(DROPPED, "URL", "leads to a page about it, for which a meeting has no field", url)
    links += [link for link in LINK.findall(event.text("DESCRIPTION")) if service_of(link)]
    return _place(event), next((link for link in links if link), "")


def _place(event: Event) -> tuple[str, str]:
    """Give the name of a place and its address, which calendars write into one line."""
    rest = LINK.sub("", event.text("LOCATION")).strip(" ,;()-\n")
    name, _, address = rest.replace("\n", ", ").partition(",")
    return ("", rest) if address and re.match(r"\d", name) else (name.strip(), address.strip(" ,"))


def _say_rest(event: Event, account: Account) -> None:
    for name in dict.fromkeys(one.name for one in event.properties):
        if name in ABOUT_THE_FILE:
            account.count(DROPPED, name, "tells about the calendar, not about the meeting")
        elif name not in USED:
            is_private = name in PRIVATE
            account.count(DROPPED, name, KEPT_OUT if is_private else NO_FIELD)


READER = Reader("a calendar (iCalendar)", recognise, read)
