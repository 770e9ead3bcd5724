"""The options that several commands have, each written once."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


class Day(click.ParamType[date]):
    """A date on the command line."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read an ISO date."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is not a date such as 2026-11-22", param, ctx)


class WebAddress(click.ParamType[str]):
    """A whole web address on the command line, without what only a page's address has."""

    name = "url"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read an address."""
        written = str(value)
        if not written.startswith(("https://", "http://")) or any(sign in written for sign in " <>\"'\\?#"):
            self.fail("write a whole address, such as https://example.org/hub/", param, ctx)
        return written


def _as_seen_from_here(_: click.Context, __: click.Parameter, folder: Path) -> Path:
    """Leave the usual folder to be found in the hub; any other was written as seen from the current folder."""
    return folder if folder == Path("output") else Path.cwd() / folder


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The hub's folder.",
    metavar="DIR",
)
today_option = click.option("--today", type=Day(), help="Answer as if it were this day.", metavar="DATE")
output_option = click.option(
    "--output",
    type=click.Path(path_type=Path),
    default="output",
    callback=_as_seen_from_here,
    help="The folder of the finished site.",
    metavar="DIR",
)
base_url_option = click.option(
    "--base-url", type=WebAddress(), help="Where the site will live, in place of url in site.yaml.", metavar="URL"
)
portable_option = click.option(
    "--portable", is_flag=True, help="Spell out index.html in links, so that pages open from a disk."
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1),
    default=lambda: os.cpu_count() or 1,
    help="How many processes to use.",
    metavar="N",
)


def hub_options(command: Command) -> Command:
    """Add the options of every command that looks for problems in a hub."""
    kinds = click.Choice(["terminal", "github", "json"])
    strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
    report = click.option("--report", type=kinds, default=_usual_report, help="How to show problems.")
    for option in (today_option, strict, report, root_option):
        command = option(command)
    return command


def _usual_report() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "terminal"


def this_day(asked: date | None) -> date:
    """Give the day to build for: the one asked for, SOURCE_DATE_EPOCH's (reproducible-builds.org), or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if asked is None and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return asked or date.today()  # noqa: DTZ011  # the day where the organizer sits
