"""A table with ruled rows: heads repeat on every page, no row is ever split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable  # type: ignore[import-untyped]

from smartcity_desktop.reports.layout.cells import PAD_X, Column, Row, set_cell
from smartcity_desktop.reports.layout.ink import BLACK, RULE
from smartcity_desktop.reports.layout.pen import Pen, shift
from smartcity_desktop.reports.layout.signatures import note_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.reports.archive.canvas import ArchiveCanvas
    from smartcity_desktop.reports.layout.cells import SetCell

TALLEST_CELL = 300.0
"""Points; a page of the smallest format holds a head and such a row."""

EDGE = 0.9
"""Weight of the first and the last rule."""

LEAST_ROWS = 2
"""Fewer rows than this never stand alone under a head at the foot of a page."""


class RuledTable(Flowable):  # type: ignore[misc]
    """Rows of text under a head.

    Plain text is drawn as it is: nothing in a cell is ever read as markup.
    """

    def __init__(self, columns: Sequence[Column], head: Sequence[Row], rows: Sequence[Row]) -> None:
        """Set a table; texts must be legible already."""
        super().__init__()
        self.columns = tuple(columns)
        self.head = [_SetRow(row, self.columns) for row in head]
        self.rows = [_SetRow(row, self.columns) for row in rows]
        self._known: list[int] = []
        self.spaceAfter = 6
        self.hAlign = "LEFT"

    def least_height(self) -> float:
        """Return the height of the head and the fewest rows that stand under it."""
        return self._height_of(self.head + self.rows[:LEAST_ROWS])

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size of the whole table."""
        return sum(c.width for c in self.columns), self._height_of(self.head + self.rows)

    def split(self, _width: float, height: float) -> list[RuledTable]:
        """Return what fits and the rest, or nothing when too little would fit."""
        room = height - self._height_of(self.head)
        fitting = 0
        for row in self.rows:
            if row.height > room:
                break
            room -= row.height
            fitting += 1
        if getattr(self, "_postponed", False):  # the library's mark: this is a fresh page
            fitting = max(fitting, 1)
        else:
            while fitting and self.rows[fitting - 1].row.tied_to_next:
                fitting -= 1
            if fitting < min(LEAST_ROWS, len(self.rows)):
                return []
        return [self._part(self.rows[:fitting]), self._part(self.rows[fitting:])]

    def split_before_last(self, count: int) -> list[RuledTable]:
        """Return the table without its last rows, and these; nothing when it is too short."""
        if len(self.rows) <= count:
            return []
        return [self._part(self.rows[:-count]), self._part(self.rows[-count:])]

    def draw(self) -> None:
        """Draw fills and rules, then all text in one text object."""
        top = self._height_of(self.head + self.rows)
        width = sum(c.width for c in self.columns)
        with self.canv.artifact():
            self._draw_fills(top, width)
            self._draw_rules(top, width)
        pen = Pen(self.canv)
        with self.canv.table(self._known) as head_is_new:
            pairs = [("TH" if head_is_new else "", row) for row in self.head]
            for role, row in pairs + [("TD", row) for row in self.rows]:
                begin, end = self.canv.row_marks(role)
                pen.mark(begin)
                row.write(pen, top)
                pen.mark(end)
                row.note_field(self.canv, top)
                top -= row.height
        pen.finish()

    def _part(self, rows: list[_SetRow]) -> RuledTable:
        part = RuledTable(self.columns, (), ())
        part.head, part.rows = self.head, rows
        part._known = self._known  # one table for screen readers
        part.spaceAfter = self.spaceAfter
        return part

    def _draw_fills(self, top: float, width: float) -> None:
        for row in self.head + self.rows:
            if row.row.fill is not None:
                self.canv.setFillColor(row.row.fill)
                self.canv.rect(0, top - row.height, width, row.height, stroke=0, fill=1)
            top -= row.height

    def _draw_rules(self, top: float, width: float) -> None:
        """Draw all rules of one weight as one path, the heaviest last."""
        rules: dict[float, list[float]] = {EDGE: [top]}
        for row in self.head + self.rows:
            top -= row.height
            rules.setdefault(row.row.rule, []).append(top)
        rules[EDGE].append(0)
        for weight, heights in sorted(rules.items()):
            if weight:
                self.canv.setStrokeColor(BLACK if weight > 0.5 else RULE)
                self.canv.setLineWidth(weight)
                self.canv.lines([(0, y, width, y) for y in heights])

    @staticmethod
    def _height_of(rows: Sequence[_SetRow]) -> float:
        return sum(row.height for row in rows)


class _SetRow:
    """A row broken into lines, with the places of its columns."""

    def __init__(self, row: Row, columns: tuple[Column, ...]) -> None:
        self.row = row
        if len(row.cells) == 1 < len(columns):
            columns = (Column(sum(c.width for c in columns), columns[0].align),)
        self.columns = columns
        self.cells = [
            set_cell(cell, row.ink, column.width, TALLEST_CELL)
            for cell, column in zip(row.cells, columns, strict=True)
        ]
        self.height = max(row.height, max(c.height for c in self.cells) + 2 * row.pad)

    def write(self, pen: Pen, top: float) -> None:
        """Write every line of the row at its place; cells of one line follow each other."""
        left, ink, running = 0.0, self.row.ink, False
        known = pen.cells(ink, self.columns)
        for cell, column, written in zip(self.cells, self.columns, known, strict=True):
            if len(cell.lines) == 1 and cell.lines[0][1] is ink:
                if not running:
                    pen.begin_cells(ink, (left, self._first(cell, top) - ink.baseline()))
                running = pen.cell(cell.lines[0][0], ink, column, written)
            else:
                running = False
            if not running:
                self._write_cell(pen, cell, column, (left, top))
            left += column.width

    def _first(self, cell: SetCell, top: float) -> float:
        """Return the top of the first line of a cell."""
        return top - ((self.height - cell.height) / 2 if self.row.middle else self.row.pad)

    def note_field(self, canvas: ArchiveCanvas, top: float) -> None:
        """Tell the canvas of the signature field in this row, if there is one."""
        signing = self.row.signing
        if signing is None:
            return
        left = sum(c.width for c in self.columns[: signing.column])
        x, y = canvas.absolutePosition(left + PAD_X + signing.indent, top - self.height + 1)
        width = self.columns[signing.column].width - 2 * PAD_X - signing.indent
        box = (x, y, x + width, y + self.height - 2)
        note_field(canvas, signing.field, (signing.name, signing.role), box)

    def _write_cell(
        self, pen: Pen, cell: SetCell, column: Column, corner: tuple[float, float]
    ) -> None:
        left, top = corner
        y = self._first(cell, top)
        for line, ink in cell.lines:
            x = left + PAD_X + shift(column, ink.width(line))
            pen.write(line, ink, (x, y - ink.baseline()))
            y -= ink.leading
