"""Firefox, driven by Marionette, its own remote control: a few commands over a socket, and no driver to download.

Does I/O: starts Firefox with a profile of its own. The protocol:
https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
STARTING = 60  # seconds, on a busy machine
PREFERENCES = {
    "marionette.port": 0,  # a free one, which Firefox writes into its profile
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
SHIFT = "\ue008"  # the key's sign in WebDriver, 17.4.2


class Firefox:
    """A window of Firefox."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=STARTING)
        self._file = self._socket.makefile("rb")
        self._number = 0
        self._read()
        self.call("WebDriver:NewSession", {})

    def close(self) -> None:
        """Let go of the socket; Firefox itself is ended by who started it."""
        self._file.close()
        self._socket.close()

    def call(self, command: str, parameters: dict[str, Any]) -> Any:
        """Ask for something, and wait for the answer."""
        self._number += 1
        message = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(f"{len(message)}:".encode() + message)
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return result.get("value") if isinstance(result, dict) and "value" in result else result

    def open(self, url: str) -> None:
        """Open an address, as if it had been typed."""
        self.call("WebDriver:Navigate", {"url": url})

    def run(self, script: str) -> Any:
        """Run a script in the page and give what it returns."""
        return self.call("WebDriver:ExecuteScript", {"script": script, "args": []})

    def click(self, selector: str) -> None:
        """Press the first element that fits."""
        found = self.call("WebDriver:FindElement", {"using": "css selector", "value": selector})
        self.call("WebDriver:ElementClick", {"id": next(iter(found.values()))})

    def press(self, key: str, times: int) -> None:
        """Press and release a key."""
        strokes = [{"type": kind, "value": key} for _ in range(times) for kind in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": strokes}
        self.call("WebDriver:PerformActions", {"actions": [keyboard]})

    def go_back(self) -> None:
        """Press Back, and give pages the time to lead elsewhere."""
        self.run("history.back()")
        time.sleep(1.5)

    @property
    def url(self) -> str:
        """The address of the page."""
        return str(self.call("WebDriver:GetCurrentURL", {}))

    @property
    def tabs(self) -> int:
        """How many tabs and windows there are."""
        return len(self.call("WebDriver:GetWindowHandles", {}))

    def wait_for(self, url: str) -> None:
        """Wait until the page has an address."""
        until = time.monotonic() + STARTING
        while self.url != url:
            assert time.monotonic() < until, f"{self.url}, not {url}"
            time.sleep(0.1)

    def _read(self) -> Any:
        length = b""
        while (sign := self._file.read(1)) != b":":
            length += sign
        return json.loads(self._file.read(int(length)))


def find_firefox() -> str | None:
    """Give the Firefox to drive: what the environment variable FIREFOX names, else the first one on the path."""
    named = os.environ.get("FIREFOX")
    return next((found for name in ([named] if named else NAMES) if (found := shutil.which(name))), None)


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Run a Firefox without a window, with a profile of its own."""
    program = find_firefox()
    assert program, "no Firefox was found: install the package firefox-esr, or name yours in the variable FIREFOX"
    profile.mkdir()
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with (profile / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            with closing(Firefox(_port(profile / "MarionetteActivePort"))) as window:
                yield window
        finally:
            process.terminate()


def _port(file: Path) -> int:
    until = time.monotonic() + STARTING
    while not (file.exists() and file.read_text().strip()):
        assert time.monotonic() < until, "Firefox did not start"
        time.sleep(0.1)
    return int(file.read_text())
