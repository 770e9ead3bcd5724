"""A browser, and a server that behaves as GitHub Pages does: for the browser tests and for the screenshots.

Does I/O: starts Chromium, reads an output folder, and answers requests on the loopback address only.
"""

import gzip
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from threading import Thread
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")

HIGHEST_WINDOW = 16_000  # pixels; beyond about this Chromium draws nothing

COMPRESSED = ("text/", "application/json", "application/manifest+json", "application/xml", "image/svg+xml")

CONTENT_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


class ChromiumMissingError(Exception):
    """No Chromium on this machine."""


def find_chromium() -> Path:
    """Give the Chromium to drive: what the environment variable CHROMIUM names, else the first one on the path."""
    named = os.environ.get("CHROMIUM")
    for name in (named,) if named else CHROMIUM_NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    raise ChromiumMissingError(
        f"CHROMIUM names {named}, which is no program here: correct it, or install the Debian package chromium."
        if named
        else "No Chromium was found: install the Debian package chromium, or name yours in the variable CHROMIUM.",
    )


def launch_arguments() -> list[str]:
    """Give the arguments that keep Chromium quiet: nothing fetched in the background, no first-run page."""
    # Chromium refuses to start its sandbox as root, which is who runs tests in most containers.
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [
        *sandbox,
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a Chromium without a window."""
    with sync_playwright() as playwright, launched(playwright) as browser:
        yield browser


@contextmanager
def launched(playwright: Playwright, without: Sequence[str] = ()) -> Iterator[Browser]:
    """Run a Chromium, `without` some of the arguments that Playwright adds by itself."""
    browser = playwright.chromium.launch(
        executable_path=find_chromium(), args=launch_arguments(), ignore_default_args=[*without]
    )
    try:
        yield browser
    finally:
        browser.close()


def show_whole(page: Page, width: int) -> None:
    """Make the window as high as its page, so that a sticky bar covers nothing by the chance of where it stands."""
    # Twice, because a page may grow with its window.
    for _ in range(2):
        height = int(page.evaluate("() => document.documentElement.scrollHeight"))
        page.set_viewport_size({"width": width, "height": min(height, HIGHEST_WINDOW)})


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says to a request; `location` is set for redirects only."""

    status: HTTPStatus
    content_type: str
    body: bytes
    location: str = ""


def answer(folder: Path, base_path: str, target: str) -> Answer:
    """Give what GitHub Pages would answer to a request target, with the site in `folder` under `base_path`."""
    path = unquote(urlsplit(target).path)
    if f"{path}/" == base_path:
        return _moved(base_path)
    if not path.startswith(base_path):
        return Answer(HTTPStatus.NOT_FOUND, CONTENT_TYPES[".txt"], b"outside the site")
    name = path.removeprefix(base_path)
    # Parts that climb or hide are looked at before the disk is: the server must not leave its folder.
    if "\0" in name or "\\" in name or ".." in PurePosixPath(name).parts or name.startswith("/"):
        return _not_found(folder)
    if (folder / name).is_dir() and name and not name.endswith("/"):
        return _moved(f"{base_path}{name}/") if (folder / name / "index.html").is_file() else _not_found(folder)
    return _file(folder, name)


def _file(folder: Path, name: str) -> Answer:
    candidates = [f"{name}index.html"] if name == "" or name.endswith("/") else [name, f"{name}.html"]
    found = next((folder / candidate for candidate in candidates if (folder / candidate).is_file()), None)
    if found is None:
        return _not_found(folder)
    content_type = CONTENT_TYPES.get(found.suffix.lower(), "application/octet-stream")
    return Answer(HTTPStatus.OK, content_type, found.read_bytes())


def _moved(location: str) -> Answer:
    return Answer(HTTPStatus.MOVED_PERMANENTLY, CONTENT_TYPES[".txt"], b"", quote(location))


def _not_found(folder: Path) -> Answer:
    page = folder / "404.html"
    body = page.read_bytes() if page.is_file() else b"not found"
    return Answer(HTTPStatus.NOT_FOUND, CONTENT_TYPES[".html" if page.is_file() else ".txt"], body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that leaves early breaks its connections, and that is no fault."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # A page's head and body go out in one packet; with Nagle's algorithm the second one waits 40 ms.
    disable_nagle_algorithm = True

    def __init__(self, folder: Path, base_path: str, is_reached: Callable[[], bool], *args: Any) -> None:
        self._folder = folder
        self._base_path = base_path
        self._is_reached = is_reached
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with head and body."""
        self._send(has_body=True)

    def do_HEAD(self) -> None:
        """Answer with the head alone."""
        self._send(has_body=False)

    def _send(self, *, has_body: bool) -> None:
        if not self._is_reached():
            self.close_connection = True
            return
        reply = answer(self._folder, self._base_path, self.path)
        is_compressed = reply.content_type.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
        body = gzip.compress(reply.body, mtime=0) if is_compressed else reply.body
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Vary", "Accept-Encoding")
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        if reply.location:
            self.send_header("Location", reply.location)
        self.end_headers()
        if has_body:
            self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Keep the terminal for the tests."""


@contextmanager
def serving(folder: Path, base_path: str = "/", is_reached: Callable[[], bool] = lambda: True) -> Iterator[str]:
    """Serve a folder, which may still be empty, and give the address of its root, ending in a slash.

    While `is_reached` says no, connections end without an answer, as when there is no internet.
    """
    server = _Server(("127.0.0.1", 0), partial(_Handler, folder, base_path, is_reached))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base_path}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass(frozen=True, order=True, slots=True)
class SamplePage:
    """A built page, and the template and language it says it has (empty where it says nothing)."""

    path: str
    template: str
    language: str

    @property
    def url(self) -> str:
        """The address below the site's root: a folder for an index page."""
        return self.path.removesuffix("index.html") if self.path.endswith("index.html") else self.path


def all_pages(folder: Path) -> list[SamplePage]:
    """Give every built page of an output folder, sorted by path."""
    return sorted(_sample_page(folder, path) for path in folder.rglob("*.html"))


def _sample_page(folder: Path, path: Path) -> SamplePage:
    text = path.read_text(encoding="utf-8")
    return SamplePage(
        path.relative_to(folder).as_posix(),
        _attribute(text, "body", "data-template").removesuffix(".html"),
        _attribute(text, "html", "lang"),
    )


def _attribute(text: str, tag: str, name: str) -> str:
    found = re.search(rf"""<{tag}\b[^>]*?\s{name}=["']?([^"'\s>]+)""", text)
    return found[1] if found else ""


def one_page_per_template(folder: Path) -> list[SamplePage]:
    """Give the first page by path of every template in every language; pages that name no template are left out."""
    first: dict[tuple[str, str], SamplePage] = {}
    for page in all_pages(folder):
        if page.template:
            first.setdefault((page.template, page.language), page)
    return sorted(first.values(), key=lambda page: (page.template, page.language))
