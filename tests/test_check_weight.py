"""C706: a page opens within seconds on a poor line."""

import hashlib
import io
import re
from pathlib import Path

import pytest
from PIL import Image

from checked import ALWAYS, FRAME, found, hints, hub, with_page_end
from handrail.checks.fetching import chosen

NOISE = "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(2000))  # 128 kB, about 72 packed


def photo() -> bytes:
    """Give a photo that cannot be packed small: 400 × 300 dots of noise."""
    stream = io.BytesIO()
    dots = bytes.fromhex(NOISE) * 6
    Image.frombytes("RGB", (400, 300), dots[: 400 * 300 * 3]).save(stream, "PNG")
    return stream.getvalue()


def messages(root: Path) -> list[str]:
    """Give the messages without what differs between versions of the compressors."""
    plain = (re.sub(r"\d+ kB", "N kB", problem.message) for problem in found(root))
    return [re.sub(r"\.[0-9a-f]{10}\.", ".DIGEST.", message) for message in plain]


def test_a_long_page_is_heavy_by_its_own_text(tmp_path: Path) -> None:
    root = hub(tmp_path, {"content/about.md": f"---\ntitle: About\n---\n\n{NOISE}\n"})
    assert messages(root) == ['on "/about/", a phone must load N kB, of which its own text is N kB']
    assert hints(root) == ["stay below 50 kB: split the page in two, or shorten it"]


def test_the_same_text_that_packs_well_is_light(tmp_path: Path) -> None:
    text = "Take one breath at a time. " * 5000
    assert found(hub(tmp_path, {"content/about.md": f"---\ntitle: About\n---\n\n{text}\n"})) == []


def test_a_heavy_style_sheet_is_one_problem_of_all_pages(tmp_path: Path) -> None:
    root = hub(tmp_path, {}, frame=FRAME.replace("<title>", f"<style>/*{NOISE}*/</style><title>"))
    assert messages(root) == [
        f'on "/" and {ALWAYS - 1} other pages, a phone must load N kB, of which its style sheet is N kB'
    ]


@pytest.mark.parametrize(
    ("loading", "expected"),
    [
        ("eager", ['on "/about/", a phone must load N kB, of which "assets/noise-400.DIGEST.png" is N kB']),
        ("lazy", []),
    ],
)
def test_a_photo_counts_when_it_is_loaded_at_once(tmp_path: Path, loading: str, expected: list[str]) -> None:
    text = "---\ntitle: About\nimage: {src: noise.png, alt: Noise}\n---\n\nHello.\n"
    page = with_page_end(
        f'{{% if entry.image %}}<img src="{{{{ entry.image.src }}}}" alt="" loading="{loading}">{{% endif %}}'
    )
    root = hub(tmp_path, {"content/about.md": text, "content/noise.png": photo()}, page=page)
    assert messages(root) == expected


@pytest.mark.parametrize(
    ("srcset", "picture"),
    [
        ("a.webp 480w, b.webp 960w, c.webp 1600w", "b.webp"),
        ("a.webp 480w, b.webp 700w", "b.webp"),
        ("a.webp, b.webp 2x, c.webp 3x", "b.webp"),
        ("a,b.webp 800w,\n c.webp 900w", "a,b.webp"),
        ("data:image/png;base64,AA== 1x", "data:image/png;base64,AA=="),
        ("", ""),
    ],
)
def test_a_phone_takes_the_smallest_picture_that_is_sharp(srcset: str, picture: str) -> None:
    assert chosen(srcset) == picture
