import re
from hashlib import sha256

from .axe import AXE


def test_axe_is_the_file_that_its_record_describes() -> None:
    record = AXE.with_name("VENDORED.md").read_text(encoding="utf-8")
    digest = re.search(r"`([0-9a-f]{64})`", record)
    assert digest is not None
    assert sha256(AXE.read_bytes()).hexdigest() == digest[1]


def test_axe_has_the_version_that_its_record_names() -> None:
    record = AXE.with_name("VENDORED.md").read_text(encoding="utf-8")
    version = re.search(r"\| version \| (\S+) \|", record)
    assert version is not None
    assert AXE.read_text(encoding="utf-8").startswith(f"/*! axe v{version[1]}\n")


def test_axe_comes_with_the_licences_it_is_under() -> None:
    assert "Mozilla Public License" in AXE.with_name("LICENSE").read_text(encoding="utf-8")
    assert "MIT License" in AXE.with_name("LICENSE-3RD-PARTY.txt").read_text(encoding="utf-8")
