"""`python -m tools.audit [JUDGE ...]`: build this repository's hub, and let the judges look at it.

Does I/O: builds into a folder that is deleted afterwards, serves it on this machine, starts programs, prints a report.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.browser import all_pages, one_page_per_template, serving

from browser.hub import BASE_PATH

from . import axe, feeds, html_validate, lighthouse, linkinator, nu, pa11y, sitemaps
from .hub import build_in_all_languages, written_languages
from .judging import Judge, Site
from .programs import HERE
from .verdict import Verdict, closing_line, lines_of, passes, verdict_of

JUDGES = (
    Judge("axe", axe.judge),
    Judge("pa11y", pa11y.judge),
    Judge("nu", nu.judge),
    Judge("html-validate", html_validate.judge),
    Judge("linkinator", linkinator.judge),
    Judge("feeds", feeds.judge),
    Judge("sitemap", sitemaps.judge),
    # Its numbers say by themselves that it looked.
    Judge("lighthouse", lighthouse.judge, is_shown_bad_pages=False, wants_quiet=True),
)

# The machines of CI have two cores.
AT_ONCE = 2


@contextmanager
def served_site() -> Iterator[Site]:
    """Build the hub, and serve it below a base path, as a project page of GitHub is."""
    with TemporaryDirectory() as shared, serving(Path(shared) / "output", BASE_PATH) as home:
        folder = Path(shared) / "output"
        build_in_all_languages(Path(shared), folder, home)
        pages, samples = all_pages(folder), one_page_per_template(folder)
        with serving(HERE / "bad") as bad_home:
            yield Site(folder, home, pages, samples, HERE / "bad", bad_home, frozenset(written_languages()))


def verdicts_of(judges: Sequence[Judge], site: Site) -> Iterator[Verdict]:
    """Ask all judges, those that want quiet after the others; give each verdict as soon as those before it are in."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(lambda judge: verdict_of(judge, site), [each for each in judges if not each.wants_quiet])
    yield from (verdict_of(judge, site) for judge in judges if judge.wants_quiet)


def main() -> int:
    """Audit, print what was found, and give 0 only when every judge looked and none found a fault."""
    parser = argparse.ArgumentParser(prog="python -m tools.audit", description="Let independent judges look.")
    names = [judge.name for judge in JUDGES]
    parser.add_argument("judges", nargs="*", metavar="JUDGE", help=f"only these: {', '.join(names)}")
    asked = parser.parse_args().judges
    unknown = sorted(set(asked) - set(names))
    if unknown:
        parser.error(f"there is no judge {unknown[0]}: the judges are {', '.join(names)}")
    verdicts = []
    with served_site() as site:
        for verdict in verdicts_of([judge for judge in JUDGES if not asked or judge.name in asked], site):
            verdicts.append(verdict)
            print("\n".join(lines_of(verdict)), flush=True)
    print(closing_line(verdicts))
    return 0 if passes(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
