"""Files that a page hands to the page on which documents are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from pathlib import Path

    from ui.coordinator.state import OfficeState


class ToCheck(QObject):
    """What shall be checked as soon as that page is shown.

    Attributes:
        paths: of an open assessment; empty where nothing was handed over.
    """

    def __init__(self, state: OfficeState) -> None:
        """Hand over nothing yet; ``of`` finds the one of an assessment."""
        super().__init__(state)
        self.paths: tuple[Path, ...] = ()

    @classmethod
    def of(cls, state: OfficeState) -> ToCheck:
        """Return the one of an open assessment, whichever page began it."""
        found = state.findChild(cls)
        return cls(state) if found is None else found

    def take(self) -> tuple[Path, ...]:
        """Return what was handed over, once."""
        paths, self.paths = self.paths, ()
        return paths
