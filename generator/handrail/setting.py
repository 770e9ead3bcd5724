"""What decoding depends on besides the bytes of a source: what site.yaml and the theme say."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .body_walk import Phrases
from .problems import Problem
from .spelling import did_you_mean
from .yamltree import Node, find


class Setting(NamedTuple):
    """The site's languages, each one's few words, the known needs of resources and the known types of meetings."""

    languages: tuple[str, ...]
    phrases: Mapping[str, Phrases]
    needs: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


def unknown_words(word: str, written: Iterable[str], known: tuple[str, ...], node: Node) -> Iterator[Problem]:
    """Find words of a list, such as needs, that this site does not know. Problems: F212."""
    field = f"{word}s"
    hint = f"known {field} are {', '.join(known)}; add your own under {field} in site.yaml"
    for index, name in enumerate(written):
        if name not in known:
            message = f'"{name}" is not a {word} of this site'
            yield Problem("F212", find(node, (field, index)).span, message, did_you_mean(name, known, hint))
