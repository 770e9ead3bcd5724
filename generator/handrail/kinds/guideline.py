"""Guidelines: what a group has agreed on."""

from typing import ClassVar

from .header import Header
from .kind import Kind


class Guideline(Header):
    """A guideline has the fields every page has."""

    label: ClassVar[str] = "a guideline"


KIND = Kind(name="guideline", section="guidelines", title="Guidelines", model=Guideline, template="guideline.html")
