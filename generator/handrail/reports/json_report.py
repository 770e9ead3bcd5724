"""Problems for programs."""

import json
from collections import Counter
from collections.abc import Sequence

from ..codes import Severity
from ..problems import Problem, problem_to_json

VERSION = 1


def json_report(problems: Sequence[Problem]) -> str:
    """Give one JSON object: a version, counts by severity, and the problems, the gravest first."""
    counts = Counter(problem.severity for problem in problems)
    data = {
        "version": VERSION,
        "counts": {str(severity): counts[severity] for severity in Severity},
        "problems": [problem_to_json(problem) for problem in problems],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
