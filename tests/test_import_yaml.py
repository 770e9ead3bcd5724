"""The YAML that imports write: tidy, and the same for Handrail and for every other program."""

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handrail.importers.writing import Written, record_text
from handrail.kinds.meeting import Meeting
from handrail.kinds.place import Place
from handrail.yamltree import Plain, find, read_yaml, to_plain


def text(fields: dict[str, Plain], model: type[Meeting] | type[Place] = Meeting) -> str:
    return record_text(Written(fields), model)


def read_back(written: str) -> Plain:
    node, problems = read_yaml("a.yaml", f"meetings:\n{written}")
    assert node is not None
    assert problems == ()
    return to_plain(find(node, ("meetings", 0)))


def test_fields_come_in_the_order_of_the_model() -> None:
    fields: dict[str, Plain] = {
        "notes": "Ring.",
        "online": {"phone": "+1 202 555 0101", "url": "https://zoom.us/j/1"},
        "day": "monday",
        "name": "Circle",
        "changes": [{"note": "Closed", "cancelled": "yes", "date": "2026-12-22"}],
    }
    assert text(fields) == (
        "  - name: Circle\n"
        "    day: monday\n"
        "    changes:\n"
        "      - {date: 2026-12-22, cancelled: yes, note: Closed}\n"
        '    online: {url: https://zoom.us/j/1, phone: "+1 202 555 0101"}\n'
        "    notes: Ring.\n"
    )


def test_what_other_programs_would_misread_is_in_quotes() -> None:
    fields: dict[str, Plain] = {
        "id": "12x12",
        "name": "Yes",
        "address": {"street": "14 Alder Street", "city": "No", "postal_code": "01234", "country": "NO"},
        "region": "1e3",
        "directions": "2026-01-01",
    }
    (record,) = yaml.safe_load(text(fields, Place))
    assert record == fields


def test_a_question_in_brackets_is_in_quotes() -> None:
    fields: dict[str, Plain] = {"name": {"en": "Why?", "es": "¿Por qué?"}}
    assert text(fields) == '  - name: {en: "Why?", es: "¿Por qué?"}\n'
    assert yaml.safe_load(text(fields)) == [fields]


def test_a_long_text_is_folded_and_one_of_several_lines_stays_as_it_is() -> None:
    long = "Tea is at six, and everybody who wants to can stay for as long as there is some left in the pot. " * 2
    written = text({"name": "Circle", "notes": long.strip()})
    assert "    notes: >-\n      Tea is at six" in written
    assert max(len(line) for line in written.splitlines()) <= 120
    assert "    notes: |-\n      Ring.\n\n      Knock.\n" in text({"name": "Circle", "notes": "Ring.\n\nKnock."})


def test_a_remark_stands_above_its_record() -> None:
    written = record_text(Written({"name": "Circle"}, "A draft: it has no time. " + "Word " * 40), Meeting)
    first, *others = written.splitlines()
    assert first.startswith("  # A draft: it has no time.")
    assert others[-1] == "  - name: Circle"
    assert all(line.startswith("  # ") for line in others[:-1])


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff\u2028\u2029"), min_size=1
).filter(lambda word: word == " ".join(word.split()) and word == word.strip())
SIGNS = st.text("-:#{}[],&*!|>'\"%@`?=~ \\abAB019\t\n/.", min_size=1)
LINES = st.lists(WORDS | SIGNS, min_size=1, max_size=3).map(lambda parts: "\n".join(part.strip() for part in parts))
TEXTS = (WORDS | LINES).filter(lambda value: value.strip() == value and bool(value))


@settings(max_examples=60)
@given(
    name=TEXTS.filter(lambda value: "\n" not in value),
    notes=TEXTS,
    types=st.lists(WORDS, max_size=4),
    label=WORDS,
    long=st.lists(WORDS, min_size=30, max_size=40).map(" ".join),
)
@example(name="0", notes="0", types=[], label="A?", long="0 0 0")  # a question mark within brackets
def test_whatever_is_written_is_read_back(name: str, notes: str, types: list[str], label: str, long: str) -> None:
    fields: dict[str, Plain] = {
        "name": {"en": name, "es": label},
        "place": {"name": label, "address": {"street": name, "postal_code": label}, "directions": long},
        "online": {"passcode": label, "phone": name, "notes": notes},
        "types": list(types),
        "notes": notes,
        "steward": long,
    }
    fields = {key: value for key, value in fields.items() if value}
    assert read_back(text(fields)) == fields
    (record,) = yaml.safe_load(text(fields))
    assert record["notes"] == notes
    assert record["name"] == fields["name"]
