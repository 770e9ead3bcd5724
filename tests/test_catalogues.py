"""The theme's translations: each language says everything, nothing that nobody asks for, in all its plural forms."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from handrail.contract import examine
from handrail.kinds import KINDS
from handrail.render import environment_of
from handrail.sources import Source
from handrail.theme import Theme
from handrail.translation import Translator, read_catalogue
from handrail.wording import CORE_TEXTS

HARBOR = Path(__file__).parents[1] / "themes" / "harbor"
LANGUAGES = sorted(path.stem for path in (HARBOR / "translations").glob("*.po"))
VALUE = re.compile(r"%\(\w+\)s")
PLURAL_FORMS = {"ar": 6}  # two where nothing is said, as CLDR counts whole numbers below a million


@cache
def asked_for() -> set[str]:
    """Give every text that templates or Python ask a catalogue for."""
    templates = {f.name: Source(f.name, f.read_bytes()) for f in (HARBOR / "templates").glob("*.html")}
    theme = Theme("harbor", templates, (), {}, {}, {})
    texts = {text for _, _, text in examine(environment_of(theme), templates).texts}
    return texts | set(CORE_TEXTS) | {kind.title for kind in KINDS}


def catalogue(language: str) -> Catalog:
    with (HARBOR / "translations" / f"{language}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def test_there_are_the_promised_languages() -> None:
    assert {"ar", "de", "es", "fr", "pt"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_says_everything_and_nothing_else(language: str) -> None:
    said = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue(language)} - {""}
    assert sorted(asked_for() - said) == []
    assert sorted(said - asked_for()) == []
    assert not catalogue(language).obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_values_and_has_all_plural_forms(language: str) -> None:
    for message in catalogue(language):
        one, *many = (message.id,) if isinstance(message.id, str) else message.id
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        assert len(forms) == (PLURAL_FORMS.get(language, 2) if many else 1), one
        assert all(forms), one
        assert set(VALUE.findall(forms[-1] or "")) == set(VALUE.findall(many[0] if many else one)), one
        assert not message.fuzzy, one


def test_arabic_counts_in_six_ways() -> None:
    source = Source("ar.po", (HARBOR / "translations" / "ar.po").read_bytes())
    read, problems = read_catalogue(source, "ar")
    assert problems == ()
    said = [
        Translator(read).count("%(num)s meeting", "%(num)s meetings", n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102)
    ]
    assert said == [
        "لا اجتماعات",
        "اجتماع واحد",
        "اجتماعان",
        "3 اجتماعات",
        "10 اجتماعات",
        "11 اجتماعًا",
        "99 اجتماعًا",
        "100 اجتماع",
        "102 اجتماع",
    ]
