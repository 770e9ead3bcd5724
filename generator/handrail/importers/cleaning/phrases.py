"""Pure: what notes say about when a meeting meets, which no field of the source could hold.

A sentence that is nothing but a rule is a guess that can be made; any other that speaks of dates is shown to people.
"""

import re
from typing import NamedTuple

from ...timefields import ORDINALS, WEEKDAYS
from .times import DAY_NAMES, one_day

NUMBERS = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "primer": "first",
    "primero": "first", "segundo": "second", "tercer": "third", "tercero": "third", "cuarto": "fourth",
    "último": "last", "ultimo": "last", "premier": "first", "deuxième": "second", "troisième": "third",
    "quatrième": "fourth", "dernier": "last",
} | {name: name for name in ORDINALS}  # fmt: skip
SHORTEST_DAY = 3  # letters: `we` and `th` are words of their own
ORDINAL = rf"(?:{'|'.join(NUMBERS)})"
WEEKDAY = (
    rf"(?:{'|'.join(sorted({*WEEKDAYS, *(n for n in DAY_NAMES if len(n) >= SHORTEST_DAY)}, key=len, reverse=True))})s?"
)
LIST = rf"{ORDINAL}(?:(?:,? (?:and|y|et) (?:the )?|, ?| ?[&/] ?){ORDINAL}){{0,4}}"
OF_MONTH = r"(?: (?:of|in) (?:the|each|every|a) month| (?:del|de cada) mes| du mois| each month| every month| monthly)?"
SURE = re.compile(r"\b(?:only|meets?|solamente|seulement)\b", re.IGNORECASE)
KINDS_OF_MEETING = re.compile(
    r"\b(?:speakers?|birthdays?|anniversar\w*|celebrations?|step|steps|business|open|closed|potlucks?|candlelight|chips?|"
    r"book|tradition|newcomers?|literature|group conscience|food|dinner|breakfast)\b",
    re.IGNORECASE,
)
RULE = re.compile(
    rf"(?:(?P<before>.*?)\b(?:meets|meet|se reúne)\b,? *|(?:this |the )?(?:meeting|group) (?:is |held )*|held )?"
    rf"(?:(?:only|every|each|on|the|el|le|just|cada) ){{0,4}}"
    rf"(?P<list>{LIST}) (?P<day>{WEEKDAY}){OF_MONTH}(?: only| solamente| seulement)?",
    re.IGNORECASE,
)
ABOUT_DATES = re.compile(
    rf"\b(?:{ORDINAL}(?:,? (?:and|&|y|et) {ORDINAL}){{0,4}} (?:{WEEKDAY}|week|wk)\b|every other|alternat\w+|bi-?weekly|"
    r"fortnight\w*|monthly|once a month|every (?:2|two|3|three|second|third) weeks?|odd weeks|even weeks|holidays?|"
    r"festivos|jours fériés|except|no meetings?|not meeting|does(?: not|n.t) meet|will not meet|"
    r"closed (?:on|for|in|as|during|summer|winter|until|till)|closes|"
    r"cancel+ed|suspended|on hold|lost meeting space|no longer|temporar\w+|"
    r"memorial day|labor day|labour day|thanksgiving|christmas|easter|new year\S*|school (?:year|breaks?|days)|"
    r"summer|winter|seasonal|(?:in|from|until|till|thru|through|during|starting|beginning|effective|as of) "
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|starting|until further notice|cada dos|"
    r"(?:cerrado|cerrada) (?:en|por|los))\b",
    re.IGNORECASE,
)
NAME_SAYS_CLOSED = re.compile(
    r"\b(?:closed (?:as|until|for|due|till)|cancel+ed|suspended|on hold|lost meeting space|no longer)\b",
    re.IGNORECASE,
)
SENTENCES = re.compile(r"(?<=[.!?;])\s+|[\n;()]+")


class Phrases(NamedTuple):
    """What texts say about dates: the weeks of the month that are a fair guess, and phrases for people to look at."""

    repeats: tuple[str, ...] = ()
    said: str = ""
    open: tuple[str, ...] = ()


def phrases(texts: tuple[str, ...], days: tuple[str, ...]) -> Phrases:
    """Find what texts say about when a meeting on these days meets."""
    guesses: dict[tuple[str, ...], str] = {}
    others: list[str] = []
    for sentence, text in ((part.strip(" .!?,:-–"), whole) for whole in texts for part in SENTENCES.split(whole)):
        weeks = _rule(sentence, text, days)
        if weeks:
            guesses.setdefault(weeks, sentence)
        elif ABOUT_DATES.search(sentence):
            others.append(sentence)
    if len(guesses) == 1 and not others:
        ((weeks, said),) = guesses.items()
        return Phrases(weeks, said)
    unclear = tuple(dict.fromkeys((*guesses.values(), *others))) if len(guesses) > 1 else tuple(dict.fromkeys(others))
    first = next(iter(guesses.items())) if len(guesses) == 1 else ((), "")
    return Phrases(*first, unclear)


def says_closed(name: str) -> bool:
    """Tell whether somebody wrote into a name that the meeting is not held."""
    return bool(NAME_SAYS_CLOSED.search(name))


def _rule(sentence: str, text: str, days: tuple[str, ...]) -> tuple[str, ...]:
    """Give the weeks of the month, when a sentence says nothing else and names the day of the meeting.

    "Speaker (last Friday)" tells what the meeting is like on that day, not whether it meets.
    """
    match = RULE.fullmatch(" ".join(sentence.split()))
    around = sentence if SURE.search(sentence) else text
    if not match or KINDS_OF_MEETING.search(around):
        return ()
    if days != (one_day(match["day"].lower()),):
        return ()
    words = re.findall(ORDINAL, match["list"].lower())
    return tuple(name for name in ORDINALS if name in {NUMBERS[word] for word in words})
