"""Pure: codes and labels of types of meetings, in several languages, become the words of our own.

A code of the Meeting Guide format means what its specification says. Labels in Spanish and French are ours.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from ...meeting_types import LANGUAGE_CODES, PLACE_CLOSED, TYPES
from ...texts import Localised
from ..losses import DROPPED, REPAIRED, Account
from ..raw import RawMeeting
from .texts import folded

WORD_OF = {kind.code: word for word, kind in TYPES.items() if kind.code}
ONLINE, HYBRID, IN_PERSON = "ONL", "HYBRID", "IN-PERSON"  # said by feeds among the types; none is in the specification
MARKS = {PLACE_CLOSED, ONLINE, HYBRID, IN_PERSON}

LABELS: dict[str, tuple[str, ...]] = {
    "open": ("open meeting", "abierta", "abierto", "ouvert", "ouverte", "ouverts", "ouvert e", "all are welcome"),
    "closed": ("closed meeting", "cerrada", "cerrado", "fermé", "fermée"),
    "newcomers": (
        "newcomer", "beginner", "beginners", "beginner newcomer", "principiantes", "recién llegados", "nouveau",
        "nouveaux", "nouveau nouvelle", "débutants", "newcomers welcome", "beg",
    ),
    "discussion": (
        "topic discussion", "speaker discussion", "discussion participation", "participation", "discusión",
        "debate", "partage", "disc",
    ),
    "speaker": ("speakers", "speaker meeting", "speaker only", "orador", "oradores", "conférencier", "spk"),
    "sharing": ("round robin", "sharing circle", "compartir"),
    "meditation": ("meditación", "méditation"),
    "literature": (
        "book study", "literature study", "reading", "book", "literatura", "estudio de libro", "lecture",
        "publications", "basic text", "text study",
    ),
    "step-study": (
        "step", "steps", "step meeting", "12 steps", "12 step", "step study meeting", "estudio de pasos", "pasos",
        "étapes", "étude des étapes", "sur les étapes",
    ),
    "tradition-study": (
        "tradition", "traditions", "traditions study", "tradiciones", "estudio de tradiciones",
        "étude des traditions", "estudio de tradición", "trad",
    ),
    "steps-and-traditions": (
        "12 steps 12 traditions", "12 12", "12x12", "twelve and twelve", "12 pasos y 12 tradiciones",
        "12 étapes et 12 traditions", "12 steps and 12 traditions",
    ),
    "eleventh-step": ("11th step meditation", "11th step", "meditación del paso 11", "méditation sur la 11e étape"),
    "big-book": ("big book study", "libro grande", "gros livre"),
    "daily-reflections": ("daily reflection", "reflexiones diarias", "réflexions quotidiennes"),
    "as-bill-sees-it": ("como lo ve bill", "réflexions de bill"),
    "living-sober": ("viviendo sobrio", "vivre sans alcool"),
    "grapevine": ("la viña", "la vigne"),
    "birthdays": ("birthday", "birthday celebration", "chip meeting", "anniversary", "cumpleaños", "anniversaire"),
    "women": ("women only", "woman", "womens", "women s", "mujeres", "femmes"),
    "men": ("men only", "man", "mens", "men s", "hombres", "hommes"),
    "non-binary": ("nonbinary", "no binario", "non binaire"),
    "transgender": ("trans", "transgénero", "transgenre"),
    "lgbtq": ("lgbt", "lgbtqia", "lgbtqiaa", "gay lesbian", "gay lesbian bisexual", "queer", "gl"),
    "gay": ("gai",),
    "lesbian": ("lesbiana", "lesbianas", "lesbienne", "lesbiennes"),
    "bisexual": ("bisexuel",),
    "young-people": ("young person", "young adults", "jóvenes", "gente joven", "jeunes", "yp"),
    "seniors": ("senior", "personas mayores", "mayores", "séniors"),
    "people-of-color": ("people of colour", "bipoc", "gente de color", "gens de couleur"),
    "native-american": ("native americans", "nativo americano", "autochtone"),
    "indigenous": ("indigenous people", "indígena", "indigène"),
    "professionals": ("professional", "profesionales", "professionnels"),
    "families": ("family", "family friends", "familias", "familles"),
    "with-al-anon": ("concurrent with al anon", "concurrente con al anon", "en même temps qu al anon"),
    "with-alateen": ("concurrent with alateen", "concurrente con alateen", "en même temps qu alateen"),
    "dual-diagnosis": ("diagnóstico dual", "double diagnostic", "double winner"),
    "secular": ("agnostic", "atheist", "atheist agnostic", "séculier", "laico", "laïque"),
    "sign-language": ("asl", "american sign language", "lenguaje por señas", "langage des signes"),
    "wheelchair": (
        "wheelchair access", "wheelchair accessible", "handicapped accessible", "accessible", "silla de ruedas",
        "acceso en silla de ruedas", "accès aux fauteuils roulants", "wchr", "wc",
    ),
    "wheelchair-toilet": (
        "wheelchair accessible bathroom", "wheelchair accessible restroom", "baño accesible",
        "baño accesible para sillas de ruedas",
        "toilettes accessibles aux fauteuils roulants",
    ),
    "fragrance-free": ("no fragrance", "sin fragancia", "sans parfum"),
    "children-welcome": ("child friendly", "children ok", "children are welcome", "niños bienvenidos", "cw"),
    "childcare": ("babysitting available", "babysitting", "child care", "guardería", "garderie"),
    "outdoors": ("outdoor", "outdoor meeting", "al aire libre", "en plein air"),
    "candlelight": ("candle light", "luz de vela", "luz de una vela", "à la chandelle"),
    "breakfast": ("desayuno", "petit déjeuner"),
    "smoking": ("smoking permitted", "smoking ok", "se permite fumar", "permis de fumer", "smok"),
    "cross-talk": ("crosstalk", "cross talk permitted", "se permite opinar", "conversation croisée permise"),
    "digital-basket": ("canasta digital", "panier numérique"),
    "proof-of-attendance": ("court card", "prueba de asistencia", "preuve de présence"),
}  # fmt: skip
MARK_LABELS = {
    PLACE_CLOSED: (
        "tc", "location temporarily closed", "temporary closure", "temporarily closed", "temporarily closed facility",
        "ubicación temporalmente cerrada", "emplacement temporairement fermé",
    ),
    ONLINE: ("onl", "online", "online meeting", "virtual", "virtual meeting", "vm", "zoom", "en línea", "en ligne"),
    HYBRID: ("hybrid", "hybrid meeting", "hy", "hybr", "híbrida", "híbrido", "hybride"),
    IN_PERSON: ("in person", "in person meeting", "presencial", "en personne"),
}  # fmt: skip
LANGUAGE_LABELS = {
    "S": ("spanish", "spanish speaking", "español", "en español", "espanol", "espagnol"),
    "FR": ("french", "french speaking", "francés", "français", "en français"),
    "EN": ("english", "english speaking", "inglés", "anglais"),
    "DE": ("german", "deutsch", "alemán", "allemand"), "ITA": ("italian", "italiano", "italien"),
    "POR": ("portuguese", "português", "portugués", "portugais"), "RUS": ("russian", "ruso", "russe"),
    "POL": ("polish", "polski", "polaco", "polonais"), "JA": ("japanese", "japonés", "japonais"),
    "KOR": ("korean", "coreano", "coréen"), "AR": ("arabic", "árabe", "arabe"), "NL": ("dutch", "holandés"),
    "HE": ("hebrew", "hebreo", "hébreu"), "FA": ("persian", "farsi"), "PUN": ("punjabi",), "HI": ("hindi",),
    "SV": ("swedish", "svenska"), "DA": ("danish",), "NO": ("norwegian",), "FI": ("finnish",), "IS": ("icelandic",),
    "EL": ("greek",), "TUR": ("turkish",), "UK": ("ukrainian",), "TL": ("tagalog",), "TH": ("thai",),
    "AF": ("afrikaans",), "AM": ("amharic",), "BG": ("bulgarian",), "HR": ("croatian",), "HU": ("hungarian",),
    "KA": ("georgian",), "LT": ("lithuanian",), "ML": ("malayalam",), "MT": ("maltese",), "NE": ("nepali",),
    "SK": ("slovak",), "SL": ("slovenian",),
}  # fmt: skip


class Vocabulary(NamedTuple):
    """What texts mean as types: the token of each, by the text in its folded form; `own` are the site's words."""

    tokens: Mapping[str, str]
    own: frozenset[str]


class Sorted(NamedTuple):
    """Types of one meeting: our words, languages, and what feeds say among the types about place and attendance."""

    words: tuple[str, ...]
    languages: tuple[str, ...]
    marks: frozenset[str]


def vocabulary(own: Iterable[tuple[str, Localised]] = ()) -> Vocabulary:
    """Give the meaning of every code, word and label, with the types that the site itself has."""
    tokens: dict[str, str] = {}
    known: list[tuple[str, Iterable[str]]] = [
        *((word, titles_of(word, title)) for word, title in own),
        *((code, (code, *LANGUAGE_LABELS.get(code, ()))) for code in LANGUAGE_CODES),
        *((word, (kind.code, word, kind.label, *LABELS.get(word, ()))) for word, kind in TYPES.items()),
        *MARK_LABELS.items(),
    ]
    for token, texts in known:
        for text in texts:
            if folded(text):
                tokens.setdefault(folded(text), token)
    return Vocabulary(tokens, frozenset(word for word, _ in own))


@lru_cache(maxsize=1)
def known_labels() -> frozenset[str]:
    """Give every text that means a type, in its folded form."""
    return frozenset(vocabulary().tokens)


def titles_of(word: str, title: Localised) -> tuple[str, ...]:
    """Give the texts by which a type of the site's own can be called."""
    return (word, *(text for _, text in title.by_language))


def sort_types(raw: RawMeeting, meanings: Vocabulary, account: Account) -> Sorted:
    """Tell words, languages and marks apart; what nobody knows is left out and said."""
    words: list[str] = []
    languages: list[str] = []
    marks = set()
    for text in (part for written in raw.types for part in _parts(written, meanings)):
        token = meanings.tokens.get(folded(text))
        if token in MARKS:
            marks.add(token)
        elif token in LANGUAGE_CODES:
            languages.append(LANGUAGE_CODES[token])
        elif token:
            words.append(token)
        else:
            account.say(DROPPED, "types", "is no type that Handrail knows", text)
            continue
        _say_spelling(text, token or "", account)
    return Sorted(tuple(dict.fromkeys(words)), tuple(dict.fromkeys(languages)), frozenset(marks))


def _parts(written: str, meanings: Vocabulary) -> tuple[str, ...]:
    """Part a list in one text: by commas and the like, else by blanks when every part is a code."""
    if folded(written) in meanings.tokens:
        return (written,)
    for sign in ",;|\n":
        if sign in written:
            return tuple(part.strip() for part in written.split(sign) if part.strip())
    parts = tuple(written.split())
    return parts if len(parts) > 1 and all(folded(part) in meanings.tokens for part in parts) else parts and (written,)


def _say_spelling(text: str, token: str, account: Account) -> None:
    """Say which text was read as a type, unless it is its code as the specification has it."""
    code = TYPES[token].code if token in TYPES else token
    if text not in (code, token):
        account.count(REPAIRED, "types", "labels and other spellings are read as the types they mean")
