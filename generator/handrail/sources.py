"""What was read, before anything is made of it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from .digest import digest_bytes
from .problems import Problem

RECORD_FILE = "published.json"


@dataclass(frozen=True)
class Source:
    """A file as read; `path` is relative to the hub."""

    path: str
    data: bytes

    @cached_property
    def digest(self) -> str:
        """The fingerprint of the bytes."""
        return digest_bytes(self.data)


class Hub(NamedTuple):
    """Everything a build starts from: sources sorted by path, and the day it is.

    `content` lies in `content/`, `themes` in `themes/` (the hub's own and the bundled ones), `bundled` are the
    data files that come with Handrail, `published` the record of what was published of meetings.
    """

    settings: Source | None
    content: tuple[Source, ...]
    themes: tuple[Source, ...]
    bundled: tuple[Source, ...]
    today: date
    problems: tuple[Problem, ...] = ()
    published: Source | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source, the settings first."""
        alone = tuple(source for source in (self.settings, self.published) if source)
        return (*alone, *self.content, *self.themes, *self.bundled)
