"""Tiny hubs for one test each, the command line run over them, and the form in which a mistake is written down.

Does I/O: writes into the folder it is given, and runs the program.

A file of `mistakes/` is a story with answers. Its first line says what the person did. Then come steps, in order:

- `--- content/sleep.md` writes a file; the lines below are its text. Words in brackets behind the path change how:
  `(latin-1)` names an encoding, `(escaped)` reads `\\x00`, `\\u2028`, `\\t`, `\\r`, `\\n` and `[{×10000}` (a sign,
  repeated), `(base64)` gives bytes, `(noise 90000)` adds so many signs that cannot be packed, `(size 50000000)` is an
  empty file of that size, `(symlink ../x.md)` a link, `(folder)` an empty folder, `(fifo)` a pipe, `(absent)` no file
  at all. Escapes count in paths too.
- `=== build --strict` runs a command in the hub's folder; below stands all it says, then `=== exit 1`.

A hub has a site.yaml and a content/index.md from the start.
"""

import base64
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from handrail.cli import cli

REPOSITORY = Path(__file__).parents[1]
TODAY = "2026-11-22"
DATED = ("build", "check")  # the commands that ask what day it is

SITE = "name: Riverside Circle\nurl: https://example.org/\n"
HOME = "---\ntitle: Welcome\n---\n\nA place to start.\n"

STEP = re.compile(r"^(?=(?:---|===) \S)", re.MULTILINE)
PART = re.compile(r"--- (?P<path>\S.*?)(?: \((?P<how>[^()]+)\))?\n(?P<text>.*)", re.DOTALL)
REPEATED = re.compile(r"(.)\{×(\d+)\}", re.DOTALL)
ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([tnr\\]))")
SIGNS = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
# How many files a site has changes with every new format, and is no answer to a mistake.
COUNTS = (
    (re.compile(r"^\d+ of \d+ files in ", re.MULTILINE), "N of N files in "),
    (re.compile(r"^Nothing has changed: \d+ files in ", re.MULTILINE), "Nothing has changed: N files in "),
    (re.compile(r"^\d+ pages? (?:was|were) checked\.", re.MULTILINE), "N pages were checked."),
)
UNSET = ("CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "FORCE_COLOR", "SOURCE_DATE_EPOCH")


class Answer(NamedTuple):
    """What a command said on standard output, and its exit code."""

    exit_code: int
    output: str


def write_hub(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a hub: a site.yaml and a first page unless given, and the files."""
    for path, data in {"site.yaml": SITE, "content/index.md": HOME, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    return root


def run(root: Path, *arguments: str) -> Answer:
    """Run the command line in this process, in the hub's folder; what should never happen is raised."""
    arguments = _with_day(arguments)
    with chdir(root):
        runner = CliRunner(env=dict.fromkeys(UNSET))
        result = runner.invoke(cli, arguments, prog_name="handrail", catch_exceptions=False)
    return Answer(result.exit_code, result.output)


TOO_LONG = 300  # seconds, after which a program hangs


def run_process(root: Path, *arguments: str, **environment: str) -> Answer:
    """Run the command line as a program of its own, in the hub's folder; what it complains of is in the output."""
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    done = subprocess.run(
        [sys.executable, "-m", "handrail", *_with_day(arguments)],
        cwd=root,
        env={**kept, "PYTHONPATH": str(REPOSITORY / "generator"), "PYTHONUTF8": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=TOO_LONG,
    )
    return Answer(done.returncode, done.stdout)


def tree(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file below a folder, by path."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def replayed(story: str, root: Path, memory: Path) -> str:
    """Give a story as it really goes: the same steps, with the answers that the program gives now.

    `memory` is the `.handrail/` of another hub; with it the theme need not be read anew for every story.
    """
    write_hub(root, {})
    shutil.copytree(memory, root / ".handrail")
    title, *steps = STEP.split(story)
    return title + "".join(_step(step, root) for step in steps)


def answers(story: str) -> Iterator[str]:
    """Give what the program said in a story, one text for each command."""
    for step in STEP.split(story):
        if step.startswith("=== ") and not step.startswith("=== exit "):
            yield step.partition("\n")[2]


def _with_day(arguments: tuple[str, ...]) -> tuple[str, ...]:
    is_dated = arguments[0] in DATED and "--today" not in arguments
    return (*arguments, "--today", TODAY) if is_dated else arguments


def _step(step: str, root: Path) -> str:
    if step.startswith("=== exit "):
        return ""
    if step.startswith("=== "):
        command = step.removeprefix("=== ").partition("\n")[0]
        answer = run(root, *shlex.split(command))
        return f"=== {command}\n{_without_counts(answer.output)}=== exit {answer.exit_code}\n"
    part = PART.fullmatch(step)
    assert part, f"this step cannot be read: {step}"
    _write(root / _unescaped(part["path"]), part["how"] or "", part["text"])
    return step


def _without_counts(output: str) -> str:
    for pattern, words in COUNTS:
        output = pattern.sub(words, output)
    return output


def _write(file: Path, how: str, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    word, _, value = how.partition(" ")
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    file.unlink(missing_ok=True)
    if word == "symlink":
        file.symlink_to(value)
    elif word == "folder":
        file.mkdir()
    elif word == "fifo":
        os.mkfifo(file)
    elif word == "size":
        file.touch()
        os.truncate(file, int(value))
    elif word == "noise":
        file.write_text(text + _noise(int(value)), encoding="utf-8")
    elif word != "absent":
        file.write_bytes(_bytes(word, text))


def _noise(count: int) -> str:
    """Give lines of digits without a pattern, the same each time."""
    lines = (hashlib.sha256(str(number).encode()).hexdigest() + "\n" for number in range(count // 65))
    return "".join(lines)


def _bytes(how: str, text: str) -> bytes:
    if how == "base64":
        return base64.b64decode(text)
    if how == "escaped":
        return _unescaped(REPEATED.sub(lambda m: m[1] * int(m[2]), text)).encode("utf-8", "surrogateescape")
    return text.encode(how or "utf-8")


def _unescaped(text: str) -> str:
    """Read escapes; `\\xff` becomes the lone byte that it names."""

    def sign(match: re.Match[str]) -> str:
        byte, letter, name = match.groups()
        if byte:
            return bytes.fromhex(byte).decode("utf-8", "surrogateescape")
        return chr(int(letter, 16)) if letter else SIGNS[name]

    return ESCAPE.sub(sign, text)
