"""The audit: programs that nobody here wrote judge every page of this repository's own hub (`make audit`).

One module for each judge. A judge gives what it found; whatever it found makes the audit fail, and so does a judge
that could not look: one that is missing, breaks, says nothing, or finds no fault in the pages that are bad on purpose.
A rule that is switched off stands in its judge's `SWITCHED_OFF`, with the reason beside it.
"""

import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]

# The hub is built, and axe run, by what the browser tests have for it; neither is part of any installed package.
sys.path[:0] = [str(REPOSITORY), str(REPOSITORY / "tests"), str(REPOSITORY / "generator")]
