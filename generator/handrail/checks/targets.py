"""Pure: which file of the site an address in a finished page means."""

import posixpath
import re
from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ..paths import output_path

LOST_PAGE = "404.html"
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
DROPPED = str.maketrans("", "", "\t\n\r")  # browsers leave these out of an address


class Reach(StrEnum):
    """What comes of following an address of the site."""

    FOUND = "leads to a file"
    NOTHING = "leads to nothing"
    OUTSIDE = "leads out of the site"
    HERE_ONLY = "works only for a page at the top of the site"
    FOLDER = "opens a folder, not a page, where there is no web server"


class Target(NamedTuple):
    """Where an address of the site leads: the path as asked for, the file (empty when none), what follows `#`."""

    path: str
    file: str
    fragment: str
    reach: Reach


class Home(NamedTuple):
    """Where a site lives, and all its files; `base_url` ends with a slash, and so does `base_path`."""

    base_url: str | None
    base_path: str
    is_portable: bool
    paths: Collection[str]

    @property
    def origin(self) -> str:
        """The part of the site's address that browsers take for one site; empty when it is not known."""
        return origin_of(self.base_url or "")

    def target(self, page: str, href: str) -> Target | None:
        """Give where an address in a page leads; `None` for other sites, telephone numbers and the like."""
        written, _, fragment = href.translate(DROPPED).strip().partition("#")
        fragment = unquote(fragment.partition(":~:")[0])
        address = written.partition("?")[0].replace("\\", "/")
        if not address:
            return Target(page, page, fragment, Reach.FOUND)
        if SCHEME.match(address) or address.startswith("//"):
            return self._whole(written, fragment)
        if address.startswith("/"):
            return self._from_host(unquote(address), fragment)
        if page == LOST_PAGE and not self.is_portable:
            return Target(address, "", fragment, Reach.HERE_ONLY)
        path = _joined(posixpath.dirname(page), unquote(address))
        if path == ".." or path.startswith("../"):
            return Target(path, "", fragment, Reach.OUTSIDE)
        target = self._found(path, fragment)
        is_folder = self.is_portable and target.file not in ("", path)
        return target._replace(reach=Reach.FOLDER) if is_folder else target

    def _whole(self, address: str, fragment: str) -> Target | None:
        if not self.base_url or origin_of(address) != self.origin:
            return None
        path = unquote(urlsplit(address).path) or "/"
        if not f"{path}/".startswith(self.base_path):
            return None  # another site on the same host
        return self._found(path[len(self.base_path) :], fragment)

    def _from_host(self, path: str, fragment: str) -> Target:
        path = _joined("/", path)
        if not f"{path}/".startswith(self.base_path):
            return Target(path, "", fragment, Reach.OUTSIDE)
        return self._found(path[len(self.base_path) :], fragment)

    def _found(self, path: str, fragment: str) -> Target:
        for file in (output_path(path), f"{path}/index.html"):
            if file in self.paths:
                return Target(path, file, fragment, Reach.FOUND)
        return Target(path, "", fragment, Reach.NOTHING)


def origin_of(address: str) -> str:
    """Give host and port of a web address, in lower case; empty when it has none. http and https count as one."""
    written = address.translate(DROPPED).strip().replace("\\", "/")
    try:
        parts = urlsplit(written)
    except ValueError:
        return written
    is_web = parts.scheme.lower() in ("http", "https", "ws", "wss", "ftp", "")
    return parts.netloc.lower() if is_web else ""


def _joined(folder: str, address: str) -> str:
    """Follow an address from a folder; the result keeps its slash at the end, and is empty for the top."""
    path = posixpath.normpath(posixpath.join(folder, address))
    is_folder = address.endswith(("/", "/.", "/..")) or address in (".", "..")
    path = "" if path == "." else path
    return f"{path}/" if is_folder and path.strip("/") and path != ".." else path
