"""Signs of a source that would command a terminal, or turn a line around, as signs that can be seen."""

REPLACED = "\N{REPLACEMENT CHARACTER}"
PICTURES = 0x2400  # Unicode draws each control character of ASCII at its own number behind this one
# Directions that reorder what stands behind them (Unicode UAX 9), and the two separators that end a line.
DIRECTIONS = "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

SIGNS = {
    **{code: chr(PICTURES + code) for code in range(0x20) if chr(code) != "\t"},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), REPLACED),
    **dict.fromkeys(range(0xD800, 0xE000), REPLACED),
    **dict.fromkeys(map(ord, DIRECTIONS), REPLACED),
}


def visible(text: str) -> str:
    """Give a text with a sign that can be seen in place of each one that commands; every other stays, tabs too."""
    return text if text.isascii() and text.isprintable() else text.translate(SIGNS)
