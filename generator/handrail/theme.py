"""Pure: a theme's files become templates, one style sheet, and translations."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, NamedTuple

import rcssmin
import rjsmin
from pydantic import Field

from .fieldtypes import Line, Slug
from .plaintext import text_of
from .problems import Outcome, Problem, Span
from .schema import Record, read_record
from .sources import Source
from .spelling import did_you_mean
from .translation import Catalogue, read_catalogue


class ThemeFile(Record):
    """theme.yaml: what a theme is called, what it builds on, and its style sheets in order."""

    label: ClassVar[str] = "a theme"

    name: Line = Field(description="What it is called", examples=["harbor"])
    extends: Slug | None = Field(default=None, description="The theme it builds on", examples=["harbor"])
    styles: tuple[Line, ...] = Field(default=(), description="Files in styles/, in order", examples=["[base.css]"])
    only_in: Mapping[Line, tuple[Line, ...]] = Field(
        default={},
        description="Files in styles/ that only some templates need, and which; other pages do without",
        examples=["{paper.css: [print-list.html]}"],
    )


class StyleSheet(NamedTuple):
    """A style sheet, made small, and the templates that need it; `None` for all."""

    css: str
    only_in: frozenset[str] | None


class Theme(NamedTuple):
    """A theme with everything it inherits: files by name, the nearest theme's first.

    `templates` maps a name such as `page.html` to its source; `catalogues` a language to its texts; `scripts` a name
    such as `finder.js` to its code, made small, below the licence that lies beside it, if one does.
    """

    name: str
    templates: Mapping[str, Source]
    styles: tuple[StyleSheet, ...]
    static: Mapping[str, Source]
    catalogues: Mapping[str, Catalogue]
    scripts: Mapping[str, str]

    def style_of(self, templates: tuple[str, ...]) -> str:
        """Give the style of the pages that a template draws with those it includes: every sheet they need, in order."""
        return "".join(s.css for s in self.styles if s.only_in is None or not s.only_in.isdisjoint(templates))


def read_theme(sources: Iterable[Source], name: str, named_at: Span) -> Outcome[Theme | None]:
    """Join a theme with those it extends. Problems: T501, T502, T505, T510, Y, F."""
    by_path = {source.path: source for source in sources}
    known = sorted({path.split("/")[1] for path in by_path})
    problems: list[Problem] = []
    chain: list[ThemeFile] = []
    names: list[str] = []
    wanted: str | None = name
    while wanted:
        if wanted in names:
            message = f"the themes {', '.join(names)} extend each other"
            return Outcome(None, (*problems, Problem("T505", named_at, message, "let the last one extend nothing")))
        if f"themes/{wanted}/theme.yaml" not in by_path:
            message = f'there is no theme "{wanted}"'
            hint = did_you_mean(wanted, known, f"use one of: {', '.join(known)}")
            return Outcome(None, (*problems, Problem("T501", named_at, message, hint)))
        read, found = read_record(by_path[f"themes/{wanted}/theme.yaml"], ThemeFile)
        problems += found
        if read is None:
            return Outcome(None, tuple(problems))
        file, _ = read
        names.append(wanted)
        chain.append(file)
        wanted = file.extends
    files = _shadowed(by_path, names)
    styles = _styles(files, tuple(reversed(chain)), named_at, problems)
    catalogues = _catalogues(by_path, names, problems)
    scripts = dict(_scripts(_below(files, "scripts"), problems))
    templates, static = _below(files, "templates"), _below(files, "static")
    return Outcome(Theme(name, templates, styles, static, catalogues, scripts), tuple(problems))


def _shadowed(by_path: Mapping[str, Source], names: list[str]) -> dict[str, Source]:
    """Give each file of the chain by its name within its theme; a nearer theme's file hides a farther one's."""
    files: dict[str, Source] = {}
    for name in reversed(names):
        prefix = f"themes/{name}/"
        files.update({path.removeprefix(prefix): s for path, s in by_path.items() if path.startswith(prefix)})
    return files


def _below(files: Mapping[str, Source], folder: str) -> dict[str, Source]:
    prefix = f"{folder}/"
    return {path.removeprefix(prefix): source for path, source in sorted(files.items()) if path.startswith(prefix)}


def _styles(
    files: Mapping[str, Source], chain: tuple[ThemeFile, ...], named_at: Span, problems: list[Problem]
) -> tuple[StyleSheet, ...]:
    """Give the sheets that the themes of a chain name, the base's first."""
    there = _below(files, "styles")
    only_in = {sheet: templates for file in chain for sheet, templates in file.only_in.items()}
    sheets = []
    for name in dict.fromkeys((*(sheet for file in chain for sheet in file.styles), *only_in)):
        if name in there:
            text, unreadable = text_of(there[name])
            problems += unreadable
            needed_in = frozenset(only_in[name]) if name in only_in else None
            sheets.append(StyleSheet(str(rcssmin.cssmin(text or "")), needed_in))
        else:
            message = f'the theme names the style sheet "{name}", which is not in its styles/'
            problems.append(Problem("T502", named_at, message, did_you_mean(name, there, "add the file")))
    known = _below(files, "templates")
    for sheet, template in ((sheet, name) for sheet, names in only_in.items() for name in names if name not in known):
        message = f'the theme keeps {sheet} for the template "{template}", which it does not have'
        problems.append(Problem("T502", named_at, message, did_you_mean(template, known, "name one of its templates")))
    return tuple(sheets)


def _scripts(files: Mapping[str, Source], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for name, source in files.items():
        if name.endswith(".js"):
            text, unreadable = text_of(source)
            problems += unreadable
            terms = files.get(posixpath.join(posixpath.dirname(name), "LICENSE"))
            notice = f"/*!\n{terms.data.decode(errors='replace')}*/\n" if terms else ""
            yield name, notice + str(rjsmin.jsmin(text or ""))


def _catalogues(by_path: Mapping[str, Source], names: list[str], problems: list[Problem]) -> dict[str, Catalogue]:
    catalogues: dict[str, Catalogue] = {}
    for name in reversed(names):
        prefix = f"themes/{name}/translations/"
        for path, source in sorted(by_path.items()):
            if path.startswith(prefix) and path.endswith(".po"):
                language = path.removeprefix(prefix).removesuffix(".po").replace("_", "-")
                catalogue, found = read_catalogue(source, language)
                problems += found
                below = catalogues.get(language, Catalogue(language))
                catalogues[language] = catalogue.over(below)
    return catalogues
