"""When a help line answers: by its own clock, and by that of the site, which is nearest to its visitors'."""

from datetime import datetime, time, timedelta

from ..kinds.helpline import Hours
from ..views import TextView
from ..voice import Voice
from ..wording import HOURS_ON
from ..wording.meetings import EVERY_DAY, FROM_TO
from ..zones import clock_in, moment

WEEK = tuple(range(7))
FEWEST_IN_A_ROW = 3  # "Monday to Tuesday" would be longer than both names


def told_hours(voice: Voice, hours: Hours) -> TextView:
    """Give the hours in words; those by the clock in both zones, where they differ today."""
    if not (hours.opens and hours.closes):
        spoken = hours.text.in_language(voice.language, voice.main_language) if hours.text else None
        words = f"{spoken.text} ({hours.timezone.replace('_', ' ')})" if spoken else ""
        return voice.words(spoken.language if spoken else voice.language, words)
    days = hours.days or WEEK
    there = _told(voice, days, hours.opens, hours.closes, hours.timezone)
    monday = voice.today - timedelta(days=voice.today.weekday())
    begin, end = (
        clock_in(moment(datetime.combine(monday, at), hours.timezone), voice.site_zone)
        for at in (hours.opens, hours.closes)
    )
    if begin.time() == hours.opens:
        return TextView(there)
    shift = (begin.date() - monday).days
    here = _told(voice, tuple(sorted((day + shift) % 7 for day in days)), begin.time(), end.time(), voice.site_zone)
    return TextView(f"{there} · {here}")


def _told(voice: Voice, days: tuple[int, ...], opens: time, closes: time, zone: str) -> str:
    times = voice.text(FROM_TO, start=voice.time(opens), end=voice.time(closes))
    return voice.text(HOURS_ON, days=_days(voice, days), times=times, zone=voice.zone(zone))


def _days(voice: Voice, days: tuple[int, ...]) -> str:
    """Name days: all of them, a row of them by its ends, else each."""
    if days == WEEK:
        return voice.text(EVERY_DAY)
    if len(days) >= FEWEST_IN_A_ROW and days == tuple(range(days[0], days[-1] + 1)):
        return voice.text(FROM_TO, start=voice.weekday(days[0]), end=voice.weekday(days[-1]))
    return voice.listed([voice.weekday(day) for day in days])
