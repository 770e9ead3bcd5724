"""Pure: formats of Narcotics Anonymous become types: by the code that is the same on every server, else by the key."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .cleaning.phrases import ABOUT_DATES
from .cleaning.texts import folded
from .cleaning.type_words import known_labels
from .losses import DROPPED, GUESSED, LOOK, Account

# Codes that mean the same on every server, and the keys that most servers use (BMLT, GetFormats: world_id, key_string).
BY_WORLD_ID = {
    "OPEN": "open", "CLOSED": "closed", "BEG": "newcomers", "DISC": "discussion", "STEP": "step-study",
    "TRAD": "tradition-study", "LIT": "literature", "SPK": "speaker", "MED": "meditation", "CAN": "candlelight",
    "W": "women", "M": "men", "GL": "lgbtq", "Y": "young-people", "YP": "young-people", "CW": "children-welcome",
    "WCHR": "wheelchair", "SMOK": "smoking", "OUT": "outdoors", "VM": "ONL", "HYBR": "HYBRID", "HY": "HYBRID",
    "TC": "TC",
}  # fmt: skip
BY_KEY = {
    "O": "open", "C": "closed", "B": "newcomers", "D": "discussion", "St": "step-study", "Tr": "tradition-study",
    "BK": "literature", "LIT": "literature", "So": "speaker", "Sp": "speaker", "SD": "speaker", "CL": "candlelight",
    "ME": "meditation", "W": "women", "M": "men", "GL": "lgbtq", "YP": "young-people", "WC": "wheelchair",
    "CW": "children-welcome", "SM": "smoking", "OE": "outdoors", "VM": "ONL", "HY": "HYBRID", "TC": "TC",
}  # fmt: skip
# Readings of one book each: true, but less than was said.
READINGS = {"BT", "JFT", "IW", "IP", "LC", "SWG", "SPAD"}
READING_KEYS = {"BT": "BT", "JT": "JFT", "IW": "IW", "IP": "IP", "LC": "LC", "SG": "SWG"}
LANGUAGES = {
    "ES": "S", "EN": "EN", "FR": "FR", "PT": "POR", "RU": "RUS", "RUS": "RUS", "DE": "DE", "IT": "ITA", "PL": "POL",
    "FA": "FA", "AR": "AR", "HE": "HE", "JA": "JA", "KO": "KOR", "HI": "HI", "PA": "PUN", "SV": "SV", "DA": "DA",
    "NL": "NL", "FI": "FI", "TR": "TUR", "UK": "UK", "EL": "EL",
}  # fmt: skip
LANGUAGE = "LANG"


class Format(NamedTuple):
    """A format of a server: its own key, the code that is the same everywhere, and its name for people."""

    key: str
    world_id: str = ""
    name: str = ""


def types_of(formats: Iterable[Format], account: Account) -> tuple[str, ...]:
    """Give the types that formats mean; what has no equal is left out and said."""
    found: list[str] = []
    for one in formats:
        token = _token(one)
        reading = one.world_id.upper() if one.world_id else READING_KEYS.get(one.key, "")
        shown = f"{one.key} ({one.name})" if one.name else one.key
        if token:
            found.append(token)
        elif folded(one.name) in known_labels():
            found.append(one.name)
        elif reading in READINGS:
            found.append("literature")
            account.say(GUESSED, "formats", "is kept as the more general type literature", shown)
        elif ABOUT_DATES.search(one.name):
            account.say(LOOK, "formats", "may say when it does not meet", shown)
        else:
            account.say(DROPPED, "formats", "is no type that Handrail knows", shown)
    return tuple(dict.fromkeys(found))


def _token(one: Format) -> str | None:
    world_id = one.world_id.upper()
    if world_id == LANGUAGE or not world_id:
        language = LANGUAGES.get(one.key.upper())
        if language and (world_id == LANGUAGE or one.key not in BY_KEY):
            return language
    return BY_WORLD_ID.get(world_id) or (_folded(BY_KEY).get(one.key.lower()) if not world_id else None)


def _folded(table: Mapping[str, str]) -> dict[str, str]:
    return {key.lower(): word for key, word in table.items()}
