"""A finished page is read once into one value, whatever its HTML is like."""

from hypothesis import given
from hypothesis import strategies as st

from handrail.checks.html_page import Fetch, Heading, HtmlPage, Image, Link, read_page

PIECES = st.sampled_from(
    [
        "<",
        ">",
        "</",
        "<![",
        "<!--",
        "<!",
        "]]>",
        "<?",
        "&#",
        "h1",
        "title",
        "style",
        " href='",
        '"',
        "=",
        "\x00",
        "é",
        "a",
    ]
)

WHOLE = """<!doctype html>
<html lang="es">
<head>
<title>Uno &amp; dos</title>
<link rel="canonical" href="https://example.org/">
<meta property="og:image" content="https://example.org/a.png">
<link rel="icon" href="data:,">
<style>p { background: url(a.png) }</style>
<script>let a = "</p>"</script>
</head>
<body>
<a href="#x">Skip</a> <a name="none">No link</a>
<main id="x">
<h1 id="y">One</h1>
<picture><source srcset="b.webp 480w, c.webp 960w"><img src="c.jpg" alt="C"></picture>
<img src="d.jpg" loading="lazy">
</main>
<form action="/find"></form>
</body>
</html>
"""


def test_a_page_is_read_with_the_lines_of_what_is_in_it() -> None:
    assert read_page(WHOLE) == HtmlPage(
        language="es",
        title="Uno & dos",
        ids=frozenset({"x", "y"}),
        ids_in_main=frozenset({"x", "y"}),
        mains=1,
        skip="#x",
        links=(Link("#x", 12),),
        named=(Link("https://example.org/", 5), Link("https://example.org/a.png", 6)),
        images=(Image("c.jpg", "C", 15), Image("d.jpg", None, 16)),
        headings=(Heading(1, "One", 14),),
        fetches=(
            Fetch("file", "data:,", 7, is_first=True),
            Fetch("style sheet's file", "a.png", 8, is_first=False),
            Fetch("picture", "b.webp", 15, is_first=False),
            Fetch("picture", "c.webp", 15, is_first=False),
            Fetch("picture", "c.jpg", 15, is_first=False),
            Fetch("picture", "c.webp", 15, is_first=True),
            Fetch("picture", "d.jpg", 16, is_first=False),
            Fetch("form", "/find", 18, is_first=False),
        ),
        styles=("p { background: url(a.png) }",),
        scripts=('let a = "</p>"',),
    )


def test_what_stands_behind_the_main_region_is_not_in_it() -> None:
    assert read_page('<main id="x"><p id="y"></p></main><p id="z"></p>').ids_in_main == frozenset({"x", "y"})


@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_text_is_too_broken_to_be_read(text: str) -> None:
    assert isinstance(read_page(text), HtmlPage)
