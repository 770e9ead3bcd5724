"""The rota: who does what at the next dates of each meeting."""

from typing import NamedTuple

from .meetings import OccasionView
from .page import DateView, LinkView, TextView


class RotaRowView(NamedTuple):
    """A coming date with a first name for each role, empty where nobody is down yet; no names when it is cancelled.

    `times` are empty when they are the usual ones.
    """

    date: OccasionView
    times: str
    people: tuple[str, ...]


class RotaMeetingView(NamedTuple):
    """A meeting with its roles and its next dates; `id` is its anchor.

    `when` says the usual days and times, `zone` the time zone where it matters, `state_words` why it does not happen
    these days. `calendar` and `subscribe` lead to the same calendar of turns, to save and to follow.
    """

    id: str
    link: LinkView
    when: str
    zone: str
    state_words: str
    roles: tuple[TextView, ...]
    rows: tuple[RotaRowView, ...]
    calendar: str | None
    subscribe: str | None


class RotaTurnsView(NamedTuple):
    """The next dates on which somebody has a role."""

    role: TextView
    meeting: TextView
    dates: tuple[OccasionView, ...]


class RotaPersonView(NamedTuple):
    """Somebody's next turns, by role."""

    name: str
    turns: tuple[RotaTurnsView, ...]


class RotaView(NamedTuple):
    """Who does what: by meeting, the next date first, and by person. `day` is the day for which it was worked out."""

    meetings: tuple[RotaMeetingView, ...]
    people: tuple[RotaPersonView, ...]
    day: DateView
