"""XML files against their schemas. Does I/O: reads them."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from .judging import Finding, Site
from .programs import HERE


def read(file: Path, schema: str, site: Site, findings: list[Finding]) -> etree._Element | None:
    """Read a file that follows its schema; of any other, say in `findings` why it does not."""
    path = site.page_at(str(file))
    try:
        root = etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except etree.XMLSyntaxError as error:
        findings.append(Finding(path, "XML", str(error), "correct what writes the file"))
        return None
    rules = etree.RelaxNG(etree.parse(HERE / "schemas" / schema))
    if rules.validate(root):
        return root
    findings += list(_breaches(rules, path, schema))
    return None


def _breaches(rules: etree.RelaxNG, path: str, schema: str) -> Iterator[Finding]:
    for breach in rules.error_log:
        yield Finding(f"{path}:{breach.line}", schema, breach.message, "correct what writes the file")


def is_published(address: str, site: Site) -> bool:
    """Tell whether an address is that of a file of the site."""
    return address.startswith(site.home) and (site.folder / site.page_at(address)).is_file()
