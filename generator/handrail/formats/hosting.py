"""What hosts and search engines look for: robots, headers, redirects, domain."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from ..edition import Edition
from ..output import Output
from .shell import in_ascii

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
    """Plan the files that a host reads."""
    base = edition.settings.base_url
    yield _text_output("robots.txt", _robots(base))
    yield _text_output(".nojekyll", "")
    yield _text_output("_headers", _headers(edition))
    redirects = _redirects(edition)
    if redirects:
        yield _text_output("_redirects", redirects)
    if base:
        host = urlsplit(base).hostname or ""
        if edition.settings.base_path == "/" and not host.endswith(SHARED_HOSTS):
            yield _text_output("CNAME", f"{host}\n")


def _text_output(path: str, text: str) -> Output:
    return Output(path, "text", {"text": text}, make=partial(str.encode, text))


def _robots(base: str | None) -> str:
    """Let everybody read everything: what should stay hidden is marked in the page, not listed in public."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {in_ascii(base)}sitemap.xml\n" if base else "")


def _headers(edition: Edition) -> str:
    """Give the rules of Netlify and Cloudflare Pages for what a meta element cannot say (visitors.md 3.2)."""
    path = edition.settings.base_path
    denied = ", ".join(f"{name}=()" for name in DENIED)
    inward = (s.url for sections in edition.site.sections.values() for s in sections if s.kind.is_inward)
    unlisted = "".join(f"{in_ascii(path + url)}*\n  X-Robots-Tag: noindex\n" for url in inward)
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
        f"{unlisted}"
    )


def _redirects(edition: Edition) -> str:
    """Give the rules of Netlify and Cloudflare Pages for pages that moved, which compare addresses as they are sent."""
    base = edition.settings.base_path
    lines = [
        f"{in_ascii(base + old.lstrip('/'))} {in_ascii(base + page.url)} 301\n"
        for page in edition.site.pages
        for old in page.header.redirects
    ]
    return "".join(lines)
