"""The matrix of regions and judges, what the shapes mean, and what is said of the chosen cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.completeness import CellState
from smartcity_desktop.secretariat.completeness_facts import CELL_WORDS
from ui.coordinator.completeness.cell_shapes import SHAPES
from ui.item_models.completeness_model import CELL, CompletenessModel
from ui.theme import GAP_4, GAP_8, GAP_12, GAP_16, GAP_24, TARGET_SIZE
from ui.widgets.flow import flow
from ui.widgets.layouts import column, row
from ui.widgets.mark_cell_delegate import MarkCellDelegate
from ui.widgets.state_mark import StateMark
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QLabel

    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context
    from ui.item_models.completeness_model import MatrixWish
    from ui.widgets.state_mark import MarkShape

MOST_MEASURED = 12
"""Of the regions' texts, the longest by letters, one of which is the widest."""


class MatrixView(QWidget):
    """Table, legend with counts, and a line about the chosen cell.

    Attributes:
        table, model: the matrix. said: about the chosen cell.
    """

    def __init__(self, context: Context) -> None:
        """List nothing yet."""
        super().__init__()
        self._context = context
        say = context.words.say
        self.model = CompletenessModel(context.words)
        self.table = QTableView()
        self.table.setAccessibleName(say(message("Regions and judges")))
        self.table.setModel(self.model)
        self._names = _Names()
        self.table.setVerticalHeader(self._names)
        self.table.setItemDelegate(MarkCellDelegate(self.table, context.theme, _shape_of))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setCornerButtonEnabled(False)
        metrics = self.table.fontMetrics()
        for header, size in (
            (self.table.verticalHeader(), 2 * metrics.lineSpacing() + GAP_12),
            (self.table.horizontalHeader(), context.theme.pixels(TARGET_SIZE)),
        ):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(size)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.said = label(say(_CHOOSE), "quiet")
        self._legend: dict[CellState, QLabel] = {}
        self._explained: dict[CellState, QWidget] = {}
        legend = flow([self._explain(state) for state in CellState], gap=GAP_16)
        self.setLayout(column([legend, self.table, self.said], gap=GAP_8))
        self.table.selectionModel().currentChanged.connect(self._tell)

    def show_facts(self, facts: OfficeFacts) -> None:
        """Show the matrix as it is now; the view stays where it was scrolled to."""
        bars = (self.table.verticalScrollBar(), self.table.horizontalScrollBar())
        before = [bar.value() for bar in bars]
        self.model.show_facts(facts)
        self._fit()
        for bar, value in zip(bars, before, strict=True):
            bar.setValue(value)

    def ask_for(self, wish: MatrixWish) -> None:
        """List what fits."""
        self.model.ask_for(wish)
        self._fit()

    def _fit(self) -> None:
        """Give the names the room of the longest, the judges that of the longest id."""
        metrics = self.table.fontMetrics()
        texts = {line for region in self.model.regions for line in
                 (region.name, f"{region.code} · {region.province}")}  # fmt: skip
        longest = sorted(texts, key=len)[-MOST_MEASURED:]
        width = max(map(metrics.horizontalAdvance, longest), default=0) + GAP_24
        self._names.be_wide(width)
        horizontal = Qt.Orientation.Horizontal
        heads = (str(self.model.headerData(at, horizontal)) for at in range(len(self.model.judges)))
        lines = (line for head in heads for line in head.split("\n"))
        ids = max(map(metrics.horizontalAdvance, lines), default=0)
        least = self._context.theme.pixels(TARGET_SIZE) + GAP_8
        self.table.horizontalHeader().setDefaultSectionSize(max(least, ids + GAP_16))
        for state, count in self.model.counts().items():
            word = self._context.words.say(CELL_WORDS[state])
            self._legend[state].setText(f"{word} {count}")
            self._explained[state].setVisible(count > 0)
        self.said.setText(self._context.words.say(_CHOOSE if self.model.regions else _NONE))

    def _explain(self, state: CellState) -> QWidget:
        word = self._context.words.say(CELL_WORDS[state])
        mark = StateMark(self._context.theme, SHAPES[state], word)
        text = self._legend[state] = label(word, "quiet", wraps=False)
        line = row([mark, text], gap=GAP_4)
        line.setAlignment(mark, Qt.AlignmentFlag.AlignVCenter)
        made = QWidget()
        made.setLayout(line)
        self._explained[state] = made
        return made

    def _tell(self, now: QModelIndex) -> None:
        if now.isValid():
            model = self.model
            said = model.said(model.regions[now.row()], model.judges[now.column()])
            self.said.setText(said)


class _Names(QHeaderView):
    """The regions at the left; as wide as it is told, without asking every row."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._wide = 0

    def be_wide(self, width: int) -> None:
        self._wide = width
        self.setFixedWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._wide, 0)


def _shape_of(index: QModelIndex | QPersistentModelIndex) -> MarkShape | None:
    state = index.data(CELL)
    return SHAPES[state] if isinstance(state, CellState) else None


_CHOOSE = message("Choose a cell to read what is known of it.")
_NONE = message("No region fits. Choose another judge or province, or show everything.")
