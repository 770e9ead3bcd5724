"""Each check of the battery finds the fault it is for, and none in a page without faults."""

import pytest

from . import axe, layout, quiet
from .bad_pages import NARROW, WIDE, Stage, html
from .test_every_template import SETTINGS, faults_of
from .visits import Setting
from .whereabouts import deep_faults, looks_of

pytestmark = pytest.mark.browser

LOW = '<p style="color: {}; background: #fff">Words that are hard to read</p>'
DATA_TABLE = "<table>{}<tr><td></td><th>A</th><th>B</th><th>C</th></tr>{}</table>"

AXE_FAULTS = {
    "color-contrast": LOW.format("#aaa"),
    "color-contrast-enhanced": LOW.format("#6b6b6b"),
    "heading-order": "<h4>Too deep</h4>",
    "identical-links-same-purpose": '<nav aria-label="a"><a href="x">More</a> <a href="y">More</a></nav>',
    "label-content-name-mismatch": '<button aria-label="Go">Send now</button>',
    "landmark-complementary-is-top-level": '<nav aria-label="a"><aside aria-label="b">Words</aside></nav>',
    "target-size": '<button style="all:unset;width:9px;height:9px">a</button>'
    '<button style="all:unset;width:9px;height:9px">b</button>',
    "td-has-header": DATA_TABLE.format("", "<tr><td>x</td><td>1</td><td>2</td><td>3</td></tr>" * 4).replace(
        "th>", "td>"
    ),
    "table-fake-caption": DATA_TABLE.format(
        '<tr><td colspan="4">A caption</td></tr>',
        "<tr><th>x</th><td>1</td><td>2</td><td>3</td></tr>" * 4,
    ),
}


def found(faults: list[str], words: str) -> bool:
    return any(words in fault for fault in faults)


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_a_page_without_faults_passes(stage: Stage, setting: Setting) -> None:
    with stage.show(setting=setting) as visit:
        assert faults_of(visit) == []


@pytest.mark.parametrize("rule", AXE_FAULTS)
@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no-script"])
def test_axe_reports_rule_target_and_summary(
    stage: Stage,
    rule: str,
    has_script: bool,  # noqa: FBT001 - parametrised
) -> None:
    with stage.show(AXE_FAULTS[rule], setting=Setting(has_script=has_script)) as visit:
        faults = axe.violations(visit)
    assert found(faults, f"light: axe {rule} at ")
    assert found(faults, "Fix ")


@pytest.mark.parametrize(("seconds", "rule"), [(20, "meta-refresh"), (99_999, "meta-refresh-no-exceptions")])
def test_axe_reports_a_page_that_moves_on_by_itself(stage: Stage, seconds: int, rule: str) -> None:
    with stage.show(head=f'<meta http-equiv="refresh" content="{seconds}; url=x">') as visit:
        assert found(axe.violations(visit), f"light: axe {rule} at ")


def test_axe_reports_a_page_locked_to_one_orientation(stage: Stage) -> None:
    turned = "<style>@media (orientation: landscape) { html { transform: rotate(90deg) } }</style>"
    with stage.show(head=turned) as visit:
        assert found(axe.violations(visit), "axe css-orientation-lock at ")


def test_axe_reports_contrast_that_is_low_in_the_dark_only(stage: Stage) -> None:
    dark = "<style>@media (prefers-color-scheme: dark) { p { color: #777; background: #666 } }</style>"
    with stage.show(head=dark) as visit:
        faults = axe.violations(visit, ("light", "dark"))
    assert found(faults, "dark: axe color-contrast at ")
    assert not found(faults, "light: ")


def test_axe_looks_into_what_only_visitors_without_script_get(stage: Stage) -> None:
    with stage.show(f"<noscript>{LOW.format('#aaa')}</noscript>", setting=Setting(has_script=False)) as visit:
        assert found(axe.violations(visit), "axe color-contrast at ")


def test_a_visit_without_script_runs_no_script_of_the_page(stage: Stage) -> None:
    late = "<script>document.querySelector('h1').append(' changed')</script>"
    with stage.show(late, setting=Setting(has_script=False)) as visit:
        axe.violations(visit)
        assert visit.page.locator("h1").text_content() == "A page without faults"
    with stage.show(late) as visit:
        assert visit.page.locator("h1").text_content() == "A page without faults changed"


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("console.error('oh no')", "console error: oh no"),
        ("console.warn('take care')", "console warning: take care"),
        ("throw new Error('broken')", "page error: broken"),
        ("requestAnimationFrame(() => console.error('late'))", "console error: late"),
    ],
)
def test_what_scripts_complain_about_is_heard(stage: Stage, script: str, words: str) -> None:
    with stage.show(f"<script>{script}</script>") as visit:
        assert quiet.complaints(visit) == [words]


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no-script"])
def test_what_the_policy_refuses_is_heard(
    stage: Stage,
    has_script: bool,  # noqa: FBT001 - parametrised
) -> None:
    policy = "<meta http-equiv='Content-Security-Policy' content=\"style-src 'unsafe-inline'; img-src 'none'\">"
    with stage.show("<img src='x.png' alt='x'>", head=policy, setting=Setting(has_script=has_script)) as visit:
        assert found(quiet.complaints(visit), "Content Security Policy")


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no-script"])
def test_a_foreign_picture_is_reported_with_the_weight_of_the_page(
    stage: Stage,
    has_script: bool,  # noqa: FBT001 - parametrised
) -> None:
    with stage.show('<img src="http://127.0.0.1:9/x.png" alt="x">', setting=Setting(has_script=has_script)) as visit:
        faults = quiet.foreign_requests(visit)
    assert found(faults, "asks another origin: http://127.0.0.1:9/x.png (2 requests, ")


def test_a_page_in_too_many_pieces_is_too_heavy(stage: Stage) -> None:
    for number in range(2):
        stage.write(f"{number}.css", "p { margin: 0 }")
    links = [f'<link rel="stylesheet" href="{number}.css">' for number in range(2)]
    with stage.show(head="".join(links[:1])) as visit:
        assert quiet.overweight(visit) == []
    with stage.show(head="".join(links)) as visit:
        assert found(quiet.overweight(visit), "weighs too much: 3 requests")


def test_a_page_of_too_many_bytes_is_too_heavy(stage: Stage) -> None:
    noise = "".join(f"<i>{number * 2654435761 % 2**32:x}</i>" for number in range(4_000))
    with stage.show(f"<p hidden>{noise}</p>") as visit:
        assert found(quiet.overweight(visit), "compressed without pictures")


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("document.cookie = 'seen=1'", "keeps a cookie: seen=1"),
        ("localStorage.theme = 'dark'", "keeps theme in localStorage"),
        ("sessionStorage.step = '1'", "keeps step in sessionStorage"),
        ("indexedDB.open('notes')", "keeps the database notes"),
        ("caches.open('v1')", "keeps the cache v1"),
        ("navigator.serviceWorker.register('worker.js')", "keeps a service worker"),
    ],
)
def test_what_a_page_keeps_is_reported_and_then_forgotten(stage: Stage, script: str, words: str) -> None:
    stage.write("worker.js", "")
    with stage.show(f"<script>{script}</script>") as visit:
        assert found(quiet.traces(visit), words)
    with stage.show() as visit:
        assert quiet.traces(visit) == []


def test_a_page_wider_than_its_window_is_reported_with_what_is_too_wide(stage: Stage) -> None:
    with stage.show('<div class="wide" style="width: 400px">Words</div>', setting=NARROW) as visit:
        faults = layout.misfits(visit)
    assert found(faults, "px wide in a window of 320 px; too wide: div.wide “Words”")


def test_a_wide_table_may_scroll_in_a_box_of_its_own(stage: Stage) -> None:
    table = '<div style="overflow-x: auto"><table style="width: 400px"><tr><td>Words</td></tr></table></div>'
    with stage.show(table, setting=NARROW) as visit:
        assert layout.misfits(visit) == []


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("overflow: hidden; height: .5em", "is cut off by"),
        ("overflow: hidden; white-space: nowrap; width: 5em", "is cut off by"),
        ("height: 1.5em; width: 5em", "runs out of"),
    ],
)
def test_text_that_does_not_fit_its_box_is_reported(stage: Stage, style: str, words: str) -> None:
    with stage.show(f'<div style="{style}">Many words that do not fit into their box</div>') as visit:
        assert found(layout.misfits(visit), words)


def test_words_for_screen_readers_alone_are_not_cut_off(stage: Stage) -> None:
    style = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)"
    with stage.show(f'<p><span style="{style}">Spoken words</span> seen words</p>') as visit:
        assert layout.misfits(visit) == []


def test_a_box_too_low_for_wider_spacing_is_reported(stage: Stage) -> None:
    policy = "<meta http-equiv='Content-Security-Policy' content=\"style-src 'unsafe-inline'\">"
    style = "overflow: hidden; height: 2.4em; line-height: 1.2; width: 16em"
    box = f'<div style="{style}">Ten short words fill two lines here.</div>'
    with stage.show(box, head=policy) as visit:
        assert layout.misfits(visit) == []
        layout.add_style(visit, layout.TEXT_SPACING)
        assert found(layout.misfits(visit), "is cut off by")
        assert quiet.complaints(visit) == []


def test_a_page_that_ignores_the_text_size_is_reported(stage: Stage) -> None:
    with stage.show(head="<style>html { font-size: 16px }</style>") as visit, layout.double_text(visit) as faults:
        assert faults == ["keeps its text at 16.0 px when the visitor doubles 16.0 px"]
    with stage.show() as visit, layout.double_text(visit) as faults:
        assert faults == []
        assert layout.misfits(visit) == []


def test_a_box_too_small_for_large_text_is_reported(stage: Stage) -> None:
    box = '<div style="height: 20px; overflow: hidden">Words</div>'
    with stage.show(box) as visit:
        assert layout.misfits(visit) == []
        with layout.double_text(visit):
            assert found(layout.misfits(visit), "is cut off by")


def test_a_page_for_wrong_addresses_that_works_at_the_root_alone_is_reported(stage: Stage) -> None:
    stage.write("style.css", "body { font-size: 33px }")
    stage.write("index.html", html("home"))
    lost = '<link rel="stylesheet" href="{0}style.css">', '<main><h1>Lost</h1><a href="{0}index.html">Home</a></main>'
    for root in ("", "/"):
        stage.write("404.html", html(lost[1].format(root), lost[0].format(root)))
        with stage.visitor.visit(f"{stage.home}404.html", WIDE) as visit:
            looks = looks_of(visit)
        with stage.visitor.visit(f"{stage.home}no/such/page/", WIDE) as visit:
            faults = deep_faults(visit, stage.home, looks)
        assert found(faults, "has lost its style sheet") == (root == "")
        assert found(faults, "index.html, which is not there") == (root == "")
        assert bool(faults) == (root == "")
    with stage.visitor.visit(stage.home, WIDE) as visit:
        assert found(deep_faults(visit, stage.home, []), "is answered with 200")
