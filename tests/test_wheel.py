"""The wheel, in an environment of its own outside the clone: a new hub, built and checked."""

import subprocess
import sys
from pathlib import Path

import pytest

from hubs import REPOSITORY

pytestmark = pytest.mark.package


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def handrail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed from the wheel that the source distribution builds."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "build", "--outdir", folder / "dist", REPOSITORY, cwd=folder)
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    (wheel,) = (folder / "dist").glob("*.whl")
    run(folder / "venv/bin/python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return folder / "venv/bin/handrail"


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_new_hub_builds_and_checks_without_a_problem(handrail: Path, language: str, tmp_path: Path) -> None:
    options = ("--language", language, "--name", "Circle", "--url", "https://example.org/circle/")
    run(handrail, "new", "hub", *options, cwd=tmp_path)
    assert "problem" not in run(handrail, "check", "--strict", cwd=tmp_path / "hub").replace("no problems", "")
    run(handrail, "build", "--strict", cwd=tmp_path / "hub")
    home = (tmp_path / "hub/output/index.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}"' in home
    assert (tmp_path / "hub/.github/workflows/publish.yml").is_file()


def test_the_installed_command_says_its_version(handrail: Path, tmp_path: Path) -> None:
    assert run(handrail, "--version", cwd=tmp_path).startswith("handrail, version 0.")
