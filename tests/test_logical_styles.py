"""The theme's styles: nothing in them knows left from right, so that every page can be turned round."""

import re
from pathlib import Path

import pytest

HARBOR = Path(__file__).parents[1] / "themes" / "harbor"
STYLES = sorted((HARBOR / "styles").glob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"(?<![-\w])([-a-z]+)\s*:\s*([^;{}]+);")
PHYSICAL_NAME = re.compile(
    r"(margin|padding|border|inset|scroll-(margin|padding)|border-(top|bottom))?-?(top|right|bottom|left)\b.*"
    r"|width|height|(min|max)-(width|height)"
)
PHYSICAL_WORD = re.compile(r"\b(left|right)\b")


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_styles_use_logical_properties_only(style: Path) -> None:
    text = COMMENT.sub("", style.read_text(encoding="utf-8"))
    physical = [
        f"{name}: {value}"
        for name, value in DECLARATION.findall(text)
        if PHYSICAL_NAME.fullmatch(name) or PHYSICAL_WORD.search(value)
    ]
    assert physical == []


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_four_values_are_the_same_on_both_sides(style: Path) -> None:
    text = COMMENT.sub("", style.read_text(encoding="utf-8"))
    of_sides = {"margin", "padding", "inset", "scroll-margin", "scroll-padding"}
    uneven = []
    for name, value in DECLARATION.findall(text):
        values = re.findall(r"(?:[^\s(]|\([^()]*(?:\([^()]*\)[^()]*)*\))+", value)
        if name in of_sides and len(values) == 4 and values[1] != values[3]:
            uneven.append(f"{name}: {value}")
    assert uneven == []


def test_no_arrow_is_written_into_a_template() -> None:
    for template in (HARBOR / "templates").glob("*.html"):
        assert not re.search("[←→‹›«»⇐⇒◀▶]", template.read_text(encoding="utf-8")), template.name
