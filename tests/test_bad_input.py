"""Whatever is in a hub's files, a build ends with problems or without, never with a traceback, and soon.

`run` raises what the program does not expect, so a test that reaches its end has seen no traceback.
"""

import io
import os
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from handrail.assemble import Request, assemble
from handrail.decoded import Row
from handrail.load import BUNDLED_DATA
from handrail.making import draw_all
from handrail.problems import Problem, has_errors, in_order
from handrail.reports.github import annotations, job_summary
from handrail.reports.json_report import json_report
from handrail.reports.overlay import overlay
from handrail.reports.terminal import terminal_report
from handrail.sources import Hub, Source
from handrail.views import TEMPLATES
from hubs import HOME, SITE, run, tree, write_hub

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
    data, image = io.BytesIO(), Image.new("RGB", (8, 6), (200, 10, 10))
    turned = Image.Exif()
    turned[0x0112] = 6
    image.save(data, kind, exif=turned) if kind == "JPEG" else image.save(data, kind)
    return data.getvalue()


def animation() -> bytes:
    data = io.BytesIO()
    first, second = (Image.new("P", (8, 6), colour) for colour in (0, 1))
    first.save(data, "GIF", save_all=True, append_images=[second])
    return data.getvalue()


# Where damage can sit: a file of the hub as it should be, and signs that mean something in it.
YAML = ("&a ", "*a", "!!x ", "{", "[", "]", "\t", "---", ": ", "- ", "\u2028", "\x85", "\x90", "|\n", "<<: *a", '"')
MARKDOWN = ("[", "](", "<script>", "\x02", "\x03", "```", "> ", "    ", "&#", "<!--", "<h2>", "</h3>", "[^1]: ", "|")
JINJA = ("{{", "}}", "{%", "%}", "|upper", "super()", '{% include "page.html" %}', "1//0", ".x", "|xmlattr", "*[]")
PO = ("msgid ", '"', "\\", "%(", "%(x)s", "%", "msgstr[9] ", "plural=n/0", "charset=foo", "nplurals=0", "n-5")
XML = ("<!ENTITY", "&a;", 'width="1e400"', "nan", "<", "²", "href='x'")
SEEDS: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "site.yaml": (SETTINGS.encode(), YAML),
    "content/resources/sleep.md": (PAGE.encode(), (*YAML, *MARKDOWN)),
    "content/facilitation/evening.md": (RUN_SHEET.encode(), (*YAML, *MARKDOWN)),
    "content/places.yaml": (PLACES.encode(), YAML),
    "content/helplines.yaml": ((BUNDLED_DATA / "FR.yaml").read_bytes(), YAML),
    "content/a.png": (photo("PNG"), ("IEND", "IDAT")),
    "content/a.jpg": (photo("JPEG"), ("\x00\x00", "\xff\xd8")),
    "content/a.gif": (animation(), ("\x00\x00", "\xff\xff")),
    "content/a.svg": (DRAWING.encode(), XML),
    "themes/mine/theme.yaml": (b"name: mine\nstyles: [a.css]\n", YAML),
    "themes/mine/styles/a.css": (b"h1 { color: red } /* x */ @media (a) { p { b: url(c) } }\n", JINJA),
    "themes/mine/templates/page.html": (TEMPLATE.encode(), JINJA),
    "themes/mine/translations/es.po": (TEXTS.encode(), PO),
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
    return {path: text.encode() for path, text in texts.items()} | {path: seed for path, (seed, _) in SEEDS.items()}


@cache
def bundled() -> tuple[Source, ...]:
    return tuple(Source(f"helplines/{file.name}", file.read_bytes()) for file in sorted(BUNDLED_DATA.glob("US.yaml")))


def drawn(files: Mapping[str, bytes], memo: Mapping[str, Row] | None = None) -> tuple[int, Mapping[str, Row]]:
    """Draw a hub in memory, and its problems in every form; give the exit code, and what may be remembered."""
    sources = [Source(path, data) for path, data in sorted(files.items())]
    content, themes = ([s for s in sources if s.path.startswith(f"{folder}/")] for folder in ("content", "themes"))
    site = next(source for source in sources if source.path == "site.yaml")
    hub = Hub(site, tuple(content), tuple(themes), bundled(), TODAY)
    assembly = assemble(hub, memo or {}, "engine", Request())
    problems = list(assembly.problems)
    if assembly.renderer:
        problems += draw_all(assembly.planned, assembly.renderer, 1).problems
    show(in_order(problems), files)
    return int(has_errors(problems)), assembly.new_rows


def show(problems: tuple[Problem, ...], files: Mapping[str, bytes]) -> None:
    lines = {path: data.decode("utf-8", "replace").split("\n") for path, data in files.items()}
    terminal_report(problems, lambda path, line: (lines.get(path, []) + [""] * line)[line - 1])
    annotations(problems, PurePosixPath())
    job_summary(problems)
    json_report(problems).encode()
    overlay(problems, is_stale=True)


@cache
def memo() -> Mapping[str, Row]:
    return drawn(good_files())[1]


@st.composite
def damaged(draw: st.DrawFn, seed: bytes, signs: tuple[str, ...]) -> bytes:
    """Draw a file with a few places cut, overwritten or filled with signs that mean something."""
    data = seed
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        cut = draw(st.sampled_from((0, 0, 1, 2, 9, len(data))))
        put = draw(st.sampled_from(signs).map(str.encode) | st.binary(max_size=3)) * draw(st.sampled_from((1, 1, 40)))
        data = data[:start] + put + data[start + cut :]
    return data


def test_the_hub_that_is_damaged_here_is_good() -> None:
    assert drawn(good_files())[0] == 0


@pytest.mark.parametrize("path", SEEDS)
@settings(deadline=None, max_examples=15)
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_a_file_of_any_bytes_gives_no_traceback(path: str, data: bytes) -> None:
    assert drawn({**good_files(), path: data}, memo())[0] in (0, 1)


@pytest.mark.parametrize("path", SEEDS)
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_a_damaged_file_gives_no_traceback(path: str, data: st.DataObject) -> None:
    assert drawn({**good_files(), path: data.draw(damaged(*SEEDS[path]))}, memo())[0] in (0, 1)


def link_to_itself(file: Path) -> None:
    file.symlink_to(file.name)


def link_in_a_circle(file: Path) -> None:
    file.symlink_to("b.md")
    file.with_name("b.md").symlink_to(file.name)


def link_to_nothing(file: Path) -> None:
    file.symlink_to("gone.md")


def link_upwards(file: Path) -> None:
    file.symlink_to("..")


def name_not_utf_8(file: Path) -> None:
    (file.parent / os.fsdecode(b"caf\xe9.md")).write_text(HOME)


def name_too_long_for_a_picture(file: Path) -> None:
    file.with_name(f"{'n' * 251}.png").write_bytes(photo("PNG"))
    file.write_text(f"---\ntitle: Long\n---\n\n![Long]({'n' * 251}.png)\n")


def folders_in_folders(file: Path) -> None:
    folder = file.parent / "/".join("f" * 300)
    folder.mkdir(parents=True)
    (folder / "deep.md").write_text(HOME)


def folder_named(name: str) -> Callable[[Path], None]:
    return lambda file: file.with_name(name).mkdir()


def file_named(name: str) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        file.with_name(name).write_text(HOME)

    return write


ODDITIES: dict[str, Callable[[Path], None]] = {
    "a pipe": os.mkfifo,
    "a link to itself": link_to_itself,
    "links in a circle": link_in_a_circle,
    "a link to nothing": link_to_nothing,
    "a link upwards": link_upwards,
    "a folder like a page": folder_named("a.md"),
    "a folder like a data file": folder_named("places.yaml"),
    "a folder like a picture": folder_named("a.png"),
    "a name that is not UTF-8": name_not_utf_8,
    "a name with a line break": file_named("a\nb.md"),
    "a name with a backslash": file_named("a\\b.md"),
    "a name with a question mark": file_named("a?.md"),
    "a name with a quote": file_named("a'\"b.md"),
    "a name of dots": file_named("....md"),
    "a name without letters": file_named("—.md"),
    "a name with combining signs": file_named("a\u0301\u0301.md"),
    "a very long name": file_named(f"{'n' * 252}.md"),
    "a very long name of a picture": name_too_long_for_a_picture,
    "folders in folders": folders_in_folders,
}


@pytest.mark.parametrize("oddity", ODDITIES)
def test_an_odd_file_gives_no_traceback(oddity: str, tmp_path: Path, memory: Path) -> None:
    root = write_hub(tmp_path / "hub", {})
    (root / ".handrail").symlink_to(memory)
    ODDITIES[oddity](root / "content/a.md")
    assert run(root, "build").exit_code in (0, 1)


BREAKAGES = {
    "site.yaml": b'name: "Circle\n',
    "content/index.md": b"---\ntitel: Home\n---\n",
    "content/new.md": b"---\ntitle: New\n---\n\n[x](y.md)\n",
    "content/cafe.md": "---\ntitle: Café\n---\n".encode("latin-1"),
    "content/places.yaml": b"places:\n  - name: Library\n",
    "content/a.png": b"no picture",
    "content/a?.md": b"---\ntitle: Now\n---\n",
    "content/about/index.md": b"---\ntitle: The other\n---\n",
    "themes/mine/theme.yaml": b"nam: mine\n",
    "themes/mine/templates/page.html": b"{{ entry.titel }}",
    "themes/mine/templates/home.html": b"{{ home.image.src }}",
    "themes/mine/translations/es.po": b'msgid "Home"\nmsgstr "Inicio\n',
}


@pytest.fixture(scope="module")
def good_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = f"{SITE}theme: {{name: mine}}\n"
    about = "---\ntitle: About\n---\n\nWho we are.\n"
    files = {"site.yaml": site, "content/about.md": about, "themes/mine/theme.yaml": "name: mine\nextends: harbor\n"}
    return write_hub(tmp_path_factory.mktemp("good"), files)


@pytest.mark.parametrize("path", BREAKAGES)
def test_an_error_leaves_the_last_good_site_whole_byte_for_byte(path: str, good_hub: Path) -> None:
    file = good_hub / path
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_bytes() if file.exists() else None
    assert run(good_hub, "build").exit_code == 0
    published = tree(good_hub / "output")
    file.write_bytes(BREAKAGES[path])
    try:
        assert (run(good_hub, "build").exit_code, tree(good_hub / "output")) == (1, published)
    finally:
        file.unlink()
        if before is not None:
            file.write_bytes(before)


BOMBS = {
    "brackets in a header": "---\ntitle: Bomb\ntopics: " + "[" * 10_000 + "\n---\n",
    "braces in a header": "---\ntitle: " + "{a: " * 10_000 + "\n---\n",
    "questions in a header": "---\n" + "? " * 10_000 + "\n---\n",
    "dashes in a header": "---\ntitle:\n  " + "- " * 10_000 + "\n---\n",
    "quotes": "---\ntitle: Bomb\n---\n\n" + ">" * 10_000,
    "brackets": "---\ntitle: Bomb\n---\n\n" + "[" * 10_000,
    "links never closed": "---\ntitle: Bomb\n---\n\n" + "[a](" * 2_500,
    "stars": "---\ntitle: Bomb\n---\n\n" + "*a **b " * 1_400,
    "backticks": "---\ntitle: Bomb\n---\n\n" + "`a``" * 2_500,
    "angles": "---\ntitle: Bomb\n---\n\n" + "<" * 10_000,
    "elements": "---\ntitle: Bomb\n---\n\n" + "<div>" * 2_000,
    "the same heading": "---\ntitle: Bomb\n---\n\n" + "## a\n\n" * 1_500,
    "lists in lists": "---\ntitle: Bomb\n---\n\n" + "\n".join(f"{'    ' * depth}- a" for depth in range(200)),
    "blanks": "---\ntitle: Bomb\n---\n\n" + "a" + " " * 10_000,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_page_built_to_take_for_ever_takes_seconds(bomb: str) -> None:
    started = time.process_time()
    drawn({**good_files(), "content/bomb.md": BOMBS[bomb].encode()}, memo())
    assert time.process_time() - started < 4
