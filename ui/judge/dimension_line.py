"""One dimension among the judge's own figures: its name, its figure, and below what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.theme import GAP_8
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NONE = "—"


class DimensionLine:
    """Three labels in a row of a grid; the lines never become more or fewer.

    Attributes:
        figure: right-aligned. below: why there is no figure, or the average.
    """

    def __init__(self, short: str, name: str) -> None:
        """Make the labels of a dimension."""
        self.short, self.name = label(short, "quiet", wraps=False), label(name)
        self.figure, self.below = label(NONE, "strong", wraps=False), label("", "quiet")
        metrics = self.name.fontMetrics()
        self.name.setMinimumWidth(max(map(metrics.horizontalAdvance, name.split()), default=0))
        for wrapping in (self.name, self.below):
            wrapping.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.short.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def keep_room(self, figures: Iterable[str]) -> None:
        """Have room for any of these, so that nothing moves when one of them comes."""
        font = QFont(self.figure.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.figure.setMinimumWidth(max(map(QFontMetrics(font).horizontalAdvance, figures)))

    def show_figure(self, figure: str, below: str) -> None:
        """Show a figure, or the dash, and what stands below the name."""
        self.figure.setText(figure)
        self.below.setText(below)
        said = f"{figure}, {below}" if figure == NONE else figure
        self.figure.setAccessibleName(f"{self.name.text()}: {said}")


def dimension_table(lines: Sequence[DimensionLine]) -> QWidget:
    """Return the lines below each other, their figures in one column."""
    table, grid = QWidget(), QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAP_8)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    for number, line in enumerate(lines):
        row = 3 * number
        grid.addWidget(line.short, row, 0)
        grid.addWidget(line.name, row, 1)
        grid.addWidget(line.figure, row, 2)
        grid.addWidget(line.below, row + 1, 1, 1, 2)
        grid.setRowMinimumHeight(row + 2, GAP_8)
    table.setLayout(grid)
    return table
