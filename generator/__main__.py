"""`python generator …` runs Handrail from a clone, without installing it (its libraries must be there)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from handrail.cli import main

main()
