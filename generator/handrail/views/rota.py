"""The rota: who does what at the next dates of each meeting."""

from typing import NamedTuple

from .meetings import OccasionView
from .page import DateView, LinkView, TextView


class RotaRowView(NamedTuple):
    """A coming date with a first name for each role, empty where nobody is down yet; no names when it is cancelled."""

    date: OccasionView
    people: tuple[str, ...]


class RotaMeetingView(NamedTuple):
    """A meeting with its roles and its next dates; `id` is its anchor.

    `zone` names the time zone where it matters, `state_words` say why it does not happen these days. `calendar` and
    `subscribe` lead to the same calendar of turns, to save and to follow.
    """

    id: str
    link: LinkView
    zone: str
    state_words: str
    roles: tuple[TextView, ...]
    rows: tuple[RotaRowView, ...]
    calendar: str | None
    subscribe: str | None


class RotaTurnView(NamedTuple):
    """A turn that somebody has."""

    date: OccasionView
    role: TextView
    meeting: TextView


class RotaPersonView(NamedTuple):
    """Somebody's next turns."""

    name: str
    turns: tuple[RotaTurnView, ...]


class RotaView(NamedTuple):
    """Who does what: by meeting, the next date first, and by person. `day` is the day for which it was worked out."""

    meetings: tuple[RotaMeetingView, ...]
    people: tuple[RotaPersonView, ...]
    day: DateView
