"""Whatever is in a hub's files, a build ends with problems or without, and never with a traceback.

`drawn` raises what the program does not expect, so a test that reaches its end has seen no traceback.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from full_hub import SEEDS, drawn, good_files, memo

# Signs that mean something, and the files in which they do.
YAML = ("&a ", "*a", "!!x ", "{", "[", "]", "\t", "---", ": ", "- ", "\u2028", "\x85", "\x90", "|\n", "<<: *a", '"')
MARKDOWN = ("[", "](", "<script>", "\x02", "\x03", "```", "> ", "    ", "&#", "<!--", "<h2>", "</h3>", "[^1]: ", "|")
JINJA = ("{{", "}}", "{%", "%}", "|upper", "super()", '{% include "page.html" %}', "1//0", ".x", "|xmlattr", "*[]")
PO = ("msgid ", '"', "\\", "%(", "%(x)s", "%", "msgstr[9] ", "plural=n/0", "charset=foo", "nplurals=0", "n-5")
XML = ("<!ENTITY", "&a;", 'width="1e400"', "nan", "<", "²", "href='x'")
SIGNS = {
    "site.yaml": YAML,
    "content/resources/sleep.md": (*YAML, *MARKDOWN),
    "content/facilitation/evening.md": (*YAML, *MARKDOWN),
    "content/places.yaml": YAML,
    "content/meetings/all.yaml": YAML,
    "content/rota.yaml": YAML,
    "content/helplines.yaml": YAML,
    "content/a.png": ("IEND", "IDAT"),
    "content/a.jpg": ("\x00\x00", "\xff\xd8"),
    "content/a.gif": ("\x00\x00", "\xff\xff"),
    "content/a.svg": XML,
    "themes/mine/theme.yaml": YAML,
    "themes/mine/styles/a.css": JINJA,
    "themes/mine/templates/page.html": JINJA,
    "themes/mine/translations/es.po": PO,
}


@st.composite
def damaged(draw: st.DrawFn, seed: bytes, signs: tuple[str, ...]) -> bytes:
    """Draw a file with a few places cut, overwritten or filled with signs that mean something."""
    data = seed
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        cut = draw(st.sampled_from((0, 0, 1, 2, 9, len(data))))
        put = draw(st.sampled_from(signs).map(str.encode) | st.binary(max_size=3)) * draw(st.sampled_from((1, 1, 40)))
        data = data[:start] + put + data[start + cut :]
    return data


def test_the_hub_that_is_damaged_here_is_good() -> None:
    assert drawn(good_files())[0] == 0


@pytest.mark.parametrize("path", SEEDS)
@settings(deadline=None, max_examples=15)
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_a_file_of_any_bytes_gives_no_traceback(path: str, data: bytes) -> None:
    assert drawn({**good_files(), path: data}, memo())[0] in (0, 1)


@pytest.mark.parametrize("path", SEEDS)
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_a_damaged_file_gives_no_traceback(path: str, data: st.DataObject) -> None:
    assert drawn({**good_files(), path: data.draw(damaged(SEEDS[path], SIGNS[path]))}, memo())[0] in (0, 1)
