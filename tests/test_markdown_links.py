"""Links and pictures in Markdown: what is finished, what the site still has to find, and where each of them stands."""

from collections.abc import Iterator

import pytest

from bodies import ENGLISH, PATH, body, found, html, passage
from handrail.body_walk import Phrases
from handrail.decode import decode_page
from handrail.markdown import to_body
from handrail.model import HOLE
from handrail.problems import Span
from handrail.setting import Setting
from handrail.sources import Source

ELSEWHERE = '<span class="hr-hidden"> (other site)</span></a>'
DEEP = 20


def places(text: str, *, line: int = 1, prefix: str = "") -> Iterator[tuple[str, int, int, int]]:
    """Give target, line, column and end of every reference."""
    for reference in to_body(passage(text, line=line, prefix=prefix), ENGLISH).value.references:
        span = reference.span
        assert span.path == PATH
        yield reference.target, span.line, span.column, span.end


# Links to elsewhere are finished


def test_a_link_to_another_site_says_so_and_tells_it_nothing() -> None:
    assert html("[NHS](https://example.com/sleep)") == (
        f'<p><a href="https://example.com/sleep" rel="noreferrer">NHS{ELSEWHERE}</p>'
    )
    assert html("<https://example.com/>") == (
        f'<p><a href="https://example.com/" rel="noreferrer">https://example.com/{ELSEWHERE}</p>'
    )


def test_the_hidden_words_are_in_the_pages_language_and_escaped() -> None:
    made = html("[x](http://example.com/)", Phrases(elsewhere="otro <sitio>"))
    assert '<span class="hr-hidden"> (otro &lt;sitio&gt;)</span></a>' in made


def test_a_link_that_leaves_keeps_its_title_and_its_signs() -> None:
    assert html('[x](https://example.com/?a=1&b=2 "A > B")') == (
        f'<p><a href="https://example.com/?a=1&amp;b=2" title="A &gt; B" rel="noreferrer">x{ELSEWHERE}</p>'
    )


def test_only_links_that_leave_carry_the_hidden_words() -> None:
    made = html("[x](https://example.com/) [y](tea.md) [z](tel:+12025550114)")
    assert made == (
        f'<p><a href="https://example.com/" rel="noreferrer">x{ELSEWHERE} '
        '<a tea.md>y</a> <a href="tel:+12025550114">z</a></p>'
    )


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("[us](mailto:hello@example.org)", "mailto:hello@example.org"),
        ("<hello@example.org>", "mailto:hello@example.org"),
        ("[us](tel:+12025550114)", "tel:+12025550114"),
        ("[us](sms:+12025550114)", "sms:+12025550114"),
    ],
)
def test_calls_and_letters_are_links_without_further_words(written: str, href: str) -> None:
    made = html(written)
    assert made.startswith(f'<p><a href="{href}">')
    assert "noreferrer" not in made
    assert "hr-hidden" not in made


def test_an_address_in_plain_text_stays_text() -> None:
    assert html("Look at https://example.com/ now.") == "<p>Look at https://example.com/ now.</p>"


@pytest.mark.parametrize("address", ["HTTPS://Example.com/", "Https://example.com/", "Mailto:hello@example.org"])
def test_a_scheme_may_have_capital_letters(address: str) -> None:
    assert body(f"[x]({address})").references == ()


# What the site has to find


def test_links_and_pictures_leave_holes_in_their_order() -> None:
    made = body('[tea](tea.md "Warm") ![A cup](cup.jpg){ .wide } [more](../about.md#us)')
    assert made.html.split(HOLE) == ["<p>", "tea</a> ", " ", "more</a></p>"]
    assert [(r.element, r.target, r.attributes) for r in made.references] == [
        ("a", "tea.md", (("title", "Warm"),)),
        ("img", "cup.jpg", (("alt", "A cup"), ("class", "wide"))),
        ("a", "../about.md#us", ()),
    ]


def test_a_target_is_kept_as_meant_whatever_its_spelling() -> None:
    targets = [reference.target for reference in body("[a](<my tea.md>) [b](t.md?x=1&amp;y=2) [c](té.md)").references]
    assert targets == ["my tea.md", "t.md?x=1&y=2", "té.md"]


@pytest.mark.parametrize("target", ["help:", "right-now:", "/resources/tea/", "//example.com/x", "#warm", "?x"])
def test_everything_within_the_site_waits_for_the_site(target: str) -> None:
    assert [reference.target for reference in body(f"[x]({target})\n\n## Warm").references] == [target]


def test_a_picture_of_another_site_waits_too_because_it_must_not_be_loaded() -> None:
    made = body("![A cup](https://example.com/cup.jpg)")
    assert [(r.element, r.target) for r in made.references] == [("img", "https://example.com/cup.jpg")]
    assert "example.com" not in made.html


def test_a_link_in_a_heading_and_in_a_footnote_is_found() -> None:
    targets = [r.target for r in body("## See [tea](tea.md)\n\nx[^1]\n\n[^1]: And [rest](rest.md).").references]
    assert targets == ["tea.md", "rest.md"]


def test_a_link_in_code_is_none() -> None:
    assert body("`[a](a.md)`\n\n    [b](b.md)").references == ()


# Where it stands


def test_every_link_has_the_place_of_its_target_in_the_file() -> None:
    assert list(places("Drink [tea](tea.md).\n\n- [rest](rest.md), [tea](tea.md)", line=7)) == [
        ("tea.md", 7, 13, 19),
        ("rest.md", 9, 10, 17),
        ("tea.md", 9, 26, 32),
    ]


def test_a_link_by_name_has_its_place_where_the_name_is_given() -> None:
    assert list(places("Drink [tea][t].\n\n[t]: tea.md", line=5)) == [("tea.md", 7, 6, 12)]


def test_letters_of_every_width_count_as_one() -> None:
    assert list(places("漢字 é 🫖 [x](tea.md)")) == [("tea.md", 1, 12, 18)]


def test_the_lines_of_a_header_are_counted() -> None:
    text = "---\ntitle: Sleep\nsummary: >-\n  Long\n  words\n---\n\nDrink [tea](tea.md).\n"
    source = Source(PATH, text.encode())
    entry = decode_page(source, Setting(("en",), {"en": ENGLISH}, ())).value
    assert entry is not None
    assert entry.body.references[0].span == Span(PATH, 8, 13, 19)


def test_a_word_that_is_also_a_target_is_not_taken_for_it() -> None:
    assert list(places("Read about.md first.\n\n[about](about.md)")) == [("about.md", 3, 9, 17)]


def test_a_target_written_with_entities_has_a_place() -> None:
    assert list(places("Tea.\n\n[x](t.md?a=1&amp;b=2)")) == [("t.md?a=1&b=2", 3, 5, 21)]


def test_a_link_within_a_passage_that_has_a_prefix_has_a_place() -> None:
    assert list(places("Tea.\n\n[x](#tea)", prefix="step-1-")) == [("#step-1-tea", 3, 5, 9)]


def test_a_repeated_title_is_told_at_the_heading() -> None:
    assert [problem.line for problem in found("Sleep is good.\n\n# Sleep", title="Sleep")] == [3]


def test_a_link_by_name_used_twice_has_one_place() -> None:
    assert list(places("[tea][t] [again][t]\n\n[t]: tea.md")) == [("tea.md", 3, 6, 12), ("tea.md", 3, 6, 12)]


@pytest.mark.parametrize(
    ("written", "target", "column"),
    [
        ("[x](<my tea.md>)", "my tea.md", 6),
        ("[x](my tea.md)", "my tea.md", 5),
        ("[x](a\\_b.md)", "a_b.md", 5),
        ("[x](tea_(warm).md)", "tea_(warm).md", 5),
        ("[![y](y.png)](tea.md)", "tea.md", 15),
        ("<a HREF = 'tea.md'>x</a>", "tea.md", 12),
        ("<a href=tea.md>x</a>", "tea.md", 9),
    ],
)
def test_every_way_to_write_a_link_has_its_place(written: str, target: str, column: int) -> None:
    found_at = [(where, start) for where, line, start, _ in places(f"{target}\n\n{written}") if line == 3]
    assert (target, column) in found_at


@pytest.mark.parametrize("heading", ["# Sleep", "Sleep\n=====", "<h2>Sleep</h2>", "# *Sleep*", "#  sleep #"])
def test_a_repeated_title_is_found_however_it_is_written(heading: str) -> None:
    assert [problem.line for problem in found(f"Sleep is good.\n\n{heading}", title="Sleep")] == [3]
