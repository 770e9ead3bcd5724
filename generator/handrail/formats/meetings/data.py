"""What the finder's script reads: all meetings in columns, because equal things side by side travel light.

Days are counted from 1970-01-01, times in minutes from midnight by the clock in the room, weekdays as bits from
Monday. Places, zones, regions, types and languages are numbers into the lists beside; rules that are more than weekly
stand apart, by the meeting's number, as do the names of other places on single dates.
"""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from markupsafe import Markup

from ...kinds.meeting import HYBRID, IN_PERSON, ONLINE
from ...kinds.place import Whereabouts
from ...link import sortable
from ...meetings import LinkedMeeting
from ...recurrence import FIRST_DAY, LAST_DAY, Schedule, origin
from ...translation import name_of
from ...views import OptionView
from ...voice import Voice
from ...wording import ACCESS
from ...zones import clock_changes, offset
from .rows import when
from .schema_org import SAFE_IN_SCRIPT
from .words import alert_of, has_known_end, type_label

HOWS = (IN_PERSON, ONLINE, HYBRID)
NEAR = 3  # decimals of a degree: a hundred metres, near enough to sort by
EPOCH = FIRST_DAY.toordinal()
DAY = 24 * 60
MINUTE = timedelta(minutes=1)
DAYS_IN_WORDS = 9  # the first view shows two; the page may be a week old
DAYS_OF_CLOCKS = 800  # two summers, for a page that nobody has built again


class Choices(NamedTuple):
    """What one can choose among in the finder, each list in the order in which the data numbers it."""

    regions: tuple[OptionView, ...]
    types: tuple[OptionView, ...]
    languages: tuple[OptionView, ...]
    access: tuple[OptionView, ...]


def choices(voice: Voice, meetings: Sequence[LinkedMeeting]) -> Choices:
    """Give the regions, types, languages and facts of access that some meeting has."""
    paths = {path[:length] for m in meetings for path in [region_path(m)] for length in range(1, len(path) + 1)}
    words = {word for m in meetings for word in m.record.types}
    spoken = {language for m in meetings for language in m.record.languages}
    facts = [name for name in ACCESS if any(m.place and getattr(m.place.access, name) == "yes" for m in meetings)]
    return Choices(
        tuple(OptionView("/".join(path), "\u2003" * (len(path) - 1) + path[-1]) for path in sorted(paths)),
        _sorted(OptionView(word, type_label(voice, word)) for word in words),
        _sorted(OptionView(language, name_of(language, voice.language)) for language in spoken),
        tuple(OptionView(name, voice.text(ACCESS[name][0])) for name in facts),
    )


def _sorted(options: Any) -> tuple[OptionView, ...]:
    return tuple(sorted(options, key=lambda option: sortable(option.label)))


def region_path(meeting: LinkedMeeting) -> tuple[str, ...]:
    """Give the regions in which one can come to a meeting, from large to small."""
    return meeting.place.all_regions if meeting.place and meeting.record.how != ONLINE else ()


def finder_data(voice: Voice, meetings: Sequence[LinkedMeeting], known: Choices) -> Markup:
    """Give all meetings for the script, as JSON that can stand in a page."""
    table = _Table(known, voice.site_zone)
    columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    rules: dict[int, dict[str, Any]] = {}
    said: dict[int, list[str]] = {}
    elsewhere: dict[int, dict[int, str]] = {}
    for number, meeting in enumerate(meetings):
        for name, value in zip(COLUMNS, _facts(voice, meeting, table), strict=True):
            columns[name].append(value)
        rule = rule_data(meeting.schedule)
        if rule:
            rules[number] = rule
        places = _other_places(voice, meeting)
        if places:
            elsewhere[number] = places
        words = [when(voice, meeting), alert_of(voice, meeting)]
        if any(words):
            said[number] = words
    data = {
        **columns,
        "rules": rules,
        "said": said,
        "elsewhere": elsewhere,
        "places": list(zip(*table.places.values(), strict=True)) or [(), (), (), ()],
        "zones": list(table.zones),
        "clocks": ["" if zone == voice.site_zone else voice.zone(zone) for zone in table.zones],
        "offsets": [clock_offsets(voice.today, zone) for zone in table.zones],
        "times": _times(voice, columns["time"], columns["long"]),
        "dates": {number_of(day): voice.day_in_full(day) for day in _days(voice.today)},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(SAFE_IN_SCRIPT)
    return Markup(text)  # noqa: S704  # no sign of HTML is left


COLUMNS = ("slug", "name", "days", "time", "long", "how", "zone", "place", "region", "types", "langs")


class _Table:
    """Numbers for what many meetings share."""

    def __init__(self, known: Choices, zone: str) -> None:
        self.regions = {option.value: number for number, option in enumerate(known.regions)}
        self.types = {option.value: number for number, option in enumerate(known.types)}
        self.languages = {option.value: number for number, option in enumerate(known.languages)}
        self.access = [option.value for option in known.access]
        self.zones = {zone: 0}
        self.places: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        self._numbers: dict[tuple[Any, ...], int] = {}

    def zone(self, name: str) -> int:
        return self.zones.setdefault(name, len(self.zones))

    def place(self, voice: Voice, place: Whereabouts) -> int:
        facts = sum(1 << bit for bit, name in enumerate(self.access) if getattr(place.access, name) == "yes")
        at = place.coordinates if place.coordinates and not place.private_venue else (0, 0)
        key = (voice.plain(place.name), round(at[0], NEAR), round(at[1], NEAR), facts)
        self.places[key] = key
        return self._numbers.setdefault(key, len(self._numbers))


def _facts(voice: Voice, meeting: LinkedMeeting, table: _Table) -> tuple[Any, ...]:
    record, schedule = meeting.record, meeting.schedule
    at = -1 if record.time is None or record.by_appointment else schedule.at.hour * 60 + schedule.at.minute
    path = region_path(meeting)
    return (
        meeting.id,
        voice.plain(record.name),
        sum(1 << day for day in schedule.days),
        at,
        schedule.minutes if has_known_end(record) else 0,
        HOWS.index(record.how),
        table.zone(meeting.zone),
        table.place(voice, meeting.place) if meeting.place and record.how != ONLINE else -1,
        table.regions["/".join(path)] if path else -1,
        [table.types[word] for word in record.types],
        [table.languages[language] for language in record.languages],
    )


def _other_places(voice: Voice, meeting: LinkedMeeting) -> dict[int, str]:
    """Give the names of other places by the day on which people meet there."""
    known = ((change, meeting.other_places.get(change.place or "")) for change in meeting.record.changes)
    return {number_of(change.moved_to or change.date): voice.plain(place.name) for change, place in known if place}


def clock_offsets(today: date, zone: str) -> list[tuple[int, int]]:
    """Give since which minute from 1970-01-01 UTC clocks are ahead of UTC by how many, and last, where this ends.

    The page says it itself: a phone's own rules may be old, and slow to ask.
    """
    begin = datetime.combine(today, time(), UTC) - timedelta(days=DAYS_IN_WORDS)
    end = begin + timedelta(days=DAYS_OF_CLOCKS)
    since = [begin, *(when for when in clock_changes(zone, begin, end) if when < end)]
    return [*((_minutes(when), offset(zone, when) // MINUTE) for when in since), (_minutes(end), 0)]


def _minutes(when: datetime) -> int:
    return int(when.timestamp()) // 60


def _times(voice: Voice, starts: Sequence[int], lengths: Sequence[int]) -> dict[int, str]:
    """Give starts, ends and half hours (what they are elsewhere) in words: browsers take long over their first."""
    ends = ((start + length) % DAY for start, length in zip(starts, lengths, strict=True) if start >= 0)
    usual = {*starts, *ends, *range(0, DAY, 30)} - {-1}
    return {at: voice.time(time(*divmod(at, 60))) for at in sorted(usual)}


def _days(today: date) -> list[date]:
    return [today + timedelta(days=ahead) for ahead in range(-1, DAYS_IN_WORDS)]


def rule_data(schedule: Schedule) -> dict[str, Any]:
    """Give what a rule has besides weekdays; nothing for a meeting of every week."""
    rule: dict[str, Any] = {}
    if schedule.every > 1:
        rule |= {"every": schedule.every, "from": number_of(origin(schedule))}
    if schedule.ordinals:
        rule["nth"] = list(schedule.ordinals)
    if schedule.starts:
        rule["starts"] = number_of(schedule.starts)
    if schedule.ends:
        rule["ends"] = number_of(schedule.ends)
    if schedule.pause:
        since, until = schedule.pause
        rule["pause"] = [number_of(since or FIRST_DAY), number_of(until or LAST_DAY)]
    if schedule.dates:
        rule["dates"] = {number_of(start.date()): start.hour * 60 + start.minute for start in schedule.dates}
    if schedule.changes:
        rule["changes"] = {
            number_of(day): 0 if change.is_cancelled else [*_moved(change.start), change.minutes or 0]
            for day, change in sorted(schedule.changes.items())
        }
    return rule


def _moved(start: datetime | None) -> list[int]:
    return [number_of(start.date()), start.hour * 60 + start.minute] if start else [-1, -1]


def number_of(day: date) -> int:
    """Give the number of a day, counted from 1970-01-01."""
    return day.toordinal() - EPOCH
