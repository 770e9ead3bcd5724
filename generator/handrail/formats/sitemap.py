"""sitemap.xml: every page that may be found, with the day of its text and its twins in other languages.

The protocol: https://www.sitemaps.org/protocol.html; twins as search engines read them:
https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from markupsafe import escape

from ..addresses import DISPLAY, HELP, MAP, OFFLINE, RIGHT_NOW, SAFETY, SEARCH
from ..edition import Edition
from ..kinds import KINDS
from ..kinds.header import Header
from ..kinds.kind import Kind
from ..kinds.news import News
from ..output import Output
from ..site import Page
from .meetings import list_addresses
from .safety import OWN_WORDS
from .shell import hidden_in, in_ascii, in_each_language, may_be_found, section_urls, translations

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


class Listed(NamedTuple):
    """What a sitemap says of one address: the day of its text, where there is one, and its twins by language."""

    day: date | None
    twins: Mapping[str, str]


class Together(NamedTuple):
    """A page in all its languages; `pages` are those that somebody wrote."""

    urls: Mapping[str, str]
    hidden_in: frozenset[str] = frozenset()
    pages: tuple[Page, ...] = ()


def sitemaps(edition: Edition) -> Iterator[Output]:
    """Plan the sitemap. It needs whole links, so the site's address; and a discreet site asks not to be found."""
    if edition.settings.base_url and not edition.is_discreet:
        text = _sitemap(edition, edition.settings.base_url)
        yield Output("sitemap.xml", "text", {"text": text}, make=partial(str.encode, text))


def _sitemap(edition: Edition, base: str) -> str:
    lines = [_line(base, url, listed) for url, listed in sorted(_listed(edition).items())]
    body = "\n".join(lines)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="{SITEMAPS}" xmlns:xhtml="{XHTML}">\n{body}\n</urlset>\n'
    )


def _line(base: str, url: str, listed: Listed) -> str:
    changed = f"<lastmod>{listed.day.isoformat()}</lastmod>" if listed.day else ""
    twins = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{_whole(base, twin)}"/>'
        for language, twin in listed.twins.items()
    )
    return f"  <url><loc>{_whole(base, url)}</loc>{changed}{twins}</url>"


def _whole(base: str, url: str) -> str:
    return escape(in_ascii(base + url))


def _listed(edition: Edition) -> dict[str, Listed]:
    """Give every address that may be found; those of pages that ask not to be are left out."""
    found = {}
    for together in (*_written(edition), *_generated(edition)):
        twins = may_be_found(together.urls, together.hidden_in, edition.main_language)
        days = {page.language: _day(page.header) for page in together.pages}
        for language, url in together.urls.items():
            if language not in together.hidden_in:
                found[url] = Listed(days.get(language), twins)
    return found


def _written(edition: Edition) -> Iterator[Together]:
    """Give the pages of content that stand alone, and not in a list or on a page that is generated."""
    lists = {"index", OWN_WORDS, *(f"{kind.section}/index" for kind in _kinds_with_section(edition))}
    for identity, pages in edition.site.translations.items():
        if identity not in lists:
            yield Together(translations(edition, pages[0]), hidden_in(edition, identity), pages)


def _generated(edition: Edition) -> Iterator[Together]:
    pages = edition.site.translations
    yield Together(in_each_language(edition, ""), hidden_in(edition, "index"), pages.get("index", ()))
    sometimes = {RIGHT_NOW: edition.site.has_needs, OFFLINE: edition.offers_copies}
    for url in (HELP, MAP, DISPLAY, SEARCH, *(url for url, is_there in sometimes.items() if is_there)):
        yield Together(in_each_language(edition, url))
    yield Together(in_each_language(edition, SAFETY), hidden_in(edition, OWN_WORDS), pages.get(OWN_WORDS, ()))
    for kind in (kind for kind in _kinds_with_section(edition) if not kind.is_inward):
        identity = f"{kind.section}/index"
        yield Together(section_urls(edition, kind), hidden_in(edition, identity), pages.get(identity, ()))
    for url in list_addresses(edition):
        yield Together(in_each_language(edition, url))
    for section in edition.site.sections[edition.main_language]:
        for entry in section.records if section.kind.template else ():
            yield Together(in_each_language(edition, f"{entry.id}/"))


def _kinds_with_section(edition: Edition) -> tuple[Kind, ...]:
    return tuple(kind for kind in KINDS if section_urls(edition, kind))


def _day(header: Header) -> date | None:
    """Give the day on which a text was last read with care, or written, whichever is later."""
    days = [day for day in (header.reviewed, header.date if isinstance(header, News) else None) if day]
    return max(days, default=None)
