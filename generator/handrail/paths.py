"""Names of things inside a hub and inside a site: always relative, always with `/`."""

import posixpath
import re
import unicodedata
from functools import lru_cache

SLUG = re.compile(r"[\w](?:[\w.-]*[\w])?")


@lru_cache(maxsize=10_000)  # regions and types are asked for again with every meeting
def slugify(text: str) -> str:
    """Give the address form of a title: lower case, words joined by hyphens.

    Letters of every script are kept, so that a page in Arabic has a readable address; accents on Latin letters
    are dropped, so that addresses can be typed. May be empty when the text has no letter or digit.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not _is_latin_accent(c))
    words = re.findall(r"\w+", unicodedata.normalize("NFC", plain).lower().replace("_", " "))
    return "-".join(words)


def _is_latin_accent(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"


def is_slug(text: str) -> bool:
    """Tell whether a text can stand as one part of an address: no slash, no dots around, no blanks."""
    return bool(SLUG.fullmatch(text)) and ".." not in text


def resolve(source_path: str, target: str) -> str | None:
    """Give the hub path that a relative link in a source means; `None` when it leaves the hub."""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source_path), target))
    return None if joined == ".." or joined.startswith(("../", "/")) else joined


def root_from(url: str) -> str:
    """Give the way from a page back to the site's root: `""`, `"../"`, `"../../"`."""
    return "../" * url.count("/")


def folded(path: str) -> str:
    """Give the form in which two paths collide on some file system: one case, one Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def output_path(url: str) -> str:
    """Give the file that a host serves for a site-relative address: `resources/` is `resources/index.html`."""
    return f"{url}index.html" if url == "" or url.endswith("/") else url
