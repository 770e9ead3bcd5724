"""Files of others that the theme brings are those that their record describes."""

import re
from hashlib import sha256

import pytest

from hubs import REPOSITORY

HARBOR = REPOSITORY / "themes" / "harbor"
RECORD = re.compile(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", re.MULTILINE)
RECORDED = dict(RECORD.findall((HARBOR / "VENDORED.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", RECORDED)
def test_a_file_is_the_one_that_its_record_describes(file: str) -> None:
    assert sha256((HARBOR / file).read_bytes()).hexdigest() == RECORDED[file]


def test_every_file_that_cannot_be_ours_has_a_record() -> None:
    foreign = {path.relative_to(HARBOR).as_posix() for path in HARBOR.rglob("*.woff2")}
    assert foreign == {file for file in RECORDED if file.endswith(".woff2")}


def test_the_letters_bring_their_licence() -> None:
    assert "SIL Open Font License, Version 1.1" in (HARBOR / "static" / "legible-OFL.txt").read_text(encoding="utf-8")
