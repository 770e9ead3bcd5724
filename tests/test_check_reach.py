"""C707: every page is found within three steps from home."""

from collections.abc import Sequence
from pathlib import Path

from checked import ALWAYS, FRAME, PAGE, Found, found, hints, hub

WITHOUT_MAP = FRAME.replace('<a href="{{ site.map }}">All pages</a>', "")
# The list of all pages and the search lead to each other, so that the first of those behind them is named.
LOST_MAP = Found(
    "C707", "display/index.html", 0, f'no link leads from the home page to "/display/" and {ALWAYS - 4} other pages'
)


def chain(names: Sequence[str]) -> dict[str, str]:
    """Give pages of which each links to the next only; home links to the first."""
    links = zip(("index", *names), (*names, "index"), strict=True)
    return {f"content/{name}.md": f"---\ntitle: {name}\n---\n\n[Next]({after}.md)\n" for name, after in links}


def test_a_chain_of_three_pages_is_within_reach(tmp_path: Path) -> None:
    assert found(hub(tmp_path, chain(["about", "b", "c"]), frame=WITHOUT_MAP)) == [LOST_MAP]


def test_a_page_four_steps_away_is_found_together_with_those_behind_it(tmp_path: Path) -> None:
    root = hub(tmp_path, chain(["about", "b", "c", "d", "e"]), frame=WITHOUT_MAP)
    said = '"/d/" and 1 other page: from the home page it takes 4 steps to get there'
    assert found(root) == [Found("C707", "content/d.md", 0, said), LOST_MAP]
    assert hints(root)[0] == "link to it from a page that is 2 steps from the home page or nearer"


def test_a_list_of_all_pages_brings_every_page_near(tmp_path: Path) -> None:
    assert found(hub(tmp_path, chain(["about", "b", "c", "d", "e", "f"]))) == []


def test_pages_of_a_section_that_lists_none_of_them_are_one_problem(tmp_path: Path) -> None:
    files = {f"content/stories/{name}.md": f"---\ntitle: {name}\n---\n\nHello.\n" for name in "abcde"}
    template = '{% extends "base.html" %}{% block main %}<h1>{{ page.heading }}</h1>{% endblock %}'
    theme = {f"themes/mine/templates/{name}.html": template for name in ("section", "story", "home", "map", "search")}
    home = template.replace(
        "</h1>",
        '</h1><a href="about/">About</a><a href="help/">Help</a><a href="stories/">Stories</a>'
        '<a href="print/">Print</a><a href="safety/">Safety</a><a href="search/">Search</a>',
    )
    root = hub(tmp_path, {**files, **theme, "themes/mine/templates/home.html": home}, page=PAGE)
    said = 'no link leads from the home page to "/stories/a/" and 4 other pages'
    assert found(root) == [Found("C707", "content/stories/a.md", 0, said)]


def test_a_page_near_the_home_page_of_its_language_is_near_enough(tmp_path: Path) -> None:
    site = "name: Circle\nurl: https://example.org/hub/\nlanguages: [en, en-GB]\ntheme: {name: mine}\n"
    files = {"content/about.md": "---\ntitle: About\n---\n\n[Home](index.md)\n", "site.yaml": site}
    files |= {"content/index.en-GB.md": "---\ntitle: Home\n---\n\n[Colour](colour.en-GB.md)\n"}
    files |= {"content/colour.en-GB.md": "---\ntitle: Colour\n---\n\nHello.\n"}
    root = hub(tmp_path, files, frame=WITHOUT_MAP)
    said = 'no link leads from the home page to "{}" and {} other pages'
    assert [problem for problem in found(root) if problem.code == "C707"] == [
        Found("C707", "content/about.md", 0, said.format("/about/", ALWAYS - 2)),
        Found("C707", "content/about.md", 0, said.format("/en-GB/about/", ALWAYS - 3)),
    ]


def test_a_page_far_from_the_home_page_of_its_language_is_found(tmp_path: Path) -> None:
    site = "name: Circle\nurl: https://example.org/hub/\nlanguages: [en, en-GB]\ntheme: {name: mine}\n"
    files = {"site.yaml": site, "content/colour.en-GB.md": "---\ntitle: Colour\n---\n\nHello.\n"}
    root = hub(tmp_path, files, frame=WITHOUT_MAP)
    said = 'no link leads from the home page to "{}" and {} other pages'
    assert [problem for problem in found(root) if problem.code == "C707"] == [
        Found("C707", "content/about.md", 0, said.format("/about/", ALWAYS - 2)),
        Found("C707", "content/about.md", 0, said.format("/en-GB/about/", ALWAYS - 2)),
    ]


def test_old_addresses_and_the_page_for_wrong_ones_need_no_link(tmp_path: Path) -> None:
    text = "---\ntitle: About\nredirects: [/who/]\n---\n\nHello.\n"
    assert found(hub(tmp_path, {"content/about.md": text})) == []
