"""Pure: what was published of meetings before, what is different now, and the record of both.

The record is one JSON file, `published.json` beside site.yaml: a build with `--record` brings it up to date, and who
commits it gives visitors a list of what is new, moved, paused or ended. Without it nothing is compared.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pydantic import ValidationError

from .fieldtypes import Day, Line, Text, one_of
from .kinds.meeting import Times
from .meetings import LinkedMeeting, State
from .problems import Outcome, Problem, Span
from .schema import Record
from .sources import Source

MOST_LOGGED = 200


class What(StrEnum):
    """What can happen to a meeting between two publications."""

    NEW = "new"
    MOVED_IN_TIME = "time"
    MOVED_IN_PLACE = "place"
    HOW = "how"
    RENAMED = "name"
    PAUSED = "paused"
    RESUMED = "resumed"
    ENDED = "ended"


class Known(Record):
    """A meeting as it was published: its facts, how often they have changed since, and when they last did."""

    name: Line
    when: Times
    where: Text
    how: Line
    state: one_of(*State)  # type: ignore[valid-type]  # a type made by a function
    revision: int = 0
    changed: Day | None = None


class Entry(Record):
    """One thing that happened to a meeting; `times` or `words` held before."""

    date: Day
    slug: Line
    name: Line
    what: one_of(*What)  # type: ignore[valid-type]  # a type made by a function
    times: Times | None = None
    words: Line | None = None


class Published(Record):
    """The whole record: what was published last, and what happened until then, the newest first."""

    meetings: dict[str, Known]
    log: tuple[Entry, ...] = ()


class History(NamedTuple):
    """What visitors are told: all that happened, the newest first; and each meeting's facts by slug.

    `is_kept` tells whether there is a record at all; `is_behind` whether it lacks something that is published now.
    """

    published: Published
    is_kept: bool
    is_behind: bool


def read_record_file(source: Source | None) -> Outcome[Published | None]:
    """Read the record. Problems: L110."""
    if source is None:
        return Outcome(None)
    try:
        return Outcome(Published.model_validate_json(source.data))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        message = f"the record of what was published cannot be read: {first['msg'].lower()}"
        hint = "take the last good one from git, or delete the file to start a new record"
        return Outcome(None, (Problem("L110", Span(source.path), message, hint),))


def compare(before: Published | None, meetings: Iterable[LinkedMeeting], today: date) -> History:
    """Find what is different from the last publication; it counts as of today until it is recorded."""
    if before is None:
        return History(Published(meetings={}), is_kept=False, is_behind=True)
    now = {meeting.id: _known(meeting) for meeting in meetings}
    fresh = tuple(_differences(before.meetings, now, today))
    changed = {entry.slug for entry in fresh}
    kept = {slug: _revised(known, before.meetings.get(slug), slug in changed, today) for slug, known in now.items()}
    log = (*fresh, *before.log)[:MOST_LOGGED]
    return History(Published(meetings=kept, log=log), is_kept=True, is_behind=kept != before.meetings)


def first_record(meetings: Iterable[LinkedMeeting]) -> Published:
    """Give the record to begin with: all there is now, and nothing that happened."""
    return Published(meetings={meeting.id: _known(meeting) for meeting in meetings})


def record_bytes(published: Published) -> bytes:
    """Write the record, a line for each meeting, so that its history in git can be read."""
    lines = [
        f"    {json.dumps(slug)}: {known.model_dump_json(exclude_defaults=True)}"
        for slug, known in sorted(published.meetings.items())
    ]
    log = [f"    {entry.model_dump_json(exclude_defaults=True)}" for entry in published.log]
    return f'{{\n  "meetings": {_block("{}", lines)},\n  "log": {_block("[]", log)}\n}}\n'.encode()


def _block(brackets: str, lines: list[str]) -> str:
    inner = ",\n".join(lines)
    return f"{brackets[0]}\n{inner}\n  {brackets[1]}" if lines else brackets


def _known(meeting: LinkedMeeting) -> Known:
    record = meeting.record
    place = meeting.place
    parts = place.address if place and not place.private_venue else None
    where = [place.name.by_language[0][1]] if place else []
    where += [part for part in (parts.street, parts.city) if part] if parts else []
    return Known(
        name=record.name.by_language[0][1],
        when=Times.model_construct(**{name: getattr(record, name) for name in Times.model_fields if name != "changes"}),
        where=", ".join(where),
        how=record.how,
        state=meeting.state.value,
    )


def _revised(known: Known, before: Known | None, is_changed: bool, today: date) -> Known:  # noqa: FBT001  # one fact of four
    if before is None:
        return known.model_copy(update={"changed": today})
    if not is_changed:
        return known.model_copy(update={"revision": before.revision, "changed": before.changed})
    return known.model_copy(update={"revision": before.revision + 1, "changed": today})


def _differences(before: Mapping[str, Known], now: Mapping[str, Known], today: date) -> Iterator[Entry]:
    for slug in sorted({*before, *now}):
        old, new = before.get(slug), now.get(slug)
        for what, held in _happened(old, new):
            name = (new or old).name  # type: ignore[union-attr]  # one of the two is there
            times = held if isinstance(held, Times) else None
            words = held if isinstance(held, str) else None
            yield Entry(date=today, slug=slug, name=name, what=what.value, times=times, words=words)


def _happened(old: Known | None, new: Known | None) -> Iterator[tuple[What, Times | str | None]]:
    """Give what happened to one meeting, with what held before where that is worth saying."""
    was, is_ = (known is not None and known.state != State.OVER for known in (old, new))
    if is_ and not was:
        yield What.NEW, None
    elif old and was and not is_:
        yield What.ENDED, old.when
    elif old and new and is_:
        yield from _changed(old, new)


def _changed(old: Known, new: Known) -> Iterator[tuple[What, Times | str | None]]:
    if old.state != new.state:
        yield (What.PAUSED if new.state == State.PAUSED else What.RESUMED), None
    facts: tuple[tuple[What, Times | str, Times | str], ...] = (
        (What.MOVED_IN_TIME, old.when, new.when),
        (What.MOVED_IN_PLACE, old.where, new.where),
        (What.HOW, old.how, new.how),
        (What.RENAMED, old.name, new.name),
    )
    yield from ((what, before) for what, before, after in facts if before != after)
