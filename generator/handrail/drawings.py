"""Drawings: SVG files, of which only those are published that can neither run nor fetch anything."""

from xml.etree import ElementTree as ET

from .model import Picture
from .pictures import unusable
from .problems import Outcome
from .sources import Source

ACTIVE_SVG = frozenset({"script", "foreignObject", "iframe", "embed", "object", "handler", "set", "animate"})


def read_drawing(source: Source) -> Outcome[Picture | None]:
    """Read an SVG; one that could run or fetch is refused, since the file can be opened by itself. Problems: M304."""
    if b"<!ENTITY" in source.data or b"<!DOCTYPE" in source.data:
        return unusable(source, "this drawing has a document type, which can hide harmful content")
    try:
        root = ET.fromstring(source.data)  # noqa: S314  # entities and document types were refused above
    except (ET.ParseError, ValueError, LookupError, RecursionError) as error:
        return unusable(source, f"this drawing cannot be read: {error}")
    for element in root.iter():
        if _is_active(element):
            return unusable(source, "this drawing holds a program or loads something from elsewhere")
    width, height = _drawing_size(root)
    if not width or not height:
        return unusable(source, "this drawing does not say how large it is")
    return Outcome(Picture(source.path, source.digest, width, height, "svg", is_animated=False))


def _is_active(element: ET.Element) -> bool:
    if element.tag.rpartition("}")[2] in ACTIVE_SVG:
        return True
    for name, value in element.attrib.items():
        plain = name.rpartition("}")[2].lower()
        if plain.startswith("on") or (plain == "href" and not value.startswith("#")) or "://" in value:
            return True
        if "javascript:" in value.lower() or "@import" in value or "url(" in value.replace("url(#", ""):
            return True
    return element.tag.rpartition("}")[2] == "style" and any(s in (element.text or "") for s in ("url(", "@import"))


def _drawing_size(root: ET.Element) -> tuple[int, int]:
    box = root.get("viewBox", "").replace(",", " ").split()
    sides = [root.get("width", ""), root.get("height", "")]
    if not all(side.removesuffix("px").replace(".", "", 1).isdigit() for side in sides):
        sides = box[2:4] if len(box) == 4 else []  # noqa: PLR2004  # a viewBox has four numbers
    try:
        width, height = (round(float(side.removesuffix("px"))) for side in sides)
    except ValueError:
        return 0, 0
    return width, height
