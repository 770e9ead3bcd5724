"""C701 and C702: what a finished page links to or shows is there."""

from pathlib import Path

import pytest

from checked import ALWAYS, FRAME, Found, found, hints, hub, problems_with, reported, with_frame_end, with_page_end
from handrail.checks.targets import Home, Reach, Target

FILES = ("index.html", "404.html", "about/index.html", "deep/er/index.html", "assets/a b.pdf", "es/índice/index.html")
HUB = Home("https://example.org/hub/", "/hub/", is_portable=False, paths=FILES)
ON_A_DISK = Home(None, "/", is_portable=True, paths=FILES)


def test_a_healthy_theme_and_healthy_pages_have_no_problem(tmp_path: Path) -> None:
    page = with_page_end(
        '<a href="../">up</a> <a href="./#main">here</a> <a href="tel:112">112</a> <a href="#top">top</a>'
    )
    assert found(hub(tmp_path, {}, page=page)) == []


def test_a_broken_link_in_the_theme_is_one_problem_however_many_pages_have_it(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, frame=with_frame_end('<a href="{{ site.home }}abuot/">About</a>'))
    said = f'on "/" and {ALWAYS - 1} other pages, the link "./abuot/" leads to nothing'
    assert found(root) == [Found("C701", "content/index.md", 0, said)]


def test_the_hint_of_a_broken_link_names_the_nearest_page(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, page=with_page_end('<a href="../abuot/">About</a>'))
    assert hints(root) == ['did you mean "/about/"?']


def test_an_address_that_stands_in_a_template_is_found_there(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, page=with_page_end('<a href="../abuot/">About</a>'))
    said = 'on "/about/", the link "../abuot/" leads to nothing'
    assert found(root) == [Found("C701", "themes/mine/templates/page.html", 5, said)]


def test_a_whole_address_of_the_own_site_is_found_in_the_page_that_has_it(tmp_path: Path) -> None:
    text = (
        "---\ntitle: About\n---\n\nSee [this](https://example.org/hub/sleep/) and [that](https://example.org/wiki/).\n"
    )
    root = hub(tmp_path, {"content/about.md": text})
    said = 'on "/about/", the link "https://example.org/hub/sleep/" leads to nothing'
    assert found(root) == [Found("C701", "content/about.md", 5, said)]


def test_a_link_that_two_pages_have_names_both_files(tmp_path: Path) -> None:
    text = "---\ntitle: {}\n---\n\n[Sleep](https://example.org/hub/sleep/)\n"
    files = {f"content/{name}.md": text.format(name) for name in ("about", "faq")}
    problem = reported(hub(tmp_path, files))[0]
    assert problem["message"] == (
        'on "/about/" and 1 other page, the link "https://example.org/hub/sleep/" leads to nothing'
    )
    assert problem["related"] == [
        {"path": "content/faq.md", "line": 0, "column": 0, "end": 0, "message": 'also on "/faq/"'}
    ]


def test_a_link_from_the_root_of_the_host_leaves_a_site_that_lives_below_it(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, page=with_page_end('<a href="/about/">About</a>'))
    said = 'on "/about/", the link "/about/" leads out of the site, which lives at "/hub/"'
    assert found(root) == [Found("C701", "themes/mine/templates/page.html", 5, said)]
    assert found(root, "--base-url", "https://example.org/") == []


def test_the_page_for_wrong_addresses_needs_links_that_work_at_any_depth(tmp_path: Path) -> None:
    template = (
        '{% extends "base.html" %}{% block main %}<h1>{{ page.heading }}</h1><a href="about/">About</a>{% endblock %}'
    )
    root = hub(tmp_path, {"themes/mine/templates/404.html": template})
    said = 'on "/404.html", the link "about/" works only for a page at the top of the site'
    assert found(root) == [Found("C701", "themes/mine/templates/404.html", 1, said)]
    assert hints(root) == ['a host shows this page at any depth: start its addresses with "/hub/"']


def test_on_a_disk_a_link_to_a_folder_opens_no_page(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, page=with_page_end('<a href="../about/">About</a>'))
    said = 'on "/about/", the link "../about/" opens a folder, not a page, where there is no web server'
    assert found(root, "--portable") == [Found("C701", "themes/mine/templates/page.html", 5, said)]
    assert found(root) == []


@pytest.mark.parametrize(
    ("html", "what", "address"),
    [
        ('<img src="circle.png" alt="Chairs">', "picture", "circle.png"),
        ('<script src="menu.js"></script>', "script", "menu.js"),
        ('<video src="talk.mp4"></video>', "video", "talk.mp4"),
        ('<p style="background: url(dots.png)">Hello</p>', "picture", "dots.png"),
        ('<link rel="stylesheet" href="more.css">', "style sheet", "more.css"),
        ('<link rel="next" href="more/">', "address in the head", "more/"),
    ],
)
def test_a_file_that_is_not_there_is_found_wherever_a_page_names_it(html: str, what: str, address: str) -> None:
    said = f'on "/", the {what} "{address}" leads to nothing'
    assert problems_with(html) == [Found("C701", "index.html", 4, said)]


def test_a_wrong_canonical_address_is_found_on_all_pages_at_once(tmp_path: Path) -> None:
    frame = FRAME.replace("<title>", '<link rel="canonical" href="https://example.org/hub/home/"><title>')
    said = (
        f'on "/" and {ALWAYS - 1} other pages, the address in the head "https://example.org/hub/home/" leads to nothing'
    )
    assert found(hub(tmp_path, {}, frame=frame)) == [Found("C701", "themes/mine/templates/base.html", 4, said)]


def test_a_link_to_a_missing_heading_is_found(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, page=with_page_end('<a href="../about/#histroy">History</a> <a href="#history">here</a>'))
    said = 'on "/about/", the link "../about/#histroy" leads to a heading or part that does not exist'
    assert found(root) == [Found("C702", "themes/mine/templates/page.html", 5, said)]
    assert hints(root) == ['did you mean "history"?']


def test_a_misspelt_skip_link_is_one_problem_and_no_missing_landmark(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, frame=FRAME.replace("#main", "#mian"))
    said = f'on "/" and {ALWAYS - 1} other pages, the link "#mian" leads to a heading or part that does not exist'
    assert found(root) == [Found("C702", "themes/mine/templates/base.html", 9, said)]


@pytest.mark.parametrize(
    ("page", "href", "expected"),
    [
        ("about/index.html", "..", Target("", "index.html", "", Reach.FOUND)),
        ("about/index.html", "?q=1#x", Target("about/index.html", "about/index.html", "x", Reach.FOUND)),
        ("about/index.html", "../about#x", Target("about", "about/index.html", "x", Reach.FOUND)),
        ("about/index.html", " ../deep/er/\n", Target("deep/er/", "deep/er/index.html", "", Reach.FOUND)),
        ("about/index.html", "../assets/a%20b.pdf", Target("assets/a b.pdf", "assets/a b.pdf", "", Reach.FOUND)),
        ("about/index.html", "/hub/", Target("", "index.html", "", Reach.FOUND)),
        ("about/index.html", "/hub", Target("", "index.html", "", Reach.FOUND)),
        ("about/index.html", "/hubbub/", Target("/hubbub/", "", "", Reach.OUTSIDE)),
        ("about/index.html", "../../", Target("..", "", "", Reach.OUTSIDE)),
        ("about/index.html", "About/", Target("about/About/", "", "", Reach.NOTHING)),
        ("index.html", "es/%C3%ADndice/#a%20b", Target("es/índice/", "es/índice/index.html", "a b", Reach.FOUND)),
        ("index.html", "HTTP://EXAMPLE.org/hub/about/", Target("about/", "about/index.html", "", Reach.FOUND)),
        ("index.html", "//example.org/hub/x", Target("x", "", "", Reach.NOTHING)),
        ("index.html", "https://example.org/", None),
        ("index.html", "https://example.com/hub/x", None),
        ("index.html", "http://[broken", None),
        ("index.html", "mailto:a@example.org", None),
        ("404.html", "/hub/about/", Target("about/", "about/index.html", "", Reach.FOUND)),
        ("404.html", "#main", Target("404.html", "404.html", "main", Reach.FOUND)),
    ],
)
def test_an_address_means_one_file(page: str, href: str, expected: Target | None) -> None:
    assert HUB.target(page, href) == expected


@pytest.mark.parametrize(
    ("href", "reach"),
    [
        ("about/index.html", Reach.FOUND),
        ("about/", Reach.FOLDER),
        ("about", Reach.FOLDER),
        ("./", Reach.FOLDER),
        ("abuot/", Reach.NOTHING),
    ],
)
def test_an_address_on_a_disk_must_name_the_file(href: str, reach: Reach) -> None:
    target = ON_A_DISK.target("index.html", href)
    assert target is not None
    assert target.reach is reach
