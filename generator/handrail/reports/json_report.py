"""Problems for programs. The reference (`reference_docs/commands.py`) says what each name means."""

import json
from collections import Counter
from collections.abc import Sequence

from ..codes import Severity
from ..problems import Problem, problem_to_json

VERSION = 1
# JSON itself escapes what is below the blank; a terminal that shows a report obeys these as well.
CONTROLS = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}


def json_report(problems: Sequence[Problem]) -> str:
    """Give one JSON object: a version, counts by severity, and the problems, the gravest first."""
    counts = Counter(problem.severity for problem in problems)
    data = {
        "version": VERSION,
        "counts": {str(severity): counts[severity] for severity in Severity},
        "problems": [problem_to_json(problem) for problem in problems],
    }
    # Half a letter, as in the name of a file that is not UTF-8, can be written as an escape only.
    text = json.dumps(data, ensure_ascii=False, indent=2).translate(CONTROLS)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"
