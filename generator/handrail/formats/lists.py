"""Pages that lead to other pages: home, sections, what do you need right now, A to Z."""

from collections.abc import Iterator

from ..addresses import DISPLAY, MAP, OFFLINE, RIGHT_NOW, ROTA, in_language
from ..edition import Edition
from ..kinds.resource import Resource
from ..link import sortable
from ..output import Output
from ..paths import root_from
from ..site import Section
from ..translation import direction_of
from ..views import (
    HomeView,
    LetterView,
    LinkView,
    MapView,
    NeedView,
    RightNowView,
    SectionLinkView,
    SectionView,
)
from ..wording import A_TO_Z, HELP, OTHER, SAFETY, SEARCH
from ..wording import DISPLAY as DISPLAY_TITLE
from ..wording import OFFLINE as OFFLINE_TITLE
from ..wording import RIGHT_NOW as RIGHT_NOW_TITLE
from .cards import cards, section_title
from .entries import EMPTY, need_title
from .meetings import finder, finder_script
from .printing import printable_links
from .records import group_views, place_views
from .rota import rota_page
from .safety import own_words
from .shell import Sheet, hidden_in, in_each_language, page_output, section_urls

ON_HOME = 3


def list_pages(edition: Edition) -> Iterator[Output]:
    """Plan home, the sections, the right-now page and the map, in every language."""
    for language in edition.site.languages:
        yield _home(edition, language)
        for section in edition.site.sections[language]:
            yield _section(edition, section)
        if _needs(edition, language, ""):
            yield _right_now(edition, language)
        yield _map(edition, language)


def _home(edition: Edition, language: str) -> Output:
    url = in_language("", language, edition.main_language)
    root = root_from(url)
    page = next((p for p in edition.site.translations.get("index", ()) if p.language == language), None)
    site = edition.site_view(language, root)
    title = page.header.title if page else site.name
    news = [p for s in edition.site.sections[language] if s.kind.name == "news" for p in s.pages]
    needs = _needs(edition, language, root)
    home = HomeView(
        title=title,
        summary=(page.header.summary or "") if page else site.tagline,
        html=edition.html(page.body if page else EMPTY, root),
        image=edition.image(page.image, root) if page and page.image else None,
        needs=needs,
        right_now=edition.right_now(language, root) if needs else None,
        sections=tuple(_section_links(edition, language, root)),
        news=cards(edition, news[:ON_HOME], language, root),
    )
    sheet = Sheet(
        "home.html",
        url,
        language,
        title,
        description=home.summary,
        section="index",
        urls=in_each_language(edition, ""),
        hidden_in=hidden_in(edition, "index"),
        image=page.image if page else None,
        is_hidden=bool(page and page.header.noindex),
        quick_exit=page.header.quick_exit if page else None,
        is_home=True,
        source=page.source if page else "",
    )
    return page_output(edition, sheet, home=home)


def _section_links(edition: Edition, language: str, root: str) -> Iterator[SectionLinkView]:
    for section in edition.site.sections[language]:
        if section.kind.name == "news" or section.kind.is_inward:
            continue
        link = LinkView(edition.href(section.url, root), section_title(edition, section))
        summary = (section.intro.header.summary or "") if section.intro else ""
        yield SectionLinkView(link, summary, cards(edition, section.pages[:ON_HOME], language, root))


def _section(edition: Edition, section: Section) -> Output:
    root = root_from(section.url)
    index = section.intro
    title = section_title(edition, section)
    needs = _needs(edition, section.language, root) if section.kind.name == "resource" else ()
    summary = (index.header.summary or "") if index else ""
    view = SectionView(
        title=title,
        summary=summary,
        html=edition.html(index.body if index else EMPTY, root),
        cards=cards(edition, section.pages, section.language, root),
        elsewhere=cards(edition, section.elsewhere, section.language, root),
        right_now=edition.right_now(section.language, root) if needs else None,
        rota=_rota(edition, section, root),
    )
    sheet = Sheet(
        section.kind.list_template,
        section.url,
        section.language,
        title,
        description=summary,
        section=section.kind.section,
        urls=section_urls(edition, section.kind),
        hidden_in=hidden_in(edition, f"{section.kind.section}/index"),
        is_hidden=section.kind.is_inward or bool(index and index.header.noindex),
        source=index.source if index else "",
        script=finder_script(edition) if section.kind.name == "meeting" else "",
    )
    views: dict[str, object] = {"section": view}
    if section.kind.name == "resource":
        views["needs"] = needs
    if section.kind.name == "meeting":
        views["finder"] = finder(edition, section)
    if section.kind.name == "place":
        views["places"] = place_views(edition, section, root)
    if section.kind.name == "group":
        views["groups"] = group_views(edition, section, root)
    if section.kind.name == "rota":
        views["rota"] = rota_page(edition, section, root)
    return page_output(edition, sheet, **views)


def _rota(edition: Edition, section: Section, root: str) -> str | None:
    """Give the way from those who run meetings to who does what."""
    has_rota = section.kind.name == "facilitation" and edition.site.rota
    return edition.href(edition.voice(section.language).here(ROTA), root) if has_rota else None


def _needs(edition: Edition, language: str, root: str) -> tuple[NeedView, ...]:
    """Give the needs that some strategy serves, with translations first and then what exists elsewhere only."""
    section = next((s for s in edition.site.sections[language] if s.kind.name == "resource"), None)
    pages = (*section.pages, *section.elsewhere) if section else ()
    found = []
    for need in edition.site.needs:
        serving = [page for page in pages if isinstance(page.header, Resource) and need in page.header.needs]
        if serving:
            title = need_title(edition, need, language)
            href = edition.right_now(language, root, need)
            found.append(NeedView(need, title, href, cards(edition, serving, language, root)))
    return tuple(found)


def _right_now(edition: Edition, language: str) -> Output:
    url = in_language(RIGHT_NOW, language, edition.main_language)
    title = edition.voice(language).text(RIGHT_NOW_TITLE)
    urls = in_each_language(edition, RIGHT_NOW)
    sheet = Sheet("right-now.html", url, language, title, section="right-now", urls=urls)
    view = RightNowView(_needs(edition, language, root_from(url)))
    return page_output(edition, sheet, right_now=view)


def _map(edition: Edition, language: str) -> Output:
    url = in_language(MAP, language, edition.main_language)
    root = root_from(url)
    words = edition.voice(language).text
    links = sorted(_all_links(edition, language, root), key=lambda link: (sortable(link.label), link.href))
    letters: dict[str, list[LinkView]] = {}
    for link in links:
        letters.setdefault(_letter(link.label, words(OTHER)), []).append(link)
    view = MapView(
        tuple(LetterView(letter, f"hr-{index}", tuple(group)) for index, (letter, group) in enumerate(letters.items()))
    )
    sheet = Sheet("map.html", url, language, words(A_TO_Z), section="map", urls=in_each_language(edition, MAP))
    return page_output(edition, sheet, map=view)


def _all_links(edition: Edition, language: str, root: str) -> Iterator[LinkView]:
    """Give a link to every page that somebody reading this language can reach."""
    voice = edition.voice(language)
    words = voice.text
    lists = {f"{section.kind.section}/index" for section in edition.site.sections[language]}
    for page in edition.site.pages_for(language):
        if page.id != "index" and page.id not in lists:
            direction = direction_of(page.foreign) if page.foreign else ""
            yield LinkView(edition.href(page.url, root), page.header.title, page.foreign, direction=direction)
    for section in edition.site.sections[language]:
        yield LinkView(edition.href(section.url, root), section_title(edition, section))
        if section.kind.name in ("place", "group"):
            yield from _record_links(edition, section, root)
    if _needs(edition, language, root):
        yield LinkView(edition.right_now(language, root), words(RIGHT_NOW_TITLE))
    yield LinkView(edition.site_view(language, root).search, words(SEARCH))
    yield LinkView(edition.help_bar(language, root).more, words(HELP))
    if not own_words(edition, language):
        yield LinkView(edition.help_bar(language, root).safety, words(SAFETY))
    yield LinkView(voice.href(voice.here(DISPLAY), root), words(DISPLAY_TITLE))
    if edition.offers_copies:
        yield LinkView(voice.href(voice.here(OFFLINE), root), words(OFFLINE_TITLE))
    yield from printable_links(edition, language, root)


def _record_links(edition: Edition, section: Section, root: str) -> Iterator[LinkView]:
    views = place_views(edition, section, root) if section.kind.name == "place" else ()
    for view in views or group_views(edition, section, root):
        yield LinkView(view.href, view.name)


def _letter(title: str, other: str) -> str:
    first = sortable(title)[:1].upper()
    return first if first.isalpha() else other
