"""Facilitation: run sheets, step by step with the clock, for whoever opens the room."""

from typing import ClassVar

from pydantic import Field, model_validator

from ..fieldtypes import Line, Minutes, Text, record_refusal
from ..schema import Record
from .header import Header
from .kind import Kind


class Step(Record):
    """One step of a run sheet."""

    label: ClassVar[str] = "a step"

    minutes: Minutes = Field(description="How long it takes", examples=["5"])
    title: Line = Field(description="What happens", examples=["Welcome"])
    text: Text | None = Field(default=None, description="What the facilitator says or does, in Markdown")


class RunSheet(Header):
    """A run sheet: its whole length, and its steps in order."""

    label: ClassVar[str] = "a run sheet"

    minutes: Minutes | None = Field(default=None, description="How long all steps take together", examples=["60"])
    steps: tuple[Step, ...] = Field(
        default=(), description="The steps in order", examples=["[{minutes: 5, title: Welcome}]"]
    )

    @model_validator(mode="after")
    def _minutes_add_up(self) -> "RunSheet":
        total = sum(step.minutes for step in self.steps)
        if self.steps and self.minutes is not None and total != self.minutes:
            sentence = f"of {self.minutes} minutes has steps of {total} minutes together"
            raise record_refusal("F209", "minutes", sentence, f"write minutes: {total}, or change a step")
        return self


def _step_texts(record: Record) -> tuple[tuple[str | int, ...], ...]:
    steps = record.steps if isinstance(record, RunSheet) else ()
    return tuple(("steps", index, "text") for index, step in enumerate(steps) if step.text)


KIND = Kind(
    name="facilitation",
    section="facilitation",
    title="Running a meeting",
    model=RunSheet,
    template="facilitation.html",
    texts=_step_texts,
)
