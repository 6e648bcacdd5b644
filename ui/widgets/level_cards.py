"""All levels of one indicator beside each other, each with its text as the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GAP_8, LEVEL_NARROWEST, LEVEL_READABLE
from ui.widgets.level_card import LevelCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

MOST_BESIDE = 5
"""So many levels with texts stand in one line where there is room."""

Choice = tuple[int, str, str]
"""A value (x 10**decimals), its number in words of the screen, and its text, maybe empty."""


class LevelCards(QWidget):
    """Choices of one indicator; one of them takes the focus, the arrows go between them."""

    chosen = Signal(int)
    """A value was pressed, with the mouse or the space bar."""

    def __init__(self, theme: Theme, choices: Sequence[Choice]) -> None:
        """Make the cards, none of them chosen."""
        super().__init__()
        self._theme = theme
        self.cards = [LevelCard(theme, *choice) for choice in choices]
        self._texts = any(text for _, _, text in choices)
        self._heights: dict[int, int] = {}
        for card in self.cards:
            card.setParent(self)
            card.clicked.connect(lambda _=False, value=card.value: self.chosen.emit(value))
        self._lowest = self.cards[0].sizeHint().height()
        self.cards[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def describe(self, text: str) -> None:
        """Say for which indicator the cards stand."""
        for card in self.cards:
            card.setAccessibleDescription(text)

    def show_value(self, value: int | None, before: int | None) -> None:
        """Show what is chosen, and what was chosen before it."""
        for card in self.cards:
            card.show_choice(chosen=card.value == value, was=card.value == before)
        self._offer(next((c for c in self.cards if c.value == value), self.cards[0]))

    def take_focus(self) -> None:
        """Give the focus to the chosen card, or the first."""
        next(c for c in self.cards if c.focusPolicy() is Qt.FocusPolicy.StrongFocus).setFocus()

    def focused(self) -> int | None:
        """Return the value of the card that has the focus."""
        return next((card.value for card in self.cards if card.hasFocus()), None)

    def go(self, step: int) -> None:
        """Move the focus between the cards without choosing."""
        here = next((n for n, card in enumerate(self.cards) if card.hasFocus()), -step)
        there = self.cards[min(max(here + step, 0), len(self.cards) - 1)]
        self._offer(there)
        there.setFocus()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of one card."""
        return QSize(self._least(), self._lowest)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of all cards at their narrowest."""
        return QSize(len(self.cards) * (self._least() + GAP_8) - GAP_8, self._lowest)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines of cards."""
        if width not in self._heights:
            self._heights[width] = self._arrange(width, moves=False)
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the cards into their places."""
        del event
        self._arrange(self.width(), moves=True)

    def _offer(self, card: LevelCard) -> None:
        """Let the Tab key arrive at this card and at no other of the row."""
        for other in self.cards:
            policy = Qt.FocusPolicy.StrongFocus if other is card else Qt.FocusPolicy.ClickFocus
            if other.focusPolicy() is not policy:
                other.setFocusPolicy(policy)

    def _least(self) -> int:
        least = max(card.least_width() for card in self.cards)
        if not self._texts:
            return least
        beside = len(self.cards) <= MOST_BESIDE
        return max(least, self._theme.pixels(LEVEL_NARROWEST if beside else LEVEL_READABLE))

    def _arrange(self, width: int, *, moves: bool) -> int:
        fit = max(1, (width + GAP_8) // (self._least() + GAP_8))
        lines = -(-len(self.cards) // fit)
        columns = -(-len(self.cards) // lines)
        share = (width + GAP_8) // columns - GAP_8 if self._texts else self._least()
        top = 0
        for first in range(0, len(self.cards), columns):
            line = self.cards[first : first + columns]
            height = max(card.height_for(share) for card in line)
            if moves:
                for n, card in enumerate(line):
                    card.setGeometry(n * (share + GAP_8), top, share, height)
            top += height + GAP_8
        return top - GAP_8
