"""What a judge is given, and what it gives back."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urldefrag, urlsplit

from tools.browser import SamplePage

# Stands before the name of a page that is bad on purpose: every judge is shown one, to see that it is awake.
BAD = "bad on purpose: "


class JudgeFailedError(Exception):
    """A judge could not look, or did not look at everything: its silence says nothing about the pages."""


class Finding(NamedTuple):
    """One fault: the page's path, the judge's own name for the rule, what is wrong, and what to do about it."""

    page: str
    rule: str
    message: str
    advice: str = ""


class Judgement(NamedTuple):
    """What a judge found, the bad pages included; `looked_at` says what it saw, for a person to read."""

    findings: list[Finding]
    looked_at: str


class Site(NamedTuple):
    """A hub as built and as served, and beside it the pages that are bad on purpose; both homes end in a slash.

    `written_in` are the languages all its pages are written in; in the others most pages stand in for a translation.
    """

    folder: Path
    home: str
    pages: Sequence[SamplePage]
    samples: Sequence[SamplePage]
    bad_folder: Path
    bad_home: str
    written_in: frozenset[str]

    @property
    def language(self) -> str:
        """The main language: that of the home page."""
        return next((page.language for page in self.pages if page.path == "index.html"), "")

    @property
    def documents(self) -> list[Path]:
        """Every HTML file, with those that are bad on purpose at the end."""
        return [self.folder / page.path for page in self.pages] + sorted(self.bad_folder.rglob("*.html"))

    def page_at(self, place: str) -> str:
        """Give the path of the page at an address or a file name, however a judge writes it."""
        address = urldefrag(place).url
        for home, prefix in ((self.home, ""), (self.bad_home, BAD)):
            if address.startswith(home):
                path = unquote(address.removeprefix(home))
                return prefix + (f"{path}index.html" if path == "" or path.endswith("/") else path)
        file = Path(unquote(urlsplit(place).path) if place.startswith("file:") else place)
        for folder, prefix in ((self.folder, ""), (self.bad_folder, BAD)):
            if file.is_relative_to(folder):
                return prefix + file.relative_to(folder).as_posix()
        return place


class Judge(NamedTuple):
    """A judge by name; one that measures time wants the machine for itself, so nothing runs beside it."""

    name: str
    judge: Callable[[Site], Judgement]
    is_shown_bad_pages: bool = True
    wants_quiet: bool = False


def as_report(text: str, judge: str) -> dict[str, Any]:
    """Read what a program printed, which must be an object of JSON."""
    try:
        report = json.loads(text)
    except ValueError:
        report = None
    if not isinstance(report, dict):
        raise JudgeFailedError(f"{judge} gave no report, but {text[:300] or 'nothing at all'}")
    return report
