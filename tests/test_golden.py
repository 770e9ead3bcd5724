"""Small hubs in `golden/`, each with its whole finished site: any change to what visitors get shows here as a diff.

`pytest tests/test_golden.py --accept` writes the sites anew; read the difference as a visitor would. Left out are the
style sheet, whose every change would touch every page, with its hash, and help lines of the reference, which are
confirmed anew all the time, with the day on which that was: marks stand in their places.
"""

import base64
import hashlib
import re
import shutil
from collections.abc import Mapping
from datetime import date
from difflib import unified_diff
from pathlib import Path

import pytest

from checked import found
from handrail import making
from handrail.build import BuildRequest, build
from hubs import TODAY, tree

GOLDEN = Path(__file__).parent / "golden"
SITES = sorted(folder.name for folder in GOLDEN.iterdir() if folder.is_dir())
# What Handrail says of a hub beside building it; lines of the reference may come of age meanwhile.
SAID = {"full": ["H806"], "minimal": ["P605"]}
REFERENCE = "helplines/"

INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)
WORDS = {"style": "style sheet", "script": "script"}
HELP_LINE = re.compile(r'<article class="hr-line" id="(?P<id>[^"]*)".*?</article>', re.DOTALL)
CHECKED_ON = re.compile(r'(?<=<p class="hr-paper">)(?P<words>[^<]*)<time[^>]*>[^<]*</time>')
OWN_LINE = re.compile(r"^ *- id: (\S+)", re.MULTILINE)

Files = Mapping[str, bytes]


@pytest.fixture(autouse=True)
def _without_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave PDF files out, which are others with each release of typst; `test_print_files.py` reads them."""
    monkeypatch.setattr(making, "release_of", lambda _: "")


def marked(files: Files, own_lines: frozenset[str]) -> dict[str, bytes]:
    """Put marks in the places of style sheets and scripts, their hashes, and help lines that are not the hub's own."""
    return {path: _marked(data, own_lines) if path.endswith(".html") else data for path, data in files.items()}


def _marked(html: bytes, own_lines: frozenset[str]) -> bytes:
    text = html.decode()
    for kind, code in set(INLINE.findall(text)):
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        text = text.replace(f"sha256-{digest}", f"(hash of the {WORDS[kind]})")
    text = INLINE.sub(lambda m: f"<{m[1]}>(the {WORDS[m[1]]})</{m[1]}>", text)
    text = CHECKED_ON.sub(r"\g<words>(day)", text)
    return HELP_LINE.sub(lambda m: m[0] if m["id"] in own_lines else f"(help line {m['id']})", text).encode()


def difference(site: str, expected: Files, real: Files) -> str:
    """Say how a site differs from the accepted one; empty when it does not."""
    told = [f"missing: {path}" for path in sorted(expected.keys() - real.keys())]
    told += [f"unexpected: {path}" for path in sorted(real.keys() - expected.keys())]
    changed = [path for path in sorted(expected.keys() & real.keys()) if expected[path] != real[path]]
    told += [f"changed: {path}" for path in changed]
    if not told:
        return ""
    advice = "If that is how it should be: pytest tests/test_golden.py --accept"
    lines = _diff(changed[0], expected, real) if changed else []
    return "\n".join([f"The site golden/{site} is not as expected.", *told, *lines, advice])


def _diff(path: str, expected: Files, real: Files) -> list[str]:
    before, after = (files[path].decode(errors="backslashreplace").splitlines() for files in (expected, real))
    return list(unified_diff(before, after, f"expected/{path}", f"output/{path}", lineterm=""))


def accept(folder: Path, real: Files) -> None:
    """Write a site as the expected one."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, data in real.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


@pytest.mark.parametrize("site", SITES)
def test_a_hub_becomes_exactly_this_site(site: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    root = Path(shutil.copytree(GOLDEN / site / "hub", tmp_path / "hub"))
    result = build(BuildRequest(root, date.fromisoformat(TODAY)))
    assert result.is_written
    lines = root / "content/helplines.yaml"
    own_lines = frozenset(OWN_LINE.findall(lines.read_text(encoding="utf-8"))) if lines.exists() else frozenset()
    real = marked(tree(root / "output"), own_lines)
    if pytestconfig.getoption("accept"):
        accept(GOLDEN / site / "expected", real)
    told = difference(site, tree(GOLDEN / site / "expected"), real)
    if told:
        pytest.fail(told, pytrace=False)


@pytest.mark.parametrize("site", SITES)
def test_handrail_says_nothing_else_of_these_hubs(site: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(GOLDEN / site / "hub", tmp_path / "hub"))
    result = build(BuildRequest(root, date.fromisoformat(TODAY)))
    said = [problem.code for problem in result.problems if not problem.span.path.startswith(REFERENCE)]
    assert said == SAID.get(site, [])
    assert [problem for problem in found(root) if problem.code != "C713"] == []  # nobody need translate everything


def test_the_difference_names_files_and_shows_the_first_change() -> None:
    expected = {"a.html": b"one\ntwo\n", "b.html": b"x", "c.txt": b"y", "same": b"\xff"}
    real = {"a.html": b"one\n2\n", "c.txt": b"\xff", "d.html": b"z", "same": b"\xff"}
    assert difference("full", expected, real) == (
        "The site golden/full is not as expected.\n"
        "missing: b.html\n"
        "unexpected: d.html\n"
        "changed: a.html\n"
        "changed: c.txt\n"
        "--- expected/a.html\n"
        "+++ output/a.html\n"
        "@@ -1,2 +1,2 @@\n"
        " one\n"
        "-two\n"
        "+2\n"
        "If that is how it should be: pytest tests/test_golden.py --accept"
    )
    assert difference("full", expected, expected) == ""


def test_only_the_right_hash_of_inline_code_is_left_out() -> None:
    right = base64.b64encode(hashlib.sha256(b"p{}").digest()).decode()
    page = f"style-src 'sha256-{right}'; 'sha256-wrong' <style>p{{}}</style><script>f()</script>"
    assert marked({"a.html": page.encode()}, frozenset()) == {
        "a.html": b"style-src '(hash of the style sheet)'; 'sha256-wrong' <style>(the style sheet)</style>"
        b"<script>(the script)</script>"
    }


def test_help_lines_of_the_hub_stay_and_those_of_the_reference_give_their_names() -> None:
    ours, theirs = (f'<article class="hr-line" id="{name}" lang="en">\n<p>x</p></article>' for name in ("ours", "us"))
    assert marked({"a.html": f"{ours}{theirs}".encode()}, frozenset({"ours"})) == {
        "a.html": f"{ours}(help line us)".encode()
    }
