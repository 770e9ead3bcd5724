"""What is left out of a converter, because its sign does not occur in a text, would have changed nothing."""

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodies import ENGLISH
from handrail.markdown import PATTERNS, SIGNS, converter_for, features_of

PIECES = st.sampled_from(
    (
        "tea", "\n", "\n\n", " ", "    ", "# ", "- ", "1. ", "> ", "* ", "+ ", "| a |\n|---|\n| c |", "|", ":",
        ": ", "  : ", "term\n: meaning", "{", "}", "{: #x }", "{ .big }", "*[HTML]: words", "*[", "HTML", "```", "~~~",
        "```\ncode\n```", "[ ] ", "[x] ", "- [X] done", "[^1]", "[^1]: note", "!!! note\n    text", "!!!", "???",
        '??? tip "x"\n    text', "**b**", "_e_", "`c`", "<div>", "</div>", "[l](m.md)", "![p](q.jpg)", "&amp;", "\\",
        "&", "<", ">", "\\*", "  \n", "\t", "\r\n", "[l]: x.md", "[l]", "[l][l]", "![l]", "![l][l]", "<https://a.org/>",
        "<a@b.org>", "<!-- c -->", "[", "](", "]", "(x)", "!", "*", "_", "__", "`", "``", "\\`", "&#42;", "<b>x</b>",
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
    "backtick": "`c`",
    "escape": "1\\. tea",
    "reference": "[tea][l]\n\n[l]: x.md",
    "link": "[tea](x.md)",
    "image_link": "![tea](x.png)",
    "image_reference": "![tea][l]\n\n[l]: x.png",
    "short_reference": "[l]\n\n[l]: x.md",
    "short_image_ref": "![l]\n\n[l]: x.png",
    "autolink": "<https://example.org/>",
    "automail": "<a@example.org>",
    "linebreak": "tea  \nwater",
    "html": "tea <b>and</b> water",
    "em_strong": "_tea_",
}


def converted(text: str, features: tuple[str, ...]) -> str:
    converter = converter_for(ENGLISH, features)
    converter.reset()
    return converter.convert(text)


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_text_is_the_same_with_all_features(text: str) -> None:
    assert converted(text, features_of(text)) == converted(text, tuple(SIGNS))


@pytest.mark.parametrize("name", SIGNS)
def test_a_feature_is_there_where_it_matters(name: str) -> None:
    others = tuple(other for other in SIGNS if other != name)
    assert name in features_of(EXAMPLES[name])
    assert converted(EXAMPLES[name], others) != converted(EXAMPLES[name], tuple(SIGNS))


def test_every_pattern_of_the_library_is_known() -> None:
    library = markdown.Markdown().inlinePatterns
    assert all(name in library for name in PATTERNS)
    kept = ["entity"]  # without it the HTML is the same, but nobody would know that there is any in the text
    assert len(library) == len([*PATTERNS, *kept])
