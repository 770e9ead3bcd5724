"""The hub the judges look at: the sample hub in every language of the interface.

Does I/O: copies the content of this repository, with the pages that new hubs get in their language, and builds it.
"""

import shutil
from pathlib import Path

import yaml

from browser import REPOSITORY
from browser.hub import TODAY, build_hub

TRANSLATIONS = REPOSITORY / "themes/harbor/translations"
STARTER_PAGES = REPOSITORY / "generator/handrail/starter/pages"


def written_languages() -> list[str]:
    """Give the languages the sample hub is written in, the main one first."""
    languages: list[str] = yaml.safe_load((REPOSITORY / "site.yaml").read_text(encoding="utf-8"))["languages"]
    return languages


def build_in_all_languages(folder: Path, output: Path, base_url: str) -> None:
    """Build the sample hub in the languages it is written in and all others that have a catalogue."""
    shutil.copytree(REPOSITORY / "content", folder / "content")
    settings = yaml.safe_load((REPOSITORY / "site.yaml").read_text(encoding="utf-8"))
    others = sorted({catalogue.stem for catalogue in TRANSLATIONS.glob("*.po")} - {*settings["languages"]})
    settings["languages"] += others
    (folder / "site.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    for language in others:
        _add_pages(folder, language)
    build_hub(folder, output, "--base-url", base_url)


def _add_pages(folder: Path, language: str) -> None:
    """Add what new hubs start with in a language."""
    for page in sorted(STARTER_PAGES.rglob(f"*.{language}.md")):
        target = folder / "content" / page.relative_to(STARTER_PAGES).as_posix().replace("@today@", TODAY)
        target.write_text(page.read_text(encoding="utf-8").replace("@today@", TODAY), encoding="utf-8")
