"""I/O: the preview: the last good build, on this computer only, built again and reloaded while the hub is edited.

Two threads share the work. The event loop answers the browser; a worker builds, and hands each outcome to the loop.
"""

import asyncio
import logging
import mimetypes
import re
import shutil
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape
from math import inf
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import web
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer

from .codes import Severity
from .manifest import manifest_file
from .reports.overlay import CLOSE, STYLE, overlay
from .watch import HubWatch, Preview, Round, keep_built

HOME = "index.html"
WAKE = 0.1  # seconds between looks at whether to end
FAREWELL = 2.0  # seconds that browsers, and then a build, are given to end

LOCAL = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d+)?", re.IGNORECASE)
POLICY = re.compile(rb"<meta\b[^>]*\bhttp-equiv\s*=\s*[\"']?content-security-policy\b[^>]*>", re.IGNORECASE)
HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".xml": "application/xml",
}
WAITING = b"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>No page yet</title>
<link rel="icon" href="data:,">
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:35rem;margin:3rem auto;padding:0 1rem}</style>
</head>
<body><h1>There is no page to show yet</h1>
<p>The site is being built, or a mistake keeps it from being built. Its pages appear here by themselves.</p></body>
</html>
"""
BUG_PANEL = """<section id="handrail-problems" role="alert" aria-label="Problems">
<style>{style}#handrail-problems pre{{white-space:pre-wrap;overflow-wrap:anywhere}}</style>
<button type="button" onclick="{close}">Close</button><h2>A bug in Handrail</h2>
<p>This is not a mistake of yours. The page is as it was; your next change is built again.</p>
<p>Please report the bug with these lines:</p><pre>{trace}</pre></section>
"""

# Without a handler Python prints what these note about browsers that go away, or ask for what is not there.
logging.getLogger("livereload").addHandler(logging.NullHandler())
logging.getLogger("tornado.general").addHandler(logging.NullHandler())


@dataclass(slots=True)
class Screen:
    """What browsers show; only the event loop touches it. `seen` has the `turn` in which an address was last sent."""

    folder: Path
    port: int
    panel: str = ""
    turn: int = 0
    seen: dict[str, int] = field(default_factory=dict)
    channels: set["Channel"] = field(default_factory=set)

    def page(self, path: str | Path) -> bytes | None:
        """Give a page of the last good build."""
        try:
            return (self.folder / path).read_bytes()
        except OSError:
            return None

    def is_outdated(self, address: str) -> bool:
        """Tell, once, whether an open page missed a reload: while it connected, or while no preview ran."""
        path = urlsplit(address).path
        missed = self.seen.get(path) != self.turn
        self.seen[path] = self.turn
        return missed


def dressed(page: bytes, panel: str, port: int) -> bytes:
    """Give a page as the preview shows it: with livereload's script and the panel, without a policy against them."""
    page = POLICY.sub(b"", page)
    at = min((end.start() for end in HEAD_END.finditer(page)), default=len(page))
    page = page[:at] + f'<script src="/livereload.js?port={port}"></script>'.encode() + page[at:]
    at = max((end.start() for end in BODY_END.finditer(page)), default=len(page))
    return page[:at] + panel.encode() + page[at:]


def panel_of(done: Round) -> str:
    """Give the panel for a build's outcome; what is only worth a note stays in the terminal."""
    if done.result is None:
        return BUG_PANEL.format(style=STYLE, close=CLOSE, trace=escape(done.bug))
    problems = [problem for problem in done.result.problems if problem.severity is not Severity.NOTE]
    return overlay(problems, is_stale=not done.result.is_written)


class LocalOnly(web.RequestHandler):
    """Answers this computer and its own pages: no other site may read drafts, not even by a false domain name."""

    def prepare(self) -> None:
        """Refuse what was not asked for here."""
        host, origin = self.request.host, self.request.headers.get("Origin")
        if not LOCAL.fullmatch(host) or origin not in (None, f"http://{host}"):
            self.set_status(403)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish("this preview answers only the computer it runs on\n")


class Script(LocalOnly, LiveReloadJSHandler):  # type: ignore[misc]  # livereload ships no types
    """livereload's script."""


class Channel(LocalOnly, LiveReloadHandler):  # type: ignore[misc]  # livereload ships no types
    """The line to an open page, over which it is told to reload."""

    def initialize(self, screen: Screen) -> None:
        """Take what tornado hands to each handler."""
        self.screen = screen

    def open(self) -> None:
        """Remember an open line, to end it when the preview ends."""
        self.screen.channels.add(self)

    def on_close(self) -> None:
        """Forget the line."""
        super().on_close()
        self.screen.channels.discard(self)

    def on_message(self, message: str) -> None:
        """Let livereload answer; reload a page that is older than what is shown now."""
        super().on_message(message)
        address = json_decode(message).get("url")
        if address and self.screen.is_outdated(address):
            self.send_message({"command": "reload", "path": "*", "liveCSS": False})


class Pages(LocalOnly, web.StaticFileHandler):
    """The files of the last good build; nothing may be kept by the browser."""

    CACHE_MAX_AGE = 0

    def initialize(self, screen: Screen) -> None:  # type: ignore[override]  # what it needs is all in the screen
        """Take what tornado hands to each handler."""
        super().initialize(str(screen.folder), HOME)
        self.screen = screen

    def set_default_headers(self) -> None:
        """Forbid keeping, also for errors and redirects."""
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self) -> None:
        """Leave it out: it would invite the browser to keep the file."""

    def get_content_type(self) -> str:
        """Give the type by the name's ending; the computer's own table differs from one to the next."""
        name = str(self.absolute_path)
        return TYPES.get(Path(name).suffix.lower()) or mimetypes.guess_type(name)[0] or "application/octet-stream"

    async def get(self, path: str, include_body: bool = True) -> None:  # noqa: FBT001, FBT002  # tornado's signature
        """Send a page with its panel, or a file as it is."""
        path = path.replace("\0", "?")  # looking for such a name would fail
        if not (self.screen.folder / HOME).exists() and Path(path).suffix in ("", ".html"):
            self._send(WAITING)
            return
        self.path = self.parse_url_path(path)
        file = self.validate_absolute_path(self.root, self.get_absolute_path(self.root, self.path))
        if file is None:
            return  # sent on to the same address with a slash
        page = self.screen.page(file) if file.endswith(".html") else None
        if page is None:
            await super().get(path, include_body)
        else:
            self._send(page)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Send the hub's own page for a wrong address."""
        page = self.screen.page(f"{status_code}.html")
        if page is None:
            super().write_error(status_code, **kwargs)
        else:
            self._send(page)

    def _send(self, page: bytes) -> None:
        self.screen.seen[self.request.path] = self.screen.turn
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(dressed(page, self.screen.panel, self.screen.port))


class Worker(Watcher):  # type: ignore[misc]  # livereload ships no types
    """livereload's watcher, which pushes from a thread of its own instead of being asked every 0.8 s."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self.watch("hub")  # without a task livereload would watch the working folder
        self.thread = threading.Thread(target=work, name="handrail-worker", daemon=True)

    def start(self, _callback: object) -> bool:
        """Start the thread; livereload understands that it need not ask."""
        self.thread.start()
        return True


class PreviewServer(Server):  # type: ignore[misc]  # livereload ships no types
    """livereload's server for one hub, on a port of this computer that `listener` has taken."""

    def __init__(self, preview: Preview, watch: HubWatch, listener: socket.socket) -> None:
        super().__init__(watcher=Worker(self._work))
        self.preview = preview
        self.changes = watch
        listener.setblocking(False)  # noqa: FBT003  # tornado accepts until there is nobody left
        self.listener = listener
        self.port: int = listener.getsockname()[1]
        self.screen = Screen(preview.request(self.port).output_folder.absolute(), self.port)
        self.is_over = threading.Event()

    def serve(self) -> None:
        """Serve until Ctrl-C or `stop`; livereload's own adds a log handler each time and leaves sockets open."""
        if not manifest_file(self.preview.root, self.screen.folder).is_file():
            shutil.rmtree(self.screen.folder, ignore_errors=True)  # of a hub that was copied or moved
        with suppress(KeyboardInterrupt):
            asyncio.run(self._serve())

    def stop(self) -> None:
        """End `serve`; any thread may call this."""
        self.is_over.set()

    def application(self) -> HTTPServer:
        """Answer on the port. livereload keeps its state on a class, where an earlier server's may still be."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.waiters = set()
        LiveReloadHandler._last_reload_time = None  # noqa: SLF001  # while it is set, no watcher is started
        shared = {"screen": self.screen}
        routes = (r"/livereload", Channel, shared), (r"/livereload\.js", Script), (r"/(.*)", Pages, shared)
        http = HTTPServer(web.Application(list(routes), log_function=lambda _handler: None))
        http.add_socket(self.listener)
        return http

    async def _serve(self) -> None:
        self.loop = asyncio.get_running_loop()
        http = self.application()
        LiveReloadHandler.start_tasks()
        try:
            await _until(self.is_over.is_set)
        finally:
            self.changes.stop()
            http.stop()
            await http.close_all_connections()
            for channel in tuple(self.screen.channels):
                channel.close()
            await _until(lambda: not self.screen.channels, FAREWELL)
            self.watcher.thread.join(FAREWELL)

    def _work(self) -> None:
        try:
            keep_built(self.preview, self.port, self.changes, self._show)
        finally:
            self.stop()

    def _show(self, done: Round) -> None:
        panel, is_changed = panel_of(done), bool(done.result and done.result.changed)
        with suppress(RuntimeError):  # the loop has ended meanwhile
            self.loop.call_soon_threadsafe(self._turn, panel, is_changed)
        with suppress(OSError):  # nobody reads the terminal any more
            self.preview.tell(done)

    def _turn(self, panel: str, is_changed: bool) -> None:  # noqa: FBT001  # the loop hands over no names
        if is_changed or panel != self.screen.panel:
            self.screen.panel = panel
            self.screen.turn += 1
            LiveReloadHandler.reload_waiters("*")


async def _until(is_so: Callable[[], bool], seconds: float = inf) -> None:
    end = monotonic() + seconds
    while not is_so() and monotonic() < end:  # noqa: ASYNC110  # on Windows Ctrl-C is noticed only between waits
        await asyncio.sleep(WAKE)
