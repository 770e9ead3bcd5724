"""What a kind of content is: where its files lie, what their headers hold, which templates draw it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..schema import Record

SortKey = tuple[object, ...]
Location = tuple[str | int, ...]
OCCASION = "occasion"  # the kind of a mention that names a date of a meeting instead of a record


class Fault(NamedTuple):
    """Something wrong in a record that no field alone can tell: a problem without its span."""

    code: str
    location: Location
    message: str
    hint: str


class Mention(NamedTuple):
    """A field that names another record: its place, the kind of that record, and its id.

    An `OCCASION` is a date of the meeting that the record names, in ISO form.
    """

    location: Location
    kind: str
    id: str


class Kind(NamedTuple):
    """A kind of content, named as organizers name it.

    `section` is its folder in `content/` and its address, `""` for pages, which lie anywhere. `title` is the text of
    its list, in English, the key of its translations. `texts` gives the places of further Markdown in a record.
    Records of data come from the file of `data_key`, or from any file in the folder of that name when `has_folder`;
    `id_field` is what tells them apart; without a `template` they have no pages of their own. A kind that `is_inward`
    is for the people of the group: no search engine is asked in, and neither the home page, the 404 page nor the
    usual menu leads there. `faults` looks at a whole record, `mentions` gives the others it names.
    """

    name: str
    section: str
    title: str
    model: type[Record]
    template: str
    list_template: str = "section.html"
    newest_first: bool = False
    data_key: str = ""
    has_folder: bool = False
    id_field: str = "id"
    is_inward: bool = False
    texts: Callable[[Record], tuple[Location, ...]] = lambda _: ()
    faults: Callable[[Record], Iterable[Fault]] = lambda _: ()
    mentions: Callable[[Record], Iterable[Mention]] = lambda _: ()

    @property
    def is_data(self) -> bool:
        """Whether its records come from YAML files instead of pages."""
        return bool(self.data_key)
