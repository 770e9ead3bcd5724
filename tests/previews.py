"""Previews that run beside a test, the hubs they show, and builds that go as a test wants.

Does I/O: writes into the folder it is given, listens on a free port of this computer, and asks for pages there.
"""

import asyncio
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from handrail.build import BuildRequest, BuildResult
from handrail.cli.serve import listen
from handrail.problems import Problem, Span
from handrail.serve import PreviewServer
from handrail.watch import HubWatch, Preview, Round
from hubs import REPOSITORY, write_hub
from tiny_theme import tiny_theme

DEADLINE = 90.0  # seconds; it counts only where something is broken
TODAY = date(2026, 11, 22)
HOME = "---\ntitle: Home\n---\nThe first words.\n"
EDITED = "---\ntitle: Home\n---\nOther words.\n"
BROKEN = "---\ntitle: Home\ntitel: twice\n---\nOther words.\n"
PAGE = "<!doctype html><html lang=en><head><title>Page</title></head><body><p>The first words.</p></body></html>"
PANEL = 'id="handrail-problems"'
MISTAKE = Problem("F201", Span("content/circle.md", 3, 1, 6), '"titel" is not a field of a page')


@dataclass(frozen=True)
class Answer:
    """What the preview answered."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Tab:
    """A page that is open in a browser, by the line on which it hears of reloads."""

    runner: asyncio.Runner
    line: WebSocketClientConnection

    def say(self, message: dict[str, str]) -> None:
        async def write() -> None:
            await self.line.write_message(json.dumps(message))

        self.runner.run(write())

    def heard(self) -> Any:
        async def read() -> Any:
            return await asyncio.wait_for(self.line.read_message(), DEADLINE)

        return json.loads(self.runner.run(read()))

    async def ended(self) -> None:
        while await asyncio.wait_for(self.line.read_message(), DEADLINE) is not None:
            pass


@dataclass(frozen=True)
class RunningPreview:
    """A preview at its port, and what it tells of each build."""

    port: int
    rounds: "queue.SimpleQueue[Round]"

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> Answer:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)) as connection:
            connection.request(method, path, headers=headers or {})
            response = connection.getresponse()
            return Answer(response.status, dict(response.headers), response.read().decode())

    def next_round(self) -> Round:
        return self.rounds.get(timeout=DEADLINE)

    def until(self, is_so: Callable[[], bool]) -> None:
        until(is_so)

    @contextmanager
    def tab(self, path: str, headers: dict[str, str] | None = None, *, is_asked_for: bool = True) -> Iterator[Tab]:
        """Open a page as a browser does; one that was not asked for is older than the last build."""
        if is_asked_for:
            self.get(path)
        with asyncio.Runner() as runner:
            tab = Tab(runner, runner.run(_connected(self.port, headers or {})))
            try:
                tab.say({"command": "hello"})
                tab.heard()
                tab.say({"command": "info", "url": f"http://127.0.0.1:{self.port}{path}"})
                if is_asked_for:
                    tab.say({"command": "hello"})
                    tab.heard()
                yield tab
            finally:
                tab.line.close()
                runner.run(tab.ended())


@contextmanager
def previewed(root: Path, make: Callable[[BuildRequest], BuildResult], quiet: float = 0.1) -> Iterator[RunningPreview]:
    """Run a preview whose first build is done; `make` builds, `quiet` is in seconds."""
    rounds: queue.SimpleQueue[Round] = queue.SimpleQueue()
    preview = Preview(root, lambda: TODAY, rounds.put, build=make)
    server = PreviewServer(preview, HubWatch(root, print, quiet=quiet), listen(0))
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        running = RunningPreview(server.port, rounds)
        running.next_round()
        yield running
    finally:
        server.stop()
        thread.join(DEADLINE)


# What a shell starts in the background, the tests perhaps, is deaf to Ctrl-C, and so is what that starts in turn.
PROGRAM = """import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("handrail", run_name="__main__", alter_sys=True)"""


@contextmanager
def running_command(root: Path, *options: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    """Run `handrail serve` as a program of its own."""
    surroundings = {**os.environ, "PYTHONPATH": str(REPOSITORY / "generator"), **environment}
    arguments = [sys.executable, "-c", PROGRAM, "serve", "--root", str(root), "--port", "0", *options]
    process = subprocess.Popen(
        arguments, env=surroundings, cwd=root, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(is_so: Callable[[], bool]) -> None:
    """Wait for what has to become true."""
    pause, deadline = threading.Event(), threading.Timer(DEADLINE, lambda: None)
    deadline.daemon = True
    deadline.start()
    while not is_so():
        assert deadline.is_alive(), "it did not happen in time"
        pause.wait(0.02)
    deadline.cancel()


def write_tiny_hub(root: Path, home: str = HOME) -> None:
    """Write a hub of one page, with the theme that looks like nothing."""
    site = "name: A hub\nurl: https://example.org/hub/\ntheme: {name: tiny}\n"
    write_hub(root, {**tiny_theme(), "site.yaml": site, "content/index.md": home})


def write_pages(root: Path, files: dict[str, str]) -> None:
    """Write finished pages where `copy` finds them."""
    for path, text in files.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def copy(request: BuildRequest) -> BuildResult:
    """Build without rules: what lies in content/ is the site."""
    changed = []
    for file in sorted((request.root / "content").rglob("*.*")):
        path = file.relative_to(request.root / "content")
        target = request.output_folder / path
        if not target.exists() or target.read_bytes() != file.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
            changed.append(path.as_posix())
    return BuildResult((), is_written=True, changed=tuple(changed))


def refuse_mistakes(request: BuildRequest) -> BuildResult:
    """Build by copying, and refuse to while there is a file `mistake.html`."""
    is_mistaken = (request.root / "content" / "mistake.html").exists()
    return BuildResult((MISTAKE,), is_written=False) if is_mistaken else copy(request)


def fail_over_mistakes(request: BuildRequest) -> BuildResult:
    """Build by copying, with a bug that shows while there is a file `mistake.html`."""
    result = copy(request)
    1 % (0 if (request.root / "content" / "mistake.html").exists() else 1)
    return result


def with_problem(code: str) -> Callable[[BuildRequest], BuildResult]:
    """Make a build by copying that always has this problem."""
    problem = Problem(code, Span("content/index.md"), "something to know")
    return lambda request: BuildResult((problem,), is_written=True, changed=copy(request).changed)


async def _connected(port: int, headers: dict[str, str]) -> WebSocketClientConnection:
    return await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{port}/livereload", headers=headers))
