"""Pages that lead to other pages."""

from typing import NamedTuple

from markupsafe import Markup

from .content import CardView
from .html import Html
from .page import ImageView, LinkView, TextView


class SectionView(NamedTuple):
    """A list page: `html` is its introduction, `elsewhere` holds entries that exist in another language only.

    `rota` leads to who does what, from the list of those who run meetings.
    """

    title: str
    summary: str
    html: Html
    cards: tuple[CardView, ...]
    elsewhere: tuple[CardView, ...]
    right_now: str | None
    rota: str | None


class NeedView(NamedTuple):
    """A need and what may help with it; `id` is its anchor on the right-now page, `href` leads there."""

    id: str
    title: TextView
    href: str
    cards: tuple[CardView, ...]


class RightNowView(NamedTuple):
    """The page that groups strategies by need; needs without any strategy are left out."""

    needs: tuple[NeedView, ...]


class SectionLinkView(NamedTuple):
    """A section on the home page, with its first entries."""

    link: LinkView
    summary: str
    cards: tuple[CardView, ...]


class HomeView(NamedTuple):
    """The home page; `needs` lead to the right-now page, `news` holds the newest pieces."""

    title: str
    summary: str
    html: Html
    image: ImageView | None
    needs: tuple[NeedView, ...]
    right_now: str | None
    sections: tuple[SectionLinkView, ...]
    news: tuple[CardView, ...]


class LetterView(NamedTuple):
    """The pages whose titles start with one letter."""

    letter: str
    id: str
    links: tuple[LinkView, ...]


class MapView(NamedTuple):
    """Every page, from A to Z."""

    letters: tuple[LetterView, ...]


class LostView(NamedTuple):
    """What the page for a wrong address offers instead; its addresses work at any depth."""

    links: tuple[LinkView, ...]


class CopyView(NamedTuple):
    """The copy of the site that a visitor may keep: where the site's root, the worker, the list and the manifest are.

    `offer` is the page that offers a copy, `removed` the one that opens after its removal; `script` does both.
    """

    root: str
    worker: str
    list: str
    manifest: str
    offer: str
    removed: str
    script: Markup


class DisplayView(NamedTuple):
    """The page on which visitors choose how pages look: its script, and the file of the letters hard to confuse."""

    font: str
    script: Markup


class SafetyView(NamedTuple):
    """The page about privacy: `html` is what the group itself writes; how the way out works stands in `help_bar`.

    `copy` is what a visitor keeps on the device, for its removal; `None` where no copies are offered.
    """

    html: Html
    copy: CopyView | None


class MovedView(NamedTuple):
    """Where a page that moved is now; `script` is the one script the policy of such a page allows."""

    link: LinkView
    script: Markup
