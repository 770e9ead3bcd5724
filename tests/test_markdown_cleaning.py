"""Raw HTML in Markdown: what may stay, what is taken out and told, and that nothing that runs ever comes through."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodies import ENGLISH, Found, cleaned, found, html, passage
from handrail.html_cleaning import TAGS, Removal, clean, removed_from
from handrail.markdown import to_body
from handrail.model import HOLE

SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:", "sms:", "#")
VOID = {"br", "hr", "img", "wbr", "col"}
RUNS = {"script", "style", "iframe", "object", "embed", "svg", "math", "base", "link", "meta", "form", "template"}


class Tags(HTMLParser):
    """Reads finished HTML: what could run or load, and whether every tag is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.faults += [f"<{tag}>"] if tag in RUNS else []
        for name, value in attrs:
            is_address = name in ("href", "src", "action", "formaction", "srcdoc", "srcset", "style")
            if name.startswith("on") or (is_address and not (value or "").lower().startswith(SAFE_SCHEMES)):
                self.faults.append(f"<{tag} {name}={value}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def faults_of(text: str) -> list[str]:
    """Give what is wrong with the body a text becomes, its holes filled as the site fills them."""
    made = to_body(passage(text), ENGLISH).value
    holes = [*('<a href="#x">' if reference.element == "a" else "<img>" for reference in made.references), ""]
    return Tags("".join(part + hole for part, hole in zip(made.html.split(HOLE), holes, strict=True))).faults


# What may stay


@pytest.mark.parametrize(
    "text",
    [
        '<p lang="es">Hola</p>',
        '<p dir="rtl">שלום</p>',
        "<p>H<sub>2</sub>O and <kbd>Tab</kbd></p>",
        "<figure>\n<figcaption>Chairs</figcaption>\n</figure>",
        '<ol start="3" reversed="">\n<li>three</li>\n</ol>',
        '<p><time datetime="2026-11-22">Sunday</time></p>',
    ],
)
def test_harmless_html_comes_through_as_it_is(text: str) -> None:
    assert html(text) == text


def test_a_comment_is_left_out_without_a_word() -> None:
    assert found("<!-- to do -->\n\nTea <!-- or water -->") == []
    assert html("Tea<!-- or water -->.") == "<p>Tea.</p>"


def test_what_was_left_open_is_closed() -> None:
    assert html("<b>Tea") == "<p><b>Tea</b></p>"
    assert html("</div></main></body>Tea") == "<p>Tea</p>"
    assert html("<b>Tea\n\n<div>\n\nwater") == "<p><b>Tea</b></p><b>\n<div>\n\nwater</div></b>"


# What is taken out, and told at its line


def test_a_script_goes_with_all_it_says() -> None:
    assert cleaned("Tea.\n\n<script>alert(1)</script>\n\nRest.").split() == ["<p>Tea.</p>", "<p>Rest.</p>"]
    assert found("Tea.\n\n<script>alert(1)</script>", line=5) == [Found("M301", 7, 1, "<script> was removed")]


@pytest.mark.parametrize("tag", ["style", "iframe", "object", "noscript", "template", "svg", "math"])
def test_what_could_load_or_hide_goes_with_all_it_holds(tag: str) -> None:
    text = f"Tea.\n\n<{tag} src=x>inside</{tag}>\n\nRest."
    assert cleaned(text).replace("<p></p>", "").split() == ["<p>Tea.</p>", "<p>Rest.</p>"]
    assert found(text) == [Found("M301", 3, 1, f"<{tag}> was removed")]


def test_a_form_goes_and_its_words_stay() -> None:
    text = "<form action=x><button>go</button></form>"
    assert cleaned(text) == "go"
    assert [problem.message for problem in found(text)] == ["<form> was removed", "<button> was removed"]


def test_attributes_that_run_or_paint_go_and_are_told_each_at_its_place() -> None:
    text = '<p onclick="x()">Tea</p>\n\n<b style="color:red">Rest</b>'
    assert cleaned(text).split("\n") == ["<p>Tea</p>", "", "<p><b>Rest</b></p>"]
    assert found(text, line=4) == [
        Found("M301", 4, 4, "the attribute onclick of <p> was removed"),
        Found("M301", 6, 4, "the attribute style of <b> was removed"),
    ]


def test_one_thing_in_many_places_is_one_problem() -> None:
    text = "<b style=x>a</b> <b style=x>b</b> <i style=x>c</i>"
    assert found(text) == [Found("M301", 1, 4, "the attribute style of <b> was removed, here and in 2 other places")]


def test_one_other_place_is_said_in_the_singular() -> None:
    text = "<b style=x>a</b> <b style=x>b</b>"
    assert [problem.message for problem in found(text)] == [
        "the attribute style of <b> was removed, here and in 1 other place"
    ]


@pytest.mark.parametrize("text", ["<SCRIPT>x</SCRIPT>", "<p onClick='x'>y</p>"])
def test_capital_letters_do_not_hide_the_place(text: str) -> None:
    assert [problem.line for problem in found(f"Tea.\n\n{text}")] == [3]


def test_a_word_that_is_also_an_attribute_is_not_taken_for_it() -> None:
    text = 'Never write style= or onclick= here.\n\n<p style="x">y</p>\n\n<b style="x">z</b> <i ONCLICK="x">z</i>'
    assert [(problem.line, problem.column) for problem in found(text)] == [(3, 4), (5, 23)]


def test_the_hint_says_what_to_do_instead() -> None:
    removed = removed_from('<iframe src=x></iframe><blink>y</blink><p style="a" onclick="b">z</p>')
    tag = '<p style="a" onclick="b">'
    assert removed.removals == (
        Removal("<iframe>", "<iframe", "link to it instead", "<iframe src=x>"),
        Removal("<blink>", "<blink", "say it in Markdown", "<blink>"),
        Removal("the attribute style of <p>", "style=", "leave the look of things to the theme", tag),
        Removal("the attribute onclick of <p>", "onclick=", "delete onclick=", tag),
    )


# Links that could run something

UNSAFE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "feed:javascript:x",
    "blob:https://example.com/x",
]
DISGUISED = [
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "java&#10;script:alert(1)",
    "java&Tab;script:alert(1)",
    "&#1;javascript:alert(1)",
    "\x01javascript:alert(1)",
]


@pytest.mark.parametrize("address", UNSAFE)
def test_an_unsafe_link_loses_its_address_and_is_told_at_its_place(address: str) -> None:
    assert cleaned(f"[tea]({address})") == "<p><a>tea</a></p>"
    assert cleaned(f'<a href="{address}">tea</a>') == "<p><a>tea</a></p>"
    message = f'"{address}" is not a safe kind of link'
    assert found(f"Rest.\n\n[tea]({address})", line=3) == [Found("M302", 5, 7, message)]
    assert found(f'Rest.\n\n<a href="{address}">tea</a>') == [Found("M302", 3, 10, message)]
    assert found(f"[tea][t]\n\n[t]: {address}") == [Found("M302", 3, 6, message)]


@pytest.mark.parametrize("address", DISGUISED)
@pytest.mark.parametrize("form", ["[tea]({})", "![tea]({})", "[tea][t]\n\n[t]: {}", '<a href="{}">tea</a>'])
def test_entities_and_blanks_disguise_nothing(address: str, form: str) -> None:
    text = form.format(address)
    assert faults_of(text) == []
    assert "script" not in cleaned(text)
    assert [problem.code for problem in found(text)] == ["M302"]


QUOTED_OTHERWISE = ["<a href='javascript:alert(1)'>tea</a>", "<a href=javascript:alert(1)>tea</a>"]


@pytest.mark.parametrize("text", QUOTED_OTHERWISE)
def test_other_quotes_or_none_let_nothing_through(text: str) -> None:
    assert cleaned(text) == "<p><a>tea</a></p>"


@pytest.mark.parametrize("text", QUOTED_OTHERWISE)
def test_a_link_with_other_quotes_or_none_is_told_too(text: str) -> None:
    assert [problem.code for problem in found(text)] == ["M302"]


def test_a_disguised_link_is_told_at_its_line() -> None:
    assert [problem.line for problem in found("Tea.\n\n[x](&#106;avascript:alert(1))")] == [3]


def test_a_link_within_code_is_no_link() -> None:
    assert found("`<a href='javascript:x'>`") == []
    assert found('`<a href="javascript:x">`') == []


@pytest.mark.parametrize(
    "text",
    ["![p](data:image/png;base64,x)", "<img alt='p' src='data:x'>", "[b](java%0ascript:x)", "![b](java%0ascript:x)"],
)
def test_what_was_refused_is_looked_for_nowhere(text: str) -> None:
    made, problems = to_body(passage(text), ENGLISH)
    assert (made.references, [problem.code for problem in problems]) == ((), ["M302"])


def test_a_picture_without_address_waits_for_the_site_to_miss_it() -> None:
    assert [reference.element for reference in to_body(passage("![p]()"), ENGLISH).value.references] == ["img"]


def test_an_attribute_list_cannot_change_where_a_link_leads() -> None:
    assert cleaned("[tea](tea.md){ href=javascript:alert(1) }") == "<p><a>tea</a></p>"


# Tricks with the reading of HTML


@pytest.mark.parametrize(
    "text",
    [
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
        '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        "<svg><title><style><img src=x onerror=alert(1)></style></title></svg>",
        '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=x src>">',
        "<!--><img src=x onerror=alert(1)>-->",
        "<!-- --!><script>alert(1)</script> -->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<?php <script>alert(1)</script> ?>",
        "<select><option><style></option></select><img src=x onerror=alert(1)></style>",
        '<b title="&quot; onmouseover=&quot;alert(1)">x</b>',
        '<h2 id="&quot; onclick=&quot;alert(1)" class="&gt;&lt;script&gt;">x</h2>',
        '<a href="https://example.com/&quot; onclick=&quot;alert(1)">x</a>',
        "<img src=x onerror=alert(1)//",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<details open ontoggle=alert(1)><summary>x</summary></details>",
        '*[A]: "><img src=x onerror=alert(1)>\n\nA',
        '!!! note "<img src=x onerror=alert(1)>"\n    x',
        "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
        '# <img src=x onerror=alert(1)> { #"onclick=alert(1) }',
        "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
        "[x](tea.md '\"onclick=alert(1)')",
        "\x02wzxhzdk:0\x03 <script>alert(1)</script> klzzwxh:0000",
    ],
)
def test_no_trick_brings_code_through(text: str) -> None:
    assert faults_of(text) == []


@pytest.mark.parametrize("tag", sorted(TAGS))
def test_no_element_may_carry_code_or_paint(tag: str) -> None:
    attributes = 'onclick="x" onmouseover="x" style="x" srcset="x" srcdoc="x" action="x" formaction="x" ping="x"'
    made = clean(f'<{tag} {attributes} href="https://example.com/" title="kept">')
    assert made.replace(' href="https://example.com/"', "").replace(' title="kept"', "") == clean(f"<{tag}>")


def test_what_is_clean_stays_as_it_is_when_cleaned_again() -> None:
    for text in ('<p title="a > b &quot;">x &amp; y</p>', "<table><tr><td>x</table>", "<p>a<div>b</p>"):
        assert clean(clean(text)) == clean(text)


FRAGMENTS = st.sampled_from(
    [
        "<script>", "</script>", "<style>", "</style>", "<svg>", "</svg>", "<p>", "</p>", "<div onclick=x>", "</div>",
        "<table>", "<tr><td>", "</table>", "<a href=javascript:x onclick=y>", "</a>", '<a href="https://e.example/">',
        "<b>", "</b>", "<img src=x onerror=y>", "<!--", "-->", "<![CDATA[", "]]>", "&lt;script&gt;", "&#106;", '"', "'",
        ">", "<", "=", "](javascript:x)", "[x](data:x)", "[x](https://e.example/ ", "![", "[", "](", ")",
        "{: onclick=x }", "# ", "\n", "\n\n", "    ", "| a |\n|---|\n", "- ", "- [x] ", "> ", "[^1]", "\n[^1]: ",
        "\n*[A]: ", "A", "`", "```\n", "!!! note\n    ", "??? x\n    ", "\nT\n: ", "\x02", "\x03", "\u202e",
        "\x00", "<details open>",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS | st.text(max_size=8), max_size=25).map("".join))
def test_whatever_is_written_nothing_runs_and_every_tag_is_closed(text: str) -> None:
    assert faults_of(text) == []
