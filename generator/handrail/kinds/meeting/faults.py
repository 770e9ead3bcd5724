"""What can be wrong with a meeting that no field alone can tell."""

from collections.abc import Iterator
from datetime import time

from ...conference import passcodes_in
from ...schema import Record
from ..kind import Fault, Location
from .record import Change, Meeting
from .rule import LONGEST_OVERNIGHT, USUAL_MINUTES, is_regular, minutes_between, near_days, schedule_of


def faults(record: Record) -> Iterator[Fault]:
    """Find what is wrong with a meeting. Problem codes: S901 to S908, F214."""
    if isinstance(record, Meeting):
        yield from _contradictions(record)
        if not record.draft:  # what nobody knows yet keeps a draft from being published, not from being written
            yield from _when(record)
            yield from _where(record)
        yield from _length(record)
        yield from _dates(record)
        if not record.by_appointment:
            yield from _changes(record)
        yield from _passcodes(record)


def _when(meeting: Meeting) -> Iterator[Fault]:
    if not (meeting.day or meeting.dates or meeting.by_appointment):
        hint = "add day: and the weekday, or dates: with single dates, or by_appointment: yes"
        yield Fault("S905", ("name",), "nothing says when this meeting happens", hint)
    if meeting.day and meeting.time is None:
        yield Fault(
            "S905", ("day",), "this meeting has a day and no time", "add time: on the 24-hour clock, as in 19:30"
        )


def _contradictions(meeting: Meeting) -> Iterator[Fault]:
    if (meeting.day or meeting.dates) and meeting.by_appointment:
        hint = "delete by_appointment, or day, time and dates"
        yield Fault("S905", ("by_appointment",), "this meeting has fixed times and is by appointment", hint)
    if meeting.repeats.every > 1 and meeting.starts is None:
        message = f'"every {meeting.repeats.every} weeks" does not tell in which weeks'
        yield Fault("S902", ("repeats",), message, "add starts: and a date on which it happens")
    if meeting.starts and meeting.ends and meeting.ends < meeting.starts:
        yield Fault("S905", ("ends",), "this meeting ends before it starts", "correct starts or ends")


def _length(meeting: Meeting) -> Iterator[Fault]:
    yield from _end(("end_time",), meeting.time, meeting.end_time)
    if meeting.end_time and meeting.minutes and minutes_between(meeting.time, meeting.end_time) != meeting.minutes:
        message = "end_time and minutes do not say the same"
        yield Fault("S901", ("minutes",), message, "delete one of them")
    if (meeting.day or meeting.dates) and not (meeting.end_time or meeting.minutes):
        message = f"nothing says when this meeting ends, so calendars show {USUAL_MINUTES} minutes"
        yield Fault("S906", ("time",), message, "add end_time: or minutes:")
    for number, change in enumerate(meeting.changes):
        yield from _end(("changes", number, "end_time"), change.time or meeting.time, change.end_time)


def _end(location: Location, start: time | None, end: time | None) -> Iterator[Fault]:
    """Find an end before the start that is not one in the same night (meetings.md, overnight rule)."""
    length = minutes_between(start, end)
    if start is None or end is None or length is None:
        return
    if length == 0:
        yield Fault("S901", location, f"this meeting starts and ends at {end:%H:%M}", "correct the end")
    elif end < start and length > LONGEST_OVERNIGHT:
        message = f"this meeting would end {length // 60} hours after it started, at {end:%H:%M} of the next day"
        yield Fault("S901", location, message, _meant(start, end))


def _meant(start: time, end: time) -> str:
    """Guess at an end written for the other half of the day: 19:15 to 08:15 means 20:15."""
    other = time((end.hour + 12) % 24, end.minute)
    length = minutes_between(start, other)
    if length and length <= LONGEST_OVERNIGHT:
        return f"did you mean {other:%H:%M}?"
    return "correct the end; past midnight, a meeting can be up to four hours long"


def _where(meeting: Meeting) -> Iterator[Fault]:
    online = meeting.online
    if online and not (online.url or online.phone):
        yield Fault("S907", ("online",), "nothing says how to join online", "add url: or phone:")
    if meeting.how != "in-person" and not online:
        hint = "add online: with a url or a phone number, or correct attendance"
        yield Fault("S907", ("attendance",), f"this meeting is {meeting.how}, and nothing says how to join", hint)
    if meeting.how != "online" and not meeting.place:
        location = ("attendance",) if meeting.attendance else ("name",)
        hint = "add place: and an id from places.yaml, or online: with a url"
        yield Fault("S907", location, "nothing says where this meeting is", hint)


def _dates(meeting: Meeting) -> Iterator[Fault]:
    seen = set()
    for number, when in enumerate(schedule_of(meeting).dates):
        if when.date() in seen:
            message = f"the date {when:%Y-%m-%d} is given twice"
            yield Fault("S904", ("dates", number), message, "make a meeting of its own for a second one on that day")
        seen.add(when.date())
        if meeting.time is None and not hasattr(meeting.dates[number], "hour"):
            yield Fault("S905", ("dates", number), "this date has no time", f"write it as {when:%Y-%m-%d} 19:30")


def _changes(meeting: Meeting) -> Iterator[Fault]:
    seen = set()
    for number, change in enumerate(meeting.changes):
        location: Location = ("changes", number, "date")
        if change.date in seen:
            hint = "join them into one"
            yield Fault("S904", location, f"there are two changes for {change.date}", hint)
        seen.add(change.date)
        if not is_regular(meeting, change.date) and (meeting.day or meeting.dates):
            message = f"this meeting does not happen on {change.date:%A} {change.date}"
            yield Fault("S903", location, message, near_days(meeting, change.date))
        yield from _contradiction(number, change)


def _contradiction(number: int, change: Change) -> Iterator[Fault]:
    location: Location = ("changes", number, "date")
    moves = change.moved_to or change.time or change.end_time or change.place
    if change.cancelled and moves:
        yield Fault("S908", location, "this date is cancelled and moved", "delete cancelled, or the new time and place")
    if not change.cancelled and not moves and not change.note:
        hint = "add cancelled: yes, a time, a place or a note"
        yield Fault("S908", location, f"nothing is different on {change.date}", hint)


def _passcodes(meeting: Meeting) -> Iterator[Fault]:
    online = meeting.online
    if online and online.url and passcodes_in(online.url) and not online.show_passcode:
        message = "the passcode stands in this address, so the site leaves it out and says to ask for it"
        hint = "give the address without pwd=…, or add show_passcode: yes if everybody may know it"
        yield Fault("F214", ("online", "url"), message, hint)
