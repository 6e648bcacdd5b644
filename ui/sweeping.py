"""Memory that nobody needs any more is looked for while the window rests, and on its thread.

By itself Python looks whenever enough was made, in whichever thread made it: in the middle of
opening a file, of a key press, or on a lane that must not end parts of the window.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks."""
ENOUGH = 700
"""Objects made since the last look, of those that may hold each other; Python's own number."""
MIDDLE, ALL = 10, 100
"""Every so many looks those are looked at, too, that outlived the first look; and the second."""


class Sweeping(QObject):
    """Takes over from Python what frees objects that hold each other."""

    def __init__(self, application: QCoreApplication) -> None:
        """Begin; the first look comes when the window has been there for a while."""
        super().__init__(application)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(EVERY)
        application.aboutToQuit.connect(self.end)

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _look(self) -> None:
        if self._looks == 0:
            # Modules, classes and the window itself stay: never look at them again.
            gc.freeze()
        if self._looks == 0 or gc.get_count()[0] >= ENOUGH:
            self._looks += 1
            gc.collect(2 if self._looks % ALL == 0 else 1 if self._looks % MIDDLE == 0 else 0)
