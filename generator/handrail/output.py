"""A file that a build publishes, before it is made: a path, what it is made by, and everything it is made from."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

View = Mapping[str, object]


class Piece(NamedTuple):
    """A part of several outputs, UTF-8; `key` is the digest of everything that `make` makes it from."""

    key: str
    make: Callable[[], bytes]


class Finished(NamedTuple):
    """What is known of a finished file without reading it again: the digest of its bytes, and how many they are."""

    digest: str
    size: int


class Output(NamedTuple):
    """An output that is planned.

    `recipe` names a template of the theme (`page.html`) or a function of a format (`sitemap`); `view` is all that the
    recipe reads, so that the digest of both decides whether the file must be made again. `make` gives the bytes of a
    function's output, given the finished `pieces` if it has any; templates are drawn by the renderer. `source` is the
    file of the hub it comes from, if one. `has_threads` says that what makes it starts threads of its own, which do not
    live on in a forked process: there it would wait for them for ever. `is_last` says that it tells of all the other
    files: it is made after them, and `make` is given what is known of each, by path.
    """

    path: str
    recipe: str
    view: View
    language: str = ""
    source: str = ""
    make: Callable[..., bytes] | None = None
    pieces: tuple[Piece, ...] = ()
    has_threads: bool = False
    is_last: bool = False


class File(NamedTuple):
    """A finished output."""

    path: str
    data: bytes


class Late:
    """A view that is made when its page is drawn, from these arguments and nothing else: most are not drawn again."""

    __slots__ = ("arguments", "make")

    def __init__(self, make: Callable[..., object], *arguments: object) -> None:
        self.make = make
        self.arguments = arguments

    @property
    def made_of(self) -> object:
        """What decides the view: the function and its arguments."""
        return [self.make.__qualname__, *self.arguments]

    def view(self) -> object:
        """Make the view."""
        return self.make(*self.arguments)


def drawable(view: View) -> dict[str, object]:
    """Give a view with all that was put off."""
    return {name: value.view() if isinstance(value, Late) else value for name, value in view.items()}
