"""Meetings: the record, its rule for the recurrence engine, and what can be wrong with both."""

from ..kind import Kind
from .faults import faults
from .mentions import mentions
from .record import ASK, HYBRID, IN_PERSON, NO_CODE, ONLINE, Change, Meeting, Online, Status, Times
from .rule import USUAL_MINUTES, is_regular, near_days, schedule_of

__all__ = [
    "ASK",
    "HYBRID",
    "IN_PERSON",
    "KIND",
    "NO_CODE",
    "ONLINE",
    "USUAL_MINUTES",
    "Change",
    "Meeting",
    "Online",
    "Status",
    "Times",
    "is_regular",
    "near_days",
    "schedule_of",
]

KIND = Kind(
    name="meeting",
    section="meetings",
    title="Meetings",
    model=Meeting,
    template="meeting.html",
    list_template="meetings.html",
    data_key="meetings",
    has_folder=True,
    id_field="slug",
    faults=faults,
    mentions=mentions,
)
