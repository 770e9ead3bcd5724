"""Each check that reads built files finds the fault it is for."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tools.browser import SamplePage, serving

from .crawl import broken_links
from .documents import (
    Document,
    id_faults,
    language_faults,
    local_links,
    outline_faults,
    read_document,
    title_faults,
)
from .hub import one_at_a_time
from .test_published_files import sitemap_faults
from .verdict import assert_faultless
from .whereabouts import links_to_no_file, stray_links

pytestmark = pytest.mark.browser

SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<h1>One</h1><h2>Two</h2><h3>Three</h3><h2>Four</h2>", []),
        ("<p>No heading</p>", ["has 0 headings of the first level"]),
        ("<h1>One</h1><h1>Two</h1>", ["has 2 headings of the first level"]),
        ("<h1>One</h1><h3>Deep</h3>", ["skips from level 1 to 3 at “Deep”"]),
        ("<h2>Early</h2><h1>One</h1>", ["skips from level 0 to 2 at “Early”"]),
        ("<h1>One</h1><h2><img alt=''></h2>", ["has an empty heading of level 2"]),
    ],
)
def test_an_outline_with_a_gap_is_reported(html: str, faults: list[str]) -> None:
    assert outline_faults(read_document(html)) == faults


@pytest.mark.parametrize(
    ("html", "count"), [('<html lang="es">', 0), ('<html lang="pt-BR">', 0), ("<html>", 1), ('<html lang="x y">', 1)]
)
def test_a_page_without_a_language_is_reported(html: str, count: int) -> None:
    assert len(language_faults(read_document(html))) == count


def test_an_id_that_stands_twice_is_reported() -> None:
    assert id_faults(read_document('<p id="a"><p id="b"><p id="a">')) == ["has the id a 2 times"]


def test_titles_that_are_missing_long_or_shared_are_reported() -> None:
    documents = {
        "a": Document(title="Sleep – Our Circle"),
        "b": Document(title="Sleep – Our Circle"),
        "c": Document(title="Our Circle"),
        "d": Document(title=f"{'x' * 60} – Our Circle"),
        "e": Document(title=f"{'x' * 61} – Our Circle"),
        "f": Document(title=""),
    }
    assert title_faults(documents, {"Our Circle"}) == [
        "a shares the title “Sleep – Our Circle”",
        "b shares the title “Sleep – Our Circle”",
        f"e has a title of 61 characters: “{'x' * 61}”",
        "f has no title",
    ]


def test_the_title_of_a_drawing_is_not_the_title_of_the_page() -> None:
    page = read_document("<title>Page</title><svg><title>Drawing</title></svg><h1>H<b>i</b></h1>")
    assert (page.title, page.headings) == ("Page", [(1, "Hi")])


def test_links_to_other_sites_are_not_local_and_those_to_the_published_address_are() -> None:
    html = '<a href="a"><a href="https://example.com/b"><a href="https://hub.example/c"><a href="mailto:d">'
    home = "http://127.0.0.1:1/hub/"
    assert local_links(read_document(html), home, "https://hub.example/") == {f"{home}a", "http://127.0.0.1:1/c"}


def test_links_and_anchors_that_lead_nowhere_are_reported(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<a href="deep/">ok</a> <a href="deep/#there">ok</a> <a href="deep/#gone">no</a> <a href="lost/">no</a>'
        '<a href="#top">ok</a> <img src="p.png" srcset="deep/index.html 1x, q.png 2x"> <a href="/outside/">no</a>',
        encoding="utf-8",
    )
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/index.html").write_text('<p id="there"><a href="../">ok</a>', encoding="utf-8")
    with serving(tmp_path, "/hub/") as home:
        server = home.removesuffix("hub/")
        assert broken_links(tmp_path, home) == [
            f"index.html: {home}deep/#gone has no such anchor",
            f"index.html: {home}lost/ is answered with 404",
            f"index.html: {home}p.png is answered with 404",
            f"index.html: {home}q.png is answered with 404",
            f"index.html: {server}outside/ is answered with 404",
        ]


def test_a_link_that_leaves_the_base_path_is_reported(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="/hub/a/">ok</a><a href="/a/">no</a>', encoding="utf-8")
    assert stray_links(tmp_path, "http://127.0.0.1:1/hub/") == ["index.html: http://127.0.0.1:1/a/"]


def test_a_link_to_a_folder_or_out_of_a_portable_build_is_reported(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "deep").mkdir(parents=True)
    (tmp_path / "out.html").touch()
    (site / "index.html").write_text(
        '<a href="deep/index.html#x">ok</a><a href="deep/">no</a>'
        '<a href="../out.html">no</a><a href="none.html">no</a>',
        encoding="utf-8",
    )
    (site / "deep/index.html").write_text('<a href="../index.html">ok</a>', encoding="utf-8")
    assert links_to_no_file(site) == [
        f"index.html: {(tmp_path / 'out.html').as_uri()}",
        f"index.html: {(site / 'deep').as_uri()}/",
        f"index.html: {(site / 'none.html').as_uri()}",
    ]


def test_a_sitemap_with_a_page_that_is_not_there_is_reported() -> None:
    pages = [SamplePage("index.html", "home", "en"), SamplePage("a/index.html", "page", "en")]
    locations = "<url><loc>https://x.example/a/</loc></url><url><loc>https://x.example/b/</loc></url>"
    assert sitemap_faults(SITEMAP.format(locations), "https://x.example/", pages) == ["https://x.example/b/"]
    assert sitemap_faults(SITEMAP.format(""), "https://x.example/", pages) == ["lists nothing"]


def test_workers_enter_one_at_a_time(tmp_path: Path) -> None:
    log: list[str] = []

    def work(name: str) -> None:
        with one_at_a_time(tmp_path / "lock"):
            log.append(name)
            (tmp_path / name).write_bytes(bytes(1_000_000))
            log.append(name)

    with ThreadPoolExecutor() as pool:
        list(pool.map(work, "abcd"))
    assert log[::2] == log[1::2]


def test_a_verdict_names_the_first_faults_and_counts_the_rest() -> None:
    with pytest.raises(pytest.fail.Exception) as failure:
        assert_faultless([f"fault {number}" for number in range(63)])
    assert str(failure.value).endswith("fault 59\nand 3 more")
    assert_faultless([])
