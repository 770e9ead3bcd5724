"""What surrounds every page, and the small parts that all views share."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup, escape


class TextView(NamedTuple):
    """A text that may be in another language than the page; `language` and `direction` are empty when it is not.

    Printed as it is, it brings an element that says its language. `text` is the words alone.
    """

    text: str
    language: str = ""
    direction: str = ""

    def __html__(self) -> str:
        """Give the words for a page (MarkupSafe's protocol)."""
        if not self.language:
            return str(escape(self.text))
        return f'<span lang="{escape(self.language)}" dir="{escape(self.direction)}">{escape(self.text)}</span>'

    def __str__(self) -> str:
        """Give the words alone."""
        return self.text


class LinkView(NamedTuple):
    """A link: where to, its words, and the language of what it leads to when that is not the page's (else "").

    `is_current` tells that it leads to this very page, `is_above` that it leads to the list this page belongs to.
    """

    href: str
    label: str
    language: str = ""
    is_current: bool = False
    direction: str = ""
    is_above: bool = False


class DateView(NamedTuple):
    """A date for people, and its ISO form for the `datetime` attribute."""

    text: str
    iso: str


class SiteView(NamedTuple):
    """What all pages of one language share.

    `name` stands on the page; `public_name` is what tabs, previews and feeds call the site. On a discreet site that
    name does not tell the topic, and may be empty.

    `display` leads to the page on which visitors choose how pages look; `display_script` stands in every head, finds
    by the site's `root` what they chose, and shows pages so. `offline` leads to the page on which visitors can keep a
    copy of the site on their device, where that is offered. `files` gives the address of each file in the theme's
    static/ by its name there.
    """

    name: str
    public_name: str
    is_discreet: bool
    tagline: str
    home: str
    email: str | None
    phone: LinkView | None
    map: str
    search: str
    feed: str | None
    root: str
    display: str
    display_script: Markup
    offline: str | None
    base_url: str | None
    files: Mapping[str, str]


class AlternateView(NamedTuple):
    """The same page in a language of the site (`x-default` for the main one), by its whole address."""

    language: str
    url: str


class PageView(NamedTuple):
    """The page itself: what stands in its head and around its content.

    `title` is complete, for the title element; `heading` is the main heading. `policy` is the content security
    policy, `style` the style sheet, which stands in the page. `breadcrumbs` lead from home to the page above.
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
    style: Markup
    policy: str
    edit: str | None
    template: str


class ActionView(NamedTuple):
    """Something one can do at once to get help: `verb` is Call or Text, `number` as people write it.

    `keyword` is the word to send in a text message, where a line asks for one. Languages put a word between verb and
    number, so a translation of the verb ends where the number starts.
    """

    href: str
    verb: str
    number: str
    name: str
    keyword: str | None = None


class ExitView(NamedTuple):
    """The way out of the site: an ordinary page elsewhere, which `script` puts in this one's place, covered at once.

    The link works without script. `has_keys` tells that pressing Shift three times leads there too, `guards` that
    going back afterwards does not show this site again.
    """

    href: str
    label: TextView
    host: str
    has_keys: bool
    guards: bool
    script: Markup


class HelpBarView(NamedTuple):
    """The bar on every page: help at once (at most two actions, and the page with more) and the way out.

    `checked_on` is the day for which a printed page can answer: that of the action confirmed longest ago. `safety`
    leads to the page that says what the way out does and does not hide; `exit` is `None` where the group wants none.
    """

    actions: tuple[ActionView, ...]
    checked_on: DateView | None
    more: str
    safety: str
    exit: ExitView | None


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
