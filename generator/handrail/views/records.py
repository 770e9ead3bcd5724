"""Places, groups and help lines."""

from typing import NamedTuple

from .page import ActionView, DateView, LinkView


class FactView(NamedTuple):
    """A fact about access: `answer` is yes, no or unknown; `words` say it whole."""

    name: str
    answer: str
    words: str


class PlaceView(NamedTuple):
    """A place; a private home has a region only. `maps` lead to map services."""

    name: str
    href: str
    address: tuple[str, ...]
    region: str | None
    is_private: bool
    directions: str | None
    facts: tuple[FactView, ...]
    access_notes: str | None
    maps: tuple[LinkView, ...]


class ContactView(NamedTuple):
    """How to reach somebody, as published."""

    name: str | None
    email: str | None
    phone: LinkView | None


class GroupView(NamedTuple):
    """A group; `about` and `donations` are paragraphs."""

    name: str
    href: str
    about: tuple[str, ...]
    links: tuple[LinkView, ...]
    donations: str | None
    contact: ContactView | None


class LineView(NamedTuple):
    """A help line in words. `actions` holds call and text, `facts` what happens when one calls.

    `language` is the language its words are really in, when not the page's (else ""). `is_overdue` tells that nobody
    confirmed it in time.
    """

    id: str
    name: str
    language: str
    use: str
    what_for: str
    audience: str | None
    actions: tuple[ActionView, ...]
    keyword: str | None
    chat: LinkView | None
    website: LinkView | None
    relay: str | None
    hours: str | None
    languages: str | None
    facts: tuple[str, ...]
    notes: str | None
    checked: str
    checked_on: DateView
    source: LinkView
    is_overdue: bool


class RegionView(NamedTuple):
    """The help lines of a country or region, the most urgent first; `id` is its anchor."""

    id: str
    name: str
    lines: tuple[LineView, ...]


class HelpView(NamedTuple):
    """The help page: the site's own regions first and whole, then all others."""

    near: tuple[RegionView, ...]
    others: tuple[RegionView, ...]
