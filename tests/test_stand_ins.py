"""Pages that exist in another language only: they stand in every part of the site, and say so."""

from datetime import date
from pathlib import Path

import pytest

from handrail.build import BuildRequest
from handrail.load import load
from handrail.making import draw
from hubs import run, write_hub

DAY = date(2026, 11, 22)
HUB = {
    "site.yaml": "name: Circle\nlanguage: en\nlanguages: [en, es, ar]\nurl: https://example.org/\n"
    "navigation: [resources, about, hours]\n",
    "content/about.md": "---\ntitle: About us\n---\n\nRead [on sleep](resources/sleep.md).\n",
    "content/about.es.md": "---\ntitle: Sobre el círculo\n---\n\nLee [del sueño](resources/sleep.md).\n",
    "content/hours.es.md": "---\ntitle: Horas\nredirects: [/ar/taken/]\n---\n\nDe noche.\n",
    "content/taken.md": "---\ntitle: Taken\n---\n\nText.\n",
    "content/resources/sleep.md": "---\ntitle: Better sleep\nsummary: At night.\nneeds: [cannot-sleep]\n"
    "topics: [rest]\ncontent_note: Nights\nreviewed: 2026-11-01\n---\n\n[We](../about.md), [help](help:).\n",
    "content/facilitation/evening.md": "---\ntitle: Run\nsteps: [{minutes: 5, title: Start, text: Hello.}]\n---\n",
    "content/secret.md": "---\ntitle: Secret\nnoindex: yes\n---\n\nText.\n",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = write_hub(tmp_path_factory.mktemp("hub"), HUB)
    files = draw(load(root, DAY), BuildRequest(root, DAY)).files
    return {path: file.data.decode() for path, file in files.items() if path.endswith((".html", ".xml"))}


def test_a_page_stands_in_each_language_that_lacks_it_and_names_its_own(pages: dict[str, str]) -> None:
    page = pages["ar/resources/sleep/index.html"]
    assert '<html lang="ar" dir="rtl">' in page
    assert '<h1 lang="en" dir="ltr">Better sleep</h1>' in page
    assert '<p class="hr-lead" lang="en" dir="ltr">At night.</p>' in page
    assert '<div class="hr-prose" lang="en" dir="ltr">' in page
    assert "لم تُترجم هذه الصفحة بعد. وهي هنا بلغتها: الإنجليزية." in page
    assert "Esta página todavía no está traducida." in pages["es/resources/sleep/index.html"]
    assert '<h1 lang="es" dir="ltr">Horas</h1>' in pages["hours/index.html"]
    assert "This page is not translated yet. Here it is in its own language: Spanish." in pages["hours/index.html"]
    assert '<h3 lang="en" dir="ltr">' in pages["es/facilitation/evening/index.html"]


def test_a_page_in_its_own_language_says_nothing_of_the_kind(pages: dict[str, str]) -> None:
    own = pages["resources/sleep/index.html"]
    assert "not translated" not in own
    assert "<h1>Better sleep</h1>" in own


def test_the_main_language_stands_in_before_others(pages: dict[str, str]) -> None:
    assert '<h1 lang="en" dir="ltr">About us</h1>' in pages["ar/about/index.html"]


def test_search_engines_are_led_to_the_original(pages: dict[str, str]) -> None:
    page = pages["es/resources/sleep/index.html"]
    assert '<link rel="canonical" href="https://example.org/resources/sleep/">' in page
    assert '<link rel="alternate" hreflang' not in page
    assert "es/resources/sleep/" not in pages["sitemap.xml"]
    assert "/resources/sleep/" in pages["sitemap.xml"]
    assert 'hreflang="ar" href="https' not in pages["about/index.html"]
    assert '<meta name="robots" content="noindex">' in pages["es/secret/index.html"]


def test_the_language_switch_keeps_the_page(pages: dict[str, str]) -> None:
    def switch(path: str) -> list[str]:
        part = pages[path].split('hr-languages"')[1].split("</nav>")[0]
        return [piece.split('"')[0] for piece in part.split('href="')[1:]]

    assert switch("resources/sleep/index.html") == [
        "../../resources/sleep/",
        "../../es/resources/sleep/",
        "../../ar/resources/sleep/",
    ]
    assert switch("ar/about/index.html") == ["../../about/", "../../es/about/", "../../ar/about/"]


def test_lists_menus_and_needs_lead_to_the_page_within_the_readers_part_of_the_site(pages: dict[str, str]) -> None:
    assert (
        'href="../../es/resources/sleep/" lang="en" hreflang="en" dir="ltr">Better sleep'
        in pages["es/resources/index.html"]
    )
    assert 'href="../../ar/resources/sleep/"' in pages["ar/right-now/index.html"]
    menu = pages["ar/index.html"].split("<summary>")[1].split("</nav>")[0]
    assert 'href="../ar/about/" lang="en" hreflang="en" dir="ltr">About us' in menu
    assert 'href="../ar/hours/" lang="es" hreflang="es" dir="ltr">Horas' in menu
    assert 'href="../../es/resources/sleep/" lang="en"' in pages["es/map/index.html"]


def test_links_stay_in_the_readers_part_of_the_site(pages: dict[str, str]) -> None:
    foreign = pages["es/resources/sleep/index.html"].split('hr-prose"')[1]
    assert 'href="../../../es/about/"' in foreign
    assert 'href="../../../es/help/"' in foreign
    assert 'href="../../es/resources/sleep/" hreflang="en"' in pages["es/about/index.html"]


def test_an_address_that_somebody_else_has_stays_theirs(pages: dict[str, str]) -> None:
    assert "ar/taken/index.html" in pages
    assert 'data-template="moved"' in pages["ar/taken/index.html"]
    assert 'data-template="page"' in pages["es/taken/index.html"]


def test_a_hub_with_stand_ins_has_no_problem(tmp_path: Path) -> None:
    root = write_hub(tmp_path, HUB)
    assert run(root, "check").exit_code == 0, run(root, "check").output


def test_a_check_lists_what_is_not_translated_in_a_line_for_each_language(tmp_path: Path) -> None:
    lines = run(write_hub(tmp_path, HUB), "check").output.splitlines()
    said = [line.removeprefix("note[C713]: ").split(" yet: ") for line in lines if line.startswith("note[C713]")]
    assert said == [
        ["1 page is not translated into English", "hours.es.md"],
        ["4 pages are not translated into Spanish", "facilitation/evening.md, resources/sleep.md, secret.md, taken.md"],
        [
            "5 pages are not translated into Arabic",
            "about.md, facilitation/evening.md, hours.es.md, resources/sleep.md, secret.md",
        ],
    ]
    assert "C713" not in run(tmp_path, "build").output
