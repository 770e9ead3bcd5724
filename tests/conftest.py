from pathlib import Path

import pytest

from hubs import run, write_hub


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write what the program gives into tests/mistakes/ and tests/golden/"
    )


@pytest.fixture(scope="session")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of the plain hub remembers, without its record of what was written."""
    root = write_hub(tmp_path_factory.mktemp("plain"), {})
    run(root, "build")
    for record in (root / ".handrail").glob("manifest-*"):
        record.unlink()
    return root / ".handrail"
