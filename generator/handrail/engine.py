"""I/O: the fingerprint of everything that shapes output besides a hub's own files: our code and its libraries."""

import os
import sys
from functools import lru_cache
from pathlib import Path

from .digest import digest_bytes

PACKAGE = Path(__file__).parent
LIBRARIES = (
    "jinja2",
    "markupsafe",
    "markdown",
    "pymdown_extensions",
    "pyyaml",
    "pydantic",
    "pydantic_core",
    "nh3",
)
MORE_LIBRARIES = ("babel", "icalendar", "tzdata", "pillow", "rcssmin", "rjsmin", "segno", "typst")


@lru_cache(maxsize=1)
def engine() -> str:
    """Give the digest of our code, the libraries' versions and Python's."""
    code = [file.read_bytes() for file in sorted(PACKAGE.rglob("*.py"))]
    versions = " ".join(sorted(_installed()))
    return digest_bytes(*code, versions.encode(), repr(sys.version_info[:2]).encode())


def release_of(library: str) -> str:
    """Give the release of a library that one may do without; empty when it is not installed."""
    return max((name.split("-")[1] for name in _installed() if name.startswith(f"{library}-")), default="")


@lru_cache(maxsize=1)
def _installed() -> set[str]:
    """Give names and versions of the libraries as their folders say; asking importlib.metadata costs ten times more."""
    wanted = (*LIBRARIES, *MORE_LIBRARIES)
    found: set[str] = set()
    for folder in sys.path:
        if folder and Path(folder).is_dir():
            names = (name.lower() for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208  # names only
            found.update(name for name in names if name.split("-")[0].replace(".", "_") in wanted)
    return found
