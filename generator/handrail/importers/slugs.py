"""Pure: addresses that stay: every meeting gets a slug of its own, the same in every import."""

from collections.abc import Callable, Iterable

from ..paths import slugify

LONGEST = 64  # characters (Meeting Guide specification, slug)
LONGEST_BYTES = 200  # a file name holds 255
LONGEST_END = 40
RESERVED = frozenset(("index", "constructor", "prototype", "tostring", "valueof", "hasownproperty"))


def cut(slug: str) -> str:
    """Shorten a slug to what addresses and feeds can hold, at a hyphen if there is one."""
    short = slug[:LONGEST]
    while len(short.encode()) > LONGEST_BYTES:
        short = short[:-1]
    if short == slug:
        return slug
    return short.rpartition("-")[0].strip("-") or short


def with_end(slug: str, *ends: str) -> str:
    """Put words behind a slug, shortening both so that they fit."""
    end = "-".join(slugify(part) for part in ends if slugify(part))[:LONGEST_END].strip("-")
    start = cut(slug)[: LONGEST - len(end) - 1].strip("-") if end else cut(slug)
    while start and len(f"{start}-{end}".encode()) > LONGEST_BYTES:
        start = start[:-1].strip("-")
    return "-".join(part for part in (start, end) if part)


def wished(name: str, written: str) -> tuple[str, str]:
    """Give the slug a record wishes for, and its number in the source, when it has one instead of a slug."""
    slug = "" if "@" in written else cut(slugify(written))  # a mail address is nobody's business
    if not slug.isdecimal():
        return slug, ""
    return with_end(slugify(name) or "meeting", slug), slug


def free(ladder: Iterable[str], is_free: Callable[[str], bool]) -> str:
    """Give the first slug of a ladder that nobody has; after its last step, numbers follow."""
    steps = [step for step in ladder if step and step not in RESERVED]
    for step in steps:
        if is_free(step):
            return step
    base = steps[-1] if steps else "meeting"
    number = 1 if not steps else 2
    while not is_free(with_end(base, str(number))):
        number += 1
    return with_end(base, str(number))
