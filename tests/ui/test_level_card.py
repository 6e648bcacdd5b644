"""A level's text finds room beside its number, or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.theme import LEVEL_NARROWEST, LIGHT, Theme
from ui.widgets.level_card import LevelCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "Pertanggungjawaban"


def lines(card: LevelCard, width: int) -> list[tuple[float, float, float]]:
    """Left, top and right end of every line of the text."""
    layout, _ = card._laid_out(width)
    every = (layout.lineAt(place) for place in range(layout.lineCount()))
    return [(each.x(), each.y(), each.x() + each.naturalTextWidth()) for each in every]


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("text", [LONG, f"{LONG} ada", "Ada laporan", f"Ada {LONG}"])
def test_no_word_goes_beyond_the_card(qtbot: QtBot, percent: int, text: str) -> None:
    card = LevelCard(Theme(LIGHT, percent), 1, "1", text)
    qtbot.addWidget(card)
    width = max(card.least_width(), LEVEL_NARROWEST)
    inner = width - 2 * card._pad()
    assert all(right <= inner for _, _, right in lines(card, inner))


def test_a_long_first_word_stands_below_the_number(qtbot: QtBot) -> None:
    card = LevelCard(Theme(LIGHT), 1, "1", LONG)
    qtbot.addWidget(card)
    inner = card.least_width() - 2 * card._pad()
    ((left, top, _),) = lines(card, inner)
    assert left == 0
    assert top >= card._disc.height()
    (wide,) = lines(card, 2 * inner)
    assert wide[0] > card._disc.width()
