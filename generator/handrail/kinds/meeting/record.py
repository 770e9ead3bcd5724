"""Meetings: when, where and for whom people meet."""

import re
from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, PlainValidator, Tag, WithJsonSchema

from ...conference import passcodes_in
from ...fieldtypes import (
    PHONE,
    Day,
    Language,
    Line,
    Minutes,
    Slug,
    Texts,
    TimeZone,
    WebAddress,
    YesNo,
    one_of,
    refusal,
    text,
)
from ...paths import slugify
from ...schema import Record, private
from ...telephone import Dial, dial, hidden_keys
from ...timefields import WEEKDAYS, Clock, Repetition, Weekdays, When
from ...timefields import Repeats as Rule
from ..contact import Contact
from ..place import Whereabouts

IN_PERSON, ONLINE, HYBRID = ATTENDANCES = ("in-person", "online", "hybrid")
ASK, NO_CODE = "ask", "none"
EVERY_WEEK = Rule()
KEYS = re.compile(r"[\d\s,;*#]{0,60}")  # that are pressed when somebody has answered


def dial_in(value: Any) -> str:
    """Read a telephone number with the keys that are pressed behind it: `+1 202 555 0125,,5550100#`."""
    written = text(value)
    number = re.split("[,;]", written, maxsplit=1)[0].rstrip()
    if not (PHONE.fullmatch(number) and KEYS.fullmatch(written[len(number) :])):
        message = 'a telephone number, perhaps with keys behind it, such as "+1 202 555 0125,,5550100#"'
        raise refusal("F203", message, "use digits, blanks and a + in front; write a pause as a comma")
    return written


DialIn = Annotated[str, PlainValidator(dial_in), WithJsonSchema({"type": "string"})]


class Online(Record):
    """How to join from elsewhere."""

    label: ClassVar[str] = "online"

    url: WebAddress | None = Field(
        default=None, description="The address that opens the meeting", examples=["https://zoom.us/j/5550100"]
    )
    passcode: Line | None = Field(
        default=None,
        description="ask, none, or the code itself, which stays private unless show_passcode says yes",
        examples=["ask"],
    )
    show_passcode: YesNo = Field(default=False, description="yes shows the code on the meeting's page", examples=["no"])
    phone: DialIn | None = Field(
        default=None,
        description="The number to dial in, with what is keyed in behind it",
        examples=['"+1 202 555 0125,,5550100#"'],
    )
    notes: Texts | None = Field(default=None, description="What one should know before joining")

    @property
    def code(self) -> str:
        """The passcode itself, if one is given; the words ask and none are not one."""
        return self.passcode if self.passcode and self.passcode not in (ASK, NO_CODE) else ""

    @property
    def dial(self) -> Dial:
        """The number to dial and the keys of the room, as they may be passed on; empty if there is none."""
        return dial(self.phone or "", self.code)

    @property
    def kept_back(self) -> frozenset[str]:
        """The passcode, unless everybody may know it."""
        return frozenset(("passcode",)) if self.code and not self.show_passcode else frozenset()

    @property
    def secrets(self) -> tuple[tuple[str, str], ...]:
        """The passcodes within the address and behind the number to dial."""
        if self.show_passcode:
            return ()
        in_url = (("url", code) for code in (passcodes_in(self.url) if self.url else ()))
        behind = (("phone", keys) for keys in hidden_keys(self.phone or "", self.code))
        return (*in_url, *behind)


class Change(Record):
    """What is different on one date."""

    label: ClassVar[str] = "a change"

    date: Day = Field(description="The date that changes", examples=["2026-12-22"])
    cancelled: YesNo = Field(default=False, description="yes: no meeting on that date", examples=["yes"])
    moved_to: Day | None = Field(default=None, description="The day it is on instead", examples=["2026-12-23"])
    time: Clock | None = Field(default=None, description="Another time", examples=["17:00"])
    end_time: Clock | None = Field(default=None, description="Another end", examples=["18:00"])
    place: Slug | None = Field(
        default=None, description="Another place, by its id in places.yaml", examples=["library"]
    )
    note: Texts | None = Field(default=None, description="Why, in a few words", examples=["Hall closed"])


class Status(Record):
    """Whether the meeting takes a break."""

    label: ClassVar[str] = "the status"

    paused: YesNo = Field(default=False, description="yes: it does not happen for now", examples=["yes"])
    since: Day | None = Field(default=None, description="The first day without it", examples=["2026-07-01"])
    until: Day | None = Field(default=None, description="The day it starts again", examples=["2026-09-01"])
    reason: Texts | None = Field(default=None, description="Why, in a few words", examples=["Summer break"])


def _how_placed(value: Any) -> str:
    """Tell whether a place is named or described; the signs in front keep these words out of messages."""
    return "=named" if isinstance(value, str) else "=described"


WherePlaced = Annotated[
    Annotated[Slug, Tag("=named")] | Annotated[Whereabouts, Tag("=described")], Discriminator(_how_placed)
]


class Called(Record):
    """What a meeting is called."""

    name: Texts = Field(description="What it is called", examples=["Tuesday Evening Circle"])
    slug: Slug | None = Field(
        default=None,
        description="Its part of the address, which never changes; made from name and day when left out",
        examples=["tuesday-evening-circle"],
    )
    group: Slug | None = Field(default=None, description="Who meets: an id in groups.yaml", examples=["riverside"])


class Times(Record):
    """When a meeting is."""

    day: Weekdays = Field(default=(), description="The day of the week, or several", examples=["tuesday"])
    time: Clock | None = Field(default=None, description="When it starts, on the 24-hour clock", examples=["19:00"])
    end_time: Clock | None = Field(
        default=None, description="When it ends; up to four hours past midnight", examples=["20:15"]
    )
    minutes: Minutes | None = Field(default=None, description="How long it is, instead of its end", examples=["75"])
    repeats: Repetition = Field(
        default=EVERY_WEEK,
        description="weekly, every 2 weeks, or first, second, third, fourth, fifth, last of the month",
        examples=["weekly"],
    )
    starts: Day | None = Field(default=None, description="The first day of it", examples=["2026-01-06"])
    ends: Day | None = Field(default=None, description="The last day of it", examples=["2026-12-31"])
    dates: tuple[When, ...] = Field(
        default=(), description="Single occasions, alone or beside day", examples=["[2026-12-24 18:00]"]
    )
    changes: tuple[Change, ...] = Field(
        default=(),
        description="Dates on which something is different",
        examples=["[{date: 2026-12-22, cancelled: yes}]"],
    )
    by_appointment: YesNo = Field(default=False, description="yes: it has no fixed time", examples=["yes"])
    timezone: TimeZone | None = Field(
        default=None, description="Its time zone, when not the place's or the site's", examples=["Europe/London"]
    )


class Meeting(Times, Called):
    """A meeting."""

    label: ClassVar[str] = "a meeting"

    place: WherePlaced | None = Field(
        default=None, description="Where: an id in places.yaml, or a place in full", examples=["st-marks"]
    )
    online: Online | None = Field(
        default=None, description="How to join from elsewhere", examples=["{url: https://zoom.us/j/5550100}"]
    )
    attendance: one_of(*ATTENDANCES) | None = Field(  # type: ignore[valid-type]  # a type made by a function
        default=None,
        description="in-person, online or hybrid, when place and online do not tell",
        examples=["hybrid"],
    )
    status: Status = Field(default_factory=Status, description="Whether it takes a break", examples=["{paused: yes}"])
    types: tuple[Line, ...] = Field(
        default=(), description="What kind of meeting it is", examples=["[open, newcomers]"]
    )
    languages: tuple[Language, ...] = Field(default=(), description="Languages spoken", examples=["[en]"])
    contact: Contact | None = Field(
        default=None, description="Whom to ask", examples=["{name: Ana, email: tuesday@example.org}"]
    )
    topics: tuple[Line, ...] = Field(default=(), description="What it is about, as on pages", examples=["[sleep]"])
    notes: Texts | None = Field(default=None, description="What else one should know", examples=["Ring the side bell."])
    verified: Day | None = Field(default=None, description="When somebody last confirmed it", examples=["2026-10-01"])
    verified_by: Line | None = private("Who confirmed it; never published")
    steward: Line | None = private("Who looks after this entry; never published")
    draft: YesNo = Field(default=False, description="yes keeps it off the site", examples=["yes"])

    @property
    def id(self) -> str:
        """What tells it apart: its slug, else one made from name and day."""
        return self.slug or self._usual_slug()

    def _usual_slug(self) -> str:
        name = slugify(self.name.by_language[0][1])
        days = "-".join(WEEKDAYS[day] for day in self.day) if len(self.day) < len(WEEKDAYS) else ""
        return name if not days or days in name else f"{name}-{days}".strip("-")

    @property
    def how(self) -> str:
        """How one can take part: as stated, else as place and online tell."""
        if self.attendance:
            return str(self.attendance)
        if self.online:
            return HYBRID if self.place else ONLINE
        return IN_PERSON
