"""Pure: which attributes make a browser load something by itself, and which of several pictures a phone takes."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

PHONE_PIXELS = 720  # 360 CSS pixels, two dots each: what most phones choose a picture for

CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)")
STYLE_ADDRESS = re.compile(
    r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]*))\s*\)|@import\s+[\"']([^\"']*)", re.IGNORECASE
)
REFRESH = re.compile(r"[\d.\s]*[;,]?\s*url\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)

# Relations by which a browser loads, or opens a line to, the address; all others only name it.
FIRST_VIEW = frozenset(("stylesheet", "icon", "preload", "modulepreload"))
LOADING = FIRST_VIEW | {
    "apple-touch-icon",
    "mask-icon",
    "manifest",
    "prefetch",
    "prerender",
    "preconnect",
    "dns-prefetch",
}
NAMED_PROPERTIES = frozenset(("og:url", "og:image", "og:audio", "og:video", "twitter:image"))
# Which attributes of which elements are fetched, what that is in words, and whether at the first view.
FETCHING: Mapping[str, tuple[tuple[str, str, bool], ...]] = {
    "a": (("ping", "ping", False),),
    "audio": (("src", "sound", False),),
    "body": (("background", "picture", True),),
    "button": (("formaction", "form", False),),
    "embed": (("src", "file", True),),
    "feimage": (("href", "picture", True), ("xlink:href", "picture", True)),
    "form": (("action", "form", False),),
    "iframe": (("src", "frame", True),),
    "image": (("href", "picture", True), ("xlink:href", "picture", True)),
    "input": (("src", "picture", True), ("formaction", "form", False)),
    "object": (("data", "file", True),),
    "script": (("src", "script", True), ("href", "script", True), ("xlink:href", "script", True)),
    "track": (("src", "file", False),),
    "use": (("href", "picture", True), ("xlink:href", "picture", True)),
    "video": (("src", "video", False), ("poster", "picture", True)),
}


@lru_cache(maxsize=64)
def style_addresses(css: str) -> tuple[str, ...]:
    """Give every address that a style sheet may load, in order, each once."""
    found = ("".join(match.groups(default="")) for match in STYLE_ADDRESS.finditer(css))
    return tuple(dict.fromkeys(address.strip() for address in found if address.strip()))


def refresh_address(content: str) -> str:
    """Give where an automatic redirect leads; empty when the page only loads itself again."""
    match = REFRESH.match(content)
    return match.group(1).strip() if match else ""


def candidates(srcset: str) -> Iterator[tuple[str, float]]:
    """Give each picture of a `srcset` with its width in dots; widths given as densities count from a phone's."""
    for address, size, unit in CANDIDATE.findall(srcset):
        number = float(size) if size.replace(".", "", 1).isdigit() else 1.0
        yield address, number if unit == "w" else number * PHONE_PIXELS / 2


def chosen(srcset: str) -> str:
    """Give the picture of a `srcset` that a phone takes: the smallest that is sharp there, else the largest."""
    found = [(width, address) for address, width in candidates(srcset)]
    sharp = [candidate for candidate in found if candidate[0] >= PHONE_PIXELS]
    return min(sharp)[1] if sharp else max(found, default=(0.0, ""))[1]
