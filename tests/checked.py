"""Hubs with a theme of their own, whose finished pages are checked. Does I/O: runs the command line over them.

The theme `mine` builds on harbor and has a page frame of its own: small, healthy, with one place for a mistake.
Where the hub does not matter, `problems_of` checks a site of a single page.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from handrail.checks import Drawn, check
from handrail.output import File, Output
from handrail.settings import SiteSettings
from hubs import run, write_hub

SITE = "name: Circle\nurl: https://example.org/hub/\ntheme: {name: mine}\n"
FRAME = """<!doctype html>
<html lang="{{ page.language }}">
<head>
<title>{{ page.title }}</title>
{% block canonical %}{% endblock %}
{% block head %}{% endblock %}
</head>
<body>
<a href="#main">Skip</a>
<nav><a href="{{ site.home }}">Home</a> <a href="{{ site.map }}">All pages</a></nav>
<main id="main">{% block main %}{% endblock %}</main>
</body>
</html>
"""
PAGE = """{% extends "base.html" %}
{% block main %}
<h1>{{ page.heading }}</h1>
{{ entry.html }}
{% endblock %}
"""
ALWAYS = 12  # pages that every site of one language has: home, the lost page, and what is generated
ONLY_PAGE = """<!doctype html>
<html lang="en"><head><title>Circle</title></head>
<body><a href="#main">Skip</a><main id="main"><h1>Circle</h1>
</main></body></html>
"""
ABOUT = "---\ntitle: About\n---\n\nWho we are.\n\n## History\n\nLong ago.\n"


class Found(NamedTuple):
    """A problem of the checks: its code, its place, what is wrong."""

    code: str
    path: str
    line: int
    message: str


def hub(root: Path, files: Mapping[str, str | bytes], *, frame: str = FRAME, page: str = PAGE) -> Path:
    """Write a hub with a page `about.md`, a theme of its own, and the files."""
    theme = {"theme.yaml": "name: mine\nextends: harbor\n", "templates/base.html": frame, "templates/page.html": page}
    own = {f"themes/mine/{path}": text for path, text in theme.items()}
    return write_hub(root, {"site.yaml": SITE, "content/about.md": ABOUT, **own, **files})


def with_page_end(html: str) -> str:
    """Give a template of pages that ends with some HTML, on line 5."""
    return PAGE.replace("{% endblock %}", f"{html}\n{{% endblock %}}")


def with_frame_end(html: str) -> str:
    """Give a page frame that ends with some HTML, on line 12, so that it stands on every page."""
    return FRAME.replace("</body>", f"{html}\n</body>")


def reported(root: Path, *options: str) -> list[dict[str, object]]:
    """Give what `handrail check` says of the finished pages, as data."""
    answer = run(root, "check", "--report", "json", *options)
    problems: list[dict[str, object]] = json.loads(answer.output)["problems"]
    return [problem for problem in problems if str(problem["code"]).startswith("C7")]


def found(root: Path, *options: str) -> list[Found]:
    """Give the problems of the finished pages in short."""
    return [
        Found(str(p["code"]), str(p["path"]), int(str(p["line"])), str(p["message"])) for p in reported(root, *options)
    ]


def hints(root: Path, *options: str) -> list[str]:
    """Give what the problems of the finished pages advise."""
    return [str(problem["hint"]) for problem in reported(root, *options)]


def problems_of(html: str, path: str = "index.html") -> list[Found]:
    """Check a site of one file, which lives at https://example.org/hub/."""
    settings = SiteSettings.model_validate({"name": "Circle", "url": "https://example.org/hub/"})
    output, file = Output(path, "page.html", {}, "en"), File(path, html.encode())
    drawn = Drawn(
        settings, is_portable=False, outputs={path: output}, files={path: file}, sources={}, templates=(), private=()
    )
    return [Found(p.code, p.span.path, p.span.line, p.message) for p in check(drawn)]


def problems_with(html: str) -> list[Found]:
    """Check a site of one page, which is healthy but for some HTML on its line 4."""
    return problems_of(ONLY_PAGE.replace("</main>", f"{html}</main>"))
