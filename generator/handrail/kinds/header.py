"""The header that every Markdown page has: what it is called, about, based on, and when it was last read with care."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from ..fieldtypes import Day, Language, Line, Order, Period, SitePath, Slug, Text, WebAddress, YesNo
from ..schema import Record

EXAMPLE_REVIEWED = "2026-11-15"


class Work(Record):
    """A book, page or study that a text rests on."""

    label: ClassVar[str] = "a source"

    title: Line = Field(description="What it is called", examples=["Urge surfing"])
    by: Line | None = Field(default=None, description="Who wrote or published it", examples=["National Health Service"])
    year: Line | None = Field(default=None, description="When it appeared", examples=["2024"])
    url: WebAddress | None = Field(default=None, description="Where it can be read", examples=["https://www.nhs.uk/"])


class Photo(Record):
    """The picture at the head of a page."""

    label: ClassVar[str] = "an image"

    src: Line = Field(description="The file, beside the page", examples=["circle.jpg"])
    alt: Line | None = Field(default=None, description="What it tells somebody who cannot see it")
    decorative: YesNo = Field(default=False, description="It tells nothing: screen readers pass over it")


class Header(Record):
    """The fields that every page can have."""

    label: ClassVar[str] = "a page"

    title: Line = Field(description="The page's name", examples=["Better sleep"])
    summary: Line | None = Field(
        default=None,
        description="One sentence: what the reader gets",
        examples=["Five things that help at night."],
    )
    topics: tuple[Line, ...] = Field(default=(), description="What it is about", examples=["[sleep, anxiety]"])
    language: Language | None = Field(
        default=None, description="Its language, when the file name does not tell", examples=["es"]
    )
    reviewed: Day | None = Field(
        default=None, description="When somebody last read it with care", examples=[EXAMPLE_REVIEWED]
    )
    review_every: Period | None = Field(default=None, description="How long it may stay unread", examples=["12 months"])
    content_note: Text | None = Field(
        default=None,
        description="What hard things it mentions, in a few words",
        examples=["Mentions a relapse."],
    )
    sources: tuple[Work, ...] = Field(
        default=(), description="What it rests on", examples=["[{title: Sleep, by: NHS, year: 2024}]"]
    )
    draft: YesNo = Field(default=False, description="yes keeps it off the site", examples=["yes"])
    expires: Day | None = Field(default=None, description="The last day it is shown", examples=["2026-12-31"])
    redirects: tuple[SitePath, ...] = Field(
        default=(), description="Old addresses that should lead here", examples=["[/old/page/]"]
    )
    noindex: YesNo = Field(default=False, description="yes asks search engines to leave it out", examples=["yes"])
    quick_exit: YesNo | None = Field(
        default=None,
        description="no leaves the way out of the site away on this page; in a section's index.md, on all its pages",
        examples=["no"],
    )
    image: Photo | None = Field(
        default=None,
        description="A picture at its head",
        examples=["{src: circle.jpg, alt: Chairs in a circle}"],
    )
    slug: Slug | None = Field(
        default=None,
        description="Its part of the address, else taken from the file name",
        examples=["better-sleep"],
    )
    title_discreet: Line | None = Field(
        default=None,
        description="What tabs and the history call it on a discreet site",
        examples=["Five ideas"],
    )
    slug_discreet: Slug | None = Field(
        default=None,
        description="Its part of the address on a discreet site",
        examples=["five-ideas"],
    )
    order: Order = Field(default=0, description="Its place in lists: lower comes first", examples=["10"])


def is_expired(header: Header, today: date) -> bool:
    """Tell whether the last day on which a page is shown has passed."""
    return header.expires is not None and header.expires < today
