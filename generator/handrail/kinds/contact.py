"""How to reach somebody: first name only."""

import re
from itertools import pairwise
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import Field, PlainValidator, WithJsonSchema

from ..fieldtypes import Email, Phone, YesNo, line_of_text, refusal
from ..schema import Record

INITIAL = re.compile(r"\w\.?")


def first_name(value: Any) -> str:
    """Read a first name, with an initial if need be; a last name must never be published."""
    written = line_of_text(value)
    words = [word for word in re.split(r"[\s,]+", written) if word.lower() not in ("&", "and", "or", "y", "et")]
    is_long = any(
        not INITIAL.fullmatch(word) and not INITIAL.fullmatch(before)
        for before, word in pairwise(words)
        if "&" not in written and " and " not in written
    )
    if is_long:
        hint = "leave the last name out, as in Ana or Ana M.; put a hyphen between two first names"
        raise refusal("F213", "a first name only", hint)
    return written


FirstName: TypeAlias = Annotated[str, PlainValidator(first_name), WithJsonSchema({"type": "string"})]


class Contact(Record):
    """How to reach a group or a meeting: first name only."""

    label: ClassVar[str] = "a contact"

    name: FirstName | None = Field(default=None, description="A first name", examples=["Ana"])
    email: Email | None = Field(default=None, description="A mailbox of the group", examples=["ana@example.org"])
    phone: Phone | None = Field(default=None, description="A number of the group", examples=['"+1 202 555 0125"'])
    publish: YesNo = Field(default=True, description="no keeps all of it off the site", examples=["no"])

    @property
    def kept_back(self) -> frozenset[str]:
        """Everything, unless it may be published."""
        return frozenset() if self.publish else frozenset(type(self).model_fields)
