"""The QR code of the declaration's token, drawn as plain rectangles."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from smartcity_desktop.reports.layout.ink import BLACK, MM

if TYPE_CHECKING:
    from smartcity_desktop.reports.archive.canvas import ArchiveCanvas

MODULE = 0.62 * MM
"""Side of one module; below 0.6 mm a scanned copy is not read any more (measured)."""

QUIET = 4
"""Modules left white on every side, as the standard asks."""


@lru_cache(maxsize=8)
def qr_rows(token: str) -> tuple[tuple[bool, ...], ...]:
    """Return the dark modules, top row first; error correction level M."""
    import segno

    code = segno.make_qr(token, error="m", boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def qr_side(token: str) -> float:
    """Return the side of the drawn code in points, quiet zone included."""
    return (len(qr_rows(token)) + 2 * QUIET) * MODULE


def draw_qr(canvas: ArchiveCanvas, token: str, left: float, bottom: float) -> None:
    """Draw the code with its quiet zone's lower left corner at a point."""
    rows = qr_rows(token)
    path = canvas.beginPath()
    top = bottom + qr_side(token) - QUIET * MODULE
    for index, row in enumerate(rows):
        y = top - (index + 1) * MODULE
        for start, length in _dark_runs(row):
            path.rect(left + (QUIET + start) * MODULE, y, length * MODULE, MODULE)
    canvas.setFillColor(BLACK)
    canvas.drawPath(path, stroke=0, fill=1)


def _dark_runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = -1
    for index, dark in enumerate((*row, False)):
        if dark and start < 0:
            start = index
        elif not dark and start >= 0:
            runs.append((start, index - start))
            start = -1
    return runs
