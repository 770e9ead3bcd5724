"""I/O: put files into a hub: new ones, never over what is there, and generated ones, which replace only their own."""

from collections.abc import Mapping
from pathlib import Path

from .starter import NewFile


def is_free(folder: Path) -> bool:
    """Tell whether a hub can be started in a folder: it is not there, or holds nothing but a repository's history."""
    return not folder.exists() or (folder.is_dir() and all(item.name == ".git" for item in folder.iterdir()))


def write_new(root: Path, file: NewFile) -> None:
    """Write a file that is not there yet; one that is there raises `FileExistsError`."""
    target = root / file.path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as stream:
        stream.write(file.data)


def append(root: Path, file: NewFile) -> None:
    """Write behind what a file holds already."""
    with (root / file.path).open("ab") as stream:
        stream.write(file.data)


def write_generated(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write generated files that differ from what is there, and give their names."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = [name for name, text in files.items() if _held(folder / name) != text.encode()]
    for name in changed:
        (folder / name).write_bytes(files[name].encode())
    return tuple(changed)


def _held(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
