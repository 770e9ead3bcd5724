"""Pure: where in the source of a body something stands that was met in its HTML."""

import re
from bisect import bisect_right
from functools import cached_property
from html import unescape

from .problems import Span

# Everything that may be an address, with what leads up to it: [x](here), [x]: here, href="here", <https://here>.
ADDRESS = re.compile(
    r"""
    \]\(\s*+ (?: <([^<>\n]*)> | ((?: [^\s()] | \([^\s()]*\) )+) )
    | \]:[ ]*+\n?[ ]*+ (?: <([^<>\n]*)> | ([^\s<]\S*) )
    | \b(?:href|src)\s*+=\s*+ (?: "([^"]*)" | '([^']*)' | ([^\s"'<>]+) )
    | <([a-z][a-z0-9+.-]*:[^\s<>]*)>
    """,
    re.VERBOSE | re.IGNORECASE,
)
UNPRINTED = re.compile(r"[\x00-\x20\x7f]+")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
LINE_END = re.compile(r"\n")
HEADING = r"^[ \t>]*#{1,6}[ \t]*"


class Places:
    """Finds in a source what was met in the HTML, because Python-Markdown forgets where things stood.

    What is asked for again is found where it stands next; once all of them were given, the last one is meant.
    """

    def __init__(self, path: str, text: str, line: int) -> None:
        self.path = path
        self.text = text
        self.line = line
        self.given: dict[str, int] = {}
        self.reached: dict[str, int] = {}

    def of_address(self, address: str) -> Span:
        """Give the place of a link or picture by what its address means, however that is spelled."""
        key = _meaning(address)
        places = self._addresses.get(key)
        if not places:
            return self.of_words(address, within=f"]({address}")  # one with blanks in it
        number = self.given.get(key, 0)
        self.given[key] = number + 1
        start, end = places[min(number, len(places) - 1)]
        return self.at(start, end - start)

    def of_words(self, words: str, within: str = "") -> Span:
        """Give the next place of some words in capital or small letters, best within another text; else the start."""
        outer = self._next(within) if within else None
        start = outer[0] if outer else self.reached.get(words, 0)
        inner = re.compile(re.escape(words), re.IGNORECASE).search(self.text, start) if words else None
        if inner is None:
            return Span(self.path, self.line)
        self.reached[words] = inner.end()
        return self.at(inner.start(), inner.end() - inner.start())

    def of_heading(self, words: str) -> Span:
        """Give the place of a heading by its plain words; of the first heading when it is spelled in another way."""
        exact = "(" + r"\s+".join(map(re.escape, words.split())) + ")"
        kinds = (HEADING + exact, rf"<h[1-6][^<>]*>\s*{exact}", rf"^{exact}[ \t]*\n[=-]", rf"{HEADING}(\S[^#\n]*)")
        for kind in kinds:
            found = re.search(kind, self.text, re.IGNORECASE | re.MULTILINE)
            if found:
                return self.at(found.start(1), found.end(1) - found.start(1))
        return Span(self.path, self.line)

    def at(self, start: int, length: int = 1) -> Span:
        """Give the span of characters counted from the beginning of the text."""
        line = bisect_right(self._line_starts, start)
        column = start - self._line_starts[line - 1] + 1
        return Span(self.path, self.line + line - 1, column, column + length)

    def _next(self, text: str) -> tuple[int, int] | None:
        start = self.text.find(text, self.reached.get(text, 0))
        if start < 0:
            return None
        self.reached[text] = start + len(text)
        return start, start + len(text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in LINE_END.finditer(self.text))]

    @cached_property
    def _addresses(self) -> dict[str, list[tuple[int, int]]]:
        """Every address of the source by its meaning."""
        addresses: dict[str, list[tuple[int, int]]] = {}
        for match in ADDRESS.finditer(self.text):
            group = match.lastindex or 0
            addresses.setdefault(_meaning(ESCAPED.sub(r"\1", match.group(group))), []).append(match.span(group))
        return addresses


def _meaning(address: str) -> str:
    return UNPRINTED.sub("", unescape(address)).casefold()
