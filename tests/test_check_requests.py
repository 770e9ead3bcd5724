"""C708: a page asks no other site for anything."""

from pathlib import Path

import pytest

from checked import ALWAYS, Found, found, hub, problems_of, problems_with, with_frame_end


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<img src="https://example.com/a.png" alt="">', 'the picture "https://example.com/a.png" is loaded'),
        ('<img src="//example.com/a.png" alt="">', 'the picture "//example.com/a.png" is loaded'),
        (
            '<img src="data:," srcset="https://example.com/a.png 2x" alt="">',
            'the picture "https://example.com/a.png" is',
        ),
        ('<img src="http://[example" alt="">', 'the picture "http://[example" is loaded'),
        ('<script src="https://example.com/a.js"></script>', 'the script "https://example.com/a.js" is loaded'),
        (
            '<link rel="Preload stylesheet" href="https://example.com/a.css">',
            'the style sheet "https://example.com/a.css" is',
        ),
        ('<link rel="dns-prefetch" href="//example.com">', 'the file "//example.com" is loaded'),
        ('<iframe src="https://example.com/1"></iframe>', 'the frame "https://example.com/1" is loaded'),
        ('<object data="https://example.com/a.pdf"></object>', 'the file "https://example.com/a.pdf" is loaded'),
        ('<form action="https://example.com/"></form>', 'the form sends what people type to "https://example.com/"'),
        ("<p style=\"background:url('https://example.com/a')\">A</p>", 'the picture "https://example.com/a" is loaded'),
        (
            '<style>@import "https://example.com/a.css";</style>',
            'the style sheet\'s file "https://example.com/a.css" is',
        ),
        (
            "<style>p{background:url(https://example.com/a)}</style>",
            'the style sheet\'s file "https://example.com/a" is',
        ),
        ('<svg><image href="https://example.com/a.png"/></svg>', 'the picture "https://example.com/a.png" is loaded'),
        ('<script>fetch("https://example.com/log")</script>', 'the file "https://example.com/log" is loaded'),
        (
            '<meta http-equiv="refresh" content="0; url=https://example.com/">',
            'the page leads to "https://example.com/" by itself',
        ),
    ],
)
def test_whatever_loads_from_another_site_is_found(html: str, said: str) -> None:
    said = f"{said} from another site" if said.endswith("loaded") else said
    said = f"{said} loaded from another site" if said.endswith(" is") else said
    line = 0 if html.startswith("<script>") else 4
    assert problems_with(html) == [Found("C708", "index.html", line, f'on "/", {said}')]


def test_a_request_of_every_page_is_one_problem(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, frame=with_frame_end('<script src="https://example.com/a.js"></script>'))
    said = f'on "/" and {ALWAYS - 1} other pages, the script "https://example.com/a.js" is loaded from another site'
    assert found(root) == [Found("C708", "themes/mine/templates/base.html", 12, said)]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.com/">Elsewhere</a>',
        '<link rel="license" href="https://example.com/">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        "<style>p{background:url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)}</style>",
        '<img src="https://example.org/elsewhere-on-the-same-host.png" alt="">',
        '<form action="#main"></form>',
        '<script>let far = "https://example.com/"</script>',
    ],
)
def test_links_data_and_the_own_host_are_no_requests_to_others(html: str) -> None:
    assert problems_with(html) == []


@pytest.mark.parametrize(
    ("path", "text", "what"),
    [
        ("assets/a.css", "p{background:url(https://example.com/a)}", "style sheet's file"),
        ("assets/a.svg", '<svg><image xlink:href="https://example.com/a"/></svg>', "picture"),
        ("assets/a.js", "const a = new Worker('https://example.com/a')", "file"),
    ],
)
def test_style_sheets_drawings_and_scripts_are_looked_into(path: str, text: str, what: str) -> None:
    said = f'on "/{path}", the {what} "https://example.com/a" is loaded from another site'
    line = 1 if path.endswith(".svg") else 0
    assert problems_of(text, path) == [Found("C708", path, line, said)]


def test_a_theme_that_asks_nobody_is_healthy(tmp_path: Path) -> None:
    frame = with_frame_end(
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""><a href="https://example.com/">A</a>'
    )
    assert found(hub(tmp_path, {}, frame=frame)) == []
