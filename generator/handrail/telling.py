"""Pure: words that tell what a site is about, to somebody who reads a history, a tab or the name of a file.

They are looked for in every language, since somebody may watch who speaks another one than the page.
"""

import re
import unicodedata

# Beginnings of words, without case and accents: English, Spanish, French, Portuguese, German, each once.
STEMS = """
    addict alcohol sober sobriet recover relaps overdos suicid selfharm abus violen drug detox rehab craving drunk
    heroin opioid cocain methadon gambl bulimi anorex naloxon withdrawal codepend crisis krise crise
    adicc adict sobriedad recupera recaid sobredosis autolesi maltrat droga desintoxic ludopat borrach
    alcool retabliss rechut surdos automutil drogu sevrage toxicoman dependanc
    viciad dependencia desintox
    alkohol nuchtern ruckfall genesung uberdosis suizid selbstmord selbstverletz missbrauch gewalt entzug trocken
""".split()  # noqa: SIM905  # a table of words
# In Arabic and German these stand inside longer words, too.
PARTS = ("sucht", "alkohol", "ادمان", "مدمن", "كحول", "مخدر", "تعافي", "انتكاس", "انتحار", "ايذاء", "عنف", "اعتداء")
WHOLE = frozenset(("aa", "alanon", "naranon", "alateen", "leaving", "12steps", "slip"))
BEGINNING = re.compile("|".join(STEMS))
PART = re.compile("|".join(PARTS))
WORD = re.compile(r"\w+")
JOINED = re.compile(r"(?<=self)-(?=harm)|(?<=[aA]l)-(?=[aA]non)|(?<=12)[- ](?=steps)")
FINAL_YA = str.maketrans("ى", "ي")


def telling_words(text: str) -> tuple[str, ...]:
    """Give the words of a text, an address or the name of a file that tell the topic, in their order, each once."""
    words = WORD.findall(JOINED.sub("", text.replace("_", " ")))
    return tuple(dict.fromkeys(word for word in words if _tells(_folded(word))))


def _tells(word: str) -> bool:
    return word in WHOLE or bool(BEGINNING.match(word) or PART.search(word))


def _folded(word: str) -> str:
    parted = unicodedata.normalize("NFKD", word.casefold().translate(FINAL_YA))
    return "".join(sign for sign in parted if not unicodedata.combining(sign))
