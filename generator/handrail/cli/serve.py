"""`handrail serve`."""

import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

import click
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from ..load import load
from ..reports.counts import counted
from ..serve import PreviewServer
from ..watch import HOST, HubWatch, Preview, Round
from .common import stop_for, tell
from .options import hub_options, this_day

PORTS = 10  # tried, one after the other
HIGHEST_PORT = 65_535


@click.command("serve")
@hub_options
@click.option(
    "--port",
    type=click.IntRange(0, HIGHEST_PORT),
    default=8000,
    show_default=True,
    help="Where to serve; when it is in use, one of the nine after it.",
    metavar="N",
)
@click.option("--poll", is_flag=True, help="Look for changes every second, as network drives do not tell of them.")
@click.option("--open", "opens_browser", is_flag=True, help="Open the site in a browser.")
def command(
    *, root: Path, report: str, strict: bool, today: date | None, port: int, poll: bool, opens_browser: bool
) -> None:
    """Show the site in a browser on this computer, and build it again whenever you save a file. Ctrl-C ends it."""
    _stop_without_hub(root, report)
    say = partial(click.echo, err=report == "json")
    preview = Preview(root, partial(this_day, today), Teller(root, report, say).tell, strict=strict)
    listener = listen(port)
    with suppress(KeyboardInterrupt):
        server = PreviewServer(preview, HubWatch(root, say, PollingObserver if poll else Observer), listener)
        url = f"http://{HOST}:{server.port}/"
        if port not in (0, server.port):
            say(f"Port {port} is in use.")
        say(f"The site is at {url} while you edit; Ctrl-C ends it.")
        if opens_browser:
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
        server.serve()


def listen(first: int) -> socket.socket:
    """Take the first free port of ten on this computer, 0 being any; none is wrong use."""
    ports = range(first, min(first + PORTS, HIGHEST_PORT + 1))
    reason = ""
    for port in ports:
        try:
            return socket.create_server((HOST, port))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
    message = f"none of the ports {ports[0]} to {ports[-1]} can be used: {reason}; name another one"
    raise click.BadParameter(message, param_hint="--port")


class Teller:
    """Says what came of each build: a line, with a report where the problems are not those of the build before."""

    def __init__(self, root: Path, report: str, say: Callable[[str], object]) -> None:
        self.root = root
        self.report = report
        self.say = say
        self.known: tuple[object, ...] = ()

    def tell(self, done: Round) -> None:
        """Tell of one build."""
        if done.result is None:
            click.echo(f"{done.bug}\nThis is a bug in Handrail, not a mistake of yours; the preview goes on.", err=True)
            click.echo("Please report it with the lines above.", err=True)
            return
        problems = done.result.problems
        is_news = problems != self.known
        if is_news:
            tell(problems, self.report, self.root)
        self.known = problems
        self.say(outcome(done) + (f"; {counted(problems)} as before" if problems and not is_news else ""))


def outcome(done: Round) -> str:
    """Give what came of a build in a line."""
    if done.result is None or not done.result.is_written:
        return "nothing was built: the pages are as they were"
    count = len(done.result.changed)
    changed = "1 file" if count == 1 else f"{count or 'no'} files"
    return f"built in {done.seconds:.2f} s, {changed} changed"


def _stop_without_hub(root: Path, report: str) -> None:
    """Stop in a folder that is no hub: whatever lies there would be watched."""
    if not (root / "site.yaml").is_file():
        problems = load(root, this_day(None)).problems
        tell(problems, report, root)
        stop_for(problems, strict=False)
