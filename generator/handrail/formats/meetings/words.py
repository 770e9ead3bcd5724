"""Meetings in words: when, how, where and for whom."""

from datetime import date, datetime, timedelta

from ...kinds.meeting import Meeting, Times
from ...meeting_types import TYPES
from ...meetings import LinkedMeeting, State
from ...recurrence import DAYS_IN_WEEK, FAR, Occasion
from ...translation import name_of
from ...views import OccasionView
from ...views.page import LinkView
from ...voice import Voice
from ...wording import meetings as say
from ...wording.printing import FROM_DATA

DAYS_IN_A_TITLE = 3
SOON = 21  # days: what is different within them is said wherever the meeting is


def sentence(words: str) -> str:
    """Start words with a capital letter."""
    return words[:1].upper() + words[1:]


def type_label(voice: Voice, word: str) -> str:
    """Name a type of meeting, Handrail's or the hub's own."""
    own = voice.own_types.get(word)
    return voice.plain(own) if own else voice.text(TYPES[word].label)


def rule_in_words(voice: Voice, meeting: Times) -> str:
    """Say on which days a meeting happens: `First and third Tuesday of the month`."""
    if meeting.by_appointment:
        return voice.text(say.BY_APPOINTMENT)
    if not meeting.day:
        return voice.text(say.ON_DATES)
    repeats = meeting.repeats
    days = voice.listed([voice.weekday(day) for day in meeting.day])
    if repeats.ordinals:
        which = voice.listed([voice.text(say.WHICH[number]) for number in repeats.ordinals])
        words = voice.text(say.OF_THE_MONTH, which=which, days=days)
    elif repeats.every > 1:
        words = voice.count(say.EVERY_WEEK, say.EVERY_WEEKS, repeats.every, days=days)
    elif len(meeting.day) == DAYS_IN_WEEK:
        words = voice.text(say.EVERY_DAY)
    else:
        words = voice.text(say.EVERY, days=days)
    return sentence(voice.beside(words, *_season(voice, meeting)))


def tab_title(voice: Voice, name: str, times: Times) -> str:
    """Tell a meeting from others of its name in a few letters: `Open Table, Thu 6:30 PM`."""
    if not times.day or times.by_appointment:
        return voice.with_more(name, rule_in_words(voice, times))
    days = times.day if len(times.day) <= DAYS_IN_A_TITLE else ()
    words = (*(voice.weekday(day, "abbreviated") for day in days), *([voice.time(times.time)] if times.time else []))
    return voice.beside(name, " ".join(words))


def _season(voice: Voice, meeting: Times) -> list[str]:
    words = []
    if meeting.starts and meeting.starts > voice.today:
        words.append(voice.text(say.FROM_ON, date=voice.date(meeting.starts)))
    if meeting.ends:
        words.append(voice.text(say.UNTIL, date=voice.date(meeting.ends)))
    return words


def has_known_end(meeting: Times) -> bool:
    """Tell whether somebody said how long it is."""
    return bool(meeting.end_time or meeting.minutes)


def times_in_words(voice: Voice, start: datetime, minutes: int, *, is_end_known: bool) -> str:
    """Say when it starts and, if that is known, when it ends."""
    begin = voice.time(start.time())
    if not is_end_known:
        return begin
    end = voice.time((start + timedelta(minutes=minutes)).time())
    return voice.text(say.FROM_TO, start=begin, end=end)


def usual_times(voice: Voice, meeting: LinkedMeeting) -> str:
    """Say the regular start and end; nothing for a meeting without a regular time."""
    if meeting.record.time is None or meeting.record.by_appointment:
        return ""
    start = datetime.combine(date.min, meeting.schedule.at)
    is_known = has_known_end(meeting.record)
    return times_in_words(voice, start, meeting.schedule.minutes, is_end_known=is_known)


def languages_in_words(voice: Voice, meeting: Meeting) -> str:
    """Name the languages spoken."""
    return voice.listed([name_of(language, voice.language) for language in meeting.languages])


def state_in_words(voice: Voice, meeting: LinkedMeeting, ahead: int = FAR) -> str:
    """Say that a meeting is over, or takes a break, now or beginning within `ahead` days; nothing when it is on."""
    pause = meeting.schedule.pause
    if meeting.state is State.OVER:
        return voice.text(say.OVER)
    if pause is None:
        return ""
    until = voice.date(pause.until) if pause.until else ""
    if meeting.state is State.PAUSED:
        return voice.text(say.PAUSED_UNTIL, date=until) if until else voice.text(say.PAUSED)
    if pause.since and voice.today < pause.since <= voice.today + timedelta(days=ahead):
        words = say.BREAK_UNTIL if until else say.BREAK
        return voice.text(words, date=voice.date(pause.since), until=until)
    return ""


def alert_of(voice: Voice, meeting: LinkedMeeting, ahead: int = SOON) -> str:
    """Say in one line what a visitor must know before going: a break, a late start, a date that is different soon.

    Dates count that come within `ahead` days.
    """
    state, reason = state_in_words(voice, meeting, ahead), meeting.record.status.reason
    if state and reason and meeting.state is not State.OVER:
        state = voice.with_more(state, voice.plain(reason))
    if meeting.state is not State.ON:
        return state
    schedule = meeting.schedule
    if schedule.starts and schedule.starts > voice.today and meeting.next(voice.today, 1):
        return voice.text(say.STARTS, date=voice.date(meeting.next(voice.today, 1)[0].start.date()))
    soon = voice.today + timedelta(days=ahead)
    coming = meeting.next(voice.today, ahead) if schedule.changes else ()
    changed = [_change_in_words(voice, meeting, o) for o in coming if o.change and o.date <= soon]
    return ". ".join(words for words in (*changed, state) if words)


def _change_in_words(voice: Voice, meeting: LinkedMeeting, occasion: Occasion) -> str:
    change, other = meeting.change_on(occasion), meeting.other_place_on(occasion)
    day = voice.day(occasion.date)
    words = []
    if occasion.is_cancelled:
        words.append(voice.text(say.NOT_ON, date=day))
    elif occasion.is_moved:
        is_same_day = occasion.start.date() == occasion.date
        usual = voice.time(meeting.schedule.at) if is_same_day else day
        moved = {"date": voice.day(occasion.start.date()), "time": voice.time(occasion.start.time()), "usual": usual}
        words.append(voice.text(say.MOVED_TO if is_same_day else say.MOVED_FROM, **moved))
    if other:
        words.append(voice.text(say.OTHER_PLACE, date=day, place=voice.plain(other.name)))
    said = ". ".join(words)
    return voice.with_more(said or day, voice.plain(change.note)) if change and change.note else said


def occasion_view(voice: Voice, meeting: LinkedMeeting, occasion: Occasion, root: str) -> OccasionView:
    """Give a coming date in words."""
    change, other = meeting.change_on(occasion), meeting.other_place_on(occasion)
    status = "cancelled" if occasion.is_cancelled else "moved" if occasion.is_moved or other else ""
    words = {"cancelled": say.CANCELLED, "moved": say.MOVED if occasion.is_moved else say.ELSEWHERE}
    is_known = has_known_end(meeting.record) or bool(change and change.end_time)
    place = None
    if other:
        place = LinkView(voice.href(voice.here(f"places/{other.id}/"), root), voice.plain(other.name))
    return OccasionView(
        day=voice.day(occasion.start.date()),
        times=times_in_words(voice, occasion.start, occasion.minutes, is_end_known=is_known),
        iso=f"{occasion.start:%Y-%m-%dT%H:%M}",
        status=status,
        words=voice.text(words[status]) if status else "",
        place=place,
        note=voice.maybe(change.note) if change else None,
    )


def from_data(voice: Voice) -> str:
    """Say of which day what is printed is: paper does not change when a meeting moves."""
    return voice.text(FROM_DATA, date=voice.date(voice.today))
