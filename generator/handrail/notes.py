"""Pure: the two extensions that make boxes, admonitions and details, with titles in the page's language."""

import re
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from pymdownx.details import DetailsProcessor


class Notes(Extension):
    """Admonitions and details whose default titles are in the page's language."""

    def __init__(self, titles: dict[str, str]) -> None:
        super().__init__()
        self.titles = titles

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Register both in place of the libraries' own."""
        md.registerExtension(self)
        details, admonitions = _TitledDetails(md.parser), _TitledAdmonitions(md.parser)
        details.titles = admonitions.titles = self.titles
        md.parser.blockprocessors.register(details, "details", 105)
        md.parser.blockprocessors.register(admonitions, "admonition", 105)


class _TitledAdmonitions(AdmonitionProcessor):
    titles: dict[str, str]

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        kind, title = super().get_class_and_title(match)
        return kind, self.titles.get(kind.split()[0], title or "") if match.group(2) is None else title


class _TitledDetails(DetailsProcessor):  # type: ignore[misc]  # it ships no types
    titles: dict[str, str]

    def run(self, parent: Element, blocks: list[str]) -> None:
        match = self.START.search(blocks[0])
        super().run(parent, blocks)
        if match and match.group(4):
            summary = parent[-1][0]
            summary.text = self.titles.get(match.group(4).split()[0].lower(), summary.text)
