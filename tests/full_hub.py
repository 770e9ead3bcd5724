"""A hub with a file of every kind, good as it stands, drawn in memory: what any one file in it does to a build."""

import io
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import PurePosixPath

from PIL import Image

from handrail.assemble import Request, assemble
from handrail.decoded import Row
from handrail.load import BUNDLED_DATA
from handrail.making import draw_all
from handrail.pieces import make_pieces
from handrail.problems import Problem, has_errors, in_order
from handrail.reports.github import annotations, job_summary
from handrail.reports.json_report import json_report
from handrail.reports.overlay import overlay
from handrail.reports.terminal import terminal_report
from handrail.sources import Hub, Source
from handrail.views import TEMPLATES
from hubs import HOME, SITE

TODAY = date(2026, 11, 22)
SETTINGS = f"{SITE}languages: [en, es]\nhelplines: [US]\ntheme: {{name: mine}}\n"
FRAME = '<meta name="generator" content="Handrail"><title>{{ page.title }}</title>{% block main %}{% endblock %}'
ENTRY = '{% extends "base.html" %}{% block main %}{{ entry.title }}{{ entry.html }}{% endblock %}'
PLAIN = '{% extends "base.html" %}'
WITH_BODY = ("page", "resource", "facilitation", "story", "news", "guideline")
WITH_PICTURE = "---\ntitle: Picture\n---\n\n![Chairs](a.png) ![Chairs](a.jpg) ![Chairs](a.gif) ![Chairs](a.svg)\n"

PAGE = """---
title: Better sleep
summary: What helps at night
topics: [sleep, anxiety]
reviewed: 2026-11-15
review_every: 12 months
sources: [{title: Sleep, url: https://www.nhs.uk/}]
redirects: [/old/]
needs: [cannot-sleep]
image: {src: ../a.png, alt: Chairs}
---

## At night {#night .calm}

Go [home](../index.md), look: ![Chairs](../a.png){ .decorative } <b onclick="x">now</b>[^1]

| When | What |
|------|:----:|
| 9 pm | rest |

- [ ] open the window
    - [x] a little

!!! note
    HTML stays out.

??? tip "More"
    Text

> quoted `code`

[^1]: A note.

*[HTML]: a language
"""
RUN_SHEET = """---
title: An evening
minutes: 15
steps:
  - {minutes: 5, title: Welcome, text: "Say [hello](../index.md)"}
  - minutes: 10
    title: Sharing
    text: |
      Read the *agreement*.
---

How we run it.
"""
PLACES = """places:
  - id: library
    name: {en: Library, es: Biblioteca}
    address: {street: 14 Alder Street, city: Millbrook}
    access: {step_free: yes}
  - {id: home, name: At home, private_venue: yes, region: North}
"""
MEETINGS = """meetings:
  - {name: Circle, slug: circle, day: tuesday, time: 19:00, minutes: 60, place: library}
"""
ROTA = """rota:
  - role: {en: Opening the room, es: Abrir la sala}
    meeting: circle
    people: [Ana, Ben, Chris T.]
    starts: 2026-11-24
    turn: month
    swaps: [{date: 2026-12-01, person: Eva}]
"""
TEMPLATE = """{% extends "base.html" %}
{% block main %}<h1>{{ entry.title|upper }}</h1>
{% for item in navigation.items %}{{ loop.index }} {{ item.href }}{% endfor %}
{% if entry.image %}{{ entry.image.src }}{% endif %}{% set count = entry.topics|length %}
{{ _("Hello %(name)s", name=count) }} {{ ngettext("one", "many", count) }}
{% macro link(x, y=1) %}{{ x.href }}{% endmacro %}{% with a = 1 %}{{ a + count }}{% endwith %}{% endblock %}
"""
TEXTS = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=n != 1;\n"

#, fuzzy
msgid "Home"
msgstr "Inicio"

msgid "Languages: %(languages)s"
msgstr "Idiomas: %(languages)s"

msgid "%(num)s minute"
msgid_plural "%(num)s minutes"
msgstr[0] "%(num)s minuto"
msgstr[1] "%(num)s minutos"
"""
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0" fill="url(#a)"/></svg>"""


def photo(kind: str) -> bytes:
    """Give a small photo, a JPEG turned on its side."""
    data, image = io.BytesIO(), Image.new("RGB", (8, 6), (200, 10, 10))
    turned = Image.Exif()
    turned[0x0112] = 6
    image.save(data, kind, exif=turned) if kind == "JPEG" else image.save(data, kind)
    return data.getvalue()


def animation() -> bytes:
    """Give a GIF of two pictures."""
    data = io.BytesIO()
    first, second = (Image.new("P", (8, 6), colour) for colour in (0, 1))
    first.save(data, "GIF", save_all=True, append_images=[second])
    return data.getvalue()


SEEDS: dict[str, bytes] = {
    "site.yaml": SETTINGS.encode(),
    "content/resources/sleep.md": PAGE.encode(),
    "content/facilitation/evening.md": RUN_SHEET.encode(),
    "content/places.yaml": PLACES.encode(),
    "content/meetings/all.yaml": MEETINGS.encode(),
    "content/rota.yaml": ROTA.encode(),
    "content/helplines.yaml": (BUNDLED_DATA / "FR.yaml").read_bytes(),
    "content/a.png": photo("PNG"),
    "content/a.jpg": photo("JPEG"),
    "content/a.gif": animation(),
    "content/a.svg": DRAWING.encode(),
    "themes/mine/theme.yaml": b"name: mine\nstyles: [a.css]\n",
    "themes/mine/styles/a.css": b"h1 { color: red } /* x */ @media (a) { p { b: url(c) } }\n",
    "themes/mine/templates/page.html": TEMPLATE.encode(),
    "themes/mine/translations/es.po": TEXTS.encode(),
}


@cache
def good_files() -> Mapping[str, bytes]:
    """Give a hub with a file of every kind and the smallest theme that keeps the contract."""
    templates = {"base.html": FRAME} | {
        name: ENTRY if name.removesuffix(".html") in WITH_BODY else PLAIN for name in TEMPLATES
    }
    texts = {f"themes/mine/templates/{name}": text for name, text in templates.items()}
    texts |= {"content/index.md": HOME, "content/picture.md": WITH_PICTURE}
    texts["content/hola.es.md"] = "---\ntitle: Hola\nreviewed: 2026-01-01\n---\n\nHola.\n"
    return {path: text.encode() for path, text in texts.items()} | SEEDS


@cache
def memo() -> Mapping[str, Row]:
    """Give what a build of the good hub remembers."""
    return drawn(good_files())[1]


def drawn(files: Mapping[str, bytes], memo: Mapping[str, Row] | None = None) -> tuple[int, Mapping[str, Row]]:
    """Draw a hub in memory, and its problems in every form; give the exit code, and what may be remembered."""
    sources = [Source(path, data) for path, data in sorted(files.items())]
    content, themes = ([s for s in sources if s.path.startswith(f"{folder}/")] for folder in ("content", "themes"))
    site = next(source for source in sources if source.path == "site.yaml")
    hub = Hub(site, tuple(content), tuple(themes), _bundled(), TODAY)
    assembly = assemble(hub, memo or {}, "engine", Request())
    problems = list(assembly.problems)
    if assembly.renderer:
        pieces = make_pieces((item.output for item in assembly.planned), memo or {}, "engine", 1).pieces
        problems += draw_all(assembly.planned, assembly.renderer, pieces, 1).problems
    _show(in_order(problems), files)
    return int(has_errors(problems)), assembly.new_rows


@cache
def _bundled() -> tuple[Source, ...]:
    return tuple(Source(f"helplines/{file.name}", file.read_bytes()) for file in sorted(BUNDLED_DATA.glob("US.yaml")))


def _show(problems: tuple[Problem, ...], files: Mapping[str, bytes]) -> None:
    lines = {path: data.decode("utf-8", "replace").split("\n") for path, data in files.items()}
    terminal_report(problems, lambda path, line: (lines.get(path, []) + [""] * line)[line - 1])
    annotations(problems, PurePosixPath())
    job_summary(problems)
    json_report(problems).encode()
    overlay(problems, is_stale=True)
