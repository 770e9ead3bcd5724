"""Pure: the sample content becomes the start of a new hub: without its fiction, in the languages asked for."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from ..fieldtypes import LANGUAGE
from ..paths import resolve
from ..sources import Source

WRITTEN_IN = "en"  # the language of sample pages whose names do not tell
TRUE_FOR_ONE_HUB = ("stories", "news")  # sections whose pages tell of the sample group only; their introductions stay
MENU = ("right-now", "meetings", "resources", "guidelines", "facilitation", "stories", "about")
MENU_NEEDS = {"right-now": "resources"}
OF_RECORDS = "meetings"  # without a record or a page in the main language there is no such section yet
FICTION = re.compile(r"^# fictional\b", re.MULTILINE | re.IGNORECASE)
HEADER = re.compile(r"---\n.*?^---$", re.MULTILINE | re.DOTALL)
INLINE_LINK = re.compile(r"\[([^][]*)\]\(([^)\s#]+\.md)(#[^)\s]*)?\)")


class NewFile(NamedTuple):
    """A file to be written; `path` is relative to the new hub."""

    path: str
    data: bytes


def starter_files(
    sample: Iterable[Source], for_new_hubs: Iterable[Source], languages: tuple[str, ...]
) -> tuple[NewFile, ...]:
    """Give the files of a new hub's content/, in `languages`, the main one first.

    Pages written `for_new_hubs` replace those of the sample. Its fiction and data files stay behind, but for stories
    that a kept page links to. A link to a page in a language left out becomes plain words.
    """
    content = {source.path: source for source in (*sample, *for_new_hubs)}.values()
    texts = {source.path: source.data.decode() for source in content if source.path.endswith(".md")}
    pages = {path: text for path, text in texts.items() if language_of(path) in languages}
    kept = _with_linked(pages, {source.path for source in for_new_hubs})
    names = {path: _renamed(path, languages[0]) for path in kept}
    written = [NewFile(names[path], _relinked(path, pages[path], names, texts).encode()) for path in sorted(kept)]
    others = [NewFile(s.path, s.data) for s in content if not s.path.endswith((".md", ".yaml"))]
    return (*written, *others)


def starter_languages(content: Iterable[Source], main: str, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Give the languages of a new hub: those asked for, and English when no page would be left without it."""
    available = {language_of(source.path) for source in content if source.path.endswith(".md")}
    wanted = dict.fromkeys((main, *(asked or (WRITTEN_IN,))))
    return (*wanted,) if available & set(wanted) else (*wanted, WRITTEN_IN)


def language_of(path: str) -> str:
    """Give a sample page's language, from its name."""
    suffix = posixpath.splitext(path.removesuffix(".md"))[1].lstrip(".")
    return suffix if LANGUAGE.fullmatch(suffix) else WRITTEN_IN


def menu(files: Iterable[NewFile]) -> tuple[str, ...]:
    """Give the menu entries that lead somewhere in a new hub."""
    paths = {file.path.removeprefix("content/") for file in files}
    names = {re.split(r"[/.]", path)[0] for path in paths}
    if f"{OF_RECORDS}/index.md" not in paths:
        names.discard(OF_RECORDS)
    return tuple(name for name in MENU if MENU_NEEDS.get(name, name) in names)


def _with_linked(pages: Mapping[str, str], true: set[str]) -> set[str]:
    """Give the pages that are no fiction, and all that can be reached from them."""
    kept = {path for path, text in pages.items() if path in true or not _is_fiction(path, text)}
    waiting = list(kept)
    while waiting:
        current = waiting.pop()
        new = {path for path in _linked(current, pages[current]) if path in pages} - kept
        kept |= new
        waiting += new
    return kept


def _is_fiction(path: str, text: str) -> bool:
    folder, _, name = path.removeprefix("content/").partition("/")
    if folder in TRUE_FOR_ONE_HUB and not name.startswith("index."):
        return True
    header = HEADER.match(text)
    return bool(header and FICTION.search(header.group()))


def _linked(path: str, text: str) -> Iterator[str]:
    for match in INLINE_LINK.finditer(text):
        yield resolve(path, unquote(match[2])) or ""


def _renamed(path: str, main: str) -> str:
    """Give a page's name in a hub whose main language needs no ending."""
    language = language_of(path)
    stem = path.removesuffix(".md").removesuffix(f".{language}")
    return f"{stem}.md" if language == main else f"{stem}.{language}.md"


def _relinked(path: str, text: str, names: Mapping[str, str], known: Mapping[str, str]) -> str:
    """Let a page's links follow the files they mean to their new names."""

    def link(match: re.Match[str]) -> str:
        target = resolve(path, unquote(match[2])) or ""
        if target in names:
            return f"[{match[1]}]({posixpath.relpath(names[target], posixpath.dirname(path))}{match[3] or ''})"
        return match[1] if target in known else match[0]

    return INLINE_LINK.sub(link, text)
