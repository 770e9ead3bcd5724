"""I/O: put finished files in place, one by one, and remove what is no longer published."""

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .digest import digest_bytes
from .manifest import Manifest, Written
from .output import File
from .plan import Planned
from .problems import Problem, Span

FILE_MODE = 0o644
FOLDER_MODE = 0o755
UNIQUE = secrets.token_hex(6)  # so that a file left by a build that was stopped is in nobody's way
OURS = b'<meta name="generator" content="Handrail">'


def foreign_folder(output: Path, root: Path, manifest: Manifest | None) -> Problem | None:
    """Refuse a folder that is not ours to fill: somebody else's files, or the hub itself. Problems: P603."""
    span = Span(output.name)
    real, hub = output.resolve(), root.resolve()
    sources = [hub / name for name in ("content", "themes", ".git")]
    if hub.is_relative_to(real) or any(real.is_relative_to(source) for source in sources):
        message = f"the site cannot be written into {output.name}, which holds the hub's own files"
        return Problem("P603", span, message, "choose a folder of its own with --output")
    if output.exists() and not output.is_dir():
        return Problem("P603", span, f"{output.name} is a file, not a folder", "choose a folder with --output")
    if manifest is None and output.is_dir() and any(output.iterdir()) and not _is_ours(output):
        message = f"the folder {output.name} holds files that Handrail did not write"
        return Problem("P603", span, message, "choose an empty or new folder with --output")
    return None


def _is_ours(output: Path) -> bool:
    try:
        return OURS in (output / "index.html").read_bytes()
    except OSError:
        return False


def is_intact(output: Path, path: str, written: Written) -> bool:
    """Tell whether a file is still as we wrote it."""
    file = f"{output}/{path}"  # there are ten thousands of them: pathlib would take as long as the disk
    try:
        facts = os.lstat(file)
        if (facts.st_size, facts.st_mtime_ns) == (written.size, written.modified):
            return True
        return digest_bytes(Path(file).read_bytes()) == written.digest and not Path(file).is_symlink()
    except OSError:
        return False


def stale(planned: Iterable[Planned], manifest: Manifest | None, output: Path) -> list[Planned]:
    """Give the outputs that must be made: their key is new, or their file is no longer what we wrote."""
    files = manifest.files if manifest else {}
    return [item for item in planned if not _is_current(item, files.get(item.output.path), output)]


def _is_current(item: Planned, written: Written | None, output: Path) -> bool:
    if written is None:
        return False
    key = item.key
    same = (written.recipe, written.view, written.engine) == (key.recipe, key.view, key.engine)
    return same and is_intact(output, item.output.path, written)


class Writer:
    """Writes into one output folder and nowhere else."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.fence = output.resolve()
        self.folders: set[str] = set()
        self.problems: list[Problem] = []
        self.changed: list[str] = []

    def write(self, item: Planned, file: File, before: Written | None) -> Written | None:
        """Put one file in place, unless the same bytes are there. Problems: P604."""
        target = self.output / file.path
        digest = digest_bytes(file.data)
        try:
            if not (before and before.digest == digest and is_intact(self.output, file.path, before)):
                self._make_folder(file.path.rpartition("/")[0])
                _replace(target, file.data)
                self.changed.append(file.path)
            facts = target.stat()
        except OSError as error:
            self._failed(file.path, error)
            return None
        key = item.key
        made_by, source = item.output.recipe, item.output.source
        return Written(key.recipe, key.view, key.engine, source, made_by, digest, facts.st_size, facts.st_mtime_ns)

    def write_beside(self, target: Path, data: bytes) -> None:
        """Put a file that is not part of the site in place, whole or not at all. Problems: P604."""
        try:
            _replace(target, data)
        except OSError as error:
            self.problems.append(_not_written(target.name, error))

    def remove(self, paths: Iterable[str]) -> None:
        """Delete files that are no longer published, and the folders this leaves empty."""
        for path in paths:
            target = self.output / path
            if not target.parent.resolve().is_relative_to(self.fence):
                continue
            try:
                target.unlink(missing_ok=True)
            except OSError as error:
                self._failed(path, error)
            self.changed.append(path)
            for folder in list(target.parents)[: len(Path(path).parts) - 1]:
                with suppress(OSError):
                    folder.rmdir()

    def _make_folder(self, path: str) -> None:
        """Make a folder and those above it; one that was there may be a link, so where it leads is looked at."""
        if path in self.folders:
            return
        if path:
            self._make_folder(path.rpartition("/")[0])
        folder = self.output / path
        try:
            folder.mkdir(mode=FOLDER_MODE, parents=not path)
            folder.chmod(FOLDER_MODE)
        except FileExistsError:
            if not folder.resolve().is_relative_to(self.fence):
                raise PermissionError(13, "a link leads out of the output folder", str(folder)) from None
        self.folders.add(path)

    def _failed(self, path: str, error: OSError) -> None:
        self.problems.append(_not_written(f"{self.output.name}/{path}", error))


def _not_written(path: str, error: OSError) -> Problem:
    message = f"this file could not be written: {(error.strerror or str(error)).lower()}"
    return Problem("P604", Span(path), message, "check the disk and folder")


def _replace(target: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    temporary = target.with_name(f".handrail-{UNIQUE}")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
        temporary.chmod(FILE_MODE)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
