"""Stories: what people share, under another name."""

from typing import ClassVar

from pydantic import Field

from ..fieldtypes import Line
from .header import Header
from .kind import Kind


class Story(Header):
    """A story never names its writer."""

    label: ClassVar[str] = "a story"

    alias: Line | None = Field(default=None, description="The name the writer chose, not their own", examples=["R."])


KIND = Kind(name="story", section="stories", title="Stories", model=Story, template="story.html")
