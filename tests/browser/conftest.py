import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from tools.browser import all_pages, launched, one_page_per_template, serving

from .bad_pages import Stage, staged
from .hub import BASE_PATH, Hub, built_hub, built_portable_hub
from .visits import Visitor


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this test run, the same for all workers."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def hub(shared_folder: Path) -> Iterator[Hub]:
    """The sample hub, served below a base path as a project page of GitHub is."""
    with serving(shared_folder / "hub", BASE_PATH) as home:
        folder, built_for = built_hub(shared_folder, home)
        yield Hub(folder, home, built_for, all_pages(folder), one_page_per_template(folder))


@pytest.fixture(scope="session")
def portable_hub(shared_folder: Path) -> Path:
    return built_portable_hub(shared_folder)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with launched(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def visitor(browser: Browser) -> Visitor:
    return Visitor(browser)


@pytest.fixture
def stage(tmp_path: Path, visitor: Visitor) -> Iterator[Stage]:
    with staged(tmp_path, visitor) as stage:
        yield stage
