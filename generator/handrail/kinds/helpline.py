"""Help lines: dated facts, because numbers change; a row nobody confirmed in time is a problem."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from ..fieldtypes import (
    Day,
    Days,
    Known,
    Language,
    Line,
    Slug,
    Texts,
    TimeZone,
    WebAddress,
    one_of,
    record_refusal,
    unknown_by_default,
)
from ..schema import Record, private
from ..timefields import Clock, Weekdays
from .kind import Kind

EMERGENCY, CRISIS, SUPPORT = USES = ("emergency", "crisis", "support")


class TextMessage(Record):
    """Where to send a text message, and the word to send."""

    label: ClassVar[str] = "text"

    to: Line = Field(description="The number", examples=['"741741"'])
    keyword: Line | None = Field(default=None, description="The word to send", examples=["HOME"])


class Hours(Record):
    """When a line answers, if not always: by the clock, which can be told in other zones too, or in words."""

    label: ClassVar[str] = "hours"

    text: Texts | None = Field(
        default=None, description="The hours in words, if no clock tells them", examples=["In school terms"]
    )
    days: Weekdays = Field(default=(), description="The days, if not all", examples=["[monday, friday]"])
    opens: Clock | None = Field(default=None, description="From when on", examples=["10:00"])
    closes: Clock | None = Field(
        default=None, description="Until when, on the next day if that is earlier", examples=["17:00"]
    )
    timezone: TimeZone = Field(description="The zone of these hours", examples=["Europe/London"])

    @model_validator(mode="after")
    def _can_be_told(self) -> "Hours":
        if not self.text and not (self.opens and self.closes):
            raise record_refusal("F202", "timezone", "needs opens and closes, or text", "add opens: and closes:")
        return self


ALWAYS = "24/7"


def _read_hours(value: object) -> object:
    return {"text": ALWAYS, "timezone": "Etc/UTC"} if value == ALWAYS else value


class Helpline(Record):
    """One line one can call, text or write to."""

    label: ClassVar[str] = "a help line"

    id: Slug = Field(description="A short name that never changes", examples=["us-988"])
    country: Line = Field(description="The country it serves: a code of two letters, UK, EU or ANY", examples=["US"])
    region: Line | None = Field(default=None, description="The part of the country it serves", examples=["QC"])
    use: one_of(*USES) = Field(  # type: ignore[valid-type]  # a type made by a function
        default=SUPPORT, description="emergency, crisis (anyone, any hour) or support", examples=["crisis"]
    )
    name: Texts = Field(description="What it is called", examples=["988 Suicide and Crisis Lifeline"])
    what_for: Texts = Field(description="What it helps with, in one sentence", examples=["Any crisis, day or night."])
    audience: Texts | None = Field(default=None, description="Whom it serves, if not everybody")
    languages: tuple[Language, ...] = Field(default=(), description="Languages spoken", examples=["[en, es]"])
    call: Line | None = Field(default=None, description="The number, as people there write it", examples=['"988"'])
    text: TextMessage | None = Field(default=None, description="Text messages", examples=['{to: "988"}'])
    chat_url: WebAddress | None = Field(default=None, description="The address of its chat")
    relay: Texts | None = Field(default=None, description="How deaf people reach it", examples=["TTY 1-800-487-4889"])
    hours: Annotated[
        Hours | None,
        BeforeValidator(_read_hours, json_schema_input_type=Literal["24/7"] | Hours),
        Field(default=None, description="24/7, or when it answers", examples=["24/7"]),
    ]
    cost: one_of("free", "standard", "unknown") = Field(  # type: ignore[valid-type]  # a type made by a function
        default="unknown", description="What a call costs", examples=["free"]
    )
    on_bill: Known = unknown_by_default("Whether calls appear on the phone bill")
    may_dispatch: Known = unknown_by_default("Whether it may send emergency services")
    anonymous: Known = unknown_by_default("Whether one can stay anonymous")
    website: WebAddress | None = Field(default=None, description="A page that leads to help")
    source_url: WebAddress = Field(description="The operator's own page", examples=["https://988lifeline.org/"])
    verified_on: Day = Field(description="When somebody last confirmed it there", examples=["2026-11-22"])
    checked: one_of("operator", "published") = Field(  # type: ignore[valid-type]  # a type made by a function
        default="published",
        description="Whether it was confirmed with the operator, or in published sources only",
    )
    verified_by: Line | None = private("Who confirmed it; never published")
    review_days: Days = Field(default=180, description="For how many days that holds", examples=["180"])
    notes: Texts | None = Field(default=None, description="What one should know before calling")

    @model_validator(mode="after")
    def _can_be_reached(self) -> "Helpline":
        if not (self.call or self.text or self.chat_url or self.website):
            raise record_refusal(
                "F202", "id", "needs call, text, chat_url or website", "add call: and the number in quotes"
            )
        return self

    @property
    def always_open(self) -> bool:
        """Whether it answers day and night."""
        text = self.hours.text if self.hours else None
        return text is not None and text.as_written() == ALWAYS


KIND = Kind(
    name="helpline",
    section="helplines",
    title="Help lines",
    model=Helpline,
    template="",
    data_key="helplines",
)
