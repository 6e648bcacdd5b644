"""Long work of the window itself, in steps: between two of them it paints and takes keys."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject


PAUSE = 1
"""Milliseconds between two steps: whatever has come meanwhile has its turn."""


class Turns(QTimer):
    """Does one step a turn of the event loop; ends with the part of the window it belongs to."""

    def __init__(self, parent: QObject) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        left: list[Iterator[None]] = []
        self._left = left
        self.timeout.connect(self._step)
        # Steps that were never done may hold a part that has no place in the window yet.
        self.destroyed.connect(lambda _gone=None: left.clear())

    def take(self, steps: Iterator[None]) -> None:
        """Begin with these steps at the next turn; what was left of others is dropped."""
        self._left[:] = [steps]
        self.start(PAUSE)

    def finish(self) -> None:
        """Do at once what is left; for whoever needs all of it now."""
        self.stop()
        for steps in self._left:
            deque(steps, maxlen=0)

    def _step(self) -> None:
        if not self._left or next(self._left[0], self) is self:
            self.stop()
