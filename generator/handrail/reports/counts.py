"""How many problems there are, in words."""

from collections import Counter
from collections.abc import Iterable

from ..codes import Severity
from ..problems import Problem


def counted(problems: Iterable[Problem]) -> str:
    """Give `2 errors, 1 warning`, or `no problems`."""
    counts = Counter(problem.severity for problem in problems)
    words = [f"{counts[s]} {s}{'' if counts[s] == 1 else 's'}" for s in Severity if counts[s]]
    return ", ".join(words) or "no problems"
