"""Meetings on paper: as lists say them, and besides what a page leaves to a click."""

from collections.abc import Sequence
from functools import lru_cache

from ...kinds.contact import Contact
from ...kinds.meeting import IN_PERSON
from ...meetings import LinkedMeeting, State
from ...telephone import unbroken
from ...timefields import WEEKDAYS
from ...views import PaperDayView, PaperMeetingView
from ...voice import Voice
from ...wording import printing as say
from ..meetings.joining import service_name
from ..meetings.rows import DAY_LISTS, ON_DATES, by_time, day_names, day_title, facts, row
from ..meetings.words import alert_of, rule_in_words, usual_times
from .papers import HANGS_FOR, ON_A_DOOR

MOST_DATES = 4


def paper_days(
    voice: Voice, meetings: Sequence[LinkedMeeting], only: str = "", *, is_there: bool = False
) -> tuple[PaperDayView, ...]:
    """Give meetings by day, each under all its days, or those of `only` one.

    Those on a break come last, once, because nobody should go there. `is_there` leaves out where they are.
    """
    by_day: dict[str, list[LinkedMeeting]] = {name: [] for name in DAY_LISTS}
    for meeting in meetings:
        for name in day_names(meeting) if meeting.state is State.ON else ():
            by_day[name].append(meeting)
    days = [
        PaperDayView(day_title(voice, name), tuple(_on(voice, name, m, is_there=is_there) for m in by_time(found)))
        for name, found in by_day.items()
        if found and only in ("", name)
    ]
    resting = tuple(_row(voice, m, is_there=is_there) for m in meetings if m.state is State.PAUSED)
    return (*days, PaperDayView(voice.text(say.NOT_ON_NOW), resting)) if resting else tuple(days)


def _on(voice: Voice, day: str, meeting: LinkedMeeting, *, is_there: bool) -> PaperMeetingView:
    """Give a meeting under its day. In a list its time says the day too: a column may end below the heading."""
    found = _row(voice, meeting, is_there=is_there)
    if is_there or not found.times or day not in WEEKDAYS:
        return found
    return found._replace(times=f"{voice.weekday(WEEKDAYS.index(day), 'abbreviated')} {found.times}")


@lru_cache(maxsize=20_000)  # several sheets of one build share a meeting's row
def _row(voice: Voice, meeting: LinkedMeeting, *, is_there: bool) -> PaperMeetingView:
    line = row(voice, meeting)
    is_resting = meeting.state is State.PAUSED
    return PaperMeetingView(
        name=line.name,
        times="" if is_resting or not line.start else usual_times(voice, meeting),
        when=_usual(voice, meeting) if is_resting else when(voice, meeting, line.when),
        facts=facts(voice, meeting, is_there=is_there),
        join=join(voice, meeting),
        contact=contact_words(voice, meeting.record.contact),
        alert=alert_of(voice, meeting, ON_A_DOOR if is_there else HANGS_FOR),
    )


def _usual(voice: Voice, meeting: LinkedMeeting) -> str:
    return voice.beside(rule_in_words(voice, meeting.record), usual_times(voice, meeting))


def when(voice: Voice, meeting: LinkedMeeting, usual: str) -> str:
    """Say what is not every week; where no reader could count the weeks, with the next dates."""
    is_single = day_names(meeting) == (ON_DATES,)
    if not is_single and meeting.schedule.every == 1:
        return usual
    coming = [o for o in meeting.next(voice.today, MOST_DATES) if not o.is_cancelled]
    if is_single:
        return "; ".join(f"{voice.day(o.start.date())}, {voice.time(o.start.time())}" for o in coming)
    dates = voice.listed([voice.day(occasion.start.date()) for occasion in coming])
    return f"{usual}. {voice.text(say.NEXT_DATES, dates=dates)}" if dates else usual


def join(voice: Voice, meeting: LinkedMeeting) -> str:
    """Say what to open or dial; the link and the passcode are too much to type, and not everybody's."""
    online = meeting.record.online if meeting.record.how != IN_PERSON else None
    if online is None:
        return ""
    dialled = " ".join(part for part in (unbroken(online.dial.number), online.dial.keys) if part)
    return ", ".join(words for words in (service_name(online), dialled and voice.number(dialled)) if words)


def contact_words(voice: Voice, contact: Contact | None) -> str:
    """Say whom to ask, as far as it may be published."""
    if contact is None or not contact.publish:
        return ""
    phone = voice.number(unbroken(contact.phone)) if contact.phone else None
    return ", ".join(words for words in (contact.name, phone, contact.email) if words)
