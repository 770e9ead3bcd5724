"""I/O: reads its own template. Sheets as tagged PDF files (PDF/UA-1), made by typst, which one may do without.

Texts travel as data and are never read as typst's language, so nothing that somebody writes can run. The paper is as
wide as A4 and as high as Letter, so that both printers need not shrink it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from functools import partial
from importlib.resources import files
from typing import Any, Final

from markupsafe import Markup

from ...digest import digest_bytes
from ...output import Late, Output
from ...translation import direction_of
from ...views import PaperView
from ...voice import Voice
from ...wording import HELP as HELP_TITLE
from ...wording import printing as say

TEMPLATE = files(__package__).joinpath("sheets.typ").read_bytes()
LETTERS = b"""#set document(title: "Letters")
#for words in json(bytes(sys.inputs.data)).letters { par(words) }
"""
USUAL = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) - {"\u00ad"} | set("‐‑–—‘’“”„†•…\u202f\n")
STANDARD: Final = "ua-1"
POINTS = {"list": 9, "pocket": 10, "large": 18, "door": 13, "poster": 13}
DENSE_POINTS = {"list": 8, "door": 12}
TITLE_POINTS = {"list": 20, "pocket": 20, "large": 30, "door": 46, "poster": 40}
COLUMNS = {"list": 3, "pocket": 2}
REFUSED = re.compile(r"the text `\"(.+?)\"`")


def pdf_output(voice: Voice, path: str, heading: str, paper: Late, content: Late) -> Output:
    """Plan a sheet as a file."""
    view = {"voice": voice, "heading": heading, "paper": paper, "content": content, "typst": digest_bytes(TEMPLATE)}
    make = partial(pdf_bytes, voice, heading, paper, content)
    return Output(path, "pdf", view, voice.language, make=make, has_threads=True)


def pdf_bytes(voice: Voice, heading: str, paper: Late, content: Late) -> bytes:
    """Make a sheet's file."""
    return typeset(sheet_data(voice, heading, paper, content), voice)


def sheet_data(voice: Voice, heading: str, paper: Late, content: Late) -> dict[str, Any]:
    """Give all that a sheet says, as plain data in the page's language."""
    about = paper.view()
    if not isinstance(about, PaperView):
        raise TypeError("a sheet without its foot")
    sheet = content.view()
    words = {"help": HELP_TITLE, "where": say.ADDRESSES, "way": say.WAY, "access": say.AT_EASE}
    language, _, region = voice.language.partition("-")
    return {
        "heading": heading,
        "language": language,
        "region": region if len(region) == len("GB") else "",
        "direction": direction_of(voice.language),
        "size": (DENSE_POINTS if getattr(sheet, "is_dense", False) else POINTS)[about.form],
        "title-size": TITLE_POINTS[about.form],
        "columns": COLUMNS.get(about.form, 1),
        "day": [voice.today.year, voice.today.month, voice.today.day],
        "words": {name: voice.text(text) for name, text in words.items()},
        "paper": _plain(voice, about._replace(pdf=None)),
        "sheet": _plain(voice, sheet),
    }


def _plain(voice: Voice, value: object) -> Any:
    """Turn views into what JSON knows; what one does with a help line becomes words."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        plain = {name: _plain(voice, getattr(value, name)) for name in value._fields}
        if "verb" in plain:
            keyword, number = plain["keyword"], voice.number(plain["number"])
            said = voice.text(say.TEXT_TO, keyword=keyword, number=number) if keyword else ""
            plain["words"] = said or f"{plain['verb']} {number}"
        return plain
    if isinstance(value, tuple):
        return [_plain(voice, item) for item in value]
    return str(value) if isinstance(value, Markup) else value


def missing_letter(data: Mapping[str, Any], voice: Voice) -> str:
    """Give a letter of a sheet that typst's own fonts do not have; empty when they have all."""
    texts = sorted(set(_texts(data)))
    if not set().union(*texts) - USUAL:
        return ""
    try:
        typeset({"letters": texts}, voice, LETTERS)
    except RuntimeError as error:  # typst's own is one
        refused = REFUSED.search(str(error))
        return refused[1] if refused else "?"
    return ""


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for item in value.values() for text in _texts(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in _texts(item))


def typeset(data: Mapping[str, Any], voice: Voice, template: bytes = TEMPLATE) -> bytes:
    """Run typst, with the fonts it brings: those of the machine would make other files elsewhere."""
    import typst  # noqa: PLC0415  # one may do without

    at = int(datetime.combine(voice.today, time(), UTC).timestamp())
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    made = typst.compile(template, ignore_system_fonts=True, sys_inputs=inputs, pdf_standards=STANDARD, timestamp=at)
    return bytes(made)
