"""A judge's own regions beside each other, as a table for Qt: sorted by any column."""

from __future__ import annotations

from enum import IntEnum
from textwrap import wrap
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.progress import Progress, progress_of
from ui.judge.region_words import WORDS, code_and_province

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.instrument import Dimension
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from smartcity_desktop.scoring.own_ranking import OwnRanking, OwnRow
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex

NONE = "—"
TITLE_LENGTH = 16
"""Letters after which the title of a dimension goes on in the next line."""
_RIGHT = Qt.AlignmentFlag.AlignRight


class Column(IntEnum):
    """The columns before those of the dimensions."""

    RANK = 0
    REGION = 1
    TOTAL = 2
    DIMENSIONS = 3


_TITLES = {
    Column.RANK: message("Your rank"),
    Column.REGION: message("Region"),
    Column.TOTAL: message("Your total"),
}


class TableRow(Struct, frozen=True):
    """One region with its figures and how far the judge is."""

    region: Region
    own: OwnRow
    progress: Progress


def table_rows(facts: DeskFacts, ranking: OwnRanking) -> tuple[TableRow, ...]:
    """Return a row for each region of an open file, in the order of the ranking."""
    ids = tuple(indicator.id for indicator in facts.instrument.indicators())
    regions = {region.code: region for region in facts.issue.regions}
    return tuple(
        TableRow(regions[own.region], own, progress_of(facts, own.region, ids))
        for own in ranking.rows
    )


class OwnRankingModel(QAbstractTableModel):
    """Rank, region, total, one column a dimension; without a figure always below."""

    def __init__(
        self, words: Words, dimensions: Sequence[Dimension], rows: Sequence[TableRow], places: int
    ) -> None:
        """Show rows with so many decimals."""
        super().__init__()
        self._words, self._places = words, places
        self._dimensions, self._rows = dimensions, list(rows)
        self.sort(Column.RANK, Qt.SortOrder.AscendingOrder)

    def row(self, number: int) -> TableRow:
        """Return a row as it is sorted now."""
        return self._rows[number]

    def dimension(self, column: int) -> int | None:
        """Return the number of the dimension in a column, None in the other columns."""
        return column - Column.DIMENSIONS if column >= Column.DIMENSIONS else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many regions there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else Column.DIMENSIONS + len(self._dimensions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, or what a screen reader says."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column == Column.REGION else _RIGHT
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = str(self.headerData(column, Qt.Orientation.Horizontal)).replace("\n", " ")
            said = self._text(row, column)
            if said == NONE:
                said = self._words.say(message("no figure"))
            return f"{row.region.name}, {title}: {said}"
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignLeft if section == Column.REGION else _RIGHT) | (
                Qt.AlignmentFlag.AlignVCenter
            )
        number = self.dimension(section)
        if role == Qt.ItemDataRole.DisplayRole:
            if number is None:
                title = self._words.say(_TITLES[Column(section)])
                return title if section == Column.REGION else "\n".join(title.split())
            return "\n".join(wrap(self._words.text(self._dimensions[number].name), TITLE_LENGTH))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; regions without a figure stay below, equal ones by code."""
        falls = order is Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        self._rows.sort(key=lambda row: row.region.code)
        if column == Column.REGION:
            self._rows.sort(key=lambda row: row.region.name.casefold(), reverse=falls)
        else:
            self._sort_figures(self._figure_of(column), falls=falls)
        self.layoutChanged.emit()

    def longest_texts(self, column: int) -> list[str]:
        """Return texts of a column, among them the one with the most letters."""
        if column == Column.REGION:
            return [self._text(row, column) for row in self._rows]
        figure = self._figure_of(column)
        known = [value for row in self._rows if (value := figure(row)) is not None]
        places = self._places_of(column)
        return [self._words.number(end(known), places) for end in (min, max) if known]

    def _places_of(self, column: int) -> int:
        return 0 if column == Column.RANK else self._places

    def _sort_figures(
        self, figure: Callable[[TableRow], Fraction | int | None], *, falls: bool
    ) -> None:
        known = [row for row in self._rows if figure(row) is not None]
        unknown = [row for row in self._rows if figure(row) is None]
        known.sort(key=lambda row: figure(row) or 0, reverse=falls)
        self._rows = [*known, *unknown]

    def _figure_of(self, column: int) -> Callable[[TableRow], Fraction | int | None]:
        number = self.dimension(column)
        if number is not None:
            return lambda row: row.own.sums.dimensions[number]
        if column == Column.TOTAL:
            return lambda row: row.own.sums.total
        return lambda row: row.own.rank

    def _text(self, row: TableRow, column: int) -> str:
        if column == Column.REGION:
            state = self._words.say(WORDS[row.progress])
            return f"{row.region.name}\n{code_and_province(row.region)} · {state}"
        figure = self._figure_of(column)(row)
        if figure is None:
            return NONE
        return self._words.number(figure, self._places_of(column))
