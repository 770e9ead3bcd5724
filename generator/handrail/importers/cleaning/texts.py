"""Pure: what people and programs put into texts besides words: HTML, entities, labels, signs nobody sees."""

import html
import re
import unicodedata
from functools import lru_cache
from html.parser import HTMLParser

from ...plaintext import HIDDEN
from ..losses import DROPPED, REPAIRED, Account

TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
LABEL = "#@-@#"  # BMLT puts the name of the field in front of a text, with this sign between
NEW_LINE = frozenset(("br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote"))
UNSEEN = frozenset(("script", "style", "head", "template"))
ALL_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
MAX_ENTITIES = 3  # how often a text may have been made ready for HTML


def text_of(value: str, field: str, account: Account) -> str:
    """Give a text as plain words on one line or more; blank lines part paragraphs."""
    found = ALL_LINE_ENDS.sub("\n", value)
    if LABEL in found:
        found = "\n".join(line.rpartition(LABEL)[2] for line in found.split("\n"))
        account.count(REPAIRED, field, f"has no label with {LABEL} in front any more")
    if TAG.search(found):
        found, lost = _without_tags(found)
        account.say(REPAIRED, field, "is plain text now, without HTML")
        if lost:
            account.say(DROPPED, field, "pictures and programs of HTML are not kept", ", ".join(sorted(lost)))
    elif ENTITY.search(found):
        found = _without_entities(found)
        account.say(REPAIRED, field, "is plain text now, without the entities of HTML")
    found = HIDDEN.sub("", found)
    lines = [" ".join(line.split()) for line in ALL_LINE_ENDS.sub("\n", found).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def line_of(value: str, field: str, account: Account) -> str:
    """Give a text on one line."""
    return " ".join(text_of(value, field, account).split())


@lru_cache(maxsize=10_000)
def folded(text: str) -> str:
    """Give the form in which two names written differently are one: lower-case letters and digits, no accents."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in parted if not "\u0300" <= sign <= "\u036f")
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", plain)))


def joined(texts: list[str]) -> str:
    """Join texts, each once, as lines."""
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _without_entities(text: str) -> str:
    for _ in range(MAX_ENTITIES):
        text = html.unescape(text)
        if not ENTITY.search(text):
            break
    return text


def _without_tags(text: str) -> tuple[str, set[str]]:
    reader = _Words()
    reader.feed(text)
    reader.close()
    return _without_entities("".join(reader.words)), reader.lost


class _Words(HTMLParser):
    """Keeps the words of HTML, with the addresses of links behind them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.lost: set[str] = set()
        self.links: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in NEW_LINE:
            self.words.append("\n")
        if tag in UNSEEN:
            self.unseen += 1
        if tag in UNSEEN or tag in ("img", "iframe", "video", "object", "embed"):
            self.lost.add(f"<{tag}>")
        if tag == "a":
            href = (dict(attrs).get("href") or "").strip()
            self.links.append(href if href.lower().startswith(("http://", "https://")) else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in NEW_LINE and tag != "br":
            self.words.append("\n")
        if tag in UNSEEN:
            self.unseen = max(self.unseen - 1, 0)
        if tag == "a" and self.links:
            href = self.links.pop()
            if href and href not in "".join(self.words[-2:]):
                self.words.append(f" ({href})")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.words.append(data)
