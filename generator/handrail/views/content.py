"""A page of content, and how it appears in lists."""

from typing import NamedTuple

from .html import Html
from .page import DateView, ImageView, LinkView


class HeadingView(NamedTuple):
    """An entry of a page's table of contents; `level` 2 is the highest."""

    href: str
    text: str
    level: int


class SourceView(NamedTuple):
    """What a text rests on."""

    title: str
    by: str | None
    year: str | None
    url: str | None


class CardView(NamedTuple):
    """A page as it appears in a list; `kind` is what it is, in words."""

    link: LinkView
    kind: str | None
    summary: str
    date: DateView | None
    minutes: int | None
    format: str | None
    content_note: str | None
    image: ImageView | None


class EntryView(NamedTuple):
    """What every page of content has.

    `contents` is its table of contents, empty for short pages. `is_overdue` tells that its review date has passed.
    `meetings` are some that are about the same. `language` is that of a text which readers of the page have in another
    language only, as `notice` tells them.
    """

    title: str
    summary: str
    html: Html
    contents: tuple[HeadingView, ...]
    topics: tuple[str, ...]
    reviewed: DateView | None
    is_overdue: bool
    content_note: str | None
    sources: tuple[SourceView, ...]
    image: ImageView | None
    previous: LinkView | None
    next: LinkView | None
    related: tuple[CardView, ...]
    meetings: tuple[LinkView, ...]
    language: str
    direction: str
    notice: str


class ResourceView(NamedTuple):
    """What a resource has besides: needs link to their place on the right-now page; `language` is that of the words."""

    minutes: int | None
    format: str | None
    needs: tuple[LinkView, ...]


class StepView(NamedTuple):
    """A step of a run sheet; `start` and `end` are minutes from the beginning, `clock` is `start` as 0:05."""

    number: int
    title: str
    minutes: int
    start: int
    end: int
    clock: str
    html: Html


class RunSheetView(NamedTuple):
    """A run sheet: its steps with a running clock, and its whole length in minutes (0 without steps)."""

    minutes: int
    steps: tuple[StepView, ...]


class StoryView(NamedTuple):
    """What a story has besides."""

    alias: str | None


class NewsView(NamedTuple):
    """What a piece of news has besides."""

    date: DateView
    expires: DateView | None
