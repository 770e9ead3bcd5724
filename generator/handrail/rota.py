"""Pure: roles with their meetings, and what is wrong between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .digest import digest
from .kinds.kind import OCCASION
from .kinds.meeting import is_regular, near_days
from .kinds.rota import Role
from .meetings import LinkedMeeting, Meetings, State
from .model import Entry
from .problems import Outcome, Problem
from .recurrence import Occasion, occasions
from .rotation import people_by_date


@dataclass(frozen=True, slots=True)
class LinkedRole:
    """A role with its meeting. `digest` is that of both, as all that is made from it sees them."""

    source: str
    record: Role
    meeting: LinkedMeeting
    digest: str

    @property
    def made_of(self) -> str:
        """What decides all that is made from it."""
        return self.digest

    def people(self, last: date) -> dict[date, str]:
        """Give who does it by the day that the meeting's rule gives, up to `last`."""
        return people_by_date(self.record.rotation, self.meeting.schedule, last)

    def turns(self, first: date, last: date) -> Iterator[tuple[Occasion, str]]:
        """Give what starts from day `first` to day `last` and takes place, with who does it, in order."""
        found = [occasion for occasion in occasions(self.meeting.schedule, first, last) if not occasion.is_cancelled]
        people = self.people(max((occasion.date for occasion in found), default=first))
        return ((occasion, people[occasion.date]) for occasion in found if occasion.date in people)


def link_rota(records: Iterable[Entry], meetings: Meetings) -> Outcome[tuple[LinkedRole, ...]]:
    """Join roles with their meetings, in the order of their file. Problems: S903, S911, S912.

    A role at a meeting that nothing has is left out, and so is one at a meeting that is over.
    """
    by_id = {meeting.id: meeting for meeting in meetings.all}
    found = []
    problems: list[Problem] = []
    for entry in records:
        if isinstance(entry.record, Role) and entry.record.meeting in by_id:
            meeting = by_id[entry.record.meeting]
            problems += _dates(entry, meeting)
            if meeting.state is not State.OVER:
                own = digest([entry.digest, meeting.digest])
                found.append(LinkedRole(entry.source, entry.record, meeting, own))
    return Outcome(tuple(found), tuple(problems))


def _dates(entry: Entry, meeting: LinkedMeeting) -> Iterator[Problem]:
    named = entry.mentions[0].span
    if meeting.record.by_appointment:
        message = f'"{meeting.id}" is by appointment, so there are no dates on which people could take turns'
        yield Problem("S912", named, message, "name a meeting with dates, or delete this role")
        return
    if meeting.state is State.OVER:
        message = f'"{meeting.id}" is over, so nobody has a turn any more'
        yield Problem("S911", named, message, "delete this role, or name another meeting")
    for mention in entry.mentions:
        day = date.fromisoformat(mention.id) if mention.kind == OCCASION else None
        if day and not is_regular(meeting.record, day):
            message = f'"{meeting.id}" does not happen on {day:%A} {day}'
            yield Problem("S903", mention.span, message, near_days(meeting.record, day))
