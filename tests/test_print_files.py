"""Sheets as PDF files: tagged, the same on every machine, whole, and never with boxes for letters."""

import io
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from handrail import making
from handrail.formats.printing.pdf import USUAL, missing_letter
from hubs import run, run_process, tree, write_hub
from meeting_samples import voice
from test_meeting_pages import PLACES, SITE
from test_print import FILES, built, sheet

FORMS = ("list/list", "pocket/pocket", "large/large", "poster/poster", "doors/hall/door")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("files"))


def text_of(file: Path) -> str:
    pages = PdfReader(io.BytesIO(file.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_tagged_and_says_that_it_is_accessible(site: Path, form: str) -> None:
    data = (site / f"print/{form}.pdf").read_bytes()
    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert reader.metadata
    assert reader.metadata.title
    assert str(reader.metadata.creation_date).startswith("2026-11-22 00:00:00")
    assert {round(float(side)) for side in reader.pages[0].mediabox[2:]} == {595, 792}


@pytest.mark.parametrize("form", FORMS[:3])
def test_a_file_says_what_its_page_says(site: Path, form: str) -> None:
    words = re.sub(r"\s", "", sheet(site, f"print/{form.partition('/')[0]}"))
    printed = re.sub(r"\s", "", text_of(site / f"print/{form}.pdf"))
    for said in ("TuesdayCircle", "KitchenTable", "Across", "Fortnight", "TwoDays", "LunchHour", "HallClosed"):
        assert printed.lower().count(said.lower()) == words.lower().count(said.lower())
    for said in ("FromdataofNovember22,2026.", "Pausedun", "moreHelplines", "Call988"):
        assert said.lower() in printed.lower()
    assert "SeSaMe" not in printed
    assert "SecretLane" not in printed


def test_files_are_the_same_in_any_folder(site: Path, tmp_path: Path) -> None:
    again = tree(built(tmp_path / "elsewhere"))
    first = tree(site)
    files = [path for path in first if path.endswith(".pdf")]
    assert len(files) == len(FORMS)
    assert [path for path in files if first[path] != again[path]] == []


def test_what_somebody_writes_is_text_and_never_code(tmp_path: Path) -> None:
    name = '#panic("x") $ *bold* @ref <a> #sys.inputs \\'
    meeting = f"meetings:\n  - {{name: '{name}', slug: m, day: monday, time: 19:00, minutes: 60, place: hall}}\n"
    output = built(tmp_path, {"content/places.yaml": PLACES, "content/meetings/all.yaml": meeting})
    assert name in text_of(output / "print/list/list.pdf")


def test_a_sheet_whose_letters_no_font_has_is_left_out_and_named(tmp_path: Path) -> None:
    meeting = "meetings:\n  - {name: আশা, slug: m, day: monday, time: 19:00, minutes: 60, place: hall}\n"
    files = {"content/places.yaml": PLACES, "content/meetings/all.yaml": meeting}
    answer = run(write_hub(tmp_path, {"site.yaml": SITE, **files}), "build")
    output = tmp_path / "output"
    assert "note[P608]: no PDF file is made of print/list/, print/pocket/, print/large/ and others" in answer.output
    assert list(output.rglob("*.pdf")) == []
    assert ".pdf" not in (output / "print/list/index.html").read_text(encoding="utf-8")
    assert "আশা" in sheet(output, "print/list")


def test_usual_letters_need_no_asking_because_the_fonts_have_them() -> None:
    assert missing_letter({"all": "".join(sorted(USUAL)) + "Ω"}, voice()) == ""
    assert missing_letter({"all": "Ω Ж ễ"}, voice()) == ""
    assert missing_letter({"all": ["Tea ☕︎ আ"]}, voice()) != ""


@pytest.mark.parametrize("release", ["", "0.14.9", "0.16.0"])
def test_without_a_typst_we_know_all_is_there_but_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, release: str
) -> None:
    monkeypatch.setattr(making, "release_of", lambda _: release)
    monkeypatch.setitem(sys.modules, "typst", None)
    output = built(tmp_path)
    assert list(output.rglob("*.pdf")) == []
    html = (output / "print/list/index.html").read_text(encoding="utf-8")
    assert ".pdf" not in html
    assert "Tuesday Circle" in html


def test_another_day_makes_another_file(tmp_path: Path) -> None:
    root = write_hub(tmp_path, {"site.yaml": SITE, **FILES})
    assert run(root, "build").exit_code == 0
    first = (root / "output/print/list/list.pdf").read_bytes()
    assert run(root, "build", "--today", date(2026, 11, 23).isoformat()).exit_code == 0
    assert (root / "output/print/list/list.pdf").read_bytes() != first
    assert "From data of November 23" in text_of(root / "output/print/list/list.pdf")


@pytest.mark.parametrize("language", ["ar", "he"])
def test_numbers_keep_their_order_where_words_run_from_right_to_left(tmp_path: Path, language: str) -> None:
    name = {"ar": "دائرة", "he": "מעגל"}[language]
    contact = "contact: {phone: '+1 202 555 0199'}"
    meeting = f"{{name: {name}, slug: m, day: monday, time: 19:00, minutes: 60, place: hall, {contact}}}"
    files = {"content/places.yaml": PLACES, "content/meetings/all.yaml": f"meetings: [{meeting}]\n"}
    output = built(tmp_path, files, f"{SITE}language: {language}\ncontact: {{phone: '+1 202 555 0114'}}\n")
    assert "\u2066+1 202 555 0199\u2069" in sheet(output, "print/list")
    assert "\u2066+1 202 555 0114\u2069" in sheet(output, "print/poster")
    reader = PdfReader(io.BytesIO((output / "print/poster/poster.pdf").read_bytes()))
    assert dict(reader.trailer["/Root"])["/Lang"] == language  # type: ignore[call-overload]  # pypdf's objects are dicts


def test_files_are_made_beside_many_pages_in_several_processes(tmp_path: Path) -> None:
    pages = {f"content/guidelines/rule-{n}.md": f"---\ntitle: Rule {n}\n---\n\nText.\n" for n in range(160)}
    site = SITE.replace("name: ", "name: Кружок ", 1)  # letters that typst is asked about before
    files = {**FILES, **pages, "site.yaml": site}
    answer = run_process(write_hub(tmp_path, files), "build", "--jobs", "2")
    assert answer.exit_code == 0, answer.output
    assert (tmp_path / "output/print/list/list.pdf").is_file()
