"""Rows and cells of a ruled table, as values."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.reports.layout.ink import CELL, Ink, wrap

if TYPE_CHECKING:
    from reportlab.lib.colors import Color  # type: ignore[import-untyped]

PAD_X = 3.2
PAD_Y = 2.0


class Align(Enum):
    """Where text stands in its column."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Column(Struct, frozen=True):
    """A column; width in points."""

    width: float
    align: Align = Align.LEFT


Run = tuple[str, Ink]
"""A paragraph of one cell and how it is set."""

Cell = str | tuple[Run, ...]
"""Plain text in the row's own ink, or several runs below each other."""


class SigningCell(Struct, frozen=True):
    """A cell over which a signature field is prepared, by the index of its column.

    Attributes:
        indent: points left free for what the cell says, such as a number.
    """

    column: int
    field: str
    name: str
    role: str
    indent: float = 0


class Row(Struct, frozen=True):
    """One row, never split between pages.

    Attributes:
        cells: one a column; or a single one, which then spans the whole width.
        fill: colour behind the row.
        rule: width of the line below the row in points.
        tied_to_next: a page never ends between this row and the next.
        height: at least this high, in points.
        middle: cells stand in the middle of the row's height instead of at its top.
        pad: points above and below the text.
        signing: the cell that takes a signature field, if one does.
    """

    cells: tuple[Cell, ...]
    ink: Ink = CELL
    fill: Color | None = None
    rule: float = 0.4
    tied_to_next: bool = False
    height: float = 0
    middle: bool = False
    signing: SigningCell | None = None
    pad: float = PAD_Y


Line = tuple[str, Ink]


class SetCell(Struct, frozen=True):
    """A cell broken into lines."""

    lines: tuple[Line, ...]
    height: float


@lru_cache(maxsize=4096)
def set_cell(cell: Cell, ink: Ink, width: float, tallest: float) -> SetCell:
    """Break a cell into lines that fit its column and are not higher than a page allows."""
    runs = ((cell, ink),) if isinstance(cell, str) else cell
    lines: list[Line] = []
    height = 0.0
    for text, style in runs:
        for line in wrap(text, style, width - 2 * PAD_X):
            if height + style.leading > tallest:
                return SetCell((*lines[:-1], ("…", style)), height)
            lines.append((line, style))
            height += style.leading
    return SetCell(tuple(lines), height)
