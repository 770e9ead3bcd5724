"""I/O: read every source of a hub, once, and interpret nothing."""

import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from .problems import Problem, Span
from .sources import RECORD_FILE, Hub, Source

PACKAGE = Path(__file__).parent
BUNDLED_THEMES = next(p for p in (PACKAGE / "themes", PACKAGE.parents[1] / "themes") if p.is_dir())
BUNDLED_DATA = PACKAGE / "reference" / "helplines"
BUNDLED_WORDS = PACKAGE / "reference" / "distress"

MAX_TEXT_BYTES = 1_000_000
MAX_FILE_BYTES = 20_000_000
TEXT_ENDINGS = (".md", ".yaml", ".yml", ".html", ".css", ".po")
LEFT_BEHIND = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig")
LITTER = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})

Found = tuple[list[Source], list[Problem]]


def load(root: Path, today: date) -> Hub:
    """Read a hub's folder. Problems: L101 to L105, L107, L109; what could not be read is left out."""
    problems: list[Problem] = []
    settings = _read_settings(root, problems)
    content = _read_tree(root / "content", "content", root, problems)
    if settings and not content and not problems:
        message = "there are no pages in content/ yet"
        problems.append(Problem("L109", Span("content"), message, "write content/index.md, the first page"))
    bundled = _read_tree(BUNDLED_THEMES, "themes", BUNDLED_THEMES, problems)
    own = _read_tree(root / "themes", "themes", root, problems)
    mine = {source.path.split("/")[1] for source in own}
    themes = sorted((*own, *(s for s in bundled if s.path.split("/")[1] not in mine)), key=_path)
    data = _read_tree(BUNDLED_DATA, "helplines", BUNDLED_DATA, problems)
    words = _read_tree(BUNDLED_WORDS, "distress", BUNDLED_WORDS, problems)
    record = root / RECORD_FILE
    published = _read_file(record, RECORD_FILE, problems) if record.exists() else None
    return Hub(settings, tuple(content), tuple(themes), (*data, *words), today, tuple(problems), published)


def _path(source: Source) -> str:
    return source.path


def _read_settings(root: Path, problems: list[Problem]) -> Source | None:
    if not (root / "site.yaml").is_file():
        message = "there is no site.yaml in this folder, so it is not a hub"
        hint = "change to the hub's folder, name it with --root, or start one with: handrail new my-hub"
        problems.append(Problem("L101", Span("site.yaml"), message, hint))
        return None
    if not _is_within(root / "site.yaml", root.resolve()):
        problems.append(_leads_out("site.yaml"))
        return None
    return _read_file(root / "site.yaml", "site.yaml", problems)


def _read_tree(folder: Path, name: str, fence: Path, problems: list[Problem]) -> list[Source]:
    """Read all files below a folder, sorted by path; symbolic links may not lead out of `fence`."""
    if folder.is_dir() and not _is_within(folder, fence.resolve()):
        problems.append(_leads_out(name))
        return []
    sources = []
    for file, path in _files(folder, name, fence.resolve(), problems, frozenset()):
        source = _read_file(file, path, problems)
        if source:
            sources.append(source)
    return sorted(sources, key=_path)


def _files(
    folder: Path, name: str, fence: Path, problems: list[Problem], above: frozenset[Path]
) -> Iterator[tuple[Path, str]]:
    real = folder.resolve()
    if not folder.is_dir() or real in above:
        return
    try:
        found = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        problems.append(_unreadable(name, error))
        return
    for item in found:
        path = f"{name}/{item.name}"
        if _is_litter(item.name):
            continue
        if not item.name.isprintable() or any(sign in item.name for sign in '\\?#%"<>|*:') or not _is_text(item.name):
            problems.append(_unusable_name(path))
        elif item.is_symlink() and not _is_within(Path(item.path), fence):
            problems.append(_leads_out(path))
        elif _is_folder(item, path, problems):
            if item.name.endswith(".md"):
                message = "this is a folder, but its name ends in .md like a page's"
                problems.append(Problem("L104", Span(path), message, "rename the folder"))
            yield from _files(Path(item.path), path, fence, problems, above | {real})
        else:
            yield Path(item.path), path


def _is_folder(item: os.DirEntry[str], path: str, problems: list[Problem]) -> bool:
    try:
        return item.is_dir()
    except OSError as error:
        problems.append(_unreadable(path, error))
        return False


def _is_within(file: Path, fence: Path) -> bool:
    """Tell whether a file or folder, with all links followed, lies in the hub; one that circles is left to fail."""
    try:
        return file.resolve().is_relative_to(fence)
    except (OSError, RuntimeError):
        return True


def _leads_out(path: str) -> Problem:
    message = "this is a link to a file or folder outside the hub"
    return Problem("L103", Span(path), message, "copy it into the hub instead")


def _is_litter(name: str) -> bool:
    """Tell whether a file is what an editor or system leaves lying about."""
    return name.startswith(".") or name.endswith(LEFT_BEHIND) or name in LITTER


def _is_text(name: str) -> bool:
    """Tell whether a name can be written as text: on Linux any bytes can name a file."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _unusable_name(path: str) -> Problem:
    shown = path.encode(errors="replace").decode()
    message = "this file's name cannot be part of an address"
    return Problem("L107", Span(shown), message, "rename it with letters, digits and hyphens")


def _read_file(file: Path, path: str, problems: list[Problem]) -> Source | None:
    limit = MAX_TEXT_BYTES if path.lower().endswith(TEXT_ENDINGS) else MAX_FILE_BYTES
    try:
        facts = file.stat()
        if not stat.S_ISREG(facts.st_mode):
            problems.append(Problem("L102", Span(path), "this is not an ordinary file", "delete it"))
        elif facts.st_size > limit:
            size, most = facts.st_size / 1_000_000, limit // 1_000_000
            message = f"this file is {size:.0f} MB large; at most {most} MB can be published"
            problems.append(Problem("L105", Span(path), message, "make it smaller, split it, or delete it"))
        else:
            return Source(path, file.read_bytes())
    except OSError as error:
        problems.append(_unreadable(path, error))
    return None


def _unreadable(path: str, error: OSError) -> Problem:
    reason = (error.strerror or str(error)).lower()
    message = f"this cannot be opened: {reason}"
    return Problem("L102", Span(path), message, "check that it may be read")
