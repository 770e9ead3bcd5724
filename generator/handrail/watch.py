"""I/O: see that something in a hub has changed, whatever editor saved it and however, and build again.

Which file it was does not matter: a build finds out by itself, and quickly.
"""

import errno
import logging
import os
import queue
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from time import monotonic
from typing import NamedTuple, Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from .build import BuildRequest, BuildResult, build
from .load import BUNDLED_THEMES, LEFT_BEHIND, LITTER

HOST = "127.0.0.1"
FOLDER = Path(".handrail", "preview")
DAY_CHECK = 30.0  # seconds between looks at the calendar
QUIET = 0.1  # seconds without an event that end a burst: an editor makes several at once
LONGEST = 2.0  # seconds after which a burst counts as over, lest a file that never rests keeps the build waiting
NOT_SOURCES = frozenset({"output", "node_modules"})
CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})
LIMITS = frozenset({errno.ENOSPC, errno.EMFILE, errno.ENFILE})  # of watches, for one user
NO_MORE = "this computer lets no more folders be watched, so Handrail looks for changes every second instead"

MakeObserver = Callable[[], BaseObserver]

# Without a handler Python prints what watchdog notes about folders that vanish while it looks.
logging.getLogger("watchdog").addHandler(logging.NullHandler())


class Round(NamedTuple):
    """One build of a preview: its result, or the traceback of a bug of ours, and the seconds it took."""

    seconds: float
    result: BuildResult | None = None
    bug: str = ""


class Preview(NamedTuple):
    """What to preview, and whom to tell of each build; `day_check` is in seconds."""

    root: Path
    today: Callable[[], date]
    tell: Callable[[Round], object]
    strict: bool = False
    build: Callable[[BuildRequest], BuildResult] = build
    day_check: float = DAY_CHECK

    def request(self, port: int) -> BuildRequest:
        """Give the build to ask for now; one process, as a program with threads must not fork."""
        url = f"http://{HOST}:{port}/"
        return BuildRequest(self.root, self.today(), FOLDER, base_url=url, strict=self.strict, jobs=1)


def keep_built(preview: Preview, port: int, watch: "HubWatch", show: Callable[[Round], object]) -> None:
    """Build, then build again whenever the hub or the day has changed, until the watch is stopped."""
    with watch:
        day = _rebuild(preview.request(port), preview, show)
        for is_changed in watch.bursts(preview.day_check):
            if is_changed or preview.today() != day:
                day = _rebuild(preview.request(port), preview, show)


def _rebuild(request: BuildRequest, preview: Preview, show: Callable[[Round], object]) -> date:
    """Build once and give the day it was for; a bug of ours is shown like a mistake, and the preview goes on."""
    started = monotonic()
    try:
        result = preview.build(request)
        show(Round(monotonic() - started, result))
    except Exception:  # noqa: BLE001  # whatever went wrong is ours, and the next save may avoid it
        show(Round(monotonic() - started, bug=traceback.format_exc()))
    return request.today


def matters(parts: Sequence[str]) -> bool:
    """Tell whether a file may be a source, by its path in the hub: not what a build, git or an editor leaves there."""
    return bool(parts) and parts[0] not in NOT_SOURCES and not any(_is_left_behind(part) for part in parts)


def _is_left_behind(name: str) -> bool:
    is_autosave = name.startswith("#") and name.endswith("#")
    return name.startswith(".") or name.endswith(LEFT_BEHIND) or name in LITTER or name == "__pycache__" or is_autosave


class HubWatch:
    """Hears of changes in a hub's folder, its themes included. A context manager, for one thread.

    The hub itself is watched for what comes and goes, and each folder in it apart: so a large `.git` or `output`
    costs nothing, and a folder that is made, moved or replaced later is seen. `say` is told what the user should
    know; `quiet` is in seconds.
    """

    def __init__(
        self, root: Path, say: Callable[[str], object], observer: MakeObserver = Observer, quiet: float = QUIET
    ) -> None:
        self.root = root.resolve()
        self.is_over = False
        self._say = say
        self._make = observer
        self._quiet = quiet
        self._observer: BaseObserver | None = None
        self._watches: dict[Path, ObservedWatch] = {}
        self._changed: queue.SimpleQueue[Path] = queue.SimpleQueue()

    def __enter__(self) -> Self:
        # A folder made within a new folder can be met twice; watchdog says on the terminal that it watches it once.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        try:
            self._open(self._make)
        except OSError:
            self._poll_instead()
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def bursts(self, patience: float) -> Iterator[bool]:
        """Give `True` after each burst of changes, `False` when `patience` seconds went by without; end at `stop`."""
        while True:
            is_changed = self._gather(patience)
            if self.is_over:
                return
            yield is_changed

    def stop(self) -> None:
        """End `bursts`; any thread may call this."""
        self.is_over = True
        self._changed.put(self.root)

    def _gather(self, patience: float) -> bool:
        try:
            self._take(self._changed.get(timeout=patience))
        except queue.Empty:
            return False
        end = monotonic() + LONGEST
        with suppress(queue.Empty):
            while monotonic() < end:
                self._take(self._changed.get(timeout=self._quiet))
        return True

    def _take(self, path: Path) -> None:
        if path.parent == self.root:
            try:
                self._renew(path)
            except OSError:
                self._poll_instead()

    def _open(self, make: MakeObserver) -> None:
        self._observer = make()
        self._observer.start()
        self._schedule(self.root, is_deep=False)
        if not BUNDLED_THEMES.is_relative_to(self.root):
            self._schedule(BUNDLED_THEMES, is_deep=True)
        for path in self.root.iterdir():
            if matters((path.name,)):
                self._renew(path)

    def _close(self) -> None:
        if self._observer and self._observer.is_alive():
            self._observer.stop()
            self._observer.join()
        self._observer = None
        self._watches.clear()

    def _poll_instead(self) -> None:
        self._say(NO_MORE)
        self._close()
        self._open(PollingObserver)

    def _renew(self, path: Path) -> None:
        """Watch a folder of the hub afresh: it may be new, or gone, or another one by the same name."""
        watch = self._watches.pop(path, None)
        if watch and self._observer:
            with suppress(KeyError):  # two links to one folder share a watch
                self._observer.unschedule(watch)
        if path.is_dir():
            self._schedule(path, is_deep=True)

    def _schedule(self, path: Path, *, is_deep: bool) -> None:
        folder = path.resolve()
        events = _Events(folder, () if path == self.root else (path.name,), self._changed.put)
        if not self._observer:
            return
        try:
            self._watches[path] = self._observer.schedule(events, str(folder), recursive=is_deep)
        except OSError as error:
            if error.errno in LIMITS:
                raise
            # else gone again already, or not to be opened, which the build will say


class _Events(FileSystemEventHandler):
    """Passes on what may have changed a source. Reading is an event too: heeded, it would start builds for ever.

    `above` is the folder's own path in the hub.
    """

    def __init__(self, folder: Path, above: tuple[str, ...], heard: Callable[[Path], None]) -> None:
        self.folder = folder
        self.above = above
        self.heard = heard

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take one event; that of a folder whose list changed is left out, as each file has its own."""
        if event.event_type not in CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        for name in (event.src_path, event.dest_path):
            path = Path(os.fsdecode(name))
            if name and matters((*self.above, *path.relative_to(self.folder).parts)):
                self.heard(path)
