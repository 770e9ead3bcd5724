import os
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from math import atan2, hypot, pi

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handrail import colour
from handrail.colour import RECOGNISABLE_CHANGE, Palette, contrast, nearest_usable, palettes, stylesheet

HARBOR_GREEN = "#2f6f62"
YELLOW = "#ffe94a"
GREYS = ("#000000", "#010101", "#777777", "#808080", "#ffffff")
NEON = ("#0000ff", "#00ff00", "#00ffff", "#39ff14", "#ff0000", "#ff00ff", "#ffff00")
FORM = re.compile(r"#[0-9a-f]{6}")

accents = st.binary(min_size=3, max_size=3).map(lambda rgb: f"#{rgb.hex()}")


def for_every_accent(test: Callable[[str], None]) -> Callable[..., None]:
    for accent in (HARBOR_GREEN, YELLOW, *GREYS, *NEON):
        test = example(accent)(test)
    return settings(deadline=None, max_examples=25)(given(accents)(test))


def surfaces(palette: Palette) -> tuple[str, str, str]:
    return palette.paper, palette.raised, palette.sunken


def appearances(accent: str) -> tuple[Palette, Palette, Palette, Palette]:
    four = palettes(accent)
    return four.light, four.dark, four.light_more, four.dark_more


def lowest_contrast(text: str, palette: Palette) -> float:
    return min(contrast(text, surface) for surface in surfaces(palette))


def lightness(accent: str) -> float:
    return colour._oklab(accent).lightness


def chroma(accent: str) -> float:
    return hypot(*colour._oklab(accent)[1:])


def turn_of_hue(a: str, b: str) -> float:
    one, other = (atan2(lab.b, lab.a) for lab in (colour._oklab(a), colour._oklab(b)))
    return abs((one - other + pi) % (2 * pi) - pi)


def test_contrast_agrees_with_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#0000ff", "#ffffff") == pytest.approx(8.592, abs=0.001)
    assert contrast("#2f6f62", "#2f6f62") == 1


@given(accents, accents)
def test_contrast_does_not_depend_on_the_order(a: str, b: str) -> None:
    assert contrast(a, b) == contrast(b, a) >= 1


def test_oklab_agrees_with_known_values() -> None:
    assert colour._oklab("#ff0000") == pytest.approx((0.62796, 0.22486, 0.12585), abs=1e-4)
    assert colour._oklab("#0000ff") == pytest.approx((0.45201, -0.03246, -0.31153), abs=1e-4)
    assert colour._oklab("#ffffff") == pytest.approx((1, 0, 0), abs=1e-4)


@for_every_accent
def test_every_colour_survives_the_way_through_oklab(accent: str) -> None:
    assert colour._hex(colour._oklab(accent)) == accent


@for_every_accent
def test_text_has_seven_to_one_on_every_surface(accent: str) -> None:
    for palette in appearances(accent):
        for text in (palette.ink, palette.quiet, palette.accent, palette.accent_strong):
            assert lowest_contrast(text, palette) >= 7


@for_every_accent
def test_text_on_the_accent_has_seven_to_one(accent: str) -> None:
    assert all(contrast(palette.on_accent, palette.accent_strong) >= 7 for palette in appearances(accent))


@for_every_accent
def test_text_on_the_accent_is_the_surface_that_reads_best(accent: str) -> None:
    for palette in appearances(accent):
        best = max(contrast(surface, palette.accent_strong) for surface in surfaces(palette))
        assert contrast(palette.on_accent, palette.accent_strong) == best


@for_every_accent
def test_the_strong_accent_stands_out_more_except_near_black_and_white(accent: str) -> None:
    for palette in appearances(accent):
        gained = lowest_contrast(palette.accent_strong, palette) - lowest_contrast(palette.accent, palette)
        assert gained > 0 or (gained == 0 and not 0.1 < lightness(palette.accent) < 0.98)


@for_every_accent
def test_lines_have_three_to_one_on_every_surface(accent: str) -> None:
    assert all(lowest_contrast(palette.line, palette) >= 3 for palette in appearances(accent))


@for_every_accent
def test_decoration_is_seen_on_every_surface_and_quieter_than_lines(accent: str) -> None:
    for palette in appearances(accent):
        assert 1.25 <= lowest_contrast(palette.soft, palette) < lowest_contrast(palette.line, palette)


@for_every_accent
def test_every_colour_is_written_in_full(accent: str) -> None:
    assert all(FORM.fullmatch(value) for palette in appearances(accent) for value in palette)


@for_every_accent
def test_more_contrast_means_black_and_white_with_strong_accents_and_lines(accent: str) -> None:
    _, _, light, dark = appearances(accent)
    assert {*surfaces(light), dark.ink} == {"#ffffff"}
    assert {*surfaces(dark), light.ink} == {"#000000"}
    for palette in (light, dark):
        assert lowest_contrast(palette.accent, palette) >= 10
        assert lowest_contrast(palette.line, palette) >= 10


@for_every_accent
def test_surfaces_are_warm_and_hardly_tinted(accent: str) -> None:
    light, dark, _, _ = appearances(accent)
    for palette, paper in ((light, "#fbf7f0"), (dark, "#171512")):
        assert all(abs(x - y) <= 4 for x, y in zip(channels(palette.paper), channels(paper), strict=True))
        assert lightness(palette.sunken) < lightness(palette.paper) < lightness(palette.raised)
        for red, _, blue in map(channels, surfaces(palette)):
            assert red > blue


def channels(value: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(value[1:]))


def test_surfaces_have_a_breath_of_the_accent() -> None:
    green, plum = palettes("#2f6f62").light.paper, palettes("#7a3b69").light.paper
    assert colour._oklab(green).a < colour._oklab(plum).a


@for_every_accent
def test_a_light_accent_that_already_reads_is_left_as_it_is(accent: str) -> None:
    light = palettes(accent).light
    assert (light.accent == accent) is (lowest_contrast(accent, light) >= 7)


@for_every_accent
def test_an_accent_moves_only_as_far_as_it_must(accent: str) -> None:
    light, dark, _, _ = appearances(accent)
    assert light.accent == accent or lowest_contrast(light.accent, light) < 7.3
    assert lightness(dark.accent) <= lightness(accent) + 0.002 or lowest_contrast(dark.accent, dark) < 7.3


@for_every_accent
def test_a_dark_accent_is_calm(accent: str) -> None:
    assert chroma(palettes(accent).dark.accent) < 0.095


@for_every_accent
def test_an_accent_keeps_its_hue(accent: str) -> None:
    light, dark, _, _ = appearances(accent)
    for moved in (light.accent, dark.accent):
        # Rounding turns the hue of a colour without chroma, so only the distance counts.
        assert turn_of_hue(accent, moved) * chroma(moved) < 0.005


def test_the_default_accent_is_usable_and_stays_green() -> None:
    four = palettes(HARBOR_GREEN)
    assert nearest_usable(HARBOR_GREEN) is None
    assert (four.light.paper, four.light.accent) == ("#faf7f0", "#15594d")
    assert (four.dark.paper, four.dark.accent) == ("#161512", "#76b6a7")


def test_the_accent_may_be_written_in_capitals() -> None:
    assert palettes(HARBOR_GREEN.upper()) == palettes(HARBOR_GREEN)


@pytest.mark.parametrize("text", ["", "#2f6", "#2f6f6", "#2f6f62ff", "green", "#gggggg"])
def test_another_form_of_colour_is_a_bug(text: str) -> None:
    with pytest.raises(ValueError, match=r"hexadecimal|unpack"):
        palettes(text)


@pytest.mark.parametrize("accent", ["#7a3b69", "#1d4e89", "#b5472a", "#444444", "#000000"])
def test_dark_and_middling_accents_are_usable(accent: str) -> None:
    assert nearest_usable(accent) is None


@pytest.mark.parametrize("accent", [YELLOW, "#ffffff", "#e0a800", "#39ff14", "#cccccc"])
def test_bright_accents_are_not_usable(accent: str) -> None:
    assert nearest_usable(accent) is not None


def test_bright_yellow_gets_a_deeper_yellow_proposed() -> None:
    assert nearest_usable(YELLOW) == "#8a7b00"
    assert turn_of_hue(YELLOW, "#8a7b00") < 0.05


@for_every_accent
def test_a_proposed_accent_is_usable_and_of_the_same_hue(accent: str) -> None:
    proposed = nearest_usable(accent) or accent
    assert nearest_usable(proposed) is None
    assert turn_of_hue(accent, proposed) * chroma(proposed) < 0.005
    assert chroma(proposed) <= chroma(accent) + 0.005


@for_every_accent
def test_a_proposed_accent_is_moved_as_little_as_possible(accent: str) -> None:
    proposed = nearest_usable(accent)
    change = lightness(proposed or accent) - lightness(palettes(proposed or accent).light.accent)
    assert change <= RECOGNISABLE_CHANGE
    assert proposed is None or change > RECOGNISABLE_CHANGE - 0.01


def test_another_run_gives_the_same_style_sheet() -> None:
    program = f"from handrail.colour import *; print(stylesheet(palettes('{HARBOR_GREEN}')), end='')"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    command = [sys.executable, "-c", program]
    other = subprocess.run(command, capture_output=True, check=True, env=environment, text=True)
    assert other.stdout == stylesheet(palettes(HARBOR_GREEN))


def test_the_style_sheet_names_every_colour_for_every_appearance() -> None:
    four = palettes(HARBOR_GREEN)
    light, dark, more, dark_more, chosen, on_paper = stylesheet(four).splitlines()
    assert light == ":root{color-scheme:light dark;" + written(four.light) + "}"
    assert dark == "@media (prefers-color-scheme:dark){:root{" + written(four.dark) + "}}"
    assert more == "@media (prefers-contrast:more){:root{" + written(four.light_more) + "}}"
    both = "(prefers-contrast:more) and (prefers-color-scheme:dark)"
    assert dark_more == f"@media {both}{{:root{{" + written(four.dark_more) + "}}"
    assert chosen.startswith("@media screen{:root[data-look=light]{color-scheme:light;" + written(four.light) + "}")
    assert ":root[data-look=dark-more]{color-scheme:dark;" + written(four.dark_more) + "}" in chosen
    assert on_paper.startswith("@media print{:root{color-scheme:light;--paper:#ffffff;")


def written(palette: Palette) -> str:
    return "".join(f"--{name.replace('_', '-')}:{colour};" for name, colour in palette._asdict().items())


def test_print_is_black_on_white_even_where_fills_are_left_out() -> None:
    on_paper = dict(re.findall(r"--([a-z-]+):(#\w+)", stylesheet(palettes(YELLOW)).splitlines()[-1]))
    assert {on_paper[name] for name in ("paper", "raised", "sunken", "accent-strong")} == {"#ffffff"}
    assert {on_paper[name] for name in ("ink", "quiet", "accent", "on-accent", "line")} == {"#000000"}


def test_a_later_rule_wins_where_several_appearances_are_asked_for() -> None:
    places = [stylesheet(palettes(YELLOW)).index(query) for query in ("dark){", "more){", "more) and", "print{")]
    assert all(earlier < later for earlier, later in pairwise(places))
