"""What Markdown becomes: the HTML of each thing one can write, headings that fit the page, ids that hold."""

from bodies import ENGLISH, body, drawn, html, passage
from handrail.body_walk import Phrases
from handrail.markdown import to_body
from handrail.model import Heading

SPANISH = Phrases(
    "Volver al texto", "Tabla", "Hecho", "otro sitio", (("note", "Nota"), ("tip", "Consejo"), ("warning", "Atención"))
)


# What one can write


def test_plain_paragraphs_lists_quotes_and_rules() -> None:
    assert html("One *kind* and **calm** page.") == "<p>One <em>kind</em> and <strong>calm</strong> page.</p>"
    assert html("- tea\n- water") == "<ul>\n<li>tea</li>\n<li>water</li>\n</ul>"
    assert html("5. tea\n6. water") == '<ol start="5">\n<li>tea</li>\n<li>water</li>\n</ol>'
    assert html("> Breathe.\n\n---") == "<blockquote>\n<p>Breathe.</p>\n</blockquote>\n<hr>"


def test_a_numbered_list_ends_where_a_list_with_dots_begins() -> None:
    assert html("1. sit\n\n* rest") == "<ol>\n<li>sit</li>\n</ol>\n<ul>\n<li>rest</li>\n</ul>"


def test_a_table_can_be_scrolled_by_keyboard_and_its_columns_have_heads() -> None:
    assert html("| Day | Time |\n|---|---|\n| Tuesday | 19:00 |") == (
        '<div class="table" role="region" tabindex="0" aria-label="Table 1"><table>\n'
        '<thead>\n<tr>\n<th scope="col">Day</th>\n<th scope="col">Time</th>\n</tr>\n</thead>\n'
        "<tbody>\n<tr>\n<td>Tuesday</td>\n<td>19:00</td>\n</tr>\n</tbody>\n</table></div>"
    )


def test_a_table_is_named_by_number_and_the_heading_above_in_the_pages_language() -> None:
    table = "| a |\n|---|\n| b |\n"
    made = html(f'{table}\n## Tea & "rest"\n\n{table}', SPANISH)
    assert 'aria-label="Tabla 1"' in made
    assert 'aria-label="Tabla 2: Tea &amp; &quot;rest&quot;"' in made


def test_aligned_columns_are_a_table_like_any_other() -> None:
    assert html("| a |\n|--:|\n| b |") == html("| a |\n|---|\n| b |")


def test_a_scope_that_somebody_wrote_is_kept() -> None:
    row = '<table><tr><th scope="col">Tuesday</th><td>19:00</td></tr></table>'
    assert '<th scope="col">Tuesday</th>' in html(row)


def test_a_head_within_a_row_of_cells_heads_the_row() -> None:
    made = html(
        "<table><thead><tr><td></td><th>Open</th></tr></thead>"
        "<tr><th>Day</th><th>Time</th></tr><tr><th>Monday</th><td>19:00</td></tr></table>"
    )
    for head in ('<th scope="col">Open', '<th scope="col">Day', '<th scope="col">Time', '<th scope="row">Monday'):
        assert head in made


def test_footnotes_lead_there_and_back_in_the_pages_language() -> None:
    assert html("Rest helps[^1].\n\n[^1]: Most people.", SPANISH) == (
        '<p>Rest helps<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup>.</p>\n'
        '<div class="footnote">\n<hr>\n<ol>\n<li id="fn:1">\n'
        '<p>Most people.&nbsp;<a href="#fnref:1" class="footnote-backref" aria-label="Volver al texto 1">↩︎</a></p>\n'
        "</li>\n</ol>\n</div>"
    )


def test_a_footnote_met_twice_leads_back_to_both_places() -> None:
    made = html("One[^n] and two[^n].\n\n[^n]: Note")
    assert 'One<sup id="fnref:n"><a href="#fn:n"' in made
    assert 'two<sup id="fnref2:n"><a href="#fn:n"' in made
    assert '<a href="#fnref:n"' in made
    assert '<a href="#fnref2:n"' in made


def test_a_footnote_nobody_wrote_stays_text() -> None:
    assert html("Rest[^gone].") == "<p>Rest[^gone].</p>"


def test_a_definition_list() -> None:
    assert html("Share\n: To speak.\n: To listen.") == (
        "<dl>\n<dt>Share</dt>\n<dd>To speak.</dd>\n<dd>To listen.</dd>\n</dl>"
    )


def test_a_note_without_title_gets_one_in_the_pages_language() -> None:
    assert html("!!! note\n    Bring a coat.", SPANISH) == (
        '<div class="admonition note">\n<p class="admonition-title">Nota</p>\n<p>Bring a coat.</p>\n</div>'
    )
    assert '<p class="admonition-title">Atención</p>' in html("!!! warning\n    Ice.", SPANISH)
    assert '<p class="admonition-title">Note</p>' in html("!!! note\n    Bring a coat.")


def test_a_note_with_a_title_keeps_it_and_an_empty_one_shows_none() -> None:
    assert '<p class="admonition-title">Your coat</p>' in html('!!! note "Your coat"\n    Bring it.', SPANISH)
    assert html('!!! note ""\n    Bring it.', SPANISH) == '<div class="admonition note">\n<p>Bring it.</p>\n</div>'


def test_a_note_with_a_class_of_its_own_is_still_in_the_pages_language() -> None:
    assert '<p class="admonition-title">Nota</p>' in html("!!! note wide\n    Bring a coat.", SPANISH)


def test_a_task_list_says_in_words_what_is_done() -> None:
    assert html("- [ ] chairs\n- [x] tea", SPANISH) == (
        '<ul class="task-list">\n'
        '<li class="task-list-item"><span class="box"></span> chairs</li>\n'
        '<li class="task-list-item"><span class="box done"><span class="hr-hidden">Hecho: </span></span> tea</li>\n'
        "</ul>"
    )


def test_details_are_closed_or_open() -> None:
    assert html('??? "More"\n    Quiet.') == "<details>\n<summary>More</summary>\n<p>Quiet.</p>\n</details>"
    assert html('???+ "More"\n    Quiet.') == '<details open="">\n<summary>More</summary>\n<p>Quiet.</p>\n</details>'


def test_details_without_title_get_one_in_the_pages_language() -> None:
    assert "<summary>Nota</summary>" in html("??? note\n    Quiet.", SPANISH)
    assert "<summary>Nota</summary>" in html("Tea.\n??? Note wide\n    Quiet.\n\nRest.", SPANISH)
    assert "<summary>Note</summary>" in html('??? note "Note"\n    Quiet.', SPANISH)


def test_an_abbreviation_tells_what_it_means() -> None:
    assert html("Use HALT.\n\n*[HALT]: Hungry, angry, lonely, tired") == (
        '<p>Use <abbr title="Hungry, angry, lonely, tired">HALT</abbr>.</p>'
    )


def test_an_attribute_list_gives_a_paragraph_its_language_and_nothing_that_runs() -> None:
    assert html('Hola\n{: .lead lang=es onclick="x()" style="color:red" }') == '<p class="lead" lang="es">Hola</p>'


def test_code_stays_text() -> None:
    assert html("```html\n<script>alert(1)</script>\n```") == (
        '<pre><code class="language-html">&lt;script&gt;alert(1)&lt;/script&gt;\n</code></pre>'
    )
    assert html("    <iframe src=x>") == "<pre><code>&lt;iframe src=x&gt;\n</code></pre>"
    assert html("Write `<b onclick=x>`.") == "<p>Write <code>&lt;b onclick=x&gt;</code>.</p>"
    assert html("`[a](javascript:x)`") == "<p><code>[a](javascript:x)</code></p>"


def test_writing_from_right_to_left_and_without_blanks_comes_through_unharmed() -> None:
    made = body("# مرحبا بكم\n\nنص [رابط](صفحة.md).\n\n## 日本語の見出し\n\n漢字。")
    assert drawn(made) == (
        '<h2 id="مرحبا-بكم">مرحبا بكم</h2>\n<p>نص <a صفحة.md>رابط</a>.</p>\n'
        '<h3 id="日本語の見出し">日本語の見出し</h3>\n<p>漢字。</p>'
    )
    assert made.ids == ("مرحبا-بكم", "日本語の見出し")


def test_marks_that_turn_the_direction_of_a_word_are_kept() -> None:
    assert html("\u200fאני \u2067A\u2069 \u200e555-0101") == "<p>\u200fאני \u2067A\u2069 \u200e555-0101</p>"


def test_an_empty_text_is_an_empty_body() -> None:
    made = body("")
    assert (made.html, made.references, made.headings, made.ids) == ("", (), (), ())


# Headings


def test_headings_go_under_the_pages_own_and_skip_no_level() -> None:
    made = body("# One\n\n### Two\n\n## Three\n\n#### Four\n\n###### Five\n\n# Six")
    assert [(heading.level, heading.text) for heading in made.headings] == [
        (2, "One"),
        (3, "Two"),
        (3, "Three"),
        (4, "Four"),
        (5, "Five"),
        (2, "Six"),
    ]
    assert drawn(body("#### Deep")) == '<h2 id="deep">Deep</h2>'


def test_headings_never_go_deeper_than_six() -> None:
    made = body("\n\n".join(f"{'#' * level} L{level}" for level in range(1, 7)))
    assert [heading.level for heading in made.headings] == [2, 3, 4, 5, 6, 6]
    assert drawn(made).endswith('<h6 id="l6">L6</h6>')


def test_a_heading_is_closed_on_the_level_it_was_opened_on() -> None:
    assert html("# One\n\n### Two") == '<h2 id="one">One</h2>\n<h3 id="two">Two</h3>'


def test_a_heading_within_a_heading_leaves_the_tags_balanced() -> None:
    made = html("<h2>One<div><h3>Two</h3></div></h2>")
    assert (made.count("<h2"), made.count("</h2>")) == (1, 1)
    assert made.endswith('<h3 id="two">Two</h3></div></h2>')


def test_a_headings_text_is_plain() -> None:
    made = body("## *Tea* & `<rest>` [here](tea.md)")
    assert made.headings == (Heading(2, "tea-rest-here", "Tea & <rest> here"),)
    assert drawn(made) == (
        '<h2 id="tea-rest-here"><em>Tea</em> &amp; <code>&lt;rest&gt;</code> <a tea.md>here</a></h2>'
    )


def test_a_title_repeated_as_the_first_heading_is_left_out_and_told() -> None:
    made, problems = to_body(passage("# BETTER sleep\n\nGo to bed.\n\n# Rest", line=4, title="Better sleep"), ENGLISH)
    assert [(p.code, p.span.line, p.message, p.hint) for p in problems] == [
        ("M305", 4, "the title is repeated as a heading", "delete this line")
    ]
    assert drawn(made).strip() == '<p>Go to bed.</p>\n<h2 id="rest">Rest</h2>'
    assert [heading.text for heading in made.headings] == ["Rest"]


def test_a_title_may_come_back_further_down() -> None:
    assert [heading.text for heading in body("## First\n\n## Sleep", title="Sleep").headings] == ["First", "Sleep"]


# Ids


def test_ids_come_from_the_words_and_never_twice() -> None:
    made = body("## Tea\n\n## Tea\n\n## Tea 2\n\n## Café\n\n## ?!\n\n## !?")
    assert made.ids == ("tea", "tea-2", "tea-2-2", "cafe", "section", "section-2")
    assert [heading.id for heading in made.headings] == list(made.ids)


def test_an_id_somebody_chose_stays() -> None:
    assert html("## Tea { #warm .big }") == '<h2 id="warm" class="big">Tea</h2>'


def test_an_id_somebody_chose_stays_below_a_heading_of_that_name() -> None:
    made = body("## Tea\n\n## Cups { #tea }\n\n[cups](#tea)")
    assert made.ids == ("tea-2", "tea")
    assert [reference.target for reference in made.references] == ["#tea"]


def test_an_id_somebody_chose_twice_is_told_apart() -> None:
    assert body('<h2 id="tea">A</h2>\n\n<h2 id="tea">B</h2>\n\n<a id="tea">C</a>').ids == ("tea", "tea-2", "tea-3")


def test_ids_of_the_theme_cannot_be_taken() -> None:
    assert body("## hr main\n\n## Foot { #hr-foot }").ids == ("section-hr-main", "section-hr-foot")


def test_all_ids_of_a_passage_get_its_prefix_and_so_do_links_to_them() -> None:
    made = body("## Tea\n\n## Tea\n\n[up](#tea)", prefix="step-1-")
    assert made.ids == ("step-1-tea", "step-1-tea-2")
    assert [reference.target for reference in made.references] == ["#step-1-tea"]


def test_any_element_with_an_id_counts() -> None:
    assert body("Warm\n{: #tea }\n\n<p id='tea'>Cold</p>").ids == ("tea", "tea-2")
    assert body("Warm\n{: #hr-main }").ids == ("section-hr-main",)


def test_a_footnote_of_a_passage_with_a_prefix_can_be_reached() -> None:
    made = html("Rest[^1].\n\n[^1]: Note", prefix="step-1-")
    assert 'href="#step-1-fn:1"' in made
    assert 'id="step-1-fn:1"' in made


def test_a_link_follows_an_id_that_had_to_be_renamed() -> None:
    made = body("[foot](#hr-foot) [top](#)\n\n## Foot { #hr-foot }", prefix="step-1-")
    assert made.ids == ("step-1-section-hr-foot",)
    assert [reference.target for reference in made.references] == ["#step-1-section-hr-foot", "#"]


def test_a_link_may_lead_to_any_id_of_a_passage() -> None:
    made = body("Warm\n{: #tea }\n\n[up](#tea)", prefix="step-1-")
    assert made.ids == ("step-1-tea",)
    assert drawn(made) == '<p id="step-1-tea">Warm</p>\n<p><a #step-1-tea>up</a></p>'


def test_only_the_very_first_heading_can_repeat_the_title() -> None:
    made, problems = to_body(passage("# Sleep\n\n# Sleep", title="Sleep"), ENGLISH)
    assert ([problem.code for problem in problems], made.ids) == (["M305"], ("sleep",))
