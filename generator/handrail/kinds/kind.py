"""What a kind of content is: where its files lie, what their headers hold, which templates draw it."""

from collections.abc import Callable
from typing import NamedTuple

from ..schema import Record

SortKey = tuple[object, ...]


class Kind(NamedTuple):
    """A kind of content, named as organizers name it.

    `section` is its folder in `content/` and its address, `""` for pages, which lie anywhere. `title` is the text of
    its list, in English, the key of its translations. `texts` gives the places of further Markdown in a record.
    """

    name: str
    section: str
    title: str
    model: type[Record]
    template: str
    list_template: str = "section.html"
    newest_first: bool = False
    data_key: str = ""
    texts: Callable[[Record], tuple[tuple[str | int, ...], ...]] = lambda _: ()

    @property
    def is_data(self) -> bool:
        """Whether its records come from one YAML file instead of pages."""
        return bool(self.data_key)
