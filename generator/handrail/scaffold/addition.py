"""I/O: add a page or a record to a hub, after seeing in memory that the site still builds with it."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..addresses import in_language
from ..assemble import Request, assemble
from ..codes import Severity
from ..decode import decode_settings
from ..decode_data import decode_data
from ..load import PACKAGE, load
from ..problems import Problem
from ..setting import Setting
from ..settings import SiteSettings
from ..sources import Hub, Source
from ..spelling import did_you_mean
from ..yamltree import Fields, Items, read_yaml
from .entry import EntryWish, data_file_start, entry_id, page_file, record_file, record_text
from .files import append, write_new
from .refusal import Refusal
from .starter import NewFile

BODIES = PACKAGE / "starter" / "bodies"


class Added(NamedTuple):
    """What was written: the file, and the address it will have: whole when the site's own is known."""

    path: str
    address: str


def add_entry(root: Path, wish: EntryWish, today: date) -> Added | Refusal:
    """Write a new page, or a record behind those there are; nothing that exists is changed."""
    hub = load(root, today)
    settings = _settings(hub)
    if isinstance(settings, Refusal):
        return settings
    wish = wish._replace(title=" ".join(wish.title.split()))
    refused = _refused(wish, settings)
    if refused:
        return refused
    language = wish.language or settings.language
    wish = wish._replace(language="" if language == settings.language else language)
    own_file = not wish.kind.is_data or wish.kind.has_folder
    old = None if own_file else next((s for s in hub.content if s.path == f"content/{wish.kind.data_key}.yaml"), None)
    file = _file(wish, old, today)
    if isinstance(file, Refusal):
        return file
    if old is None and (root / file.path).exists():
        return Refusal(f'"{file.path}" is there already', "choose another title, or edit that file")
    refused = _spoiled(hub, Source(file.path, (old.data if old else b"") + file.data))
    if refused:
        return refused
    (append if old else write_new)(root, file)
    page = entry_id(wish, today) if wish.kind.template else wish.kind.section
    url = in_language(f"{page}/", language, settings.language)
    return Added(file.path, f"{settings.base_url or '/'}{url}")


def _settings(hub: Hub) -> SiteSettings | Refusal:
    if hub.settings is None:
        return Refusal("there is no site.yaml in this folder, so it is not a hub", "name the hub's folder with --root")
    configuration, problems = decode_settings(hub.settings)
    if configuration is None:
        return Refusal(f"site.yaml cannot be used: {problems[0].message}", problems[0].hint)
    return configuration.values


def _refused(wish: EntryWish, settings: SiteSettings) -> Refusal | None:
    languages = settings.all_languages
    if wish.language and wish.language not in languages:
        hint = did_you_mean(wish.language, languages, f"add {wish.language} to languages in site.yaml")
        return Refusal(f'"{wish.language}" is not a language of this site', hint)
    if not wish.title.isprintable() or not wish.slug or wish.slug == "index":
        return Refusal(f'"{wish.title}" cannot be an address', "choose another title, with letters or digits")
    return None


def _body(wish: EntryWish) -> str:
    name = wish.kind.name if (BODIES / f"{wish.kind.name}.md").is_file() else "page"
    return (BODIES / f"{name}.md").read_text("utf-8")


def _file(wish: EntryWish, old: Source | None, today: date) -> NewFile | Refusal:
    if wish.kind.has_folder:
        return record_file(wish)
    return _record(wish, old) if wish.kind.is_data else page_file(wish, _body(wish), today)


def _record(wish: EntryWish, old: Source | None) -> NewFile | Refusal:
    """Give what to write behind a data file's bytes, in its own way of ending and indenting lines."""
    path = f"content/{wish.kind.data_key}.yaml"
    if old is None:
        return NewFile(path, f"{data_file_start(wish.kind)}{record_text(wish)}".encode())
    newline = "\r\n" if b"\r\n" in old.data else "\n"
    gap = newline if old.data and not old.data.endswith(b"\n") else ""
    start = "" if old.data.strip() else data_file_start(wish.kind)
    text = (start + record_text(wish, _indent(old))).replace("\n", newline)
    file = NewFile(path, f"{gap}{text}".encode())
    plain = Setting((), {})  # what site.yaml allows counts below, when the whole site is seen
    before, after = (decode_data(Source(path, data), plain) for data in (old.data, old.data + file.data))
    new = [problem for problem in after.problems if problem not in before.problems]
    if new and new[0].code == "F210":
        return Refusal(new[0].message, "choose another title, or edit that record")
    if new or len(after.value) != len(before.value) + 1:
        hint = f"let it end with the list, {wish.kind.data_key}: and below it each record behind a hyphen"
        return Refusal(f"nothing can be added behind what {path} holds", hint)
    return file


def _indent(source: Source) -> str:
    """Give the blanks that stand before the hyphens of a data file's list."""
    node, _ = read_yaml(source.path, source.data.decode("utf-8-sig", errors="replace"))
    lists = [value for _, value in node.pairs if isinstance(value, Items)] if isinstance(node, Fields) else []
    return " " * (lists[0].span.column - 1) if lists else "  "


def _spoiled(hub: Hub, source: Source) -> Refusal | None:
    """Say what the site could not be built for, if it could before."""
    others = (known for known in hub.content if known.path != source.path)
    content = tuple(sorted((*others, source), key=lambda known: known.path))
    after = _errors(hub._replace(content=content))
    new = after - _errors(hub) if after else set()
    if not new:
        return None
    problem = min(new, key=lambda p: p.span)
    hint = "choose another title" if problem.code.startswith("P") else problem.hint
    return Refusal(f"the site could not be built with it: {problem.message}", hint)


def _errors(hub: Hub) -> set[Problem]:
    return {p for p in assemble(hub, {}, "", Request()).problems if p.severity is Severity.ERROR}
