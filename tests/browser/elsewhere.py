"""The page the way out leads to, and small hubs whose way out leads there. Does I/O: serves, and runs the generator."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

from tools.browser import serving

from hubs import run, write_hub

CHOSEN = "https://weather.example/"  # what site.yaml says; only https is accepted there
SITE = """name: Riverside Circle
url: https://example.org/hub/
helplines: [US]
safety: {{exit_url: {chosen}, exit_confirmed: yes, {safety}}}
"""
WEATHER = b"<!doctype html><title>Weather</title><h1>Sunny</h1>"
MEETINGS = """meetings:
  - {name: Tuesday Circle, day: tuesday, time: 19:00, minutes: 60, place: {name: Library}}
  - {name: Friday Circle, day: friday, time: 12:00, minutes: 60, place: {name: Library}}
"""


@dataclass
class Elsewhere:
    """A page of another site: how long it takes to answer, in seconds, and what it learned of its visitors."""

    url: str = ""
    delay: float = 0
    referrers: list[str | None] = field(default_factory=list)

    def was_asked(self, times: int) -> bool:
        """Tell whether so many visits have come."""
        return len(self.referrers) == times


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, elsewhere: Elsewhere, *args: Any) -> None:
        self._elsewhere = elsewhere
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer after a while; only the page itself counts as a visit."""
        if self.path == "/":
            self._elsewhere.referrers.append(self.headers["Referer"])
            sleep(self._elsewhere.delay)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(WEATHER)))
        self.end_headers()
        self.wfile.write(WEATHER)

    def log_message(self, *_args: object) -> None:
        """Keep the terminal for the tests."""


@contextmanager
def weather() -> Iterator[Elsewhere]:
    """Serve the other site, under another name than the hubs."""
    elsewhere = Elsewhere()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, elsewhere))
    elsewhere.url = f"http://localhost:{server.server_port}/"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield elsewhere
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def hub_with_exit(folder: Path, elsewhere: Elsewhere, safety: str = "") -> Iterator[str]:
    """Serve a small hub below a path, with settings for its safety, and give its address."""
    files = {
        "site.yaml": SITE.format(chosen=CHOSEN, safety=safety),
        "content/about.md": "---\ntitle: About us\n---\n\nWe meet.\n",
    }
    root = write_hub(folder, {**files, "content/meetings/all.yaml": MEETINGS})
    answer = run(root, "build")
    assert answer.exit_code == 0, answer.output
    for page in (root / "output").rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace(CHOSEN, elsewhere.url), encoding="utf-8")
    with serving(root / "output", "/hub/") as home:
        yield home
