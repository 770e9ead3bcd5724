"""How a test says what it found."""

import pytest

MOST_LINES = 60


def assert_faultless(faults: list[str]) -> None:
    """Fail with one line for each fault, without the code of the test around them."""
    if faults:
        more = [f"and {len(faults) - MOST_LINES} more"] if len(faults) > MOST_LINES else []
        pytest.fail("\n".join([*faults[:MOST_LINES], *more]), pytrace=False)
