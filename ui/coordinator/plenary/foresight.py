"""Works out what would follow from an answer, one at a time, and only of the answer chosen last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smartcity_desktop.secretariat.deciding import foresee

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.secretariat.topics import Ruling
    from ui.coordinator.plenary.consequence_part import ConsequencePart
    from ui.coordinator.state import OfficeState


class Foresight(QObject):
    """Fills the part of a page or dialog that says what would follow."""

    def __init__(self, state: OfficeState, part: ConsequencePart) -> None:
        """Begin without an answer; it lives as long as the part."""
        super().__init__(part)
        self._state, self._part = state, part
        self._wanted: Ruling | None = None
        self._asked: Ruling | None = None

    def look(self, ruling: Ruling | None) -> None:
        """Say what would follow from this answer; None where none is chosen."""
        self._wanted = ruling
        if ruling is None:
            self._part.clear()
        else:
            self._part.wait()
            if self._asked is None:
                self._ask(ruling)

    def _ask(self, ruling: Ruling) -> None:
        self._asked = ruling
        part = self._part
        self._state.ask(
            lambda office, _: foresee(office, ruling),
            lambda found: self._end(lambda: part.show_consequence(found)),
            lambda error: self._end(lambda: part.fail(error)),
            owner=self,
        )

    def _end(self, show: Callable[[], None]) -> None:
        asked, self._asked = self._asked, None
        if self._wanted == asked:
            show()
        elif self._wanted is not None:
            self._ask(self._wanted)
