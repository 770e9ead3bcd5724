"""What pages say in another language than their own, where the menu stands to them, and how they offer numbers."""

import re
from datetime import date
from pathlib import Path

import pytest

from handrail.build import BuildRequest
from handrail.link import sortable
from handrail.load import load
from handrail.making import draw
from handrail.views import TextView
from hubs import run, write_hub

DAY = date(2026, 11, 22)
SITE = "name: Circle\nlanguage: en\nlanguages: [en, es]\nurl: https://example.org/\n"
LINE = """helplines:
  - id: ours
    country: XX
    use: crisis
    name: {es: Línea del río, ar: خط النهر}
    what_for: Somebody to talk to.
    audience: {en: Young people, es: Gente joven}
    text: {to: "741741", keyword: HOME}
    relay: {ar: اتصل بالرقم 711}
    source_url: https://example.com/line
    verified_on: 2026-11-01
  - id: emergency
    country: XX
    use: emergency
    name: "911"
    what_for: A life in danger.
    call: "911"
    source_url: https://example.com/911
    verified_on: 2026-10-01
"""
HUB = {
    "site.yaml": f"{SITE}helplines: [XX]\nneeds:\n  - {{id: dance, title: I want to dance}}\n",
    "content/helplines.yaml": LINE,
    "content/resources/salsa.md": "---\ntitle: Salsa\nneeds: [dance]\n---\n",
    "content/resources/salsa.es.md": "---\ntitle: Salsa\nneeds: [dance]\n---\n",
    "content/about.es.md": "---\ntitle: «Ángela»\n---\n",
    "content/places.yaml": "places:\n- {id: hall, name: Hall, directions: Ring a bell., access_notes: {es: Rampa.}}\n",
    "content/groups.yaml": "groups:\n  - {id: river, name: River, about: We meet., donations: {es: Gracias.}}\n",
}


def drawn(root: Path) -> dict[str, str]:
    files = draw(load(root, DAY), BuildRequest(root, DAY)).files
    return {path: file.data.decode() for path, file in files.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return drawn(write_hub(tmp_path_factory.mktemp("hub"), HUB))


def test_a_text_says_its_language_wherever_it_is_printed() -> None:
    assert TextView("a < b").__html__() == "a &lt; b"
    assert TextView("a < b", "ar", "rtl").__html__() == '<span lang="ar" dir="rtl">a &lt; b</span>'


@pytest.mark.parametrize(
    ("path", "html"),
    [
        ("es/places/hall/index.html", '<p lang="en" dir="ltr">Ring a bell.</p>'),
        ("es/places/hall/index.html", "<p>Rampa.</p>"),
        ("places/hall/index.html", '<p lang="es" dir="ltr">Rampa.</p>'),
        ("es/groups/river/index.html", '<p lang="en" dir="ltr">We meet.</p>'),
        ("groups/river/index.html", '<p lang="es" dir="ltr">Gracias.</p>'),
        ("es/groups/index.html", '<p lang="en" dir="ltr">We meet.</p>'),
        ("es/right-now/index.html", '<h2 id="dance" lang="en" dir="ltr">I want to dance</h2>'),
        ("es/right-now/index.html", '<a href="#dance"><span lang="en" dir="ltr">I want to dance</span></a>'),
        ("es/resources/salsa/index.html", '#dance" lang="en" dir="ltr">I want to dance</a>'),
        ("help/index.html", '<h3 lang="es" dir="ltr">Línea del río</h3>'),
        ("help/index.html", "<p>Somebody to talk to.</p>"),
        ("help/index.html", '<li lang="ar" dir="rtl">اتصل بالرقم 711</li>'),
        ("es/help/index.html", "<li>Gente joven</li>"),
        ("map/index.html", '<a href="../about/" lang="es" hreflang="es" dir="ltr">«Ángela»</a>'),
    ],
)
def test_words_in_another_language_say_so(path: str, html: str, pages: dict[str, str]) -> None:
    assert html in pages[path]


# The menu


def test_the_menu_marks_a_page_on_itself_and_its_list_on_the_pages_below(pages: dict[str, str]) -> None:
    def marked(path: str) -> list[tuple[str, ...]]:
        menu = pages[path].split('aria-label="Pages"')[1].split("</nav>")[0]
        return [found.groups() for found in re.finditer(r'<a href="([^"]*)" aria-current="([^"]*)"', menu)]

    assert marked("resources/index.html") == [("../resources/", "page")]
    assert marked("resources/salsa/index.html") == [("../../resources/", "true")]
    assert marked("places/hall/index.html") == [("../../places/", "true")]
    assert marked("help/index.html") == []
    assert 'href="../../../es/resources/" aria-current="true"' in pages["es/resources/salsa/index.html"]


# Numbers


def test_a_text_message_names_its_word_wherever_it_is_offered(pages: dict[str, str]) -> None:
    english, spanish = pages["index.html"], pages["es/help/index.html"]
    assert 'href="sms:741741"><span>Text HOME to <b dir="ltr">741741</b>' in english
    assert "Text HOME to <b" in english.split('<p class="hr-paper">')[1]
    assert 'href="tel:911"><span>Call <b dir="ltr">911</b>' in english
    ours = spanish.split('id="ours"')[1].split("</article>")[0]
    assert 'href="sms:741741"><span>Envía HOME al <b dir="ltr">741741</b>' in ours
    assert 'href="tel:911"><span>Llama al <b dir="ltr">911</b>' in spanish


def test_a_printed_page_says_how_old_its_numbers_may_be(pages: dict[str, str]) -> None:
    for path in ("index.html", "help/index.html", "404.html"):
        printed = pages[path].split('<p class="hr-paper">')[-1].split("</p>")[0]
        assert re.search(r"\bCall\b.*Printed from data checked on <time [^>]*>.*</time> or later\.", printed, re.DOTALL)


def test_nobody_is_somewhere_else_where_no_region_is_near(tmp_path: Path) -> None:
    help_page = drawn(write_hub(tmp_path, {"site.yaml": SITE}))["help/index.html"]
    assert '<h2 id="hr-others">Choose where you are</h2>' in help_page
    assert "somewhere else" not in help_page


# Lists


def test_people_look_for_a_title_by_its_first_letter(pages: dict[str, str]) -> None:
    titles = ["«Ángela»", "¿Qué?", "Zoo", "barco", "...", "3 cups", "(Casa)"]
    assert sorted(titles, key=sortable) == ["...", "3 cups", "«Ángela»", "barco", "(Casa)", "¿Qué?", "Zoo"]
    letters = re.findall(r'<h2 id="hr-\d+">([^<]*)</h2>', pages["es/map/index.html"])
    assert letters == sorted(letters)
    assert {"A", "N", "Q"} <= set(letters)


def test_a_page_for_a_wrong_address_promises_only_what_it_has(pages: dict[str, str], tmp_path: Path) -> None:
    words = "Here is where you can go on:"
    assert words in pages["404.html"]
    empty = drawn(write_hub(tmp_path, {"site.yaml": SITE}))["404.html"]
    assert words not in empty
    assert "hr-needs" not in empty.split("<main")[1]


# Links written as addresses


def test_an_address_without_a_file_of_its_own_is_the_way_to_link_to_it(tmp_path: Path) -> None:
    about = "---\ntitle: About\n---\n\n[a](/places/hall/) [b](/map/) [c](/resources/) [d](/help/)\n"
    root = write_hub(tmp_path, {**HUB, "content/about.md": about})
    assert "K404" not in run(root, "build").output
    assert 'href="../places/hall/"' in drawn(root)["about/index.html"]
