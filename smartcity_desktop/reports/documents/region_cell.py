"""A region in a table: its whole name, and below it the province where it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.reports.layout.ink import CELL, SMALL

if TYPE_CHECKING:
    from smartcity_desktop.reports.layout.cells import Cell


def region_cell(name: str, province: str) -> Cell:
    """Return the cell; names are never cut, they wrap."""
    return ((name, CELL), (province, SMALL)) if province else name
