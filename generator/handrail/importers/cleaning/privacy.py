"""Pure: what must not be published is taken out of free texts: passcodes, telephone numbers, e-mail addresses.

What is taken out never stands in the report; only the field does.
"""

import re
from typing import NamedTuple

from ...conference import PASSCODES
from ..losses import DROPPED, LOOK, REPAIRED, Account

WORD = (
    r"(?:pass[ -]?codes?|pass[ -]?words?|pass|pwd?|pin(?: code)?|access code|contrase[nñ]a|clave|"
    r"c[oó]digo(?: de acceso)?|mot de passe|code d[’']acc[eè]s|kennwort|passwort|senha)"
)
ASIDE = r"(?: *\([^()\n]{0,30}\))?(?: +(?:for|to|de|du|pour|para) +[^:=,.;\n]{1,30}?)?"
NOT_CODES = (
    r"(?:required|needed|none|no|not|on|is|are|will|available|given|provided|by|at|from|for|in|to|the|a|an|and|or|"
    r"request|e-?mail|ask|call|contact|protected|same|see|please|if|changes|necessary|upon|sent|tba|tbd|n/a|with|"
    r"only|when|es|est|sur|demande|bajo|petici[oó]n|below|above|here|before|after|you|we|it)"
)
DIGITS = r"\d{2,}(?: \d{2,}(?![-\d]))*"
QUOTED = '["\'“‘«]([^"“”‘’«»\n]{2,40}?)["\'”’»]'
BEFORE = r"(?:\b(?:the|our|its|el|la|le|zoom|meeting|login) +){0,4}"
SIGN = r"(?: *[:=#]+| +[–-]+) *(?:(?:is|es|est)\b *)?"
WORDS = r"[^\s\d,;.\"“”«»<>()]+(?: [^\s\d,;.\"“”«»<>()]+){1,2}(?= *(?:[,;.)\n]|$))"
# Behind a sign, anything is a code; behind the mere word, what looks like one: with a digit or all in capitals.
SIGNED = re.compile(
    rf"{BEFORE}\b(?:{WORD}|pc){ASIDE}(?: +(?:is|es|est|ist)\b)?{SIGN}"
    rf"(?:{QUOTED}|(?!{NOT_CODES}\b)({WORDS}|{DIGITS}|[^\s,;\"“”«»<>()]+))",
    re.IGNORECASE,
)
UNSIGNED = re.compile(
    rf"(?i:{BEFORE})\b(?i:{WORD}) +(?i:(?:is|es|est|ist) +)?(?:{QUOTED}|(?!(?i:{NOT_CODES})\b)"
    rf"({DIGITS}|[A-Za-z0-9!@$%&*._-]*\d[A-Za-z0-9!@$%&*_-]*|[A-Z]{{3,}})(?!\w))",
)
IN_WORDS = re.compile(
    rf"{BEFORE}\b(?!pass +){WORD} +(?:is|es|est|ist) +(?!{NOT_CODES}\b)([^.,;\n()]{{2,40}}?) *(?=[.,;\n()]|$)",
    re.IGNORECASE,
)
# A code that is called no more than that has a digit, and is no part of an address.
CODE = re.compile(
    r"(?<!zip )(?<!area )(?<!postal )(?<!dress )(?<!qr )\b(?:(?:the|door|entry|gate|zoom|security|room)[ -]){0,3}codes?"
    rf"(?: +is\b)?(?:{SIGN}| +)((?=\S*\d)[\w#*-]{{3,12}})",
    re.IGNORECASE,
)
SOLE = re.compile(r"(?=\S*\d)(?!\d{9,11}$)[^\s/:.@]{4,20}|[A-Z]{4,20}")
MENTION = re.compile(rf"\b(?!pass\b|pin\b|clave\b){WORD}\b", re.IGNORECASE)
IN_LINK = re.compile(rf"([?&#;]|&amp;)((?:{'|'.join(sorted(PASSCODES))})=)([^&#\s\"'<>)]+)", re.IGNORECASE)
EMAIL = re.compile(r"(?<![\w.+%-])(?:mailto:)?[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+", re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\w/=.@-])(?:tel:)?(?:"
    r"\+\d[\d ().-]{7,18}\d|(?:1[-. ]?)?\(\d{3}\) ?\d{3}[-. ]?\d{4}|(?:1[-. ])?\d{3}[-. ]\d{3}[-. ]\d{4}|"
    r"0\d{2,4}[- ]\d{3,4}[- ]?\d{3,4}|\d{10,11}|\d{3}-\d{4})(?: ?(?:x|ext\.?) ?\d{1,6})?(?:,+\*?\d{4,}#?)*(?![\w/=@-])"
)
NOT_A_PHONE = re.compile(r"(?:\bids?\b|\bzoom\b|#|\broom\b)[^\n.;]{0,12}$", re.IGNORECASE)
NEAR = 24  # characters in which a word before a number tells what it is
LEADS = (
    r"(?:or|and|o|y|et|ou|dial|call|text|phone|tel\.?|telephone|cell|e-?mail|contact|at|to|via|llam[ae](?: al)?|"
    r"whatsapp)(?!\w)"
)
DANGLING = re.compile(rf"(?:^|(?<=[\s,;:.(–-]))(?:{LEADS}[ :,]*)+(?=[.,;)!?]|$)", re.IGNORECASE)
STARTS = re.compile(r"^(?:(?:or|and|o|y|et|ou)\b|[\s,;:.|/&–-])+", re.IGNORECASE)
GAP = "\x00"
FEWEST = 4  # characters of a code that is also looked for in the other texts; shorter ones stand in words


class Scrubbed(NamedTuple):
    """A text without what is private, and what was taken out of it; `linked` are passcodes in web addresses."""

    text: str
    codes: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()


def scrub(text: str, field: str, known: str, account: Account) -> Scrubbed:
    """Take private values out of a text; `known` holds numbers that are no telephones, such as a meeting's link."""
    if not text:
        return Scrubbed("")
    codes: list[str] = []
    linked: list[str] = []
    emails: list[str] = []
    phones: list[str] = []
    lines = []
    for line in text.split("\n"):
        rest = _taken(IN_LINK, line, linked, 3, keep_gap=False)
        rest = _taken(SIGNED, rest, codes, 1)
        rest = _taken(UNSIGNED, rest, codes, 1)
        rest = _taken(IN_WORDS, rest, codes, 1)
        rest = _taken(CODE, rest, codes, 1)
        rest = _taken(EMAIL, rest, emails, 0)
        rest = _phones(rest, known, phones)
        lines.append(smooth(rest) if GAP in rest else _tidy_links(rest))
    found = "\n".join(line for index, line in enumerate(lines) if line or (index and lines[index - 1])).strip()
    emails = [email.removeprefix("mailto:") for email in emails]
    for word, taken in (
        ("a passcode", [*codes, *linked]),
        ("an e-mail address", emails),
        ("a telephone number", phones),
    ):
        if taken:
            account.say(REPAIRED, field, f"held {word}, which is kept apart and not published")
    if MENTION.search(found) and not codes:
        account.say(LOOK, field, "speaks of a passcode; see that it does not give it away")
    account.secrets |= {*codes, *linked, *emails, *phones}
    return Scrubbed(found, tuple(codes), tuple(phones), tuple(emails), tuple(linked))


def together(*texts: Scrubbed) -> Scrubbed:
    """Join what was taken out of several texts."""
    columns = zip(*(text[1:] for text in texts), strict=True)
    return Scrubbed("", *(tuple(value for values in column for value in values) for column in columns))


def _taken(pattern: re.Pattern[str], text: str, found: list[str], group: int, *, keep_gap: bool = True) -> str:
    """Take out what a pattern finds, leaving a mark where words were."""

    def take(match: re.Match[str]) -> str:
        value = next((part for part in (match[group], *match.groups()[group:]) if part), "")
        found.append(value.rstrip(".?\"'”’»"))
        if keep_gap:
            return GAP + value[len(found[-1]) :].strip("\"'”’»")
        return match[1] if match[1] in ("?", "#") else ""

    return pattern.sub(take, text)


def _phones(text: str, known: str, found: list[str]) -> str:
    digits_known = re.sub(r"\D", "", known)

    def take(match: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", match[0])
        if digits in digits_known or NOT_A_PHONE.search(text[max(match.start() - NEAR, 0) : match.start()]):
            return match[0]
        found.append(match[0].removeprefix("tel:"))
        return GAP

    return PHONE.sub(take, text)


def _tidy_links(text: str) -> str:
    """Mend an address whose first value was taken out."""
    return re.sub(r"\?&", "?", re.sub(r"[?#](?=\s|$)", "", text)) if "?" in text or "#" in text else text


def smooth(text: str) -> str:
    """Let a line read on where something was taken out of it."""
    found = re.sub(rf"(?:{GAP}(?:\s*(?:[,/;]|\bor\b|\band\b))?\s*)*{GAP}", GAP, text)
    found = re.sub(rf"[(\[<]\s*{GAP}\s*[)\]>]", GAP, found)
    found = re.sub(rf"\b(?:at|via|to|on)[ :]*{GAP}\s*(?=(?:for|if|or|and|to|when|in)\b)", GAP, found)
    found = found.replace(GAP, " ")
    found = _tidy_links(" ".join(found.split()))
    found = re.sub(r"\s+([,.;:!?)])", r"\1", found)
    found = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", found)
    found = re.sub(r"[,;:]\s*([.!?])", r"\1", found)
    found = DANGLING.sub("", found)
    found = STARTS.sub("", found)
    found = re.sub(r"(?<!\.)\.\.(?!\.)", ".", re.sub(r"\s+([,.;:!?)])", r"\1", found))
    return found.rstrip(" ,;:-–|/&(").strip()


def without(text: str, secrets: tuple[str, ...]) -> str:
    """Take codes that are known from one text out of another."""
    for secret in sorted((s for s in secrets if len(s) >= FEWEST), key=len, reverse=True):
        if secret in text:
            text = "\n".join(smooth(line.replace(secret, GAP)) if secret in line else line for line in text.split("\n"))
    return text


def first_of(values: tuple[str, ...], field: str, said: str, account: Account) -> str:
    """Give the first of several private values; the others are left out, and said without showing them."""
    unique = tuple(dict.fromkeys(values))
    if len(unique) > 1:
        account.say(DROPPED, field, said)
    return unique[0] if unique else ""
