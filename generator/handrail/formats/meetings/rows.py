"""Meetings in lists: by weekday, then those on single dates and by appointment."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from ...kinds.meeting import IN_PERSON
from ...meetings import LinkedMeeting
from ...timefields import WEEKDAYS
from ...views import DayView, MeetingListView, MeetingRowView
from ...voice import Voice
from ...wording import meetings as say
from .words import alert_of, from_data, has_known_end, languages_in_words, rule_in_words, type_label

FINDER = "meetings/"
FOLDER = "calendars/"
ON_DATES, BY_APPOINTMENT = "dates", "appointment"
DAY_LISTS = (*WEEKDAYS, ON_DATES, BY_APPOINTMENT)  # in the order in which pages show them


def day_names(meeting: LinkedMeeting) -> tuple[str, ...]:
    """Give the days under which lists show a meeting: weekdays, or one of the two other lists."""
    if meeting.record.by_appointment:
        return (BY_APPOINTMENT,)
    return tuple(WEEKDAYS[day] for day in meeting.schedule.days) or (ON_DATES,)


def day_title(voice: Voice, name: str) -> str:
    """Give the heading of a day's list."""
    if name in WEEKDAYS:
        title = voice.weekday(WEEKDAYS.index(name))
        return title[:1].upper() + title[1:]
    return voice.text(say.BY_APPOINTMENT if name == BY_APPOINTMENT else say.ON_DATES)


def meeting_list(
    voice: Voice,
    meetings: Sequence[LinkedMeeting],
    base: str,
    only: str = "",
    calendar: str = "",
    *,
    is_counted: bool = False,
) -> MeetingListView:
    """Give meetings by day, or those of `only` one; `base` leads from the page to the finder.

    `calendar` names the calendar of these meetings, if there is one. When `is_counted`, days say how many they have.
    """
    by_day: dict[str, list[LinkedMeeting]] = {name: [] for name in DAY_LISTS}
    for meeting in meetings:
        for name in day_names(meeting):
            by_day[name].append(meeting)
    days = tuple(
        DayView(
            name,
            day_title(voice, name),
            voice.href(f"{base}days/{name}/", ""),
            len(found),
            () if is_counted else tuple(row(voice, meeting) for meeting in by_time(found)),
        )
        for name, found in by_day.items()
        if found and only in ("", name)
    )
    as_of = from_data(voice) if days else ""
    view = MeetingListView(base, voice.zone(voice.site_zone), voice.site_zone, as_of, days)
    if not calendar or not any(has_calendar(meeting) for meeting in meetings):
        return view
    path = voice.here(f"{FOLDER}{calendar}.ics")
    to_root = "../" * voice.here(FINDER).count("/")
    return view._replace(calendar=f"{base}{to_root}{path}", subscribe=webcal(voice, path))


def has_calendar(meeting: LinkedMeeting) -> bool:
    """Tell whether a meeting has dates that a calendar could hold."""
    return not meeting.record.by_appointment


def webcal(voice: Voice, url: str) -> str | None:
    """Give the address by which calendar programs follow a calendar; none when the site's own is not known."""
    return f"webcal://{voice.base_url.split('://', 1)[1]}{url}" if voice.base_url else None


def by_time(meetings: Iterable[LinkedMeeting]) -> list[LinkedMeeting]:
    """Put the meetings of one day in the order of their start."""
    return sorted(meetings, key=lambda m: (m.schedule.at, m.id))


@lru_cache(maxsize=20_000)  # a meeting stands in the lists of its day, region, place and types
def row(voice: Voice, meeting: LinkedMeeting) -> MeetingRowView:
    """Give a meeting as a line of a list."""
    record, schedule = meeting.record, meeting.schedule
    start = end = clock = ""
    if record.time and not record.by_appointment:
        begin = datetime.combine(date.min, schedule.at)
        start, clock = voice.time(schedule.at), f"{schedule.at:%H:%M}"
        end = voice.time(_end(begin, schedule.minutes)) if has_known_end(record) else ""
    return MeetingRowView(
        href=voice.href(f"{meeting.id}/", ""),
        name=voice.say(record.name),
        start=start,
        end=end,
        clock=clock,
        when=when(voice, meeting),
        facts=facts(voice, meeting),
        alert=alert_of(voice, meeting),
    )


def when(voice: Voice, meeting: LinkedMeeting) -> str:
    """Say what is not every week: the rule, or the next of single dates with its time."""
    record, schedule = meeting.record, meeting.schedule
    if schedule.days and schedule.every == 1 and not schedule.ordinals:
        return ""
    if record.day or record.by_appointment:
        return "" if record.by_appointment else rule_in_words(voice, record)
    soon = [occasion.start for occasion in meeting.next(voice.today, 1)]
    return voice.beside(*(voice.beside(voice.day(start.date()), voice.time(start.time())) for start in soon))


def _end(begin: datetime, minutes: int) -> time:
    return (begin + timedelta(minutes=minutes)).time()


def facts(voice: Voice, meeting: LinkedMeeting, *, is_there: bool = False) -> tuple[str, ...]:
    """Give how, where, for whom and in which language, in a few words each; not where, for people who are there."""
    record = meeting.record
    where = []
    if meeting.place and record.how != "online" and not is_there:
        where = [voice.plain(meeting.place.name), *meeting.place.all_regions[-1:]]
    spoken = languages_in_words(voice, record) if set(record.languages) != {voice.main_language} else ""
    zone = voice.zone(meeting.zone) if meeting.zone != voice.site_zone and record.time else ""
    types = (type_label(voice, word) for word in record.types)
    how = "" if is_there and record.how == IN_PERSON else voice.text(say.HOW[record.how])
    return tuple(words for words in (how, *where, zone, spoken, *types) if words)
