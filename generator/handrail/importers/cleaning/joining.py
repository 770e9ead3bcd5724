"""Pure: how to join from elsewhere: links, dial strings and the notes about both, with every passcode kept apart."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from ...conference import host_of, service_of, without_passcode
from ...fieldtypes import PHONE, web_address
from ..losses import DROPPED, GUESSED, KEPT, LOOK, REPAIRED, Account
from ..raw import RawMeeting
from .privacy import IN_LINK, SOLE, Scrubbed, scrub
from .texts import joined, text_of

HOST_FIRST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?")
SCHEME = re.compile(r"(https?):/*", re.IGNORECASE)
SOME_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
ZOOM_WITH_NUMBER = re.compile(r"/(?:j|s|w|my|wc)/")
NUMBER = re.compile(r"(?:tel:)?\s*([+(]?\d[\d\s().-]*\d)(.*)", re.DOTALL)
KEYS_ONLY = re.compile(r"[\d\s,;*#pPwW]*")
KEYS = re.compile(r"(\*?)(\d{3,})")
SHORTEST_NUMBER, LONGEST_NUMBER = 7, 15  # digits (ITU-T E.164)
LONG_NUMBER = 9  # digits from which one is a meeting's, not a passcode
DIAL = re.compile(r"\b(?:dial|call[- ]?in|by phone|one[- ]tap|marcar|par téléphone)\b", re.IGNORECASE)


class Link(NamedTuple):
    """A web address as it can be published, the passcodes that stood in it, and words that stood around it."""

    url: str = ""
    codes: tuple[str, ...] = ()
    rest: str = ""


class Dial(NamedTuple):
    """A dial string in its parts: the number, the meeting's number, a passcode, and words around them."""

    number: str = ""
    meeting: str = ""
    code: str = ""
    rest: str = ""


class Joining(NamedTuple):
    """The fields of `online`, notes for a meeting that has none of it, and private values found on the way."""

    online: dict[str, str]
    notes: str
    found: Scrubbed


def joining(raw: RawMeeting, others: Scrubbed, account: Account) -> Joining:
    """Give how to join a meeting from elsewhere; `others` holds the passcodes of its other texts."""
    link = link_of(raw.online_url, "conference_url", account)
    dial = dial_of(raw.online_phone, account)
    known = f"{link.url} {dial.meeting}"
    notes = [
        _noted(text_of(text, field, account), field, known, account)
        for field, text in (
            ("conference_url_notes", joined([raw.online_url_notes, link.rest])),
            ("conference_phone_notes", joined([raw.online_phone_notes, dial.rest])),
        )
    ]
    phones = [phone for note in notes for phone in note.phones]
    if not dial.number and phones and DIAL.search(f"{raw.online_url_notes} {raw.online_phone_notes}"):
        dial = dial_of(phones.pop(0), account)
        account.say(GUESSED, "conference_phone", "is the number to dial that stood in the notes")
    text = joined([note.text for note in notes])
    given = [*(code for note in notes for code in note.codes), *others.codes]
    linked = (*link.codes, *(code for note in notes for code in note.linked), *others.linked)
    passcode = _passcode(given, dial.code, linked, account)
    phone = f"{dial.number},,{dial.meeting}#" if dial.meeting else dial.number
    fields = {"url": link.url, "passcode": passcode, "phone": phone, "notes": text}
    online = {name: value for name, value in fields.items() if value}
    emails = tuple(email for note in notes for email in note.emails)
    found = Scrubbed("", tuple(given), tuple(phones), emails)
    if link.url or dial.number:
        return Joining(online, "", found)
    if text:
        account.say(KEPT, "conference notes", "stand in the notes, because there is no link and no number to dial")
    if passcode:
        account.say(DROPPED, "the passcode", "is of no use without a link or a number to dial")
    return Joining({}, text, found)


def _noted(text: str, field: str, known: str, account: Account) -> Scrubbed:
    """Read notes about joining; some hold nothing but the passcode."""
    if SOLE.fullmatch(text):
        account.say(GUESSED, field, "is a single word that looks like a passcode, and is kept as one")
        return Scrubbed("", (text,))
    return scrub(text, field, known, account)


def _passcode(texts: list[str], dialled: str, linked: tuple[str, ...], account: Account) -> str:
    """Give the passcode: the one for people, with the one for telephones; that of a link only when it is alone."""
    unique = list(dict.fromkeys(texts))
    account.secrets |= {*unique, dialled, *linked} - {""}
    if len(unique) > 1:
        account.say(DROPPED, "the passcode", "is given in several ways; the first is kept")
    code = unique[0] if unique else ""
    if code and linked and code not in linked:
        account.say(DROPPED, "the passcode in the link", "is not kept, because another one stands in the notes")
    code = code or (linked[0] if linked else "")
    if dialled and code and dialled != code:
        return f"{code}, by phone {dialled}"
    return code or dialled


def link_of(text: str, field: str, account: Account) -> Link:
    """Read a web address, with whatever people put around it."""
    written = text.strip()
    if not written:
        return Link()
    found = SOME_LINK.search(written)
    start = found[0] if found else written.split()[0]
    rest = " ".join(written.replace(start, " ", 1).split())
    url = _with_scheme(start.rstrip(".,;"))
    codes = tuple(match[3] for match in IN_LINK.finditer(url))
    account.secrets |= set(codes)
    clean = _usable(IN_LINK.sub(lambda match: match[1] if match[1] in "?#" else "", url))
    if not clean:
        return _no_link(written, field, account)
    if codes:
        account.say(REPAIRED, field, "held a passcode, which is kept apart and not published")
    if not start.startswith(("https://", "http://")):
        account.say(REPAIRED, field, "is a whole web address now", clean)
    elif text != written:
        account.say(REPAIRED, field, "had blanks around it")
    _look_at(clean, field, account)
    return Link(clean, codes, rest)


def _no_link(written: str, field: str, account: Account) -> Link:
    if ":" in written.split("/", maxsplit=1)[0] and not re.search(r"\s", written):
        account.say(DROPPED, field, "is no web address that is safe to follow")
        return Link()
    account.say(KEPT, field, "is no web address and stands in the notes")
    return Link(rest=written)


def _with_scheme(written: str) -> str:
    if SCHEME.match(written):
        return SCHEME.sub(lambda match: f"{match[1].lower()}://", written, count=1)
    return f"https://{written}" if HOST_FIRST.fullmatch(written) else written


def _usable(url: str) -> str:
    """Give an address that our own field takes, without a login and without signs left over; else nothing."""
    url = re.sub(r"\?&+", "?", url).rstrip("?#&")
    try:
        parts = urlsplit(web_address(url))
        if parts.username is not None:
            url = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        return without_passcode(web_address(url))
    except ValueError:
        return ""


def _look_at(url: str, field: str, account: Account) -> None:
    if field != "conference_url":
        return
    service = service_of(url)
    if service is None:
        account.say(LOOK, field, "leads to a host that lists of online meetings do not know", host_of(url))
    elif service == "Zoom" and not ZOOM_WITH_NUMBER.search(url):
        account.say(LOOK, field, "is a Zoom link without /j/ and a meeting's number; try it")


def dial_of(text: str, account: Account) -> Dial:
    """Part a dial string: `+12025550112,,9995550100#,,*555010#`."""
    written = " ".join(text.split())
    if not written:
        return Dial()
    match = NUMBER.match(written)
    number = dialled(match[1]) if match else ""
    if not match or not number:
        account.say(KEPT, "conference_phone", "is no telephone number and stands in the notes")
        return Dial(rest=written)
    if not KEYS_ONLY.fullmatch(match[2]):
        account.say(KEPT, "conference_phone", "has words behind the number, which stand in the notes")
        return Dial(number, rest=match[2].strip(" ,;"))
    keys = KEYS.findall(match[2])
    meeting = next((key for star, key in keys if not star and len(key) >= LONG_NUMBER), "")
    code = next((key for star, key in keys if key != meeting and (star or meeting)), "")
    if code:
        account.say(REPAIRED, "conference_phone", "held a passcode, which is kept apart and not published")
    for _, key in keys:
        if key not in (meeting, code):
            account.say(LOOK, "conference_phone", "had further keys to press, which are not kept")
    return Dial(number, meeting, code)


def dialled(text: str) -> str:
    """Give a telephone number as our own field takes it; empty when it is none."""
    number = re.sub(r"^\((\d+)\)\s*", r"\1-", " ".join(text.split()))
    number = re.sub(r"^(\+\d+)\s*\((\d+)\)\s*", r"\1 \2 ", number)
    digits = len(re.sub(r"\D", "", number))
    return number if PHONE.fullmatch(number) and SHORTEST_NUMBER <= digits <= LONGEST_NUMBER else ""
