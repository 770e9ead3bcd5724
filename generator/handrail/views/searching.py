"""Searching the site."""

from typing import NamedTuple

from markupsafe import Markup

from .page import ActionView, LinkView


class FirstView(NamedTuple):
    """What stands above all results when somebody searches with words of distress.

    `id` says how urgent it is: `emergency`, `crisis`, `slip` or `craving`. `links` come before `actions` where nobody
    is in danger, as `links_first` tells; either may be empty.
    """

    id: str
    title: str
    words: str
    actions: tuple[ActionView, ...]
    links: tuple[LinkView, ...]
    links_first: bool


class SearchView(NamedTuple):
    """The search page: everything its script needs, and what stands there without it.

    `library` and `index_file` are what a script loads when somebody starts to search, empty for a theme that brings no
    library; `root` leads to what the index addresses. `first` holds what comes before results, the most urgent first;
    `distress` the words for it, as JSON. `ways` lead to needs and sections.
    """

    library: str
    index_file: str
    root: str
    first: tuple[FirstView, ...]
    distress: Markup
    ways: tuple[LinkView, ...]
    script: Markup
