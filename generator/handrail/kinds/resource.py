"""Resources: strategies and readings that help, found by what somebody needs right now."""

from typing import ClassVar

from pydantic import Field

from ..fieldtypes import Minutes, Slug, one_of
from .header import Header
from .kind import Kind

WORKSHEET = "worksheet"
FORMATS = ("exercise", "reading", WORKSHEET, "listening")
TOOLS = BREATHING, GROUNDING, SAFETY_PLAN, DAY_COUNT = ("breathing", "grounding", "safety-plan", "day-count")


class Resource(Header):
    """A resource says what it is good for, how long it takes, and what one does with it."""

    label: ClassVar[str] = "a resource"

    needs: tuple[Slug, ...] = Field(
        default=(), description="What somebody needs who opens it", examples=["[craving, anxious]"]
    )
    minutes: Minutes | None = Field(default=None, description="How long it takes", examples=["10"])
    format: one_of(*FORMATS) | None = Field(  # type: ignore[valid-type]  # a type made by a function
        default=None, description="What one does with it", examples=["exercise"]
    )
    tool: one_of(*TOOLS) | None = Field(  # type: ignore[valid-type]  # a type made by a function
        default=None,
        description="What the page does on the visitor's own device",
        examples=["breathing"],
    )


KIND = Kind(
    name="resource",
    section="resources",
    title="Resources",
    model=Resource,
    template="resource.html",
    list_template="resources.html",
)
