"""Places, groups and help lines."""

from typing import NamedTuple

from .page import ActionView, DateView, LinkView, TextView


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
    directions: TextView | None
    facts: tuple[FactView, ...]
    access_notes: TextView | None
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
    about: tuple[TextView, ...]
    links: tuple[LinkView, ...]
    donations: TextView | None
    contact: ContactView | None


class LineView(NamedTuple):
    """A help line in words. `actions` holds call and text, `facts` what happens when one calls.

    Each text of the line says by itself which language it is in. `is_overdue` tells that nobody confirmed it in time.
    """

    id: str
    name: TextView
    use: str
    what_for: TextView
    audience: TextView | None
    actions: tuple[ActionView, ...]
    chat: LinkView | None
    website: LinkView | None
    relay: TextView | None
    hours: TextView | None
    languages: str | None
    facts: tuple[str, ...]
    notes: TextView | None
    checked: str
    checked_on: DateView
    source: LinkView
    is_overdue: bool


class RegionView(NamedTuple):
    """The help lines of a country or region, the most urgent first; `id` is its anchor."""

    id: str
    name: str
    lines: tuple[LineView, ...]


class SpokenLineView(NamedTuple):
    """A help line as it stands in the list of a language: what it is called, where it is, and what one can do."""

    name: TextView
    region: str
    actions: tuple[ActionView, ...]


class SpokenView(NamedTuple):
    """The help lines at which a language is spoken; the language is named in its own words, for those who need it."""

    language: TextView
    lines: tuple[SpokenLineView, ...]


class HelpView(NamedTuple):
    """The help page: the site's own regions first and whole, then all others, and lines by the `spoken` language.

    `card` leads to a wallet card with the most urgent ones.
    """

    near: tuple[RegionView, ...]
    others: tuple[RegionView, ...]
    spoken: tuple[SpokenView, ...]
    card: str
