"""Texts that we write into YAML are read back as they were."""

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from handrail.scaffold.yaml_writing import scalar


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1).filter(str.strip))
@example("yes")
@example("Sleep: a guide # 1")
@example("https://example.org/a:b")
@example("- one")
@example("O'Brien's")
def test_every_text_is_read_back_from_yaml_as_it_was(text: str) -> None:
    assert yaml.safe_load(f"name: {scalar(text)}") == {"name": " ".join(text.split())}
