"""A page built to take for ever ends soon: its effort is counted against that of an ordinary page of its length."""

import time

import pytest

from full_hub import drawn, good_files, memo

BOMBS = {
    "brackets in a header": "---\ntitle: Bomb\ntopics: " + "[" * 10_000 + "\n---\n",
    "braces in a header": "---\ntitle: " + "{a: " * 10_000 + "\n---\n",
    "questions in a header": "---\n" + "? " * 10_000 + "\n---\n",
    "dashes in a header": "---\ntitle:\n  " + "- " * 10_000 + "\n---\n",
    "quotes": "---\ntitle: Bomb\n---\n\n" + ">" * 10_000,
    "brackets": "---\ntitle: Bomb\n---\n\n" + "[" * 10_000,
    "links never closed": "---\ntitle: Bomb\n---\n\n" + "[a](" * 4_000,
    "stars": "---\ntitle: Bomb\n---\n\n" + "*a **b " * 1_400,
    "backticks": "---\ntitle: Bomb\n---\n\n" + "`a``" * 2_500,
    "angles": "---\ntitle: Bomb\n---\n\n" + "<" * 10_000,
    "elements": "---\ntitle: Bomb\n---\n\n" + "<div>" * 2_000,
    "the same heading": "---\ntitle: Bomb\n---\n\n" + "## a\n\n" * 1_500,
    "lists in lists": "---\ntitle: Bomb\n---\n\n" + "\n".join(f"{'    ' * depth}- a" for depth in range(200)),
    "blanks": "---\ntitle: Bomb\n---\n\n" + "a" + " " * 10_000,
}


@pytest.fixture(scope="module")
def effort_of_an_ordinary_page() -> float:
    """Seconds of CPU that ten thousand characters of plain Markdown take on this machine, now and warmed up."""
    return min(effort("---\ntitle: Plain\n---\n\n" + "Some *plain* words.\n\n" * 500) for _ in range(3))


def effort(text: str) -> float:
    started = time.process_time()
    drawn({**good_files(), "content/bomb.md": text.encode()}, memo())
    return time.process_time() - started


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_page_built_to_take_for_ever_does_not(bomb: str, effort_of_an_ordinary_page: float) -> None:
    assert effort(BOMBS[bomb]) < 40 * effort_of_an_ordinary_page
