"""Pure: what still tells the topic of a discreet site: words in addresses, titles and names of files."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ..problems import Problem, Span
from ..telling import telling_words
from .faults import Fault as Where
from .faults import address_of, place_of, source_of
from .finished import Finished


def telling_names(finished: Finished) -> Iterator[Problem]:
    """Find what stays in a history or a folder of downloads. Problems: C712."""
    settings = finished.drawn.settings
    if not settings.safety.is_discreet:
        return
    host = urlsplit(settings.base_url or "").netloc + settings.base_path
    if words := telling_words(host):
        hint = "a neutral domain is the best protection; a site can move, and old addresses lead on"
        yield Problem("C712", Span("site.yaml"), f'the address of the site tells the topic: "{words[0]}"', hint)
    for path in finished.drawn.files:
        yield from _telling_path(finished, path)
        page = finished.pages.get(path)
        if page and (words := telling_words(page.title or "")):
            message = f'the title of "{address_of(path)}" tells the topic: "{words[0]}"'
            yield Problem("C712", place_of(finished, Where((), path)), message, "add title_discreet to its header")


def _telling_path(finished: Finished, path: str) -> Iterator[Problem]:
    """Look at the last part of an address alone: those before it are pages or folders with a problem of their own."""
    name = unquote(path.removesuffix("/index.html").rsplit("/", 1)[-1])
    if not (words := telling_words(name)):
        return
    where = place_of(finished, Where((), path))
    if source_of(finished, path).endswith(".md"):
        hint = "add slug_discreet to its header"
    else:
        hint = "rename what it is made from: a file, or the slug of a record"
    yield Problem("C712", where, f'the address "{address_of(path)}" tells the topic: "{words[0]}"', hint)
