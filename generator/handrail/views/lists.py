"""Pages that lead to other pages."""

from markupsafe import Markup

from .content import CardView
from .page import ImageView, LinkView
from .view import view


@view
class SectionView:
    """A list page: `html` is its introduction, `elsewhere` holds entries that exist in another language only."""

    title: str
    summary: str
    html: Markup
    cards: tuple[CardView, ...]
    elsewhere: tuple[CardView, ...]
    right_now: str | None


@view
class NeedView:
    """A need and what may help with it; `id` is its anchor on the right-now page, `href` leads there."""

    id: str
    title: str
    href: str
    cards: tuple[CardView, ...]


@view
class RightNowView:
    """The page that groups strategies by need; needs without any strategy are left out."""

    needs: tuple[NeedView, ...]


@view
class SectionLinkView:
    """A section on the home page, with its first entries."""

    link: LinkView
    summary: str
    cards: tuple[CardView, ...]


@view
class HomeView:
    """The home page; `needs` lead to the right-now page, `news` holds the newest pieces."""

    title: str
    summary: str
    html: Markup
    image: ImageView | None
    needs: tuple[NeedView, ...]
    right_now: str | None
    sections: tuple[SectionLinkView, ...]
    news: tuple[CardView, ...]


@view
class LetterView:
    """The pages whose titles start with one letter."""

    letter: str
    id: str
    links: tuple[LinkView, ...]


@view
class MapView:
    """Every page, from A to Z."""

    letters: tuple[LetterView, ...]


@view
class LostView:
    """What the page for a wrong address offers instead; its addresses work at any depth."""

    links: tuple[LinkView, ...]


@view
class MovedView:
    """Where a page that moved is now; `script` is the one script the policy of such a page allows."""

    link: LinkView
    canonical: str | None
    script: Markup
