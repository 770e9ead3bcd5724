"""Every mistake a person can make, with the whole answer they get: one story each in `mistakes/`.

`pytest tests/test_mistakes.py --accept` writes the answers that the program gives now; read the difference as the
person would who made the mistake.
"""

import re
from pathlib import Path

import pytest

from handrail.codes import CODES
from hubs import answers, replayed

STORIES = sorted((Path(__file__).parent / "mistakes").glob("*.txt"))
SHOWN_CODE = re.compile(r"^(?:error|warning|note)\[(\w+)\]: ", re.MULTILINE)
# Nothing a person can write makes our own feed wrong; test_check_meeting_feed.py gives the check broken ones.
NOBODYS_MISTAKE = {"C711"}
WELCOME = "welcome"  # the code in the names of what looks like a mistake, and is none


def codes_in(story: str) -> list[str]:
    return [code for answer in answers(story) for code in SHOWN_CODE.findall(answer)]


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_a_mistake_gets_exactly_this_answer(
    file: Path, tmp_path: Path, memory: Path, pytestconfig: pytest.Config
) -> None:
    story = file.read_text(encoding="utf-8")
    real = replayed(story, tmp_path / "hub", memory)
    if pytestconfig.getoption("accept"):
        file.write_text(real, encoding="utf-8")
        return
    assert story == real


def test_every_code_has_a_story() -> None:
    told = {code for file in STORIES for code in codes_in(file.read_text(encoding="utf-8"))}
    assert sorted(set(CODES) - told - NOBODYS_MISTAKE) == []


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_a_story_is_named_by_its_code_and_its_answer_has_no_other(file: Path) -> None:
    code = file.stem.partition("-")[0]
    found = set(codes_in(file.read_text(encoding="utf-8")))
    if code == "many":
        assert len(codes_in(file.read_text(encoding="utf-8"))) > 1
    else:
        assert found == ({code} if code != WELCOME else set())


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_a_mistake_is_one_problem(file: Path) -> None:
    counts = [len(SHOWN_CODE.findall(answer)) for answer in answers(file.read_text(encoding="utf-8"))]
    assert file.stem.startswith("many-") or max(counts) <= 1
