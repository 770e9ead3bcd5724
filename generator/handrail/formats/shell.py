"""What surrounds the content of every page: head, menu, help bar, breadcrumbs, languages."""

from collections.abc import Mapping
from typing import NamedTuple

from ..addresses import in_language
from ..edition import Edition, fallback_path
from ..output import Output
from ..paths import output_path, root_from
from ..site import Page, PictureUse
from ..translation import direction_of
from ..views import AlternateView, LinkView, PageView
from ..wording import HOME


class Sheet(NamedTuple):
    """A page to be: its address, language and heading, and what its head needs.

    `section` is the menu entry it belongs to; `above` are the pages between home and it; `urls` its own address in
    each language it exists in; `root` replaces the relative way home where none is known (the 404 page).
    """

    template: str
    url: str
    language: str
    heading: str
    description: str = ""
    section: str = ""
    above: tuple[tuple[str, str], ...] = ()
    urls: Mapping[str, str] = {}
    image: PictureUse | None = None
    is_hidden: bool = False
    is_home: bool = False
    source: str = ""
    root: str | None = None
    policy: str | None = None


def root_of(sheet: Sheet) -> str:
    """Give the way from a page to the site's root."""
    return root_from(sheet.url) if sheet.root is None else sheet.root


def page_output(edition: Edition, sheet: Sheet, **views: object) -> Output:
    """Plan a page: what surrounds it, and the views of its own."""
    root = root_of(sheet)
    view = {
        "site": edition.site_view(sheet.language, root),
        "page": _page_view(edition, sheet, root),
        "navigation": edition.navigation(sheet.language, root, sheet.section),
        "help_bar": edition.help_bar(sheet.language, root),
        **views,
    }
    return Output(output_path(sheet.url), sheet.template, view, sheet.language, sheet.source)


def _page_view(edition: Edition, sheet: Sheet, root: str) -> PageView:
    name = edition.site_view(sheet.language, root).name
    repository = edition.settings.repository
    edit = f"https://github.com/{repository}/blob/HEAD/{sheet.source}" if repository and sheet.source else None
    image = edition.absolute(fallback_path(sheet.image.picture)) if sheet.image else None
    return PageView(
        title=name if sheet.heading == name else f"{sheet.heading} – {name}",
        heading=sheet.heading,
        description=sheet.description,
        language=sheet.language,
        direction=direction_of(sheet.language),
        canonical=None if sheet.root is not None else edition.absolute(sheet.url),
        alternates=_alternates(edition, sheet),
        breadcrumbs=_breadcrumbs(edition, sheet, root),
        languages=edition.languages(sheet.urls, sheet.language, root),
        image_url=image,
        is_home=sheet.is_home,
        is_hidden=sheet.is_hidden,
        policy=sheet.policy or edition.policy,
        edit=edit,
        template=sheet.template.removesuffix(".html"),
    )


def _alternates(edition: Edition, sheet: Sheet) -> tuple[AlternateView, ...]:
    if len(sheet.urls) < 2:  # noqa: PLR2004  # a page in one language has no alternates
        return ()
    named = {language: edition.absolute(url) for language, url in sheet.urls.items()}
    named["x-default"] = named.get(edition.main_language)
    return tuple(AlternateView(language, url) for language, url in named.items() if url)


def _breadcrumbs(edition: Edition, sheet: Sheet, root: str) -> tuple[LinkView, ...]:
    if sheet.is_home:
        return ()
    home = in_language("", sheet.language, edition.main_language)
    words = edition.translator(sheet.language).text(HOME)
    return (
        LinkView(edition.href(home, root), words),
        *(LinkView(edition.href(url, root), title) for url, title in sheet.above),
    )


def in_each_language(edition: Edition, url: str) -> dict[str, str]:
    """Give the addresses of a generated page, which exists in every language."""
    return {language: in_language(url, language, edition.main_language) for language in edition.site.languages}


def translations(edition: Edition, page: Page) -> dict[str, str]:
    """Give the addresses of a page in the languages it exists in, in the order of the site."""
    twins = {twin.language: twin.url for twin in edition.site.translations[page.id]}
    return {language: twins[language] for language in edition.site.languages if language in twins}
