"""What hosts and search engines look for: sitemap, robots, headers, redirects, domain."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from markupsafe import escape

from ..addresses import HELP, MAP, RIGHT_NOW, in_language, record_url
from ..edition import Edition
from ..output import Output

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
SHARED_HOSTS = (".github.io", ".gitlab.io", ".pages.dev", ".netlify.app", ".vercel.app")
DENIED = (
    "camera",
    "microphone",
    "geolocation",
    "payment",
    "usb",
    "serial",
    "hid",
    "midi",
    "accelerometer",
    "gyroscope",
)
ONE_YEAR = 31_536_000


def hosting_files(edition: Edition) -> Iterator[Output]:
    """Plan the files that a host reads; the sitemap needs the site's address."""
    base = edition.settings.base_url
    yield _text_output("robots.txt", _robots(base))
    yield _text_output(".nojekyll", "")
    yield _text_output("_headers", _headers(edition))
    redirects = _redirects(edition)
    if redirects:
        yield _text_output("_redirects", redirects)
    if base:
        yield _text_output("sitemap.xml", _sitemap(edition, base))
        host = urlsplit(base).hostname or ""
        if edition.settings.base_path == "/" and not host.endswith(SHARED_HOSTS):
            yield _text_output("CNAME", f"{host}\n")


def _text_output(path: str, text: str) -> Output:
    return Output(path, "text", {"text": text}, make=partial(str.encode, text))


def _robots(base: str | None) -> str:
    """Let everybody read everything: what should stay hidden is marked in the page, not listed in public."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {base}sitemap.xml\n" if base else "")


def _sitemap(edition: Edition, base: str) -> str:
    """List every page that may be found, with the day on which it was last read with care."""
    lines = []
    for url, reviewed in sorted(_addresses(edition).items()):
        changed = f"<lastmod>{reviewed.isoformat()}</lastmod>" if reviewed else ""
        lines.append(f"  <url><loc>{escape(base + url)}</loc>{changed}</url>")
    body = "\n".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{SITEMAPS}">\n{body}\n</urlset>\n'


def _addresses(edition: Edition) -> dict[str, date | None]:
    """Give the address of every page, generated ones too; those of pages that ask not to be found are left out."""
    main = edition.main_language
    found: dict[str, date | None] = {}
    for language in edition.site.languages:
        sections = edition.site.sections[language]
        generated = ["", HELP, MAP, *([RIGHT_NOW] if edition.site.has_needs else [])]
        found.update({in_language(url, language, main): None for url in generated})
        found.update({section.url: None for section in sections})
        records = (entry for section in sections for entry in section.records)
        found.update({record_url(entry, language, main): None for entry in records})
    found.update({page.url: page.header.reviewed for page in edition.site.pages})
    hidden = {page.url for page in edition.site.pages if page.header.noindex}
    return {url: day for url, day in found.items() if url not in hidden}


def _headers(edition: Edition) -> str:
    """Give the rules of Netlify and Cloudflare Pages for what a meta element cannot say (visitors.md 3.2)."""
    path = edition.settings.base_path
    denied = ", ".join(f"{name}=()" for name in DENIED)
    return (
        f"{path}*\n"
        "  Content-Security-Policy: frame-ancestors 'none'\n"
        "  Referrer-Policy: no-referrer\n"
        f"  Permissions-Policy: {denied}\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Cross-Origin-Opener-Policy: same-origin\n"
        "  Cross-Origin-Resource-Policy: same-origin\n"
        f"  Strict-Transport-Security: max-age={ONE_YEAR}\n"
        f"{path}assets/*\n"
        f"  Cache-Control: public, max-age={ONE_YEAR}, immutable\n"
    )


def _redirects(edition: Edition) -> str:
    base = edition.settings.base_path
    lines = [
        f"{base}{old.lstrip('/')} {base}{page.url} 301\n"
        for page in edition.site.pages
        for old in page.header.redirects
    ]
    return "".join(lines)
