"""Types, languages and phrases: words that different systems use for the same."""

from pathlib import Path

import pytest

from handrail.importers.cleaning.phrases import phrases
from handrail.importers.cleaning.texts import folded, text_of
from handrail.importers.cleaning.type_words import WORD_OF, vocabulary
from handrail.importers.losses import Account
from handrail.importers.na_formats import Format, types_of
from handrail.meeting_types import LANGUAGE_CODES, TYPES
from imports.tried import hub_in, imported, records


@pytest.mark.parametrize("code", [*WORD_OF, *LANGUAGE_CODES])
def test_every_code_is_known_in_any_case(code: str) -> None:
    known = vocabulary().tokens
    meaning = WORD_OF.get(code, code)
    assert (known[folded(code)], known[folded(code.lower())]) == (meaning, meaning)


@pytest.mark.parametrize("word", TYPES)
def test_our_own_words_and_labels_mean_themselves(word: str) -> None:
    assert vocabulary().tokens[folded(word)] == word
    assert vocabulary().tokens[folded(TYPES[word].label)] == word


@pytest.mark.parametrize(
    ("written", "types", "languages"),
    [
        (["O", "X"], "[open, wheelchair]", ""),
        ("O, X", "[open, wheelchair]", ""),
        ("O D X", "[open, discussion, wheelchair]", ""),
        ("o;be", "[open, newcomers]", ""),
        (["Beginner", "Book Study", "Childcare"], "[newcomers, literature, childcare]", ""),
        (["Chip Meeting", "Speaker Discussion", "Traditions Study"], "[birthdays, discussion, tradition-study]", ""),
        ("Step Meeting", "[step-study]", ""),
        (["Abierta", "Mujeres"], "[open, women]", ""),
        (["Ouvert(e)", "Débutants"], "[open, newcomers]", ""),
        (["Wheelchair-Accessible Bathroom"], "[wheelchair-toilet]", ""),
        (["S", "FR", "O"], "[open]", "[es, fr]"),
        (["Español", "Polish"], "", "[es, pl]"),
        (["O", "O", "open"], "[open]", ""),
        (["O", "C"], "[open, closed]", ""),
    ],
)
def test_types_are_read_however_they_are_written(tmp_path: Path, written: object, types: str, languages: str) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"types": written}))
    for field, value in (("types", types), ("languages", languages)):
        assert (f"    {field}: {value}\n" in tried.meetings) if value else (f"    {field}:" not in tried.meetings)


@pytest.mark.parametrize("written", [["NA"], "Potluck", ["QSL", None, {"a": 1}, 5]])
def test_a_type_that_nobody_knows_is_told(tmp_path: Path, written: object) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"types": written}))
    assert "types:" not in tried.meetings
    assert "dropped   types: is no type that Handrail knows: " in tried.report


def test_a_type_of_the_sites_own_is_known(tmp_path: Path) -> None:
    site = "name: A\ntimezone: America/New_York\ntypes: [{id: walking, title: {en: Walk and talk, es: Caminando}}]\n"
    hub_in(tmp_path / "hub")
    (tmp_path / "hub/site.yaml").write_text(site, encoding="utf-8")
    tried = imported(tmp_path / "hub", "a.json", records({"types": ["walk & talk", "Caminando", "walk and talk"]}))
    assert "    types: [walking]\n" in tried.meetings
    assert "is no type that Handrail knows: walk & talk" in tried.report


@pytest.mark.parametrize(
    ("formats", "types", "told"),
    [
        ([Format("O", "OPEN"), Format("B", "BEG")], ("open", "newcomers"), []),
        ([Format("St"), Format("WC"), Format("cl")], ("step-study", "wheelchair", "candlelight"), []),
        ([Format("ES", "LANG", "Español")], ("S",), []),
        ([Format("ES")], ("S",), []),
        ([Format("VM", "VM"), Format("TC", "TC"), Format("HY", "HYBR")], ("ONL", "TC", "HYBRID"), []),
        ([Format("Rr", "", "Round Robin")], ("Round Robin",), []),
        ([Format("JT", "JFT", "Just for Today")], ("literature",), ["guessed"]),
        ([Format("CH", "", "Closed Holidays")], (), ["look"]),
        ([Format("Ti", "", "Timer")], (), ["dropped"]),
        ([Format("C", "CHILD", "Children")], (), ["dropped"]),
    ],
)
def test_formats_mean_what_is_the_same_everywhere(
    formats: list[Format], types: tuple[str, ...], told: list[str]
) -> None:
    account = Account()
    assert types_of(formats, account) == types
    assert [str(loss.what) for loss in account.losses] == told


@pytest.mark.parametrize(
    ("text", "day", "repeats"),
    [
        ("First Monday only", "monday", ("first",)),
        ("2nd and 4th Friday", "friday", ("second", "fourth")),
        ("1st, 3rd & 5th Fridays", "friday", ("first", "third", "fifth")),
        ("last Sunday of the month", "sunday", ("last",)),
        ("Meets ONLY on the 2nd Thursday of the month.", "thursday", ("second",)),
        ("Planning Committee (2nd Thursday)", "thursday", ("second",)),
        ("Every first and third Monday of the month", "monday", ("first", "third")),
        ("Segundo lunes del mes", "monday", ("second",)),
    ],
)
def test_a_sentence_that_is_a_rule_is_a_guess(text: str, day: str, repeats: tuple[str, ...]) -> None:
    found = phrases((text,), (day,))
    assert (found.repeats, found.open) == (repeats, ())


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("First Monday only", ("tuesday",)),
        ("First Monday only", ("monday", "tuesday")),
        ("1st Thursday is a step meeting", ("thursday",)),
        ("Every other Thursday is JFT", ("thursday",)),
        ("3rd Friday of the month 9:30 PM to 10:30 PM", ("friday",)),
        ("Speaker (last Friday)", ("friday",)),
        ("Birthday meeting held last Saturday of the month", ("saturday",)),
        ("Memorial Day - Labor Day Only", ("friday",)),
        ("closed on public holidays", ("monday",)),
        ("CLOSED SUMMER MONTHS", ("saturday",)),
        ("Meeting closes December 1", ("friday",)),
        ("No meeting in August", ("friday",)),
        ("1st Monday only. 2nd Monday only.", ("monday",)),
    ],
)
def test_any_other_sentence_about_dates_is_shown_to_people(text: str, days: tuple[str, ...]) -> None:
    found = phrases((text,), days)
    assert found.repeats == ()
    assert found.open


@pytest.mark.parametrize(
    "text", ["Ring the bell. Second floor.", "You and I", "Use the last door", "First come first served"]
)
def test_a_sentence_about_something_else_is_let_be(text: str) -> None:
    assert phrases((text,), ("monday",)).open == ()


def test_a_guess_keeps_the_words(tmp_path: Path) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"notes": "Second Tuesday only."}))
    assert "    repeats: second\n" in tried.meetings
    assert "    notes: Second Tuesday only.\n" in tried.meetings
    assert "guessed   repeats: is taken from the words of the notes: Second Tuesday only → second" in tried.report


def test_a_name_that_says_closed_is_shown_to_people(tmp_path: Path) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"name": "TGIF - LOST MEETING SPACE"}))
    assert "look      name: says that it is not held: TGIF - LOST MEETING SPACE" in tried.report


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("<p>Bring a cup.<br>Come early</p>", "Bring a cup.\nCome early"),
        ("Rock &amp; Roll", "Rock & Roll"),
        ("Rock &amp;amp; Roll", "Rock & Roll"),
        ("See <a href='https://example.org/a'>our page</a>.", "See our page (https://example.org/a)."),
        ("<a href='javascript:x()'>here</a><script>x()</script>", "here"),
        ("a < b and c > d", "a < b and c > d"),
        ("Bus Lines#@-@#Bus Lines#@-@#Bus 5", "Bus 5"),
        ("  two\r\n\r\n\r\n\r\nlines ", "two\n\nlines"),
        ("ab\u200b\x07c\u2028d", "ab\u200bc\nd"),
    ],
)
def test_a_text_becomes_plain(written: str, plain: str) -> None:
    assert text_of(written, "notes", Account()) == plain
