"""Pure: an address on one line becomes the parts a letter would have."""

import re
from functools import lru_cache
from typing import NamedTuple

COUNTRIES = {
    "us": "US", "usa": "US", "u s": "US", "u s a": "US", "united states": "US", "united states of america": "US",
    "uk": "UK", "gb": "UK", "united kingdom": "UK", "great britain": "UK", "england": "England",
    "scotland": "Scotland", "wales": "Wales", "northern ireland": "Northern Ireland", "ireland": "Ireland",
    "republic of ireland": "Ireland", "eire": "Ireland", "canada": "Canada", "ca": "Canada", "mexico": "Mexico",
    "méxico": "México", "australia": "Australia", "new zealand": "New Zealand", "nz": "New Zealand",
    "france": "France", "españa": "España", "spain": "Spain", "germany": "Germany", "deutschland": "Deutschland",
    "netherlands": "Netherlands", "nederland": "Nederland", "belgium": "Belgium", "italy": "Italy",
    "portugal": "Portugal", "sweden": "Sweden", "norway": "Norway", "denmark": "Denmark", "finland": "Finland",
    "india": "India", "japan": "Japan", "south africa": "South Africa", "puerto rico": "Puerto Rico",
    "brasil": "Brasil", "brazil": "Brazil", "argentina": "Argentina", "colombia": "Colombia", "chile": "Chile",
    "switzerland": "Switzerland", "austria": "Austria", "poland": "Poland", "iceland": "Iceland",
    "costa rica": "Costa Rica", "jamaica": "Jamaica", "bermuda": "Bermuda",
}  # fmt: skip
AMBIGUOUS = frozenset(("ca",))  # California, when it stands where a state does
STATE_AND_CODE = re.compile(
    r"(?P<state>[A-Za-z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s+"
    r"(?P<code>\d{5}(?:-?\d{4})?|\d{4}|[A-Za-z]\d[A-Za-z]\s?\d[A-Za-z]\d)"
)
CITY_STATE_CODE = re.compile(r"(?P<city>.+?)\s+(?P<state>[A-Z]{2,3})\s+(?P<code>\d{4,5}(?:-\d{4})?)")
COUNTY = re.compile(r"(?:County|Co\.?)\s+\w+|\w+shire", re.IGNORECASE)
STATE = re.compile(r"[A-Z]{2,3}")
CODE = re.compile(r"\d{4,5}(?:-\d{4})?|[A-Za-z]\d[A-Za-z]\s?\d[A-Za-z]\d")
BRITISH_CODE = re.compile(r"(?P<city>.*?)\s*\b(?P<code>[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})", re.IGNORECASE)
CODE_AND_CITY = re.compile(r"(?P<code>(?:[A-Z]{1,2}-)?\d{4,5})\s+(?P<city>\D+)")
STREET_WORDS = (
    r"(?:st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|way|ct|court|pl|place|hwy|highway|pkwy|parkway|"
    r"sq|square|ter|terrace|cir|circle|row|close|turnpike|pike|route|calle|avenida|rue|straße|strasse|weg|plaza|quay)"
)
LOOKS_LIKE_A_STREET = re.compile(
    rf"\d[\w/-]*\s+.*\b{STREET_WORDS}\b\.?.*|.*\b(?:calle|avenida|rue)\b.*\d.*|.*stra(?:ß|ss)e \d.*", re.IGNORECASE
)
SHORT_WORDS = {
    "st": "street", "ave": "avenue", "av": "avenue", "rd": "road", "blvd": "boulevard", "dr": "drive", "ln": "lane",
    "ct": "court", "pl": "place", "hwy": "highway", "pkwy": "parkway", "sq": "square", "n": "north", "s": "south",
    "e": "east", "w": "west",
}  # fmt: skip


class Address(NamedTuple):
    """The parts of an address; empty texts are unknown."""

    street: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""


def parted(written: str) -> Address:
    """Part an address such as `100 Example Street, Anytown, NY 10000, USA`."""
    parts = [part.strip() for part in written.split(",") if part.strip()]
    country = ""
    if len(parts) > 1 and country_of(parts[-1]) and parts[-1].lower() not in AMBIGUOUS:
        country = country_of(parts.pop())
    state, code, parts = _state_and_code(parts)
    if not parts:
        return Address("", "", state, code, country)
    city = parts[-1]
    if not code:
        city, code = _code_in(city)
    is_only_a_street = len(parts) == 1 and bool(LOOKS_LIKE_A_STREET.fullmatch(city))
    if is_only_a_street:
        return Address(city, "", state, code, country)
    return Address(", ".join(parts[:-1]), city, state, code, country)


def _state_and_code(parts: list[str]) -> tuple[str, str, list[str]]:
    """Take state and postal code from the end, together or in parts of their own; something is left for the city."""
    *others, last = parts or [""]
    if not others:
        return "", "", parts
    both = STATE_AND_CODE.fullmatch(last)
    if both and not LOOKS_LIKE_A_STREET.fullmatch(last):
        return both["state"], both["code"], others
    if CODE.fullmatch(last):
        state, _, rest = _state_and_code(others)
        return state, last, rest
    if STATE.fullmatch(last) or (len(others) > 1 and COUNTY.fullmatch(last)):
        return last, "", others
    all_in_one = CITY_STATE_CODE.fullmatch(last)
    if all_in_one:
        return all_in_one["state"], all_in_one["code"], [*others, all_in_one["city"]]
    return "", "", parts


def _code_in(city: str) -> tuple[str, str]:
    british = BRITISH_CODE.fullmatch(city)
    if british:
        return british["city"] or city, british["code"].upper()
    european = CODE_AND_CITY.fullmatch(city)
    return (european["city"], european["code"]) if european else (city, "")


def country_of(text: str) -> str:
    """Give a country in its usual short form; empty for what is none that is known."""
    return COUNTRIES.get(" ".join(re.findall(r"\w+", text.lower())), "")


def is_postal_code(text: str) -> bool:
    """Tell whether a text can be a postal code, which nearly all have a digit in."""
    return any(sign.isdigit() for sign in text)


@lru_cache(maxsize=10_000)
def street_key(text: str) -> str:
    """Give the form in which two ways to write a street are one."""
    words = re.findall(r"\w+", text.casefold())
    return " ".join(SHORT_WORDS.get(word, word) for word in words)
