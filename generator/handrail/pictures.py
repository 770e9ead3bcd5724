"""Photos and drawings: facts read from their bytes, and smaller copies without what a camera writes into them.

A phone's photo tells where it was taken. For somebody who hides from a violent partner that is a matter of safety,
so every published picture is drawn anew from its pixels, and only pixels, orientation and colours survive.
"""

import io
import warnings
from typing import Any
from xml.etree import ElementTree as ET

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from .model import Picture
from .problems import Outcome, Problem, Span
from .sources import Source

ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"}
WIDTHS = (480, 960, 1600)
MAX_PIXELS = 60_000_000
SAVED_AS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}
ACTIVE_SVG = frozenset({"script", "foreignObject", "iframe", "embed", "object", "handler", "set", "animate"})


def read_picture(source: Source) -> Outcome[Picture | None]:
    """Read a picture's facts. Problems: M304."""
    if source.path.lower().endswith(".svg"):
        return _read_drawing(source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(source.data)) as image:
                width, height = ImageOps.exif_transpose(image).size if _is_turned(image) else image.size
                kind, frames = image.format or "", getattr(image, "n_frames", 1)
                if width * height <= MAX_PIXELS and not (frames > 1 and kind == "GIF"):
                    image.load()
    except (
        OSError,
        ValueError,
        SyntaxError,
        UnidentifiedImageError,
        Image.DecompressionBombError,
        Warning,
    ) as error:
        return _unusable(source, f"this picture cannot be read: {_reason(error)}")
    if kind not in SAVED_AS:
        return _unusable(source, f"pictures of the kind {kind} are not shown by all browsers")
    if width * height > MAX_PIXELS:
        return _unusable(source, f"this picture has {width} × {height} dots, more than an old phone can hold")
    return Outcome(Picture(source.path, source.digest, width, height, SAVED_AS[kind], frames > 1))


def widths_for(picture: Picture) -> tuple[int, ...]:
    """Give the widths a photo is published in, smallest first, the last its own or the largest useful one."""
    largest = min(picture.width, WIDTHS[-1])
    return (*(width for width in WIDTHS if width < largest), largest)


def draw_copy(data: bytes, width: int, kind: str) -> bytes:
    """Draw a picture anew, upright, in sRGB, `width` dots wide, as `jpg`, `png` or `webp`, without metadata."""
    with Image.open(io.BytesIO(data)) as opened:
        image = _in_srgb(ImageOps.exif_transpose(opened))
    height = max(1, round(image.height * width / image.width))
    if image.mode not in ("RGB", "RGBA", "L"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if kind == "jpg" and image.mode == "RGBA":
        image = image.convert("RGB")
    if (width, height) != image.size:
        image = image.resize((width, height), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    options: dict[str, Any] = {
        "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
        "png": {"format": "PNG", "optimize": True},
        "webp": {"format": "WEBP", "quality": 80, "method": 4},
    }[kind]
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    clean.save(target, **options)
    return target.getvalue()


def copy_animation(data: bytes) -> bytes:
    """Save a GIF again, frame by frame, without comments."""
    target = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        image.info.pop("comment", None)
        image.save(target, format="GIF", save_all=True, comment=b"")
    return target.getvalue()


def _is_turned(image: Image.Image) -> bool:
    orientation_tag = 0x0112  # EXIF 2.3, table 4
    return bool(image.getexif().get(orientation_tag, 1) != 1)


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image


def _read_drawing(source: Source) -> Outcome[Picture | None]:
    """Read an SVG; anything in it that could run or fetch is refused, since the file can be opened by itself."""
    if b"<!ENTITY" in source.data or b"<!DOCTYPE" in source.data:
        return _unusable(source, "this drawing has a document type, which can hide harmful content")
    try:
        root = ET.fromstring(source.data)  # noqa: S314  # entities and document types were refused above
    except (ET.ParseError, ValueError, LookupError, RecursionError) as error:
        return _unusable(source, f"this drawing cannot be read: {error}")
    for element in root.iter():
        if _is_active(element):
            return _unusable(source, "this drawing holds a program or loads something from elsewhere")
    width, height = _drawing_size(root)
    if not width or not height:
        return _unusable(source, "this drawing does not say how large it is")
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


def _reason(error: Exception) -> str:
    return "it is damaged, or not a picture" if isinstance(error, UnidentifiedImageError) else str(error).lower()


def _unusable(source: Source, message: str) -> Outcome[Picture | None]:
    hint = "save it again as JPEG, PNG or WebP"
    return Outcome(None, (Problem("M304", Span(source.path), message, hint),))
