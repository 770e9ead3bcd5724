"""Pure: from what was read to the plan of everything that is published: decode, link, plan, joined together."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from .body_walk import Phrases
from .colour import nearest_usable
from .contract import Examined, examine
from .decode import Configuration, decode_settings
from .decoded import (
    Decoded,
    Row,
    decode_source,
    examined_from_row,
    examined_to_row,
    from_row,
    is_decodable,
    to_row,
)
from .digest import digest, digest_bytes
from .discretion import discretion_problems
from .distress import is_distress, read_distress
from .edition import Edition, Options
from .kinds import KINDS
from .leaving import exit_problems
from .link import Material, known_needs, known_types, link
from .model import Entry
from .parallel import map_parallel
from .pieces import memo_keys
from .plan import Planned, plan
from .problems import Problem, Span, has_errors
from .render import Renderer, environment_of
from .setting import Setting
from .settings import SiteSettings
from .sources import Hub, Source
from .theme import Theme, read_theme
from .translation import SOURCE_LANGUAGE, Catalogue, Translator, is_known
from .wording import BODY_WORDS, CORE_TEXTS, NOTE_TITLES
from .yamltree import Fields

DOCUMENTS = frozenset(
    ("pdf", "docx", "odt", "rtf", "txt", "csv", "xlsx", "ods", "pptx", "odp", "ics", "epub", "vtt", "mp3", "m4a", "ogg")
)
WORTH_A_PROCESS = 150_000  # bytes of Markdown; below, starting a process costs more than it saves


class Request(NamedTuple):
    """What a build was asked for: an address that replaces the settings', how to publish, how many processes."""

    base_url: str | None = None
    options: Options = Options()
    jobs: int = 1


class Assembly(NamedTuple):
    """A planned site: all outputs with their keys, who draws them, and what to remember.

    `edition` and `renderer` are `None` when mistakes keep the site from being planned. `records` are those of all data
    files, drafts too.
    """

    planned: tuple[Planned, ...]
    edition: Edition | None
    renderer: Renderer | None
    problems: tuple[Problem, ...]
    new_rows: Mapping[str, Row]
    old_keys: frozenset[str]
    records: tuple[Entry, ...] = ()


def assemble(hub: Hub, memo: Mapping[str, Row], engine: str, request: Request) -> Assembly:
    """Plan the whole site of a hub, decoding only what `memo` does not remember."""
    problems = [*hub.problems]
    configuration, is_default = _configuration(hub, request, problems)
    named_at = configuration.place("theme", "name")
    theme, found = read_theme(hub.themes, configuration.values.theme.name, named_at)
    problems += found
    setting = _setting(configuration, theme)
    decoded, new_rows, keys = _decode_all(hub, setting, memo, engine, request.jobs)
    for item in decoded.values():
        problems += item.problems if not is_default else _independent_of_settings(item)
    material = _material(hub, decoded, problems)
    rows = (new_rows, frozenset(memo) - keys)
    site, found = link(configuration, material, hub.today)
    problems += found if not is_default else ()
    problems += _accent_problem(configuration)
    problems += (*exit_problems(configuration), *discretion_problems(configuration))
    if theme is None:
        return Assembly((), None, None, tuple(problems), *rows)
    examined, more_rows = _examined(theme, memo, engine)
    rows = ({**new_rows, **more_rows[0]}, frozenset(memo) - keys - more_rows[1])
    problems += examined.problems
    problems += () if is_default else _missing_texts(theme, examined, configuration)
    renderer = Renderer(theme, examined.closures)
    if has_errors(problems):
        return Assembly((), None, None, tuple(problems), *rows)
    edition = Edition(site, theme, request.options)
    planned, found = plan(edition, renderer.recipe_digest, engine)
    rows = rows[0], rows[1] - memo_keys((item.output for item in planned), engine)
    records = tuple(e for e in (*material.entries, *material.bundled_lines) if e.kind.is_data)
    return Assembly(planned, edition, renderer, (*problems, *found), *rows, records)


def _configuration(hub: Hub, request: Request, problems: list[Problem]) -> tuple[Configuration, bool]:
    """Give the settings; when they cannot be used, defaults with which mistakes elsewhere are still found."""
    configuration = None
    if hub.settings:
        configuration, found = decode_settings(hub.settings)
        problems += found
    if configuration is None:
        values = SiteSettings.model_validate({"name": "A hub", "url": "https://example.org/"})
        return Configuration(values, Fields((), Span("site.yaml"))), True
    for index, language in enumerate(configuration.values.all_languages):
        if not is_known(language):
            place = configuration.place("languages", index)
            message = f'the language "{language}" has no dates and names that Handrail could use'
            problems.append(Problem("F208", place, message, "use a code such as en, es or pt-BR"))
            return configuration, True
    if request.base_url:
        values = configuration.values.model_copy(update={"url": request.base_url})
        configuration = Configuration(values, configuration.node)
    return configuration, False


def _independent_of_settings(item: Decoded) -> Iterator[Problem]:
    """Leave out what may be wrong only because site.yaml could not be read."""
    return (problem for problem in item.problems if problem.code not in ("F208", "F212"))


def _setting(configuration: Configuration, theme: Theme | None) -> Setting:
    catalogues = theme.catalogues if theme else {}
    phrases = {}
    for language in configuration.values.all_languages:
        catalogue = catalogues.get(language) or catalogues.get(language.split("-")[0]) or Catalogue(language)
        say = Translator(catalogue).text
        titles = tuple((kind, say(title)) for kind, title in NOTE_TITLES.items())
        back, table, done, elsewhere = (say(words) for words in BODY_WORDS)
        phrases[language] = Phrases(back, table, done, elsewhere, titles)
    known = known_needs(configuration), known_types(configuration)
    return Setting(configuration.values.all_languages, phrases, *known)


def _decode_all(
    hub: Hub, setting: Setting, memo: Mapping[str, Row], engine: str, jobs: int
) -> tuple[dict[str, Decoded], dict[str, Row], frozenset[str]]:
    """Decode every source that has a meaning; give results by path, rows to remember, and the keys in use."""
    bundled = [s for s in hub.bundled if s.path.endswith(".yaml") and not is_distress(s)]
    sources = [*(source for source in hub.content if is_decodable(source.path)), *bundled]
    base = f"{engine}{digest(setting)}".encode()
    keys = {source.path: digest_bytes(base, source.path.encode(), source.digest.encode()) for source in sources}
    decoded: dict[str, Decoded] = {}
    unknown = []
    for source in sources:
        remembered = _remembered(memo.get(keys[source.path]))
        if remembered is None:
            unknown.append(source)
        else:
            decoded[source.path] = remembered
    size = sum(len(source.data) for source in unknown)
    rows = map_parallel(partial(_row, setting), unknown, jobs if size > WORTH_A_PROCESS else 1)
    new_rows = {keys[source.path]: row for source, row in zip(unknown, rows, strict=True)}
    decoded |= {source.path: from_row(row) for source, row in zip(unknown, rows, strict=True)}
    return {source.path: decoded[source.path] for source in sources}, new_rows, frozenset(keys.values())


def _row(setting: Setting, source: Source) -> Row:
    return to_row(decode_source(source, setting))


def _remembered(row: Row | None) -> Decoded | None:
    try:
        return from_row(row) if row else None
    except (ValueError, TypeError, LookupError, StopIteration):
        return None  # a damaged memo costs only time


def _examined(
    theme: Theme, memo: Mapping[str, Row], engine: str
) -> tuple[Examined, tuple[dict[str, Row], frozenset[str]]]:
    """Give what is known of the theme's templates, with the row to remember, if new, and its key."""
    digests = (f"{name} {source.path} {source.digest}".encode() for name, source in theme.templates.items())
    key = digest_bytes(engine.encode(), *digests)
    try:
        if key in memo:
            return examined_from_row(memo[key]), ({}, frozenset({key}))
    except (ValueError, TypeError, LookupError):
        pass  # a damaged memo costs only time
    examined = examine(environment_of(theme), theme.templates)
    return examined, ({key: examined_to_row(examined)}, frozenset({key}))


def _material(hub: Hub, decoded: Mapping[str, Decoded], problems: list[Problem]) -> Material:
    content = hub.content
    entries = [e for s in content if s.path in decoded for e in decoded[s.path].entries]
    lines = tuple(entry for source in hub.bundled if source.path in decoded for entry in decoded[source.path].entries)
    pictures = {path: item.picture for path, item in decoded.items() if item.picture}
    files = {}
    broken = {path for path, item in decoded.items() if not item.entries and not item.picture}
    for source in content:
        ending = posixpath.splitext(source.path)[1].lower().lstrip(".")
        if source.path in pictures or ending in DOCUMENTS:
            files[source.path] = source
        elif source.path not in decoded:
            message = f"files of the kind .{ending} are not published" if ending else "this file is not published"
            hint = "save it as PDF or a picture, or move it out of content/"
            problems.append(Problem("L106", Span(source.path), message, hint))
            broken.add(source.path)
    broken |= {p.span.path for p in problems if p.code.startswith("L")}
    distress, found = read_distress(source for source in hub.bundled if is_distress(source))
    problems += found
    return Material(tuple(entries), lines, frozenset(broken), pictures, files, hub.published, distress)


def _accent_problem(configuration: Configuration) -> Iterator[Problem]:
    accent = configuration.values.theme.accent
    better = nearest_usable(accent)
    if better:
        message = f'text in the colour "{accent}" could not be read well on a light page'
        hint = f'the nearest colour that can is "{better}"'
        yield Problem("T506", configuration.place("theme", "accent"), message, hint)


def _missing_texts(theme: Theme, examined: Examined, configuration: Configuration) -> Iterator[Problem]:
    """Find texts without a translation, once for each language of the site but the one they are written in."""
    core = [("", 0, text) for text in (*CORE_TEXTS, *(kind.title for kind in KINDS))]
    for language in configuration.values.all_languages:
        if language.split("-")[0] == SOURCE_LANGUAGE:
            continue
        catalogue = theme.catalogues.get(language) or theme.catalogues.get(language.split("-")[0])
        if catalogue is None:
            message = f'the theme "{theme.name}" has no texts in the language "{language}"'
            hint = f"add the file translations/{language}.po to the theme"
            yield Problem("T507", configuration.place("languages"), message, hint)
            continue
        asked = (*examined.texts, *core)
        missing = {text: (name, line) for name, line, text in reversed(asked) if text not in catalogue.messages}
        if missing:
            text, (template, line) = next(reversed(missing.items()))
            path = theme.templates[template].path if template else f"themes/{theme.name}"
            more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
            have = "have" if more else "has"
            message = f'"{text[:60]}"{more} {have} no translation into the language "{language}"'
            hint = f"add {'them' if more else 'it'} to translations/{language}.po"
            yield Problem("T507", Span(path, line), message, hint)
