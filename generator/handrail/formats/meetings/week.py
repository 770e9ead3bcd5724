"""The week as a picture: days across, hours down, for people who would rather look than read."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from ...edition import Edition
from ...meetings import LinkedMeeting, State
from ...output import Late, Output
from ...recurrence import DAYS_IN_WEEK
from ...site import Section
from ...timefields import WEEKDAYS
from ...views import WeekCellView, WeekHourView, WeekItemView, WeekView
from ...voice import Voice
from ...wording.meetings import WEEK
from ...zones import clock_in, moment
from ..cards import section_title
from ..shell import Sheet, in_each_language, page_output
from .rows import FINDER, day_title
from .words import from_data

WEEK_PAGE = "week/"
MOST_NAMED = 150  # with more meetings a cell only says how many
MOST_LETTERS = 3


def week_page(edition: Edition, section: Section) -> Iterator[Output]:
    """Plan the picture of the week; none when no meeting has a weekday."""
    if not has_week(edition.site.meetings.listed):
        return
    meetings = tuple(meeting for meeting in edition.site.meetings.listed if _is_weekly(meeting))
    voice = edition.voice(section.language)
    sheet = Sheet(
        "meeting-week.html",
        voice.here(f"{FINDER}{WEEK_PAGE}"),
        section.language,
        voice.text(WEEK),
        section=section.kind.section,
        above=((section.url, section_title(edition, section)),),
        urls=in_each_language(edition, f"{FINDER}{WEEK_PAGE}"),
    )
    yield page_output(edition, sheet, week=Late(week_view, voice, meetings))


def has_week(meetings: Sequence[LinkedMeeting]) -> bool:
    """Tell whether any meeting has a weekday, and so a place in the picture."""
    return any(_is_weekly(meeting) for meeting in meetings)


def _is_weekly(meeting: LinkedMeeting) -> bool:
    return bool(meeting.schedule.days) and meeting.state is State.ON


def week_view(voice: Voice, meetings: Sequence[LinkedMeeting]) -> WeekView:
    """Give the hours at which meetings start, each with its seven days, all by the site's clock."""
    grid: dict[int, dict[int, list[tuple[time, LinkedMeeting]]]] = {}
    for meeting in meetings:
        for day in meeting.schedule.days:
            start = _on_sites_clock(voice, meeting, day)
            grid.setdefault(start.hour, {}).setdefault(start.weekday(), []).append((start.time(), meeting))
    is_named = len(meetings) <= MOST_NAMED
    hours = tuple(
        WeekHourView(
            voice.time(time(hour)),
            tuple(_cell(voice, day, grid[hour].get(day, []), is_named=is_named) for day in range(len(WEEKDAYS))),
        )
        for hour in sorted(grid)
    )
    short_days = tuple(_short_name(voice, day) for day in range(len(WEEKDAYS)))
    titles = tuple(day_title(voice, name) for name in WEEKDAYS)
    return WeekView(titles, short_days, hours, voice.zone(voice.site_zone), from_data(voice))


def _short_name(voice: Voice, day: int) -> str:
    """Name a day in three letters at most: a seventh of the narrowest screen holds no more."""
    short = voice.weekday(day, "abbreviated").rstrip(".")
    return short if len(short) <= MOST_LETTERS else voice.weekday(day, "narrow")


def _on_sites_clock(voice: Voice, meeting: LinkedMeeting, weekday: int) -> datetime:
    """Give what the site's clock shows when a meeting starts, in the week that begins today."""
    day = voice.today + timedelta(days=(weekday - voice.today.weekday()) % DAYS_IN_WEEK)
    start = datetime.combine(day, meeting.schedule.at)
    return start if meeting.zone == voice.site_zone else clock_in(moment(start, meeting.zone), voice.site_zone)


def _cell(voice: Voice, day: int, starts: Sequence[tuple[time, LinkedMeeting]], *, is_named: bool) -> WeekCellView:
    ordered = sorted(starts, key=lambda pair: (pair[0], pair[1].id)) if is_named else ()
    items = tuple(
        WeekItemView(voice.href(f"../{meeting.id}/", ""), voice.time(start), voice.say(meeting.record.name))
        for start, meeting in ordered
    )
    return WeekCellView(items, len(starts), voice.href(f"../days/{WEEKDAYS[day]}/", ""))
