"""A file that a build publishes, before it is made: a path, what it is made by, and everything it is made from."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

View = Mapping[str, object]


class Output(NamedTuple):
    """An output that is planned.

    `recipe` names a template of the theme (`page.html`) or a function of a format (`sitemap`); `view` is all that the
    recipe reads, so that the digest of both decides whether the file must be made again. `make` gives the bytes of a
    function's output; templates are drawn by the renderer. `source` is the file of the hub it comes from, if one.
    """

    path: str
    recipe: str
    view: View
    language: str = ""
    source: str = ""
    make: Callable[[], bytes] | None = None


class File(NamedTuple):
    """A finished output."""

    path: str
    data: bytes
