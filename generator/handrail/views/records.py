"""Places, groups and help lines."""

from .page import ActionView, DateView, LinkView
from .view import view


@view
class FactView:
    """A fact about access: `answer` is yes, no or unknown; `words` say it whole."""

    name: str
    answer: str
    words: str


@view
class PlaceView:
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


@view
class ContactView:
    """How to reach somebody, as published."""

    name: str | None
    email: str | None
    phone: LinkView | None


@view
class GroupView:
    """A group; `about` and `donations` are paragraphs."""

    name: str
    href: str
    about: tuple[str, ...]
    links: tuple[LinkView, ...]
    donations: str | None
    contact: ContactView | None


@view
class LineView:
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


@view
class RegionView:
    """The help lines of a country or region, the most urgent first; `id` is its anchor."""

    id: str
    name: str
    lines: tuple[LineView, ...]


@view
class HelpView:
    """The help page: the site's own regions first and whole, then all others."""

    near: tuple[RegionView, ...]
    others: tuple[RegionView, ...]
