"""The table of the ranking: cuts across all columns, the judges' totals as marks on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate

from smartcity_desktop.secretariat.ranking import RankRow
from ui.item_models.ranking_model import TIE, TOTALS, Column, Last, RankingModel
from ui.theme import BORDER, FOCUS_RING, GAP_4, GAP_8, GAP_12, GAP_16, GAP_24, SPREAD_WIDTH
from ui.widgets.frozen_columns import FrozenColumns
from ui.widgets.plain_table import PlainTable

if TYPE_CHECKING:
    from fractions import Fraction

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.context import Context

    Index = QModelIndex | QPersistentModelIndex

NARROWEST = 48


class SpreadDelegate(QStyledItemDelegate):
    """Paints each judge's own total as a mark on a line from the lowest to the highest of all."""

    def __init__(self, context: Context, ends: tuple[Fraction, Fraction]) -> None:
        """Take the ends of the scale, which are the same in every row."""
        super().__init__()
        self._colours, self._ends = context.theme.colours, ends

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground as usual, then the marks."""
        super().paint(painter, option, index)
        totals = index.data(TOTALS)
        if not totals:
            return
        box = QRectF(option.rect).adjusted(GAP_12, GAP_8, -GAP_12, -GAP_8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colours.hair), BORDER))
        middle = box.center().y()
        painter.drawLine(QLineF(box.left(), middle, box.right(), middle))
        painter.setPen(QPen(QColor(self._colours.accent), FOCUS_RING))
        for total in totals:
            x = box.left() + self._place(total) * box.width()
            painter.drawLine(QPointF(x, middle - GAP_8), QPointF(x, middle + GAP_8))
        painter.restore()

    def _place(self, total: Fraction) -> float:
        lowest, highest = self._ends
        return float((total - lowest) / (highest - lowest)) if highest > lowest else 0.0


class CutDelegate(QStyledItemDelegate):
    """Paints the words of a cut on a rule across the table; everything else as usual."""

    def __init__(self, context: Context) -> None:
        """Take the colours."""
        super().__init__()
        self._colours = context.theme.colours

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        model = index.model()
        if not isinstance(model, RankingModel) or isinstance(model.rows[index.row()], RankRow):
            super().paint(painter, option, index)
            return
        box = QRectF(option.rect)
        painter.save()
        painter.fillRect(box, QColor(self._colours.ground))
        painter.setPen(QPen(QColor(self._colours.accent), FOCUS_RING))
        middle = box.center().y()
        room = int(box.width()) - GAP_24
        text = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room
        )
        width = painter.fontMetrics().horizontalAdvance(text) + GAP_16
        painter.drawLine(QLineF(box.left(), middle, box.left() + GAP_16, middle))
        painter.drawLine(QLineF(box.left() + GAP_16 + width, middle, box.right(), middle))
        painter.setPen(QColor(self._colours.text))
        where = box.adjusted(GAP_24, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(where, int(flags), text)
        painter.restore()


class RankDelegate(CutDelegate):
    """Paints a bracket at the right of ranks that are shared."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell; its end of the bracket is bent where the tie ends."""
        super().paint(painter, option, index)
        tie = index.data(TIE)
        if tie is None:
            return
        above, below = tie
        box = QRectF(option.rect)
        right, top, bottom = box.right() - GAP_4, box.top(), box.bottom()
        painter.save()
        painter.setPen(QPen(QColor(self._colours.text), BORDER))
        start, end = (top if above else top + GAP_8), (bottom if below else bottom - GAP_8)
        painter.drawLine(QLineF(right, start, right, end))
        for bent, y in ((not above, start), (not below, end)):
            if bent:
                painter.drawLine(QLineF(right - GAP_4, y, right, y))
        painter.restore()


class RankingTable(PlainTable):
    """Shows a ranking.

    Attributes:
        ranking: the model.
    """

    region_chosen = Signal(str)
    """Code of the region whose row is current now."""

    def __init__(self, context: Context, name: str, ranking: RankingModel,
                 ends: tuple[Fraction, Fraction]) -> None:  # fmt: skip
        """Show a model; ``ends`` are the smallest and the largest own total of any judge."""
        super().__init__(name)
        self.setObjectName("ranking")
        self._context, self.ranking = context, ranking
        self._frozen: FrozenColumns | None = None
        self._cut, self._spread = CutDelegate(context), SpreadDelegate(context, ends)
        self._rank = RankDelegate(context)
        self.setItemDelegate(self._cut)
        self.setItemDelegateForColumn(Column.RANK, self._rank)
        self.setSortingEnabled(False)
        self.show_model(ranking, lines=2)
        self._prepare()
        header = self.horizontalHeader()
        header.setSortIndicator(Column.RANK, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.sortIndicatorChanged.connect(self._sort)
        ranking.modelReset.connect(self._span)
        self.selectionModel().currentRowChanged.connect(lambda now: self._choose(now.row()))
        self.horizontalScrollBar().valueChanged.connect(self._freeze)
        self._span()

    def show_dimensions(self, *, shown: bool) -> None:
        """Show or hide the columns between the total and the judges."""
        for section in range(Column.DIMENSIONS, self.ranking.columnCount()):
            if self.ranking.last(section) is None:
                self.setColumnHidden(section, not shown)

    def least_width(self) -> int:
        """Return how wide it must be for rank, region and total to be read without scrolling."""
        columns = sum(map(self.columnWidth, range(Column.DIMENSIONS)))
        return columns + self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()

    def choose(self, code: str) -> None:
        """Make a region the current one, where it is shown."""
        row = self.ranking.row_of(code)
        if row >= 0:
            self.selectRow(row)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cover the first columns anew."""
        super().resizeEvent(event)
        if self._frozen is not None:
            self._frozen.cover()

    def _freeze(self) -> None:
        """Keep ranks and names in sight where the table leaves room for a figure beside them."""
        room = self.viewport().width() - sum(map(self.columnWidth, range(Column.TOTAL)))
        if self._frozen is None and room > self.columnWidth(Column.TOTAL):
            self._frozen = FrozenColumns(self, Column.TOTAL)
        if self._frozen is not None:
            self._frozen.cover()

    def _prepare(self) -> None:
        header = self.horizontalHeader()
        for section in range(self.ranking.columnCount()):
            last = self.ranking.last(section)
            if section == Column.RANK:
                words = str(self.ranking.headerData(section, Qt.Orientation.Horizontal))
                width = self.fontMetrics().horizontalAdvance(words) + 2 * GAP_24
                self.setColumnWidth(section, width)
            if last is Last.SPREAD:
                self.setItemDelegateForColumn(section, self._spread)
                least = self._context.theme.pixels(SPREAD_WIDTH)
                self.setColumnWidth(section, max(least, self.columnWidth(section)))
            elif self.columnWidth(section) < NARROWEST:
                self.setColumnWidth(section, NARROWEST)
        header.setStretchLastSection(True)
        header.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2 * GAP_4)

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        current = self._current()
        self.ranking.sort(section, order)
        if current:
            self.choose(current)

    def _span(self) -> None:
        self.clearSpans()
        columns = self.ranking.columnCount()
        tall = self.verticalHeader().defaultSectionSize()
        for number, row in enumerate(self.ranking.rows):
            cut = isinstance(row, str)
            if cut:
                self.setSpan(number, 0, 1, columns)
            low = self.fontMetrics().lineSpacing() + GAP_8
            if self.rowHeight(number) != (low if cut else tall):
                self.setRowHeight(number, low if cut else tall)
        if self._frozen is not None:
            self._frozen.cover()

    def _current(self) -> str:
        number = self.currentIndex().row()
        if 0 <= number < len(self.ranking.rows):
            row = self.ranking.rows[number]
            return row.region.code if isinstance(row, RankRow) else ""
        return ""

    def _choose(self, _number: int) -> None:
        code = self._current()
        if code:
            self.region_chosen.emit(code)
