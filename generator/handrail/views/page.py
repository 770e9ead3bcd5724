"""What surrounds every page, and the small parts that all views share."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup


class LinkView(NamedTuple):
    """A link: where to, its words, and the language of what it leads to when that is not the page's (else "")."""

    href: str
    label: str
    language: str = ""
    is_current: bool = False
    direction: str = ""


class DateView(NamedTuple):
    """A date for people, and its ISO form for the `datetime` attribute."""

    text: str
    iso: str


class SiteView(NamedTuple):
    """What all pages of one language share; `style` is the whole style sheet, which stands in every page.

    `files` gives the address of each file in the theme's static/ by its name there.
    """

    name: str
    tagline: str
    home: str
    email: str | None
    phone: LinkView | None
    map: str
    feed: str | None
    base_url: str | None
    style: Markup
    files: Mapping[str, str]


class AlternateView(NamedTuple):
    """The same page in a language of the site (`x-default` for the main one), by its whole address."""

    language: str
    url: str


class PageView(NamedTuple):
    """The page itself: what stands in its head and around its content.

    `title` is complete, for the title element; `heading` is the main heading. `policy` is the content security
    policy. `breadcrumbs` lead from home to the page above.
    """

    title: str
    heading: str
    description: str
    language: str
    direction: str
    canonical: str | None
    alternates: tuple[AlternateView, ...]
    breadcrumbs: tuple[LinkView, ...]
    languages: tuple[LinkView, ...]
    image_url: str | None
    is_home: bool
    is_hidden: bool
    policy: str
    edit: str | None
    template: str


class ActionView(NamedTuple):
    """Something one can do at once to get help: `verb` is Call or Text, `number` as people write it."""

    href: str
    verb: str
    number: str
    name: str


class HelpBarView(NamedTuple):
    """The bar that offers help on every page: at most two actions, and the page with more."""

    actions: tuple[ActionView, ...]
    more: str


class NavigationView(NamedTuple):
    """The menu."""

    items: tuple[LinkView, ...]


class VariantView(NamedTuple):
    """One size of a picture."""

    href: str
    width: int


class ImageView(NamedTuple):
    """A picture with its sizes, smallest first; `alt` is empty for decoration. Drawings have no WebP sizes."""

    src: str
    alt: str
    width: int
    height: int
    webp: tuple[VariantView, ...]
