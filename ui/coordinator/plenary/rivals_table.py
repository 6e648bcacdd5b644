"""Sheets that cannot all count, next to each other: only the indicators in which they differ."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.sealing.receipt import receipt_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.question import Question, Rival
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex

NO_VALUE = "—"
TITLE_LENGTH = 12
"""Letters after which a title goes on in the next line; receipts are as high."""
_STATES = {
    SheetState.RECUSED: message("not scored by this judge"),
    SheetState.ABSENT: message("reported absent"),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RivalsModel(QAbstractTableModel):
    """One row for each region and indicator in which the sheets differ, one column a sheet."""

    def __init__(self, words: Words, instrument: Instrument, questions: Sequence[Question],
                 names: dict[str, str]) -> None:  # fmt: skip
        """Show what differs.

        Args:
            words: of the screen.
            instrument: for names and scales.
            questions: about the same sheets of one judge, each about one region.
            names: of the regions by code.
        """
        super().__init__()
        self._words = words
        self._indicators = instrument.indicators()
        self._rivals = questions[0].rivals
        self.rows: list[tuple[str, tuple[str, ...]]] = []
        for question in questions:
            region = f"{names.get(question.region, '')} ({question.region})"
            self.rows += self._differing(region, question.rivals)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many differences there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return a column for the place, and one a sheet."""
        return 0 if parent.isValid() else 1 + len(self._rivals)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() else _LEFT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            place, values = self.rows[index.row()]
            return values[index.column() - 1] if index.column() else place
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the receipt and the panel file of a sheet."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if not section:
            title = self._words.say(message("Region and indicator"))
            return "\n".join(wrap(title, TITLE_LENGTH))
        rival = self._rivals[section - 1]
        kind = message("paper") if rival.paper else message("panel file")
        groups = receipt_of(rival.seal).split("-")
        half = len(groups) // 2
        receipt = "-\n".join(("-".join(groups[:half]), "-".join(groups[half:])))
        return f"{receipt}\n{self._words.say(kind)} {rival.issue}"

    def _differing(self, region: str, rivals: Sequence[Rival]) -> list[tuple[str, tuple[str, ...]]]:
        if any(rival.state is not SheetState.SCORED for rival in rivals):
            return [(region, tuple(self._words.say(_state(rival)) for rival in rivals))]
        rows = []
        for at, indicator in enumerate(self._indicators):
            values = [rival.values[at] for rival in rivals]
            if len(set(values)) > 1:
                shown = tuple(
                    NO_VALUE if value is None else self._words.value(indicator.scale, value)
                    for value in values
                )
                name = self._words.text(indicator.name)
                rows.append((f"{region}\n{indicator.id} {name}", shown))
        return rows or [(region, (self._words.say(message("the same scores")),) * len(rivals))]


def _state(rival: Rival) -> Message:
    if rival.state is None:
        return message("left open")
    return _STATES.get(rival.state, message("scored"))
