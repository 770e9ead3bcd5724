"""C703, C704, C705 and C710: what people who use a screen reader find their way by."""

from pathlib import Path

import pytest

from checked import (
    ALWAYS,
    FRAME,
    ONLY_PAGE,
    PAGE,
    Found,
    found,
    hints,
    hub,
    problems_of,
    problems_with,
    reported,
    with_frame_end,
    with_page_end,
)
from handrail.checks.html_page import Heading, Image, read_page

SKIP_LINK = "skip link (the first link, which leads into the main region)"


def test_headings_that_go_down_one_level_at_a_time_and_up_at_will_are_healthy(tmp_path: Path) -> None:
    page = with_page_end('<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2><h3><img src="data:," alt="E"></h3>')
    assert found(hub(tmp_path, {}, page=page)) == []


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<h3>More</h3>", 'the heading "More" is an h3 below an h1'),
        ("<h2>One</h2><h4>More</h4>", 'the heading "More" is an h4 below an h2'),
        ("<h1>More</h1>", "there are 2 main headings (h1)"),
        ("<h2> <!-- --> </h2>", "a heading (h2) says nothing"),
    ],
)
def test_a_heading_that_misleads_is_found(html: str, said: str) -> None:
    assert problems_with(html) == [Found("C703", "index.html", 4, f'on "/", {said}')]


def test_a_page_without_main_heading_is_found(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, page=PAGE.replace("<h1>{{ page.heading }}</h1>", "{{ page.heading }}"))
    said = 'on "/about/", there is no main heading (h1)'
    assert found(root) == [Found("C703", "content/about.md", 0, said)]


def test_a_gap_in_the_headings_of_every_page_is_one_problem(tmp_path: Path) -> None:
    text = "---\ntitle: {}\n---\n\n## One\n"
    files = {f"content/{name}.md": text.format(name) for name in ("about", "faq", "rules")}
    root = hub(tmp_path, files, page=with_page_end("<h4>More</h4>"))
    said = 'on "/about/" and 2 other pages, the heading "More" is an h4 below an h2'
    assert found(root) == [Found("C703", "content/about.md", 0, said)]
    assert hints(root) == ["make it an h3"]


def test_two_pages_with_one_title_are_one_problem_that_names_both(tmp_path: Path) -> None:
    root = hub(tmp_path, {"content/us.md": "---\ntitle: About\n---\n\nHello.\n"})
    problem = reported(root)[0]
    assert [problem["code"], problem["path"], problem["message"]] == [
        "C704",
        "content/about.md",
        '"/about/", "/us/" have the same title, "About – Circle"',
    ]
    assert problem["related"] == [
        {"path": "content/us.md", "line": 0, "column": 0, "end": 0, "message": 'also on "/us/"'}
    ]


def test_a_translation_may_have_the_title_of_its_page(tmp_path: Path) -> None:
    site = "name: Circle\nurl: https://example.org/hub/\nlanguages: [en, en-GB]\ntheme: {name: mine}\n"
    text = "---\ntitle: About\n---\n\nHello.\n"
    assert found(hub(tmp_path, {"site.yaml": site, "content/about.en-GB.md": text})) == []


def test_old_addresses_may_share_a_title(tmp_path: Path) -> None:
    text = "---\ntitle: About\nredirects: [/who/, /we/]\n---\n\nHello.\n"
    assert found(hub(tmp_path, {"content/about.md": text})) == []


def test_a_frame_without_title_is_one_problem(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, frame=FRAME.replace("<title>{{ page.title }}</title>", ""))
    said = f'on "/" and {ALWAYS - 1} other pages, there is no title'
    assert found(root) == [Found("C704", "content/index.md", 0, said)]


@pytest.mark.parametrize("title", ["", "<title> </title>", "<svg><title>A chair</title></svg>"])
def test_blanks_and_the_title_of_a_drawing_are_no_title(title: str) -> None:
    page = ONLY_PAGE.replace("<title>Circle</title>", title)
    assert problems_of(page) == [Found("C704", "index.html", 0, 'on "/", there is no title')]


def test_a_picture_without_alternative_text_is_found_in_the_template(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, frame=with_frame_end('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'))
    picture = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    said = f'on "/" and {ALWAYS - 1} other pages, the picture "{picture}" has no alternative text'
    assert found(root) == [Found("C705", "themes/mine/templates/base.html", 12, said)]


def test_a_picture_with_empty_alternative_text_only_decorates(tmp_path: Path) -> None:
    assert found(hub(tmp_path, {}, page=with_page_end('<img src="data:," alt>'))) == []


def test_a_frame_without_main_region_is_one_problem(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, frame=FRAME.replace("<main", "<div"))
    said = f'on "/" and {ALWAYS - 1} other pages, there is no main region'
    assert found(root) == [Found("C710", "content/index.md", 0, said)]


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('lang="en"', "", "there is no language"),
        ("<main", "<div", "there is no main region"),
        ('<a href="#main">Skip</a>', "", f"there is no {SKIP_LINK}"),
        ('<a href="#main">', '<a id="here" href="#here">', f"there is no {SKIP_LINK}"),
        ('<a href="#main">', '<a href="./">Home</a><a href="#main">', f"there is no {SKIP_LINK}"),
        ("</main>", "</main><main></main>", "there are 2 main regions"),
        ('lang="en"', 'lang="es"', 'the language is given as "es", but the text is in "en"'),
    ],
)
def test_a_page_without_one_of_its_landmarks_is_found(good: str, bad: str, said: str) -> None:
    assert problems_of(ONLY_PAGE.replace(good, bad)) == [Found("C710", "index.html", 0, f'on "/", {said}')]


def test_a_page_that_lacks_all_landmarks_is_one_problem(tmp_path: Path) -> None:
    page = "<!doctype html><html><head><title>{{ page.title }}</title><body><h1>{{ page.heading }}</h1></html>"
    root = hub(tmp_path, {}, page=page)
    lost = f"no language, no main region and no {SKIP_LINK}"
    assert found(root) == [Found("C710", "content/about.md", 0, f'on "/about/", there is {lost}')]
    assert hints(root) == ["let the template extend base.html"]


def test_the_words_of_a_heading_are_all_that_is_heard_in_it() -> None:
    page = read_page('<h2>\n A &amp; <b>B</b> <svg><title>C</title></svg>\n<img src="d.png" alt="D"></h2>')
    assert page.headings == (Heading(2, "A & B C D", 1),)


def test_a_missing_alternative_text_is_told_from_an_empty_one() -> None:
    page = read_page('<img src="a">\n<img src="b" alt="">\n<input type="image" src="c">')
    assert page.images == (Image("a", None, 1), Image("b", "", 2), Image("c", None, 3))
