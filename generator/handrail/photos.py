"""Photos: their facts, and smaller copies without what a camera writes into them.

A phone's photo tells where it was taken. For somebody who hides from a violent partner that is a matter of safety,
so every published photo is drawn anew from its pixels, and only pixels, orientation and colours survive.
"""

import io
import warnings
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from .model import Picture
from .pictures import unusable
from .problems import Outcome
from .sources import Source

MAX_PIXELS = 60_000_000
LONGEST_SIDE = 16_383  # dots, of the formats it is saved in: WebP holds no more (RFC 9649, 2.6)
SAVED_AS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}


def read_photo(source: Source) -> Outcome[Picture | None]:
    """Read a photo's facts. Problems: M304."""
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
        return unusable(source, f"this picture cannot be read: {_reason(error)}")
    if kind not in SAVED_AS:
        return unusable(source, f"pictures of the kind {kind} are not shown by all browsers")
    if width * height > MAX_PIXELS:
        return unusable(source, f"this picture has {width} × {height} dots, more than an old phone can hold")
    if max(width, height) > LONGEST_SIDE:
        message = f"this picture is {max(width, height)} dots long, and WebP holds {LONGEST_SIDE}"
        return unusable(source, message, "make it smaller, or cut it into several pictures")
    return Outcome(Picture(source.path, source.digest, width, height, SAVED_AS[kind], frames > 1))


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


def _reason(error: Exception) -> str:
    return "it is damaged, or not a picture" if isinstance(error, UnidentifiedImageError) else str(error).lower()
