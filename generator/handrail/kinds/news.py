"""News: what is worth knowing now, newest first."""

from typing import ClassVar

from pydantic import Field

from ..fieldtypes import Day
from .header import Header
from .kind import Kind


class News(Header):
    """A piece of news has a date."""

    label: ClassVar[str] = "a piece of news"

    date: Day = Field(description="The day it is from", examples=["2026-11-16"])


KIND = Kind(name="news", section="news", title="News", model=News, template="news.html", newest_first=True)
