"""The pocket guide as a browser prints it: nothing runs over or is printed twice, folding brings the pages in order."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from pypdf import PdfReader
from tools.browser import serving

from hubs import run, write_hub

from .arabic_hub import built_arabic_hub
from .hub import BASE_PATH, Hub
from .verdict import assert_faultless
from .visits import Setting, Visit, Visitor

pytestmark = pytest.mark.browser

PAPERS = {"A4": (297, 210), "Letter": (279.4, 215.9)}  # millimetres, landscape
FONTS = ("", '"DejaVu Sans"', '"DejaVu Serif"')  # what the machine has, and two of the widest in use
MARGIN = 6  # millimetres
MIRRORED = ("ar", "arabic")
LANGUAGES = ("en", "es", "fr", "pt", "de", "ar")
# Words of each language, long ones among them, and signs that are broad: what fills a page must still fit it.
WORDS = {
    "en": "Put both feet on the floor and NAME five things, WARMTH and strengths included.",
    "es": "Apoya los pies en el suelo y di cinco cosas, MUY despacio, sin responsabilizarte.",
    "fr": "Pose les pieds au sol et nomme cinq choses, TRÈS lentement, sans culpabilisation.",
    "pt": "Ponha os pés no chão e diga cinco coisas, COM calma, sem responsabilização.",
    "de": "Stell die Füße auf den Boden und nenne FÜNF Dinge, Selbsthilfegruppenverzeichnisse inbegriffen.",
    "ar": "ضع قدميك على الأرض وسمِّ خمسة أشياء حولك، ببطء ودون لوم للنفس، ثم تنفّس تنفسًا هادئًا.",
}
TITLES = {
    "en": "When the WAVE comes: watch it without acting on it",
    "es": "Cuando llega la ola: mírala sin obedecerla, paso a paso",
    "fr": "Quand la vague monte : la regarder sans lui obéir",
    "pt": "Quando a onda chega: olhe para ela sem obedecer",
    "de": "Wenn die Welle kommt: Rückfallvorbeugungsmaßnahmen",
    "ar": "حين تأتي الموجة: راقبها من بعيد ولا تطعها أبدًا",
}
MEASURED = """() => {
  const mm = 96 / 25.4;
  return [...document.querySelectorAll(".hr-leaf")].map(leaf => {
    const box = leaf.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(leaf);
    const inner = [...range.getClientRects()].filter(rect => rect.width && rect.height);
    const over = inner.map(rect => Math.max(
      box.left - rect.left, box.top - rect.top, rect.right - box.right, rect.bottom - box.bottom) / mm + 6);
    const isTurned = getComputedStyle(leaf).transform !== "none";
    return [box.left / mm, box.top / mm, box.width / mm, box.height / mm, Math.max(...over), isTurned];
  });
}"""


class Leaf(NamedTuple):
    """A page of a guide, in millimetres: `over` is by how much something stands in its margin."""

    left: float
    top: float
    width: float
    height: float
    over: float
    is_turned: bool


def crowded_hub(root: Path, language: str) -> Path:
    """Build a hub whose resources, help lines and meetings are more than fits."""
    words, title = WORDS[language], TITLES[language]
    lengths = (1, 2, 3, 1, 2, 1, 1, 3, 1, 1, 1, 1)
    bodies = {
        "steps": "\n".join("1. " + " ".join([words] * count) for count in lengths),
        "short": "\n".join(f"1. {' '.join(words.split()[:4])}" for _ in range(30)),
        "broad": "\n".join(
            ["1. MMMM WWWW mwmw 会会会会会 ЩЩЩЩ ШШШШ ЖЖЖЖ", "1. @@@@ %%%% ——— ẞẞẞẞ ÄÖÜÄÖÜ " + "m" * 60] * 9
        ),
        "none": "",
    }
    files = {
        f"content/resources/{name}.md": f"---\ntitle: '{title}'\nsummary: '{words}'\nminutes: 10\n---\n\n{body}\n"
        for name, body in bodies.items()
    }
    line = "\n".join(
        f"  - {{id: line-{n}, country: XX, use: {'crisis' if n else 'emergency'}, name: '{title} {n}', what_for: Talk,"
        f" call: '+1 202 555 01{n:02}', text: {{to: '74174{n}', keyword: HOME}}, hours: 24/7,"
        " source_url: https://example.com/, verified_on: 2026-11-01}"
        for n in range(9)
    )
    files["content/helplines.yaml"] = f"helplines:\n{line}\n"
    meeting = "\n".join(
        f"  - {{name: '{title} {n}', slug: m-{n}, day: [monday, thursday], repeats: [first, third], minutes: 60,"
        f" time: '{9 + n:02}:00', timezone: Europe/London, online: {{url: https://example.org/x}}}}"
        for n in range(8)
    )
    files["content/meetings/all.yaml"] = f"meetings:\n{meeting}\n"
    files["site.yaml"] = (
        f"name: '{title} {title}'\nlanguage: {language}\nhelplines: [XX]\ntimezone: America/New_York\n"
        "url: https://a-rather-long-name-of-a-site.example.org/and-a-folder-below/\n"
    )
    answer = run(write_hub(root, files), "build")
    assert answer.exit_code == 0, answer.output
    return root / "output"


@pytest.fixture(scope="module")
def guides(tmp_path_factory: pytest.TempPathFactory, hub: Hub) -> Iterator[dict[str, str]]:
    """Give the addresses of guides: of the sample hub in its languages, of an Arabic hub, and of crowded ones."""
    root = tmp_path_factory.mktemp("guides")
    found = {page.path: hub.home + page.url for page in hub.pages if page.template == "print-guide"}
    built_arabic_hub(root / "arabic")
    for language in LANGUAGES:
        crowded_hub(root / language, language)
    with serving(root, BASE_PATH) as home:
        found |= {language: f"{home}{language}/output/print/guide/" for language in LANGUAGES}
        found["arabic"] = f"{home}arabic/output/print/guide/"
        found["arabic en"] = f"{home}arabic/output/en/print/guide/"
        yield found


def lay_out(visit: Visit, paper: str, font: str = "") -> list[Leaf]:
    """Lay a guide out on paper, in letters of a font, and measure its pages."""
    visit.put_on_paper()
    width, height = (round(side / 25.4 * 96) for side in PAPERS[paper])
    visit.page.set_viewport_size({"width": width, "height": height})
    if font:
        names = ("--sans", "--serif")
        set_font = "([name, font]) => document.documentElement.style.setProperty(name, font)"
        for name in names:
            visit.page.evaluate(set_font, [name, font])
    return leaves_of(visit)


def leaves_of(visit: Visit) -> list[Leaf]:
    """Measure the pages of a guide as they are shown."""
    return [Leaf(*measures) for measures in visit.page.evaluate(MEASURED)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("font", FONTS)
def test_no_page_runs_over(guides: dict[str, str], visitor: Visitor, paper: str, font: str) -> None:
    faults = []
    for name, url in guides.items():
        with visitor.visit(url, Setting()) as visit:
            leaves = lay_out(visit, paper, font)
        assert len(leaves) == 8, name
        faults += [f"{name}: page {n} by {leaf.over:.1f} mm" for n, leaf in enumerate(leaves, 1) if leaf.over > 0.3]
    assert len(guides) == 2 + len(LANGUAGES) + 2
    assert_faultless(faults)


def test_what_somebody_chose_for_the_screen_makes_no_page_run_over(guides: dict[str, str], visitor: Visitor) -> None:
    faults = []
    for (name, url), paper in product(guides.items(), PAPERS):
        with visitor.visit(url, Setting()) as visit:
            visit.page.evaluate(
                "Object.assign(document.documentElement.dataset, {space: 'more', size: '200', look: 'dark-more'})"
            )
            leaves = lay_out(visit, paper)
        faults += [f"{name}: page {n} by {leaf.over:.1f} mm" for n, leaf in enumerate(leaves, 1) if leaf.over > 0.3]
    assert_faultless(faults)


def test_folding_brings_the_pages_into_their_order(guides: dict[str, str], visitor: Visitor) -> None:
    """The lower row holds pages 8, 1, 2, 3; above them stand 7, 6, 5, 4 on their heads; mirrored in Arabic."""
    for (name, url), (paper, (width, height)) in product(guides.items(), PAPERS.items()):
        with visitor.visit(url, Setting()) as visit:
            leaves = lay_out(visit, paper)
        rows: dict[bool, list[tuple[float, int]]] = {True: [], False: []}
        for number, leaf in enumerate(leaves, 1):
            is_upper = leaf.top < height / 4
            rows[is_upper].append((-leaf.left if name in MIRRORED else leaf.left, number))
            assert leaf.is_turned == is_upper, (name, number)
            assert leaf.width == pytest.approx(width / 4, abs=0.2)
            assert leaf.height == pytest.approx(height / 2, abs=0.5)
        order = {is_upper: [number for _, number in sorted(row)] for is_upper, row in rows.items()}
        assert order == {True: [7, 6, 5, 4], False: [8, 1, 2, 3]}, name


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("prefers_css", [True, False])
def test_a_guide_is_one_sheet_across(guides: dict[str, str], visitor: Visitor, paper: str, prefers_css: bool) -> None:  # noqa: FBT001  # a parameter of the test
    faults = []
    for name, url in guides.items():
        with visitor.visit(url, Setting()) as visit:
            printed = visit.page.pdf(prefer_css_page_size=prefers_css, format=paper, tagged=True)
        pages = PdfReader(io.BytesIO(printed)).pages
        box = pages[0].mediabox
        faults += [f"{name}: {len(pages)} sheets of {paper}"] if len(pages) != 1 else []
        faults += [f"{name}: upright {paper}"] if box.width <= box.height else []
    assert_faultless(faults)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils to read what was printed")
def test_each_text_of_the_sample_guide_is_printed_once(hub: Hub, visitor: Visitor, tmp_path: Path) -> None:
    file = tmp_path / "guide.pdf"
    faults = []
    for page in hub.of_template("print-guide"):
        with visitor.visit(hub.home + page.url, Setting()) as visit:
            visit.page.pdf(path=file, format="A4")
            texts = visit.page.locator(".hr-leaf :is(h1, h2, li, .hr-made)").all_text_contents()
        printed = _squeezed(subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout)
        info = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout
        faults += [f"{page.path}: {text!r}" for text in texts if printed.count(_squeezed(text)) != 1]
        faults += [f"{page.path}: {info}"] if not re.search(r"^Pages: +1$", info, re.MULTILINE) else []
        assert len(texts) > 20
    assert_faultless(faults)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad]", "", text)


@pytest.mark.parametrize("width", [320, 1280])
def test_on_a_screen_pages_follow_each_other_upright(guides: dict[str, str], visitor: Visitor, width: int) -> None:
    for name, url in guides.items():
        with visitor.visit(url, Setting(width, 800)) as visit:
            leaves = leaves_of(visit)
        places = [(round(leaf.top), -leaf.left if name in MIRRORED else leaf.left) for leaf in leaves]
        assert places == sorted(places), name
        assert not any(leaf.is_turned for leaf in leaves), name
        assert max(leaf.over for leaf in leaves) < MARGIN, name
