"""An extension that is left out of a text, because its sign does not occur there, would have changed nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodies import ENGLISH
from handrail.markdown import SIGNS, converter_for, extensions_for

PIECES = st.sampled_from(
    (
        "tea", "\n", "\n\n", " ", "    ", "# ", "- ", "1. ", "> ", "* ", "+ ", "| a |\n|---|\n| c |", "|", ":",
        ": ", "  : ", "term\n: meaning", "{", "}", "{: #x }", "{ .big }", "*[HTML]: words", "*[", "HTML", "```", "~~~",
        "```\ncode\n```", "[ ] ", "[x] ", "- [X] done", "[^1]", "[^1]: note", "!!! note\n    text", "!!!", "???",
        '??? tip "x"\n    text', "**b**", "_e_", "`c`", "<div>", "</div>", "[l](m.md)", "![p](q.jpg)", "&amp;", "\\",
    )
)  # fmt: skip
EXAMPLES = {
    "tables": "| a | b |\n|---|---|\n| c | d |",
    "def_list": "> term\n> : meaning",
    "attr_list": "Tea\n{: #tea }",
    "abbr": "HTML\n\n*[HTML]: words",
    "fenced_code": "~~~\ncode\n~~~",
    "pymdownx.tasklist": "1. [x] done",
    "footnotes": "Tea[^1].\n\n[^1]: note",
    "notes": "??? note\n    text",
}


def converted(text: str, extensions: tuple[str, ...]) -> str:
    converter = converter_for(ENGLISH, extensions)
    converter.reset()
    return converter.convert(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_text_is_the_same_with_all_extensions(text: str) -> None:
    assert converted(text, extensions_for(text)) == converted(text, tuple(SIGNS))


@pytest.mark.parametrize("name", SIGNS)
def test_an_extension_is_loaded_where_it_matters(name: str) -> None:
    others = tuple(other for other in SIGNS if other != name)
    assert name in extensions_for(EXAMPLES[name])
    assert converted(EXAMPLES[name], others) != converted(EXAMPLES[name], tuple(SIGNS))
