"""The browser tests: the sample hub, built, served as GitHub Pages would, and visited with a real Chromium."""

import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]

# `tools` and the generator are no part of any installed package here; every module below imports one of them.
sys.path[:0] = [str(REPOSITORY), str(REPOSITORY / "generator")]
