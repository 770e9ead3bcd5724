"""Pure: texts written so that YAML reads them back as they are, here and in every other program."""

import json
import re

PLAIN = re.compile(r"[^\W\d_](?:[\w ,.'()!?/&–’-]*[\w.)!?])?")
ADDRESS = re.compile(r"https?://[\w.~%/:-]*[\w/]")
NOT_TEXT = frozenset({"yes", "no", "true", "false", "on", "off", "null", "y", "n"})


def scalar(text: str) -> str:
    """Give a text on one line as a YAML value: as it is where that is safe, else in quotes."""
    line = " ".join(text.split())
    is_plain = (PLAIN.fullmatch(line) and line.lower() not in NOT_TEXT) or ADDRESS.fullmatch(line)
    return line if is_plain else json.dumps(line, ensure_ascii=False)


def flow(words: tuple[str, ...]) -> str:
    """Give a short list on one line: `[en, es]`."""
    return f"[{', '.join(words)}]"
