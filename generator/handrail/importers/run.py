"""I/O: read a file of another system into a hub: all of it is written, or nothing."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..decode import decode_settings
from ..kinds import BY_NAME
from ..load import MAX_FILE_BYTES, MAX_TEXT_BYTES, load
from ..meeting_types import TYPES
from ..scaffold.refusal import Refusal
from ..setting import Setting
from ..settings import SiteSettings
from ..sources import Hub as Loaded
from ..sources import Source
from ..spelling import listed
from . import READERS
from .appending import appended
from .cleaning.type_words import vocabulary
from .importing import Imported, import_meetings
from .opening import open_bytes
from .raw import Circumstances, Material, Reader
from .report import report
from .standing import held
from .tidy import Hub

MOST_SHOWN = 12  # headers of an unknown table


class ImportResult(NamedTuple):
    """What an import did: the files it wrote or would write, its report, and how many meetings it found to keep."""

    files: tuple[str, ...]
    lines: tuple[str, ...]
    kept: int


def import_file(root: Path, file: Path, today: date, *, dry_run: bool = False) -> ImportResult | Refusal:
    """Import a file into a hub; when anything fails, the hub is left as it was."""
    opened = _opened(file)
    if isinstance(opened, Refusal):
        return opened
    material, reader = opened
    loaded = load(root, today)
    settings = _settings(loaded)
    if isinstance(settings, Refusal):
        return settings
    imported = _imported(material, reader, file, loaded, settings)
    if isinstance(imported, Refusal):
        return imported
    files = _files(imported, root, loaded, _setting(settings))
    if isinstance(files, Refusal):
        return files
    if not dry_run:
        _write(root, files)
    lines = report(imported, reader.name, _name(file), tuple(files), dry_run=dry_run)
    return ImportResult(tuple(files), lines, imported.counts.read - imported.counts.dropped)


def _opened(file: Path) -> tuple[Material, Reader] | Refusal:
    """Read a file and find who can read its records."""
    data = _bytes(file)
    material = data if isinstance(data, Refusal) else open_bytes(data)
    if isinstance(material, Refusal):
        return material
    reader = next((reader for reader in READERS if reader.recognise(material)), None)
    return (material, reader) if reader else _unknown(material)


def _bytes(file: Path) -> bytes | Refusal:
    try:
        if file.stat().st_size > MAX_FILE_BYTES:
            size = MAX_FILE_BYTES // 1_000_000
            return Refusal(f"this file is larger than {size} MB", "import it in parts")
        return file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Refusal(f"this file cannot be opened: {reason}", "check that it may be read")


def _unknown(material: Material) -> Refusal:
    """Say what is known, and what was seen instead."""
    known = listed(reader.name for reader in READERS)
    if material.table:
        shown = ", ".join(title for title in material.table.titles[:MOST_SHOWN] if title.strip())
        seen = f"a table with the columns {shown}"
    elif isinstance(material.value, list):
        seen = "a list of JSON without records of meetings"
    else:
        seen = "JSON without a list of meetings"
    return Refusal(f"this file is {seen}", f"Handrail reads {known}")


def _settings(loaded: Loaded) -> SiteSettings | Refusal:
    if loaded.settings is None:
        return Refusal("there is no site.yaml in this folder, so it is not a hub", "name the hub's folder with --root")
    unread = _unread(loaded)
    if unread:
        return unread
    configuration, problems = decode_settings(loaded.settings)
    if configuration is None:
        return Refusal(f"site.yaml cannot be used: {problems[0].message}", problems[0].hint)
    return configuration.values


def _unread(loaded: Loaded) -> Refusal | None:
    """Stop when a file that an import must know could not be read: its records would come twice."""
    for problem in loaded.problems:
        if problem.span.path.startswith(("content/meetings", "content/places.yaml", "content/groups.yaml")):
            return Refusal(f"{problem.span.path}: {problem.message}", problem.hint)
    return None


def _setting(settings: SiteSettings) -> Setting:
    types = (*TYPES, *(own.id for own in settings.types))
    return Setting(settings.all_languages, {}, types=types)


def _imported(
    material: Material, reader: Reader, file: Path, loaded: Loaded, settings: SiteSettings
) -> Imported | Refusal:
    standing = held(loaded.content)
    if isinstance(standing, Refusal):
        return standing
    reading = reader.read(material, Circumstances(settings.timezone, loaded.today.isoformat()))
    reading = reading._replace(losses=(*material.losses, *reading.losses))
    if not reading.meetings:
        return Refusal(
            f"this file is {reader.name}, and no record in it can be read", "save it again from where it comes"
        )
    words = vocabulary((own.id, own.title) for own in settings.types)
    hub = Hub(settings.timezone, settings.language, words, loaded.today)
    return import_meetings(reading, _name(file), standing, hub, _setting(settings))


def _name(file: Path) -> str:
    """Give a file's name as it can stand in a remark and in a report."""
    return "".join(sign if sign.isprintable() else "_" for sign in file.name.encode(errors="replace").decode())


def _files(imported: Imported, root: Path, loaded: Loaded, setting: Setting) -> dict[str, bytes] | Refusal:
    """Give the bytes of every file that changes: places and groups first, since meetings name them."""
    sources = {source.path: source for source in loaded.content}
    files: dict[str, bytes] = {}
    for kind, records in (("place", imported.places), ("group", imported.groups)):
        path = f"content/{kind}s.yaml"
        data = appended(BY_NAME[kind], sources.get(path), records, setting) if records else b""
        if isinstance(data, Refusal):
            return data
        files |= {path: data} if data else {}
    files |= {path: text.encode() for path, text in imported.files.items()}
    outside = next((path for path in files if not _is_within(root, path)), None)
    if outside:
        return Refusal(f"{outside} would be outside of the hub, behind a link", "make its folder an ordinary one")
    large = next((path for path, data in files.items() if len(data) > MAX_TEXT_BYTES), None)
    if large:
        most = MAX_TEXT_BYTES // 1_000_000
        return Refusal(
            f"{large} would be larger than {most} MB, which Handrail does not read", "import a part of the file"
        )
    return {path: data for path, data in files.items() if not _is_same(sources.get(path), data)}


def _is_same(source: Source | None, data: bytes) -> bool:
    return source is not None and source.data == data


def _is_within(root: Path, path: str) -> bool:
    return (root / path).parent.resolve().is_relative_to(root.resolve())


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    """Put all files in place; when one fails, those before it are put back, and the error is raised."""
    ready: list[tuple[Path, Path, bytes | None]] = []
    done: list[tuple[Path, bytes | None]] = []
    try:
        for path, data in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_name(f".{target.name}.tmp")
            ready.append((fresh, target, target.read_bytes() if target.is_file() else None))
            fresh.write_bytes(data)
            if target.is_file():
                fresh.chmod(target.stat().st_mode)
        for fresh, target, before in ready:
            fresh.replace(target)
            done.append((target, before))
    except OSError:
        for target, before in reversed(done):
            if before is None:
                target.unlink(missing_ok=True)
            else:
                target.write_bytes(before)
        raise
    finally:
        for fresh, _, _ in ready:
            fresh.unlink(missing_ok=True)
