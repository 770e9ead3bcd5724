from pathlib import Path

import pytest
from hypothesis import Phase, settings

from hubs import run, write_hub

# Without the phase that explains: it traces every line, of libraries too, which makes some of them endless.
settings.register_profile("plain", deadline=None, phases=[phase for phase in Phase if phase is not Phase.explain])
settings.load_profile("plain")


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
