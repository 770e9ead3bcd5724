"""Pure: how what is published in one language speaks, and how it points at pages.

Views that are made late get a voice instead of the edition, so that they can read nothing else of the site.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from .digest import digest
from .texts import Localised
from .translation import Catalogue, Translator, direction_of, is_known
from .views import DateView, TextView


def site_href(url: str, root: str, fragment: str = "", *, portable: bool) -> str:
    """Give the relative address of a page from a page at `root`; portable sites spell out index.html."""
    path = f"{url}index.html" if portable and (not url or url.endswith("/")) else url
    return f"{root}{path}{'#' if fragment else ''}{fragment}" or "./"


class Voice(Translator):
    """A language of the site with its texts, the site's address, zone and day, and the way it writes addresses."""

    def __init__(
        self,
        catalogue: Catalogue,
        language: str,
        main_language: str,
        base_url: str | None,
        zone: str,
        today: date,
        own_types: Mapping[str, Localised],
        *,
        portable: bool,
    ) -> None:
        super().__init__(catalogue)
        self.language = language
        self.main_language = main_language
        self.base_url = base_url
        self.site_zone = zone
        self.today = today
        self.own_types = own_types
        self.portable = portable
        self._texts = catalogue

    def on(self, day: date) -> "Voice":
        """Give the same voice on another day."""
        return Voice(
            self._texts,
            self.language,
            self.main_language,
            self.base_url,
            self.site_zone,
            day,
            self.own_types,
            portable=self.portable,
        )

    @cached_property
    def made_of(self) -> str:
        """What decides all that this voice can say."""
        texts = sorted(self._texts.messages.items())
        types = {name: dict(title.by_language) for name, title in self.own_types.items()}
        where = [self.base_url, self.site_zone, self.today, self.portable]
        return digest([self.language, self.main_language, texts, self._texts.plural, types, where])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Voice) and self.made_of == other.made_of

    def __hash__(self) -> int:
        return hash(self.made_of)

    def href(self, url: str, root: str, fragment: str = "") -> str:
        """Give the relative address of a page from a page at `root`."""
        return site_href(url, root, fragment, portable=self.portable)

    def here(self, url: str) -> str:
        """Put a site-relative address into this language's part of the site."""
        return url if self.language == self.main_language else f"{self.language}/{url}"

    def number(self, number: str) -> str:
        """Give a telephone number whose signs keep their order where words run from right to left (UAX 9)."""
        return f"\u2066{number}\u2069" if direction_of(self.language) == "rtl" else number

    def plain(self, text: Localised) -> str:
        """Give a text in this language, else in one it exists in."""
        return text.in_language(self.language, self.main_language).text

    def dated(self, day: date) -> DateView:
        """Give a day for a page."""
        return DateView(self.date(day), day.isoformat())

    def say(self, text: Localised) -> TextView:
        """Give a text in this language, else in one it exists in, which it then names."""
        found = text.in_language(self.language, self.main_language)
        return self.words(found.language, found.text)

    def maybe(self, text: Localised | None) -> TextView | None:
        """Give a text that may be missing."""
        return self.say(text) if text else None

    def words(self, spoken: str, words: str) -> TextView:
        """Give words in the language `spoken`, for a page in this one."""
        if spoken == self.language:
            return TextView(words)
        return TextView(words, spoken, direction_of(spoken) if is_known(spoken) else "ltr")

    def paragraphs(self, text: Localised | None) -> tuple[TextView, ...]:
        """Give a text parted at empty lines."""
        if text is None:
            return ()
        found = text.in_language(self.language, self.main_language)
        parts = (" ".join(part.split()) for part in found.text.split("\n\n"))
        return tuple(self.words(found.language, part) for part in parts if part)
