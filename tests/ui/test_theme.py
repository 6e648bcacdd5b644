"""Colours that everybody can read, and one place for every colour, size and margin."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.architecture.source_tree import read_sources
from tests.ui.contrast import WANTED, strongest_in
from tests.ui.contrast import contrast as contrast_of
from ui.theme import COLOURS, GROUNDS, PAIRS, TEXTS_ON_GROUNDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ui.theme import Colours

LINES = 3.0
HOLDS_THEM = ("ui/theme.py", "ui/style.py")
MEASURED = {
    "setContentsMargins", "setSpacing", "setFixedWidth", "setFixedHeight", "setFixedSize",
    "setMinimumWidth", "setMinimumHeight", "setMinimumSize", "setMaximumWidth",
    "setMaximumHeight", "setPointSize", "setPointSizeF", "setPixelSize",
}  # fmt: skip


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours as the theme writes them."""
    return contrast_of(_parts(one), _parts(other))


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def test_the_formula_gives_the_published_ends() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_the_contrast_of_a_picture_is_that_of_its_letters() -> None:
    place = Image.new("RGB", (20, 20), "#FFFFFF")
    place.paste("#C8C8C8", (4, 4, 8, 8))
    assert strongest_in(place) < 2
    place.putpixel((5, 5), (0x77, 0x77, 0x77))
    assert strongest_in(place) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("colours", COLOURS.values(), ids=[c.value for c in COLOURS])
def test_every_text_can_be_read_on_every_ground(colours: Colours) -> None:
    pairs = [(text, ground) for text in TEXTS_ON_GROUNDS for ground in GROUNDS] + list(PAIRS)
    found = {
        (text, ground): contrast(getattr(colours, text), getattr(colours, ground))
        for text, ground in pairs
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < WANTED} == {}


@pytest.mark.parametrize("colours", COLOURS.values(), ids=[c.value for c in COLOURS])
def test_borders_of_controls_can_be_seen(colours: Colours) -> None:
    assert min(contrast(colours.line, colours.surface), contrast(colours.line, colours.ground)) >= (
        LINES
    )


def find_measures(root: Path) -> Iterator[str]:
    """Yield colours, margins and sizes that stand outside the theme."""
    for source in read_sources(root, "ui"):
        if source.name in HOLDS_THEM:
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Constant) and re.fullmatch(r"#[0-9A-Fa-f]{6}", str(node.value)):
                yield f"{source.name}:{node.lineno}: a colour"
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in MEASURED
                and any(_is_large_number(argument) for argument in node.args)
            ):
                yield f"{source.name}:{node.lineno}: {node.func.attr} with a number"


def _is_large_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value > 1


def test_every_measure_stands_in_the_theme(root: Path) -> None:
    assert list(find_measures(root)) == []


def test_a_measure_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "a.py").write_text('x.setFixedWidth(120)\ncolour = "#AABBCC"\n')
    assert list(find_measures(tmp_path)) == [
        "ui/a.py:1: setFixedWidth with a number",
        "ui/a.py:2: a colour",
    ]
