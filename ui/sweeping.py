"""Memory that nobody needs any more is looked for while the window rests, and on its thread.

By itself Python looks whenever enough was made, in whichever thread made it: in the middle of
opening a file, of a key press, or on a lane that must not end parts of the window.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

GLANCE = 100
"""Milliseconds between two glances at how much was made."""
EVERY = 10
"""Every so many glances there is a look."""
ENOUGH = 700
"""Objects made since the last look, of those that may hold each other; Python's own number."""
MANY = 10_000
"""Objects that are looked at without waiting for the next look: a lane makes a hundred thousand in
a second, and looking at all of them at once takes too long."""
MIDDLE, ALL = 10, 100
"""Every so many looks those are looked at, too, that outlived the first look; and the second."""


class Sweeping(QObject):
    """Takes over from Python what frees objects that hold each other."""

    def __init__(self, application: QCoreApplication) -> None:
        """Begin; the first look comes when the window has been there for a while."""
        super().__init__(application)
        gc.disable()
        self._glances = self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._glance)
        self._timer.start(GLANCE)
        application.aboutToQuit.connect(self.end)

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _glance(self) -> None:
        self._glances += 1
        if self._glances % EVERY == 0:
            self._look()
        elif gc.get_count()[0] >= MANY:
            gc.collect(0)

    def _look(self) -> None:
        if self._looks == 0:
            # Modules, classes and the window itself stay: never look at them again.
            gc.freeze()
        if self._looks == 0 or gc.get_count()[0] >= ENOUGH:
            self._looks += 1
            gc.collect(2 if self._looks % ALL == 0 else 1 if self._looks % MIDDLE == 0 else 0)
