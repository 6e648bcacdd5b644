"""The ranking: regions with their figures, and labelled rules where the selection is cut."""

from __future__ import annotations

from enum import IntEnum
from textwrap import wrap
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.ranking import RankRow, find_cuts, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from PySide6.QtCore import QPersistentModelIndex

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.ranking import Cut
    from ui.words import Words

    Index = QModelIndex | QPersistentModelIndex
    Fits = Callable[[RankRow], bool]

NONE = "—"
PENDING = message("Waits for the plenary")
TITLE_LENGTH = 14
TOTALS = Qt.ItemDataRole.UserRole
"""The judges' own totals of a region, for whoever paints them."""
TIE = Qt.ItemDataRole.UserRole + 1
"""Whether the row above, and the row below, is tied with a region; None without a tie."""


class Column(IntEnum):
    """From left to right; the dimensions stand between total and judges."""

    RANK = 0
    REGION = 1
    TOTAL = 2
    DIMENSIONS = 3


class Last(IntEnum):
    """Columns behind the dimensions, counted from the last dimension."""

    JUDGES = 0
    SPREAD = 1
    GRADE = 2
    SELECTION = 3


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LEFT_COLUMNS = (Last.GRADE, Last.SELECTION)
_TITLES = {
    Column.RANK: message("Rank"),
    Column.REGION: message("Region"),
    Column.TOTAL: message("Final value"),
}
_LAST_TITLES = {
    Last.JUDGES: message("Judges"),
    Last.SPREAD: message("Judges' own\ntotals"),
    Last.GRADE: message("Grade"),
    Last.SELECTION: message("Selection"),
}


class RankingModel(QAbstractTableModel):
    """Sorted by rank, a row that cuts the selection stands below the last region of each band.

    Attributes:
        rows: a RankRow, or the words of a cut.
    """

    def __init__(self, words: Words, instrument: Instrument, rows: tuple[RankRow, ...]) -> None:
        """Show every ranked region."""
        super().__init__()
        self._words, self._instrument = words, instrument
        self._all = self._shown = rows
        self._decimals = instrument.rules.decimals
        self._sorted: tuple[int, Qt.SortOrder] = (Column.RANK, Qt.SortOrder.AscendingOrder)
        self.rows: list[RankRow | str] = []
        self._arrange()

    @property
    def regions(self) -> int:
        """How many regions are shown."""
        return len(self._shown)

    def keep(self, fits: Fits) -> None:
        """Show only regions that fit."""
        self.beginResetModel()
        self._shown = tuple(row for row in self._all if fits(row))
        self._arrange()
        self.endResetModel()

    def row_of(self, code: str) -> int:
        """Return where a region is shown, -1 where it is not."""
        return self._places.get(code, -1)

    def last(self, column: int) -> Last | None:
        """Return which of the columns behind the dimensions a column is, or None."""
        number = column - Column.DIMENSIONS - len(self._instrument.dimensions)
        return Last(number) if number >= 0 else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many regions and cuts there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return the number of columns."""
        if parent.isValid():
            return 0
        return Column.DIMENSIONS + len(self._instrument.dimensions) + len(Last)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, or the totals of the judges."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if isinstance(row, str):
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row if shown and column == Column.RANK else None
        return self._of_region(row, column, role)

    def _of_region(self, row: RankRow, column: int, role: int) -> object:
        roles = Qt.ItemDataRole
        if role == TIE:
            return self._tie(row) if column == Column.RANK and row.ranked.tied_with else None
        if role == roles.TextAlignmentRole:
            left = column == Column.REGION or self.last(column) in _LEFT_COLUMNS
            return _LEFT if left else _RIGHT
        if role == TOTALS and self.last(column) is Last.SPREAD:
            return row.totals
        if role == roles.DisplayRole:
            return "" if self.last(column) is Last.SPREAD else self.text(row, column)
        if role == roles.AccessibleTextRole:
            title = str(self.headerData(column, Qt.Orientation.Horizontal)).replace("\n", " ")
            return f"{row.region.name}, {title}: {self.text(row, column)}"
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
        last = self.last(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section == Column.REGION or last in _LEFT_COLUMNS else _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if last is not None:
            return self._words.say(_LAST_TITLES[last])
        if section < Column.DIMENSIONS:
            return self._words.say(_TITLES[Column(section)])
        dimension = self._instrument.dimensions[section - Column.DIMENSIONS]
        return "\n".join(wrap(self._words.text(dimension.name), TITLE_LENGTH))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal regions stay in the order of their ranks."""
        self.beginResetModel()
        self._sorted = (column, order)
        self._arrange()
        self.endResetModel()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a cut be read, never chosen."""
        if index.isValid() and isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def text(self, row: RankRow, column: int) -> str:
        """Return what stands in a cell."""
        words, ranked, last = self._words, row.ranked, self.last(column)
        if last is not None:
            return self._last_text(row, last)
        if column == Column.RANK:
            return f"{ranked.rank}{' =' if ranked.tied_with else ''}"
        if column == Column.REGION:
            return f"{row.region.name}\n{row.region.code} · {row.region.province}".rstrip(" ·")
        if column == Column.TOTAL:
            return words.figures(ranked.printed)
        value = row.dimensions[column - Column.DIMENSIONS]
        return NONE if value is None else words.number(value, self._decimals)

    def _tie(self, row: RankRow) -> tuple[bool, bool]:
        place = self._places[row.region.code]
        above, below = (
            0 <= other < len(self.rows) and self._is_tied(row, self.rows[other])
            for other in (place - 1, place + 1)
        )
        return above, below

    @staticmethod
    def _is_tied(row: RankRow, other: RankRow | str) -> bool:
        return isinstance(other, RankRow) and other.region.code in row.ranked.tied_with

    def _last_text(self, row: RankRow, last: Last) -> str:
        ranked = row.ranked
        match last:
            case Last.JUDGES:
                return str(ranked.tally.judges)
            case Last.SPREAD:
                return self._spread(row)
            case Last.GRADE:
                return self._words.text(ranked.grade) if ranked.grade else ""
            case Last.SELECTION:
                if ranked.selection is None and row.pending:
                    return self._words.say(PENDING)
                return self._words.text(ranked.selection) if ranked.selection else ""

    def _spread(self, row: RankRow) -> str:
        if not row.totals:
            return NONE
        lowest, highest = (self._words.number(end, self._decimals) for end in
                           (row.totals[0], row.totals[-1]))  # fmt: skip
        said = message("{lowest} to {highest}", lowest=lowest, highest=highest)
        return self._words.say(said)

    def _arrange(self) -> None:
        self._sort_rows()
        self._places = {
            row.region.code: place
            for place, row in enumerate(self.rows)
            if isinstance(row, RankRow)
        }

    def _sort_rows(self) -> None:
        column, order = self._sorted
        falls = order is Qt.SortOrder.DescendingOrder
        if column == Column.RANK and not falls:
            self.rows = self._with_cuts()
            return
        key = self._key(column)
        keyed = [(key(row), row) for row in self._shown]
        known = [pair for pair in keyed if pair[0] is not None]
        known.sort(key=lambda pair: cast("Fraction", pair[0]), reverse=falls)
        unknown = [row for value, row in keyed if value is None]
        self.rows = [*(row for _, row in known), *unknown]

    def _with_cuts(self) -> list[RankRow | str]:
        cuts = {cut.after: cut for cut in find_cuts(self._shown)}
        rows: list[RankRow | str] = []
        for place, row in enumerate(self._shown):
            rows.append(row)
            if place in cuts:
                rows.append(self._words.say(self._cut(cuts[place])))
        return rows

    def _cut(self, cut: Cut) -> Message:
        band = self._words.text(cut.band)
        if cut.pending:
            return message(
                "End of: {band}, as far as it is decided; the tie below waits for the plenary",
                band=band,
            )
        return message("End of: {band}", band=band)

    def _key(self, column: int) -> Callable[[RankRow], Fraction | int | str | None]:
        last = self.last(column)
        if last is Last.JUDGES:
            return lambda row: row.ranked.tally.judges
        if last is Last.SPREAD:
            return lambda row: row.totals[-1] - row.totals[0] if row.totals else None
        if last is not None or column == Column.REGION:
            return lambda row: self.text(row, column).casefold()
        if column == Column.RANK:
            return lambda row: row.ranked.rank
        if column == Column.TOTAL:
            return lambda row: row.ranked.total
        return lambda row: row.dimensions[column - Column.DIMENSIONS]


def fits(row: RankRow, *, province: str, kind: str, band: str, text: str) -> bool:
    """Whether a region fits the filters; an empty one fits everything."""
    region = row.region
    selection = row.ranked.selection
    searched = f"{region.name} {region.code} {region.province}".casefold()
    return (
        (not province or region.province == province)
        and (not kind or kind_of(region) == kind)
        and (not band or (selection is not None and selection.id == band))
        and all(word in searched for word in text.casefold().split())
    )
