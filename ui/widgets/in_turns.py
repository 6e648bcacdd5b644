"""What a page needs is made part by part, so that the window never stands still for all of it."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Act = Callable[[], object]


class InTurns(QObject):
    """Does one thing after another; before each of them the window paints and takes input.

    What is left when the owner goes away is never done.
    """

    def __init__(self, owner: QObject, acts: Iterable[Act]) -> None:
        """Begin at the next turn of the event loop."""
        super().__init__(owner)
        self._acts = deque(acts)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return not self._acts

    def finish(self) -> None:
        """Do at once what is left; for whoever needs all of it now."""
        while self._acts:
            self._acts.popleft()()

    def _go_on(self) -> None:
        if self._acts:
            self._acts.popleft()()
        if not self._acts:
            self._timer.stop()
