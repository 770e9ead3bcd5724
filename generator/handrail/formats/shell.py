"""What surrounds the content of every page: head, menu, help bar, breadcrumbs, languages.

Below stands what several formats share: addresses for machines, twins, and texts that exist in some languages only.
"""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from ..addresses import in_language
from ..edition import Edition, fallback_path
from ..kinds import KINDS
from ..kinds.kind import Kind
from ..output import Output
from ..paths import output_path, root_from
from ..site import Page, PictureUse
from ..telling import telling_words
from ..translation import direction_of
from ..views import AlternateView, LinkView, NavigationView, PageView
from ..wording import HOME, PAGE

WRITTEN_AS_IT_IS = ":/?#[]@!$&'()*+,;=%"  # what has a meaning in an address (RFC 3986, 2.2)


class Sheet(NamedTuple):
    """A page to be: its address, language and heading, and what its head needs.

    `title` is the heading as a tab should show it, when the heading alone says too little; on a discreet site a tab
    says `neutral` instead, and `number`, its place among its like, serves those that have no such name. `section` is
    the menu entry it belongs to; `above` are the pages between home and it; `urls` its own address in each language it
    exists in, `stand_ins` in those it does not, `hidden_in` the languages in which it asks not to be found; `root`
    replaces the relative way home where none is known (the 404 page); `script` is the inline script of its own, `reach`
    what it may fetch from the site and `loader` the name by which it loads others (policy.py); `quick_exit` is what the
    page itself says of the way out; `moved_to` is the address of the page that counts in its place; `includes` are the
    templates within this one that have styles of their own.
    """

    template: str
    url: str
    language: str
    heading: str
    title: str = ""
    description: str = ""
    section: str = ""
    above: tuple[tuple[str, str], ...] = ()
    urls: Mapping[str, str] = {}
    stand_ins: Mapping[str, str] = {}
    hidden_in: frozenset[str] = frozenset()
    image: PictureUse | None = None
    is_hidden: bool = False
    is_home: bool = False
    source: str = ""
    root: str | None = None
    script: str = ""
    reach: tuple[str, ...] = ()
    neutral: str = ""
    number: int = 0
    quick_exit: bool | None = None
    moved_to: str | None = None
    loader: str = ""
    includes: tuple[str, ...] = ()


def root_of(sheet: Sheet) -> str:
    """Give the way from a page to the site's root."""
    return root_from(sheet.url) if sheet.root is None else sheet.root


def page_output(edition: Edition, sheet: Sheet, **views: object) -> Output:
    """Plan a page: what surrounds it, and the views of its own."""
    root = root_of(sheet)
    help_bar = edition.help_bar(sheet.language, root)
    if not _has_exit(edition, sheet):
        help_bar = help_bar._replace(exit=None)
    view = {
        "site": edition.site_view(sheet.language, root),
        "page": _page_view(edition, sheet, root, has_exit=bool(help_bar.exit)),
        "navigation": _navigation(edition, sheet, root),
        "help_bar": help_bar,
        **views,
    }
    return Output(output_path(sheet.url), sheet.template, view, sheet.language, sheet.source)


def _has_exit(edition: Edition, sheet: Sheet) -> bool:
    """Tell whether the group wants the way out on a page: it may say so there, or once for a section."""
    if sheet.quick_exit is not None:
        return sheet.quick_exit
    section = next((s for s in edition.site.sections[sheet.language] if s.kind.section == sheet.section), None)
    return not section or not section.intro or section.intro.header.quick_exit is not False


def _page_view(edition: Edition, sheet: Sheet, root: str, *, has_exit: bool) -> PageView:
    name = edition.site_view(sheet.language, root).public_name
    is_hidden = sheet.is_hidden or edition.is_discreet
    repository = edition.settings.repository
    edit = f"https://github.com/{repository}/blob/HEAD/{sheet.source}" if repository and sheet.source else None
    style = edition.style((sheet.template, *sheet.includes))
    image = whole_address(edition, fallback_path(sheet.image.picture)) if sheet.image and not is_hidden else None
    return PageView(
        title=titled(_title(edition, sheet), name),
        heading=sheet.heading,
        description="" if edition.is_discreet else sheet.description,
        language=sheet.language,
        direction=direction_of(sheet.language),
        canonical=None if sheet.root is not None else whole_address(edition, sheet.moved_to or sheet.url),
        alternates=_alternates(edition, sheet),
        breadcrumbs=_breadcrumbs(edition, sheet, root),
        languages=edition.languages({**sheet.urls, **sheet.stand_ins}, sheet.language, root),
        image_url=image,
        is_home=sheet.is_home,
        is_hidden=is_hidden,
        style=style,
        policy=edition.policy(style, sheet.script, has_exit, sheet.reach, sheet.loader),
        edit=edit,
        template=sheet.template.removesuffix(".html"),
    )


def titled(words: str, name: str) -> str:
    """Give a title: the page, then whose it is, where that has a name and is not the page itself."""
    return f"{words} – {name}" if name and words != name else words


def _title(edition: Edition, sheet: Sheet) -> str:
    """Give what tabs call a page; on a discreet site words that do not tell the topic, its place in a list if need be.

    The history of a browser keeps titles, and screen readers speak them first.
    """
    said = sheet.title or sheet.heading
    if not edition.is_discreet:
        return said
    said = sheet.neutral or said
    if not telling_words(said):
        return said
    kind = next((kind for kind in KINDS if kind.section and kind.section == sheet.section), None)
    words = edition.voice(sheet.language).text(kind.title if kind else PAGE)
    return f"{words} {sheet.number}" if sheet.number else words


def _alternates(edition: Edition, sheet: Sheet) -> tuple[AlternateView, ...]:
    if sheet.is_hidden or edition.is_discreet or sheet.moved_to is not None:
        return ()
    twins = may_be_found(sheet.urls, sheet.hidden_in, edition.main_language)
    named = {language: whole_address(edition, url) for language, url in twins.items()}
    return tuple(AlternateView(language, url) for language, url in named.items() if url)


def may_be_found(urls: Mapping[str, str], hidden_in: frozenset[str], main: str) -> dict[str, str]:
    """Give the addresses that a page and its twins name to search engines, by language; none for one alone.

    `x-default` is the page for everybody whose language is not among them.
    """
    twins = {language: url for language, url in urls.items() if language not in hidden_in}
    if len(twins) < 2:  # noqa: PLR2004  # a page in one language has no twins
        return {}
    return {**twins, "x-default": twins[main]} if main in twins else twins


def hidden_in(edition: Edition, identity: str) -> frozenset[str]:
    """Give the languages in which a page asks not to be found."""
    return frozenset(twin.language for twin in edition.site.translations.get(identity, ()) if twin.header.noindex)


def whole_address(edition: Edition, url: str) -> str | None:
    """Give a page's whole address for machines; `None` when the site's own is not known."""
    whole = edition.absolute(url)
    return in_ascii(whole) if whole else None


def in_ascii(address: str) -> str:
    """Give an address as standards want it: letters of other scripts as the bytes of UTF-8 (RFC 3986, 2.5)."""
    return address if address.isascii() else quote(address, safe=WRITTEN_AS_IT_IS)


def _navigation(edition: Edition, sheet: Sheet, root: str) -> NavigationView:
    is_here = any(item.url == sheet.url for item in edition.site.menu[sheet.language])
    return edition.navigation(sheet.language, root, sheet.section, is_here)


def _breadcrumbs(edition: Edition, sheet: Sheet, root: str) -> tuple[LinkView, ...]:
    if sheet.is_home:
        return ()
    home = in_language("", sheet.language, edition.main_language)
    words = edition.voice(sheet.language).text(HOME)
    return (
        LinkView(edition.href(home, root), words),
        *(LinkView(edition.href(url, root), title) for url, title in sheet.above),
    )


def in_each_language(edition: Edition, url: str) -> dict[str, str]:
    """Give the addresses of a generated page, which exists in every language."""
    return {language: in_language(url, language, edition.main_language) for language in edition.site.languages}


def section_urls(edition: Edition, kind: Kind) -> dict[str, str]:
    """Give the addresses of a section in the languages that have it: one that is a page alone has no twins."""
    sections = ((language, s) for language in edition.site.languages for s in edition.site.sections[language])
    return {language: section.url for language, section in sections if section.kind is kind}


def stand_ins(edition: Edition, page: Page) -> dict[str, str]:
    """Give the addresses at which a page stands in for its missing translations, by the languages of its readers."""
    return {other.reader: other.url for other in edition.site.stand_ins.get(page.id, ())}


def translations(edition: Edition, page: Page) -> dict[str, str]:
    """Give the addresses of a page in the languages it exists in, in the order of the site."""
    twins = {twin.language: twin.url for twin in edition.site.translations[page.id]}
    return {language: twins[language] for language in edition.site.languages if language in twins}
