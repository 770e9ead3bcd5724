"""Pure: every meeting as the Meeting Guide format tells it, so that no reader lists one at a time when it is not on.

The feed leaves out what the format cannot say. An export has all of it: a meeting that is not every week stands
without day and time, which readers take for "by appointment", and its notes say when it is. One that is paused, over
or a draft is told with the code for a closed place and without a way to join, which all readers know as inactive
(meetings.md, 1.4).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..formats.meetings.guide_feed import Entity, Telling, guide_records
from ..formats.meetings.guide_places import Fields
from ..formats.meetings.words import has_known_end, rule_in_words, times_in_words
from ..kinds.meeting import Meeting, schedule_of
from ..meeting_types import PLACE_CLOSED
from ..meetings import LinkedMeeting, State
from ..schema import record_in
from ..voice import Voice
from ..wording import meetings as say

AHEAD = 330  # days for which dates that differ are told: an export is read long after it was written
COMING = 6  # dates of a meeting that is not every week
MOST_SINGLE = 50
ABOUT = ("slug", "name", "timezone", "formatted_address", "approximate")
JOINING = ("conference_url", "conference_url_notes", "conference_phone", "conference_phone_notes")


def tellings(voice: Voice, meetings: Sequence[LinkedMeeting], entity: Entity) -> Iterator[tuple[Fields, ...]]:
    """Give the records of each meeting, in their order."""
    shown = [_bare(meeting) if meeting.record.draft else meeting for meeting in meetings]
    for told, meeting in zip(guide_records(voice, shown, entity, AHEAD), meetings, strict=True):
        yield _draft(voice, told) if meeting.record.draft else tuple(_one(voice, told))


def _bare(meeting: LinkedMeeting) -> LinkedMeeting:
    """Leave of a draft its name: nobody has said yet that the rest is true."""
    fields = {"name": meeting.record.name.as_written(), "slug": meeting.id, "by_appointment": "yes"}
    record = record_in(Meeting, fields) or meeting.record
    return replace(meeting, record=record, schedule=schedule_of(record), place=None, group=None, state=State.ON)


def _draft(voice: Voice, told: Telling) -> tuple[Fields, ...]:
    fields = {name: told.records[0][name] for name in ABOUT}
    return ({**fields, "types": [PLACE_CLOSED], "notes": voice.text(say.DRAFT)},)


def _one(voice: Voice, told: Telling) -> Iterator[Fields]:
    for record in told.records:
        if not told.why:
            yield record
            continue
        words = (_when(voice, told.meeting), str(record.get("notes", "")))
        fields = {**record, "notes": "\n\n".join(text for text in words if text)}
        yield fields if told.meeting.state is State.ON else _off(fields)


def _off(record: Fields) -> Fields:
    types = record.get("types")
    known = [code for code in types if code != PLACE_CLOSED] if isinstance(types, list) else []
    return {**{name: value for name, value in record.items() if name not in JOINING}, "types": [*known, PLACE_CLOSED]}


def _when(voice: Voice, meeting: LinkedMeeting) -> str:
    """Say when a meeting is that has no weekly time: its rule, its hours, and the dates to come."""
    record, schedule = meeting.record, meeting.schedule
    lines = [rule_in_words(voice, record)]
    count = COMING if schedule.days else MOST_SINGLE
    if meeting.state is State.ON:
        for occasion in meeting.next(voice.today, count):
            if not occasion.is_cancelled:
                is_known = has_known_end(record) or bool(occasion.change)
                times = times_in_words(voice, occasion.start, occasion.minutes, is_end_known=is_known)
                lines.append(f"{voice.date(occasion.start.date())}, {times}")
    elif record.time:
        lines[0] = f"{lines[0]}, {voice.time(record.time)}"
    return "\n".join(lines)
