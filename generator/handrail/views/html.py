"""Finished HTML that is put together when it is printed: most pages of a rebuild are not."""

from ..model import HOLE


class Html:
    """The HTML of a body; `holes` are the elements to put in its holes, in order.

    Templates print it as it is (`__html__` is MarkupSafe's protocol), and can ask whether there is any.
    """

    __slots__ = ("digest", "holes", "html")

    def __init__(self, html: str, digest: str, holes: tuple[str, ...]) -> None:
        self.html = html
        self.digest = digest
        self.holes = holes

    @property
    def made_of(self) -> object:
        """What decides the whole text: the body, by its digest, and what fills it."""
        return [self.digest, self.holes]

    def __html__(self) -> str:
        """Give the text, each piece of which was cleaned or escaped."""
        pieces = (piece for pair in zip(self.html.split(HOLE), (*self.holes, ""), strict=True) for piece in pair)
        return "".join(pieces)

    def __str__(self) -> str:
        """Give the same text."""
        return self.__html__()

    def __bool__(self) -> bool:
        """Tell whether there is any text."""
        return bool(self.html)
