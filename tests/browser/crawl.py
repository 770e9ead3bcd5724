"""Every link of every page, asked of the server."""

from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urldefrag
from urllib.request import urlopen

from tools.browser import all_pages

from .documents import fragment_of, local_links, read_document, read_documents


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server said: the address it ended at, and the anchors of the page there."""

    status: int
    content_type: str
    ids: frozenset[str]
    body: bytes


def fetch(address: str) -> Reply:
    """Ask the server for an address."""
    ascii_address = quote(address, safe=":/?#[]@!$&'()*+,;=%")
    try:
        with urlopen(ascii_address, timeout=30) as response:  # noqa: S310 - only ever the server of this test
            return _reply(response.status, response.headers.get_content_type(), response.read())
    except HTTPError as error:
        with error:
            return _reply(error.code, error.headers.get_content_type(), error.read())


def _reply(status: int, content_type: str, body: bytes) -> Reply:
    ids = read_document(body.decode("utf-8")).ids if content_type == "text/html" else []
    return Reply(status, content_type, frozenset(ids), body)


def broken_links(folder: Path, home: str, other_home: str = "") -> list[str]:
    """Give the links of a site that lead nowhere: `home` is where it is served, `other_home` where it says it is."""
    pages = all_pages(folder)
    replies: dict[str, Reply] = {}
    faults = []
    for path, document in read_documents(folder, pages).items():
        for address in sorted(local_links(document, home + quote(path.removesuffix("index.html")), other_home)):
            target = urldefrag(address).url
            if target not in replies:
                replies[target] = fetch(target)
            fault = _fault(replies[target], fragment_of(address))
            if fault:
                faults.append(f"{path}: {address} {fault}")
    return faults


def _fault(reply: Reply, fragment: str) -> str:
    if reply.status != 200:
        return f"is answered with {reply.status}"
    has_anchor = not fragment or reply.content_type != "text/html" or fragment in reply.ids
    return "" if has_anchor else "has no such anchor"
