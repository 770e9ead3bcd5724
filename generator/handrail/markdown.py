"""Markdown becomes a body: clean HTML, with holes where links and pictures go and a place for everything it names."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

import markdown
from markdown.extensions import Extension

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
    converter = converter_for(phrases, features_of(passage.text))
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


# Extensions and inline patterns, each with a sign without which it does nothing. Ids are given later, to all alike.
EXTENSIONS = {
    "tables": re.compile(r"\|"),
    "def_list": re.compile(r"(?:^|>)[\s>*+\-\d.]*:", re.MULTILINE),
    "attr_list": re.compile(r"\{"),
    "abbr": re.compile(r"\*\["),
    "fenced_code": re.compile(r"```|~~~"),
    "pymdownx.tasklist": re.compile(r"\[[ xX]\]"),
    "footnotes": re.compile(r"\[\^"),
    "notes": re.compile(r"!!!|\?\?\?"),
}
DEFINITION = re.compile(r"\]:")
PATTERNS = {
    "backtick": re.compile(r"`"),
    "escape": re.compile(r"\\"),
    "reference": DEFINITION,
    "link": re.compile(r"\]\("),
    "image_link": re.compile(r"!\["),
    "image_reference": DEFINITION,
    "short_reference": DEFINITION,
    "short_image_ref": DEFINITION,
    "autolink": re.compile(r"<"),
    "automail": re.compile(r"<"),
    "linebreak": re.compile(r"[ \t][\r\n]"),
    "html": re.compile(r"<"),
    "em_strong": re.compile(r"[*_]"),
}
SIGNS = {**EXTENSIONS, **PATTERNS}
DEPTHS = {"brackets": _deep_brackets, "lists or quotes": _deep_levels, "tags": _deep_tags}


def features_of(text: str) -> tuple[str, ...]:
    """Give the extensions and patterns whose signs a text holds: the others could only cost time, half of all."""
    return tuple(name for name, sign in SIGNS.items() if sign.search(text))


@lru_cache(maxsize=64)
def converter_for(phrases: Phrases, features: tuple[str, ...]) -> markdown.Markdown:
    """Give a converter that knows some features, and whose own words are in the page's language."""
    footnotes = {"BACKLINK_TEXT": "&#8617;&#xFE0E;", "BACKLINK_TITLE": f"{phrases.back} {{}}"}
    loaded = [_notes(phrases) if name == "notes" else name for name in features if name in EXTENSIONS]
    converter = markdown.Markdown(
        extensions=["sane_lists", *loaded], extension_configs={"footnotes": footnotes}, output_format="html"
    )
    for name in PATTERNS:
        if name not in features:
            converter.inlinePatterns.deregister(name)
    return converter


def _notes(phrases: Phrases) -> Extension:
    # It loads half of Python's network libraries, which most builds with one edited page do not need.
    from .notes import Notes  # noqa: PLC0415

    return Notes(dict(phrases.titles))


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
