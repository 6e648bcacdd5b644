"""Every kind of document, and every document that lies in the folder."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.kinds import ReportKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.documents import Found
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """From left to right."""

    KIND = 0
    STATE = 1


_TITLES = {Column.KIND: message("Document"), Column.STATE: message("State")}


@dataclass(frozen=True, slots=True)
class Line:
    """A kind that was not printed yet, or a document."""

    kind: ReportKind
    found: Found | None


class DocumentsModel(QAbstractTableModel):
    """Kinds in their usual order; of each the documents in force first, then by name.

    Attributes:
        lines: as shown.
    """

    def __init__(self, words: Words, found: Sequence[Found], *, declared: bool) -> None:
        """Show what lies in the folder; ``declared`` says whether all kinds can be printed."""
        super().__init__()
        self._words, self._declared = words, declared
        self.lines: list[Line] = []
        for kind in ReportKind:
            own = sorted((each for each in found if each.kind is kind), key=_in_force_first)
            self.lines += [Line(kind, each) for each in own] or [Line(kind, None)]

    def place_of(self, kind: ReportKind, path: Path | None) -> int:
        """Return the row of a document, or else the first of its kind."""
        own = [row for row, line in enumerate(self.lines) if line.kind is kind]
        for row in own:
            found = self.lines[row].found
            if found is not None and found.path == path:
                return row
        return own[0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self._text(self.lines[index.row()], Column(index.column()))
            # A name may go on in the next line after any of its hyphens, before figures as well.
            return text.replace("-", "-\u200b") if role == Qt.ItemDataRole.DisplayRole else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(self.lines[index.row()], Column.KIND)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words.say(_TITLES[Column(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, line: Line, column: Column) -> str:
        say, found = self._words.say, line.found
        if column is Column.KIND:
            title = say(line.kind.title())
            return f"{title}\n{found.path.name}" if found else title
        if found is None:
            able = self._declared or not line.kind.needs_declaration()
            return say(message("Not printed yet") if able else message("After the declaration"))
        return say(_state(found))


def _in_force_first(found: Found) -> tuple[bool, str]:
    return found.superseded, found.path.name


def _state(found: Found) -> Message:
    if found.superseded:
        return message("Superseded")
    if not found.known:
        return message("Changed since it was printed!")
    if not found.fields:
        return message("Printed")
    signed = sum(done for _, done in found.fields)
    return message("{signed} of {all} signatures", signed=signed, all=len(found.fields))
