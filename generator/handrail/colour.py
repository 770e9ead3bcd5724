"""Palettes from one accent colour, readable by construction.

Lightness moves in Oklab, where equal steps look equal and a hue stays itself while it darkens. Contrast is
measured as WCAG 2.2 does, always on the rounded colour that is written. A colour is a text such as `#2f6f62`;
one of another form is a bug (`ValueError`).

Sources: Björn Ottosson, "A perceptual color space for image processing" (2020, matrices of 2021),
https://bottosson.github.io/posts/oklab/; WCAG 2.2, definitions of "relative luminance" and "contrast ratio",
criteria 1.4.6 (text, 7:1) and 1.4.11 (bounds of controls, 3:1); IEC 61966-2-1 for sRGB.
"""

from bisect import bisect_left
from collections.abc import Callable
from math import cbrt, hypot
from typing import NamedTuple

# Moved further in lightness, a colour gets another name: yellow becomes brown, orange becomes rust.
RECOGNISABLE_CHANGE = 0.15

_STEPS = 1000  # finer than 8 bits can show
_STRONGER = 0.16  # of the way to black or white: just seen beside the accent
_WARM = (0.2, 0.98)  # the hue of old paper, as (a, b) of length 1
_BREATH = 0.0022  # the most chroma that the accent adds to a neutral
_COLOURFUL = 0.1  # the chroma from which an accent gives all of its breath; a grey gives none
_STRAIGHT = 0.0031308  # the light below which the sRGB curve is a straight line


class Palette(NamedTuple):
    """The colours of one appearance.

    Surfaces: `paper` is the page, `raised` a card on it, `sunken` a well in it. Text on any of them, at 7:1:
    `ink`, `quiet` for lesser words, `accent` for links, `accent_strong` for links under the pointer, which is
    also a fill with `on_accent` as text. `line` bounds what people operate, at 3:1; `soft` only decorates.
    """

    paper: str
    raised: str
    sunken: str
    ink: str
    quiet: str
    accent: str
    accent_strong: str
    on_accent: str
    line: str
    soft: str


class Palettes(NamedTuple):
    """A palette for each appearance that people can ask their system for; `more` is more contrast."""

    light: Palette
    dark: Palette
    light_more: Palette
    dark_more: Palette


class _Lab(NamedTuple):
    """A colour in Oklab: lightness from 0 to 1; the direction of (a, b) is its hue, the length its chroma."""

    lightness: float
    a: float
    b: float


class _Scheme(NamedTuple):
    """What an appearance is made from.

    `surfaces` are the lightnesses of paper, raised and sunken. Every other colour moves towards `end`, 0 for
    black or 1 for white, until it has the contrast named here with all three. `warmth` is the chroma of the
    neutrals, `vivid` the most that the accent may have.
    """

    end: float
    surfaces: tuple[float, float, float]
    warmth: float
    vivid: float
    ink: float = 13.5
    quiet: float = 7.0
    accent: float = 7.0
    line: float = 3.0
    soft: float = 1.25


_LIGHT = _Scheme(end=0.0, surfaces=(0.977, 0.99, 0.951), warmth=0.01, vivid=0.4)  # no colour of sRGB has 0.4
_DARK = _Scheme(end=1.0, surfaces=(0.197, 0.243, 0.165), warmth=0.007, vivid=0.09)
_LIGHT_MORE = _LIGHT._replace(surfaces=(1.0, 1.0, 1.0), ink=21, quiet=10, accent=10, line=10, soft=3)
_DARK_MORE = _DARK._replace(surfaces=(0.0, 0.0, 0.0), ink=21, quiet=10, accent=10, line=10, soft=3)

# Browsers leave fills out when they print, so the text of a fill has to be dark as well.
_PRINT = Palette(
    paper="#ffffff",
    raised="#ffffff",
    sunken="#ffffff",
    ink="#000000",
    quiet="#000000",
    accent="#000000",
    accent_strong="#ffffff",
    on_accent="#000000",
    line="#000000",
    soft="#767676",
)


def contrast(a: str, b: str) -> float:
    """Give the contrast ratio of two colours, from 1 to 21, in either order."""
    darker, lighter = sorted((_luminance(a), _luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def palettes(accent: str) -> Palettes:
    """Give the four palettes of an accent; contrasts hold even where `nearest_usable` has another."""
    return Palettes(*(_palette(accent, scheme) for scheme in (_LIGHT, _DARK, _LIGHT_MORE, _DARK_MORE)))


def nearest_usable(accent: str) -> str | None:
    """Give the nearest darker colour of the same hue that links can have and still be recognised.

    `None` when the accent itself is such a colour: to reach 7:1 on all light surfaces it needs to darken by
    `RECOGNISABLE_CHANGE` at most. A dark accent always is.
    """
    return None if _is_usable(accent) else _moved(_oklab(accent), 0.0, _is_usable)


def stylesheet(palettes: Palettes) -> str:
    """Give the palettes as custom properties (`--accent-strong`), and black on white for print."""
    dark, more = "(prefers-color-scheme:dark)", "(prefers-contrast:more)"
    return "\n".join(
        (
            _rule(palettes.light, "color-scheme:light dark;"),
            f"@media {dark}{{{_rule(palettes.dark)}}}",
            f"@media {more}{{{_rule(palettes.light_more)}}}",
            f"@media {more} and {dark}{{{_rule(palettes.dark_more)}}}",
            f"@media screen{{{_chosen(palettes)}}}",
            f"@media print{{{_rule(_PRINT, 'color-scheme:light;')}}}",
        )
    )


def _chosen(palettes: Palettes) -> str:
    """Give the rules for visitors who chose colours for themselves (`data-look` on the root)."""
    looks = palettes._asdict().items()
    return "".join(
        _rule(palette, f"color-scheme:{name.split('_')[0]};", f":root[data-look={name.replace('_', '-')}]")
        for name, palette in looks
    )


def _rule(palette: Palette, first: str = "", where: str = ":root") -> str:
    properties = (f"--{name.replace('_', '-')}:{colour};" for name, colour in palette._asdict().items())
    return f"{where}{{{first}{''.join(properties)}}}"


def _palette(accent: str, scheme: _Scheme) -> Palette:
    surfaces = paper, raised, sunken = _surfaces(accent, scheme)

    def reaching(ratio: float, start: _Lab) -> str:
        return _moved(start, scheme.end, lambda colour: _stands_out(colour, surfaces, ratio))

    neutral = _neutral(accent, scheme, scheme.surfaces[0])
    link = reaching(scheme.accent, _calmed(_oklab(accent), scheme.vivid))
    return Palette(
        paper=paper,
        raised=raised,
        sunken=sunken,
        ink=reaching(scheme.ink, neutral),
        quiet=reaching(scheme.quiet, neutral),
        accent=link,
        accent_strong=reaching(scheme.accent, _towards(scheme.end, _oklab(link), _STRONGER)),
        on_accent=sunken if scheme.end else raised,  # the surface furthest from `end`
        line=reaching(scheme.line, neutral),
        soft=reaching(scheme.soft, neutral),
    )


def _surfaces(accent: str, scheme: _Scheme) -> tuple[str, str, str]:
    paper, raised, sunken = (_hex(_neutral(accent, scheme, lightness)) for lightness in scheme.surfaces)
    return paper, raised, sunken


def _neutral(accent: str, scheme: _Scheme, lightness: float) -> _Lab:
    """Give a warm grey with a breath of the accent's hue."""
    _, a, b = _oklab(accent)
    breath = _BREATH / max(hypot(a, b), _COLOURFUL)
    return _Lab(lightness, _WARM[0] * scheme.warmth + a * breath, _WARM[1] * scheme.warmth + b * breath)


def _is_usable(accent: str) -> bool:
    surfaces = _surfaces(accent, _LIGHT)
    link = _moved(_oklab(accent), 0.0, lambda colour: _stands_out(colour, surfaces, _LIGHT.accent))
    return _oklab(accent).lightness - _oklab(link).lightness <= RECOGNISABLE_CHANGE


def _stands_out(colour: str, surfaces: tuple[str, str, str], ratio: float) -> bool:
    return all(contrast(colour, surface) >= ratio for surface in surfaces)


def _moved(colour: _Lab, end: float, fits: Callable[[str], bool]) -> str:
    """Give the colour moved in lightness only until it fits; `end` itself when nothing before it does."""
    return _hex(_towards(end, colour, _least(lambda share: fits(_hex(_towards(end, colour, share))))))


def _least(fits: Callable[[float], bool]) -> float:
    """Give the least share that fits when all above it fit; otherwise still one that fits, or 1, untried."""
    if fits(0.0):  # the usual case, ten times as fast
        return 0.0
    return bisect_left(range(_STEPS), x=True, key=lambda step: fits(step / _STEPS)) / _STEPS


def _towards(end: float, colour: _Lab, share: float) -> _Lab:
    return colour._replace(lightness=colour.lightness + (end - colour.lightness) * share)


def _calmed(colour: _Lab, vivid: float) -> _Lab:
    return _greyed(colour, 1 - vivid / max(hypot(colour.a, colour.b), vivid))


def _greyed(colour: _Lab, share: float) -> _Lab:
    return _Lab(colour.lightness, colour.a * (1 - share), colour.b * (1 - share))


def _hex(colour: _Lab) -> str:
    """Give the colour in sRGB, with as much of its chroma as fits there."""
    lights = _lights(_greyed(colour, _least(lambda share: _is_in_srgb(_greyed(colour, share)))))
    return "#" + bytes(_value(light) for light in lights).hex()


def _is_in_srgb(colour: _Lab) -> bool:
    slack = 1e-5  # the published matrices are each other's inverse only nearly
    return all(-slack <= light <= 1 + slack for light in _lights(colour))


def _value(light: float) -> int:
    held = min(1.0, max(0.0, light))
    return round(255 * (12.92 * held if held <= _STRAIGHT else 1.055 * held ** (1 / 2.4) - 0.055))


def _light(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 12.92 * _STRAIGHT else float(((share + 0.055) / 1.055) ** 2.4)


def _rgb(colour: str) -> tuple[float, float, float]:
    """Give the linear light of red, green and blue, from 0 to 1."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return _light(red), _light(green), _light(blue)


def _luminance(colour: str) -> float:
    red, green, blue = _rgb(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklab(colour: str) -> _Lab:
    red, green, blue = _rgb(colour)
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return _Lab(
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _lights(colour: _Lab) -> tuple[float, float, float]:
    """Give the linear light of red, green and blue; outside 0 to 1 where sRGB cannot show the colour."""
    lightness, a, b = colour
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
