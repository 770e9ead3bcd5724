"""Whether a page keeps to itself: says nothing to the console, asks no one else, keeps nothing."""

from gzip import compress
from urllib.parse import urlsplit

from playwright.sync_api import Error, Request

from .visits import Visit

# An answer of 14 kB comes in the first round trip of a connection (RFC 6928: ten segments).
MAX_REQUESTS = 2
MAX_COMPRESSED_BYTES = 14_000
# The list of all meetings and all help lines of the world are large; the search has a script to find with.
HEAVIER = {"meetings": 20_000, "help": 18_500, "search": 16_500}

_LOCAL_SCHEMES = {"about", "blob", "data"}


def complaints(visit: Visit) -> list[str]:
    """Give the console's errors and warnings, and the errors of scripts, with the page's own policy in force."""
    return list(visit.complaints)


def foreign_requests(visit: Visit) -> list[str]:
    """Give the requests to another origin, and how much the page asked for in all."""
    home = urlsplit(visit.url)
    foreign = [
        request.url
        for request in visit.requests
        if (place := urlsplit(request.url)).scheme not in _LOCAL_SCHEMES
        and (place.scheme, place.netloc) != (home.scheme, home.netloc)
    ]
    return [f"asks another origin: {url} ({_amount(visit)})" for url in foreign]


def overweight(visit: Visit) -> list[str]:
    """Give a fault when a page asks more often, or for more, than a poor phone can bear."""
    asked = [request for request in visit.requests if request.resource_type != "image"]
    most = HEAVIER.get(visit.page.locator("body").get_attribute("data-template") or "", MAX_COMPRESSED_BYTES)
    is_heavy = len(asked) > MAX_REQUESTS or _compressed_bytes(asked) > most
    return [f"weighs too much: {_amount(visit)}"] if is_heavy else []


def traces(visit: Visit) -> list[str]:
    """Give what the page stored on the visitor's device."""
    hidden = [f"keeps a cookie: {cookie['name']}" for cookie in visit.page.context.cookies() if cookie["httpOnly"]]
    return [*hidden, *visit.ask("keptTraces")]


def _amount(visit: Visit) -> str:
    size = sum(len(_body(request)) for request in visit.requests)
    asked = [request for request in visit.requests if request.resource_type != "image"]
    return f"{len(visit.requests)} requests, {size} bytes; {_compressed_bytes(asked)} compressed without pictures"


def _compressed_bytes(requests: list[Request]) -> int:
    return sum(len(compress(_body(request), mtime=0)) for request in requests)


def _body(request: Request) -> bytes:
    """Give what was answered; nothing for a request that failed or was led elsewhere."""
    try:
        response = request.response()
        return response.body() if response else b""
    except Error:
        return b""
