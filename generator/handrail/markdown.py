"""Markdown becomes a body: clean HTML, with holes where links and pictures go and a place for everything it names."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.footnotes import FootnoteExtension
from pymdownx.details import DetailsProcessor

from .body_walk import Passage, Phrases, Walk
from .html_cleaning import Removal, clean, is_safe, is_too_deep, removed_from
from .model import EMPTY_BODY, Body
from .places import Places
from .problems import Outcome, Problem, Span

# An address that does not begin as nearly all do.
DOUBTFUL_LINK = re.compile(r'\b(?:href|src)="((?!https://|[\w./#-]*["#])[^"]*)"')
BRACKET_OR_GAP = re.compile(r"\]\(|[\[\])]|\n[ \t]*\n")
STEPS = {"[": (1, 0), "](": (-1, 1), "]": (-1, 0), ")": (0, -1)}  # what each does to the open brackets and addresses
MAX_BRACKETS = 20
# What a line begins with: the indent and the marks of lists, quotes, definitions and notes. A rule is no list.
BEGINNING = re.compile(
    r"""
    ^ (?=[ \t>*+:.\d!?-]{25}) (?![ ]{0,3}([-*])(?:[ ]*\1)*+[ ]*$)
    [ \t]*+ (?: (?:[-*+:]|\d++\.)[ \t]++ | >[ \t]*+ | (?:!!!|\?\?\?) )++
    """,
    re.VERBOSE | re.MULTILINE,
)
LEVEL = re.compile(r"[ ]{4}|[-*+:>]|\d+\.|!!!|\?\?\?")
MAX_LEVELS = 25
MOST_TAGS = 200
TAGS_LEFT_OPEN = re.compile(rf"(?:<[a-z/!?][^<>]*+){{{MOST_TAGS}}}", re.IGNORECASE)


def to_body(passage: Passage, phrases: Phrases) -> Outcome[Body]:
    """Turn Markdown into a body. Problems: M301, M302, M305, M306."""
    places = Places(passage.path, passage.text, passage.line)
    for what, depth in DEPTHS.items():
        start = depth(passage.text)
        if start is not None:
            return _refused(places.at(start), what)
    converter = converter_for(phrases, extensions_for(passage.text))
    converter.reset()
    try:
        html = converter.convert(passage.text)
    except RecursionError:
        converter_for.cache_clear()  # it stopped half-way, and would go on from there
        return _refused(Span(passage.path, passage.line), "lists or quotes")
    has_raw = bool(converter.htmlStash.html_counter)
    if has_raw and is_too_deep(html):
        return _refused(Span(passage.path, passage.line), "elements")
    problems = list(_taken_out(html, places, has_raw=has_raw))
    was_refused = any(problem.code == "M302" for problem in problems)
    walk = Walk(passage, phrases, places, was_refused=was_refused)
    body = walk.body(clean(html))
    return Outcome(body, (*problems, *walk.problems))


def _refused(span: Span, what: str) -> Outcome[Body]:
    return Outcome(EMPTY_BODY, (Problem("M306", span, f"{what} are nested too deeply here", "use fewer levels"),))


def _deep_brackets(text: str) -> int | None:
    """Give where brackets are nested deeper than anybody means: Python-Markdown would search them for minutes."""
    if not any(part.count("[") > MAX_BRACKETS or part.count("](") > MAX_BRACKETS for part in text.split("\n\n")):
        return None
    brackets = addresses = 0
    for match in BRACKET_OR_GAP.finditer(text):
        bracket, address = STEPS.get(match.group(), (-brackets, -addresses))
        brackets, addresses = max(0, brackets + bracket), max(0, addresses + address)
        if max(brackets, addresses) > MAX_BRACKETS:
            return match.start()
    return None


def _deep_levels(text: str) -> int | None:
    """Give where lists or quotes are nested deeper than anybody means: Python-Markdown reads each level once more."""
    for match in BEGINNING.finditer(text):
        if len(LEVEL.findall(match.group().expandtabs(4))) > MAX_LEVELS:
            return match.end() - len(match.group().lstrip())
    return None


def _deep_tags(text: str) -> int | None:
    """Give where one tag after the other begins and none ends: each would be searched to the end of the text."""
    match = TAGS_LEFT_OPEN.search(text) if text.count("<") >= MOST_TAGS else None
    return match.start() if match else None


# Every extension, with a sign without which it does nothing. Ids of headings are given later, to all ids alike.
SIGNS = {
    "tables": re.compile(r"\|"),
    "def_list": re.compile(r"^[\s>*+\-\d.]*:", re.MULTILINE),
    "attr_list": re.compile(r"\{"),
    "abbr": re.compile(r"\*\["),
    "fenced_code": re.compile(r"```|~~~"),
    "pymdownx.tasklist": re.compile(r"\[[ xX]\]"),
    "footnotes": re.compile(r"\[\^"),
    "notes": re.compile(r"!!!|\?\?\?"),
}
DEPTHS = {"brackets": _deep_brackets, "lists or quotes": _deep_levels, "tags": _deep_tags}


def extensions_for(text: str) -> tuple[str, ...]:
    """Give the extensions whose signs a text holds: the others could only cost time, a quarter of all."""
    return tuple(name for name, sign in SIGNS.items() if sign.search(text))


@lru_cache(maxsize=64)
def converter_for(phrases: Phrases, extensions: tuple[str, ...]) -> markdown.Markdown:
    """Give the converter with some extensions, whose own words are in the page's language."""
    back = f"{phrases.back} {{}}"
    own: dict[str, Callable[[], Extension]] = {
        "footnotes": lambda: FootnoteExtension(BACKLINK_TEXT="&#8617;&#xFE0E;", BACKLINK_TITLE=back),
        "notes": lambda: _Notes(dict(phrases.titles)),
    }
    loaded = [own[name]() if name in own else name for name in extensions]
    return markdown.Markdown(extensions=["sane_lists", *loaded], output_format="html")


class _Notes(Extension):
    """Admonitions and details whose default titles are in the page's language."""

    def __init__(self, titles: dict[str, str]) -> None:
        super().__init__()
        self.titles = titles

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        md.registerExtension(self)
        details, admonitions = _TitledDetails(md.parser), _TitledAdmonitions(md.parser)
        details.titles = admonitions.titles = self.titles
        md.parser.blockprocessors.register(details, "details", 105)
        md.parser.blockprocessors.register(admonitions, "admonition", 105)


class _TitledAdmonitions(AdmonitionProcessor):
    titles: dict[str, str]

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        kind, title = super().get_class_and_title(match)
        return kind, self.titles.get(kind.split()[0], title or "") if match.group(2) is None else title


class _TitledDetails(DetailsProcessor):  # type: ignore[misc]  # it ships no types
    titles: dict[str, str]

    def run(self, parent: Element, blocks: list[str]) -> None:
        match = self.START.search(blocks[0])
        super().run(parent, blocks)
        if match and match.group(4):
            summary = parent[-1][0]
            summary.text = self.titles.get(match.group(4).split()[0].lower(), summary.text)


def _taken_out(html: str, places: Places, *, has_raw: bool) -> Iterator[Problem]:
    """Say what cleaning takes out. HTML of the converter's own making is read again only if a link looks unsafe."""
    if not has_raw and all(is_safe(unescape(address)) for address in DOUBTFUL_LINK.findall(html)):
        return
    removed = removed_from(html)
    for address in removed.addresses:
        message = f'"{address[:60]}" is not a safe kind of link'
        hint = "link to a page of the hub, or to https:, mailto:, tel: or sms:"
        yield Problem("M302", places.of_address(address), message, hint)
    if has_raw:
        yield from _removals(removed.removals, places)


def _removals(removals: tuple[Removal, ...], places: Places) -> Iterator[Problem]:
    counts = Counter(removal.literal for removal in removals)
    for removal in {removal.literal: removal for removal in reversed(removals)}.values():
        others = counts[removal.literal] - 1
        more = f", here and in {others} other {'place' if others == 1 else 'places'}" if others else ""
        span = places.of_words(removal.literal, within=removal.tag)
        yield Problem("M301", span, f"{removal.what} was removed{more}", removal.hint)
