"""The sample hub, built once for all tests and all workers. Does I/O: runs the generator."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import yaml
from tools.browser import SamplePage

from . import REPOSITORY
from .verdict import assert_faultless

BASE_PATH = "/hub/"
TODAY = "2026-11-22"


class Hub(NamedTuple):
    """The sample hub as served: its root, the address it was built for, all pages, and one for each template."""

    folder: Path
    home: str
    built_for: str
    pages: list[SamplePage]
    samples: list[SamplePage]

    @property
    def language(self) -> str:
        """The main language: that of the home page."""
        return next(page.language for page in self.pages if page.path == "index.html")

    def of_template(self, template: str) -> list[SamplePage]:
        """Give one page of a template for each language; the sample hub must show every template."""
        found = [page for page in self.samples if page.template == template]
        if not found:
            assert_faultless([f"no page of the sample hub has data-template={template} on its body"])
        return found


class BuildFailedError(Exception):
    """The generator refused to build the sample hub."""


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Let one process in, the others wait; a process that dies lets go."""
    # A database file is the only lock in the standard library that is the same on every system.
    with closing(sqlite3.connect(lock, timeout=600, isolation_level=None)) as database:
        database.execute("BEGIN EXCLUSIVE")
        yield


def built_hub(shared: Path, base_url: str) -> tuple[Path, str]:
    """Give the folder of the built sample hub and the address it was built for; the first to ask builds it."""
    output, record = shared / "hub", shared / "hub.base-url"
    with one_at_a_time(shared / "hub.lock"):
        if not record.exists():
            build_hub(REPOSITORY, output, "--base-url", base_url)
            record.write_text(base_url, encoding="utf-8")
    return output, record.read_text(encoding="utf-8")


def built_portable_hub(shared: Path) -> Path:
    """Give the folder of the sample hub built for a disk or a USB stick."""
    output, record = shared / "portable", shared / "portable.done"
    with one_at_a_time(shared / "hub.lock"):
        if not record.exists():
            build_hub(REPOSITORY, output, "--portable")
            record.touch()
    return output


def build_hub(root: Path, output: Path, *options: str) -> None:
    """Build a hub that must have no mistakes."""
    command = [sys.executable, "-m", "handrail", "build", "--root", str(root), "--output", str(output)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "generator")}
    done = subprocess.run(
        [*command, "--today", TODAY, *options],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildFailedError(f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}")


def site_names() -> set[str]:
    """Give the names of the sample hub, one for each language or one for all."""
    settings = yaml.safe_load((REPOSITORY / "site.yaml").read_text(encoding="utf-8"))
    name = settings["name"]
    return set(name.values()) if isinstance(name, dict) else {name}
