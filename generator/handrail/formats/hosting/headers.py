"""The headers of one policy, as each host reads them: Netlify and Cloudflare Pages, Vercel, Apache, nginx.

Sources: docs.netlify.com/routing/headers, developers.cloudflare.com/pages/configuration/headers,
vercel.com/docs/project-configuration, Apache's mod_headers and mod_setenvif, nginx's ngx_http_headers_module.
"""

import json
import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from ...policy import HEADERS, ONE_YEAR

FOR_EVER = f"public, max-age={ONE_YEAR}, immutable"
NOT_KEPT = "no-store"
UNLISTED = ("X-Robots-Tag", "noindex")
# https://www.w3.org/TR/clear-site-data/
CLEARED = ("Clear-Site-Data", '"cache", "storage"')

Headers: TypeAlias = tuple[tuple[str, str], ...]


class Rules(NamedTuple):
    """What differs from site to site.

    Where it lives, the folders that search engines should leave out, whether browsers may keep copies, and the folders
    that clear what browsers kept, all of it: only for a site that has its host to itself.
    """

    base_path: str
    unlisted: tuple[str, ...]
    is_kept: bool
    clearing: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[tuple[str, Headers], ...]:
        """The folders with the headers they add to those above them; `""` for the whole site."""
        if not self.is_kept:
            of_all: Headers = (*HEADERS, ("Cache-Control", NOT_KEPT), UNLISTED)
            return (("", of_all), *((folder, (CLEARED,)) for folder in self.clearing))
        assets = ("assets/", (("Cache-Control", FOR_EVER),))
        return (
            ("", HEADERS),
            assets,
            *((folder, (UNLISTED,)) for folder in self.unlisted),
            *((folder, (CLEARED,)) for folder in self.clearing),
        )


def headers_file(rules: Rules) -> str:
    """Give `_headers`, for Netlify and Cloudflare Pages; rules for one address add up."""
    return "".join(
        f"{rules.base_path}{folder}*\n" + "".join(f"  {name}: {value}\n" for name, value in headers)
        for folder, headers in rules.places
    )


def vercel_json(rules: Rules) -> str:
    """Give `vercel.json`; addresses end in a slash, as our links do."""
    wanted = [
        {
            "source": f"{rules.base_path}{folder}(.*)",
            "headers": [{"key": name, "value": value} for name, value in headers],
        }
        for folder, headers in rules.places
    ]
    return json.dumps({"trailingSlash": True, "headers": wanted}, indent=2) + "\n"


def htaccess(rules: Rules) -> str:
    """Give `.htaccess`, for Apache 2.4, which does without what it has no module for."""
    lines = []
    for number, (folder, headers) in enumerate(rules.places):
        lines.append(f'  SetEnvIf Request_URI "^{re.escape(rules.base_path + folder)}" HANDRAIL_{number}\n')
        lines += [f"  Header always set {name} {_quoted(value)} env=HANDRAIL_{number}\n" for name, value in headers]
    return (
        f"Options -Indexes\nDirectoryIndex index.html\nErrorDocument 404 {rules.base_path}404.html\n"
        f"<IfModule mod_headers.c>\n<IfModule mod_setenvif.c>\n{''.join(lines)}</IfModule>\n</IfModule>\n"
    )


def nginx_conf(rules: Rules) -> str:
    """Give a part for the server block of nginx, where a place with headers of its own inherits none."""
    (_, of_all), *others = rules.places
    places = (("", ()), *others)
    return (
        "# For the server block: include /where/the/site/is/_nginx.conf;\n"
        f"index index.html;\nerror_page 404 {rules.base_path}404.html;\n"
    ) + "".join(_nginx(rules.base_path + folder, (*of_all, *headers)) for folder, headers in places)


def _nginx(place: str, headers: Headers) -> str:
    lines = "".join(f"    add_header {name} {_quoted(value)} always;\n" for name, value in headers)
    return f"location {place} {{\n{lines}}}\n"


def _quoted(value: str) -> str:
    """Give a value as Apache and nginx read it: in quotes, those within it escaped."""
    return '"{}"'.format(value.replace('"', '\\"'))


FILES: dict[str, Callable[[Rules], str]] = {
    "_headers": headers_file,
    "vercel.json": vercel_json,
    ".htaccess": htaccess,
    "_nginx.conf": nginx_conf,
}
