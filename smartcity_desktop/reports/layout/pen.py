"""Writes lines of text on a page in few operators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.reports.layout.cells import PAD_X, Align

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.reports.archive.canvas import ArchiveCanvas
    from smartcity_desktop.reports.layout.cells import Column
    from smartcity_desktop.reports.layout.ink import Ink


class Pen:
    """Writes into one text object, changing face and colour only when they change."""

    def __init__(self, canvas: ArchiveCanvas) -> None:
        """Begin a text object."""
        self._canvas = canvas
        self._letters = canvas.letters
        self._code = ["BT"]
        self._ink: Ink | None = None
        self._columns: dict[tuple[int, Ink], list[dict[str, str | None]]] = {}

    def mark(self, operator: str) -> None:
        """Put an operator between the lines, if there is one."""
        if operator:
            self._code.append(operator)

    def write(self, line: str, ink: Ink, place: tuple[float, float]) -> None:
        """Write one line with its baseline at a place."""
        if not line:
            return
        operand = self._letters.operand(line, ink.font)
        self._take(ink)
        x, y = place
        self._code.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm")
        self._code.append(f"{operand} Tj" if operand else self._by_the_library(line, ink))

    def begin_cells(self, ink: Ink, place: tuple[float, float]) -> None:
        """Begin a run of cells on one line at a place."""
        self._take(ink)
        x, y = place
        self._code.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm")

    def cells(self, ink: Ink, columns: tuple[Column, ...]) -> list[dict[str, str | None]]:
        """Return for every column how its texts are written between its edges.

        A text stands between two movements that together are as wide as the column, so that the
        next cell follows wherever it is: most cells of a document come again and again.
        """
        found = self._columns.get((id(columns), ink))
        if found is None:
            known = self._canvas.cells
            keys = [(c.width, c.align.value, ink.font, ink.size) for c in columns]
            found = self._columns[id(columns), ink] = [known.setdefault(k, {}) for k in keys]
        return found

    def cell(self, line: str, ink: Ink, column: Column, known: dict[str, str | None]) -> bool:
        """Write a cell of a run; tells whether it could be written like this."""
        try:
            operator = known[line]
        except KeyError:
            operator = known[line] = self._between_edges(line, ink, column)
        if operator is None:
            return False
        self._code.append(operator)
        return True

    def finish(self) -> None:
        """End the text object."""
        self._code.append("ET")
        self._canvas.add_code("\n".join(self._code))

    def _take(self, ink: Ink) -> None:
        if self._ink is ink:
            return
        self._ink = ink
        inks = self._canvas.inks
        if ink not in inks:
            face = f"{self._letters.part(ink.font)} {ink.size:g} Tf"
            red, green, blue = ink.colour.rgb()
            inks[ink] = f"{face}\n{red:.3g} {green:.3g} {blue:.3g} rg"
        self._code.append(inks[ink])

    def _between_edges(self, line: str, ink: Ink, column: Column) -> str | None:
        unit = ink.size / 1000
        if not line:
            return f"[{-column.width / unit:.1f}]TJ"
        operand = self._letters.operand(line, ink.font)
        if operand is None:
            return None
        left = PAD_X + shift(column, ink.width(line))
        rest = column.width - left - ink.width(line)
        return f"[{-left / unit:.1f}{operand}{-rest / unit:.1f}]TJ"

    def _by_the_library(self, line: str, ink: Ink) -> str:
        """Return the operators for a line with characters of more than one part of a font."""
        text = self._canvas.beginText()
        text.setFont(ink.font, ink.size)
        self._ink = None
        return str(text._formatText(line))  # noqa: SLF001  the library has no word for it


def shift(column: Column, width: float) -> float:
    """Return how far a text of some width stands from the left padding of its column."""
    if column.align is Align.LEFT:
        return 0.0
    room = column.width - 2 * PAD_X - width
    return room / 2 if column.align is Align.CENTRE else room


def write_lines(canvas: ArchiveCanvas, ink: Ink, lines: Iterable[tuple[str, float, float]]) -> None:
    """Write lines of one ink, each with the place of its baseline."""
    pen = Pen(canvas)
    for line, x, y in lines:
        pen.write(line, ink, (x, y))
    pen.finish()
