"""Pure: the words in which people in distress search, so that help can come before any result.

They come with Handrail in `reference/distress/`, one file per language; the README there says how they are compared.
"""

import posixpath
from collections.abc import Iterable, Mapping
from typing import ClassVar, NamedTuple

from pydantic import Field

from .fieldtypes import Line
from .problems import Outcome, Problem
from .schema import Record, read_record
from .sources import Source

FOLDER = "distress/"  # where the lists are said to lie
EMERGENCY, CRISIS, SLIP, CRAVING = "emergency", "crisis", "slip", "craving"
URGENCY = (EMERGENCY, CRISIS, SLIP, CRAVING)


class DistressFile(Record):
    """The words of distress of one language, the most urgent first."""

    label: ClassVar[str] = "a list of words of distress"

    emergency: tuple[Line, ...] = Field(description="A life is in danger now")
    crisis: tuple[Line, ...] = Field(description="Somebody wants to die or to be hurt, or is hurt by somebody")
    slip: tuple[Line, ...] = Field(description="Somebody drank or used again")
    craving: tuple[Line, ...] = Field(description="Somebody wants to drink or use")


class DistressWords(NamedTuple):
    """The words of distress of one language: its code, and phrases by how urgent they are (`URGENCY`)."""

    language: str
    phrases: Mapping[str, tuple[str, ...]]


def is_distress(source: Source) -> bool:
    """Tell whether a bundled file is about words of distress."""
    return source.path.startswith(FOLDER)


def read_distress(sources: Iterable[Source]) -> Outcome[tuple[DistressWords, ...]]:
    """Read the lists of all languages. Problems: Y, F."""
    lists, problems = [], list[Problem]()
    for source in (source for source in sources if source.path.endswith(".yaml")):
        read, found = read_record(source, DistressFile)
        problems += found
        if read:
            language = posixpath.basename(source.path).removesuffix(".yaml")
            lists.append(DistressWords(language, {name: getattr(read[0], name) for name in URGENCY}))
    return Outcome(tuple(lists), tuple(problems))
