"""What hosts and search engines look for: robots, headers, redirects, domain."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from ...addresses import FORGET
from ...edition import Edition
from ...output import Output
from ...problems import Problem
from ...settings import SiteSettings
from ..shell import in_ascii, in_each_language
from . import headers

HOST_OF = {
    ".github.io": "github-pages",
    ".gitlab.io": "gitlab-pages",
    ".pages.dev": "cloudflare-pages",
    ".netlify.app": "netlify",
    ".vercel.app": "vercel",
}
WITHOUT_HEADERS = {"github-pages": "GitHub Pages", "gitlab-pages": "GitLab Pages"}


def hosting_files(edition: Edition) -> Iterator[Output]:
    """Plan the files that a host reads."""
    base = edition.settings.base_url
    yield _text_output("robots.txt", _robots(base, has_map=not edition.is_discreet))
    yield _text_output(".nojekyll", "")
    rules = _rules(edition)
    for path, write in headers.FILES.items():
        yield _text_output(path, write(rules))
    redirects = _redirects(edition)
    if redirects:
        yield _text_output("_redirects", redirects)
    if base:
        host = urlsplit(base).hostname or ""
        if edition.settings.base_path == "/" and not host.endswith(tuple(HOST_OF)):
            yield _text_output("CNAME", f"{host}\n")


def unprotected(edition: Edition) -> Iterator[Problem]:
    """Say what the host cannot protect. Problems: P609."""
    host = WITHOUT_HEADERS.get(_host(edition.settings) or "")
    if host:
        kept = ", and that browsers keep no copies" if edition.is_discreet else ""
        message = (
            f"{host} sends no headers of yours, so it cannot say that no other site may show pages in a frame{kept}"
        )
        hint = "each page protects itself as far as a page can; docs/organizers/publishing.md compares hosts"
        where = edition.site.configuration
        yield Problem("P609", where.place("host" if edition.settings.host else "url"), message, hint)


def _host(settings: SiteSettings) -> str | None:
    """Give who serves the site: who it says, else whose address it has, else who keeps its repository."""
    if settings.host:
        return str(settings.host)
    name = urlsplit(settings.base_url or "").hostname or ""
    known = (host for ending, host in HOST_OF.items() if name.endswith(ending))
    return next(known, "github-pages" if settings.repository else None)


def _text_output(path: str, text: str) -> Output:
    return Output(path, "text", {"text": text}, make=partial(str.encode, text))


def _robots(base: str | None, *, has_map: bool) -> str:
    """Let everybody read everything: what should stay hidden is marked in the page, not listed in public."""
    where = f"\nSitemap: {in_ascii(base)}sitemap.xml\n" if base and has_map else ""
    return f"User-agent: *\nAllow: /\n{where}"


def _rules(edition: Edition) -> headers.Rules:
    sections = (section for sections in edition.site.sections.values() for section in sections)
    inward = tuple(in_ascii(section.url) for section in sections if section.kind.is_inward)
    has_its_own_host = edition.settings.base_path == "/" and edition.offers_copies
    clearing = (in_each_language(edition, FORGET) if has_its_own_host else {}).values()
    return headers.Rules(edition.settings.base_path, inward, not edition.is_discreet, tuple(clearing))


def _redirects(edition: Edition) -> str:
    """Give the rules of Netlify and Cloudflare Pages for pages that moved, which compare addresses as they are sent."""
    base = edition.settings.base_path
    lines = [
        f"{in_ascii(base + old.lstrip('/'))} {in_ascii(base + page.url)} 301\n"
        for page in edition.site.pages
        for old in page.header.redirects
    ]
    return "".join(lines)
