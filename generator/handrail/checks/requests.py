"""Pure: whatever would make a browser ask another site for something, and so tell it who reads here."""

import re
from collections.abc import Iterator

from ..problems import Problem
from .faults import Fault, brief, mistakes, problem
from .finished import Finished
from .targets import origin_of

CALLS = "fetch|import|importScripts|sendBeacon|Worker|SharedWorker|WebSocket|EventSource"
SCRIPT_ADDRESS = re.compile(
    rf"(?:\b(?:{CALLS})\s*\(\s*|\b(?:from|import)\s*|\.src\s*=\s*|\.open\(\s*[\"'`]\w+[\"'`]\s*,\s*)"
    r"[\"'`]((?:https?:|wss?:)?//[^\"'`\s]+)"
)
CONSEQUENCES = {
    "form": 'the form sends what people type to "{}"',
    "automatic redirect": 'the page leads to "{}" by itself',
}
HINT = "put the file into the hub, or link to it instead"


def foreign_requests(finished: Finished) -> Iterator[Problem]:
    """Find everything in pages, style sheets, drawings and scripts that is loaded from elsewhere. Problems: C708."""
    for mistake in mistakes(_foreign(finished)):
        what, address = (str(part) for part in mistake.key)
        said = CONSEQUENCES.get(what, f'the {what} "{{}}" is loaded from another site').format(brief(address))
        yield problem(finished, "C708", mistake, said, HINT)


def _foreign(finished: Finished) -> Iterator[Fault]:
    for path, what, address, line in _addresses(finished):
        origin = origin_of(address)
        if origin and origin != finished.home.origin:
            yield Fault((what, address), path, line, address)


def _addresses(finished: Finished) -> Iterator[tuple[str, str, str, int]]:
    for path, fetches in finished.fetches.items():
        for fetch in fetches:
            yield path, fetch.what, fetch.address, fetch.line
    for path, page in finished.pages.items():
        for script in page.scripts:
            yield from ((path, "file", address, 0) for address in SCRIPT_ADDRESS.findall(script))
    for path, file in finished.drawn.files.items():
        if path.endswith(".js"):
            script = file.data.decode("utf-8", errors="replace")
            yield from ((path, "file", address, 0) for address in SCRIPT_ADDRESS.findall(script))
