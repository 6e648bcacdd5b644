"""What is known of a judge and a region, as painted shapes."""

from __future__ import annotations

from smartcity_desktop.merging.completeness import CellState
from ui.widgets.state_mark import MarkShape

SHAPES = {
    CellState.RECEIVED: MarkShape.FINISHED,
    CellState.SUPERSEDED: MarkShape.SEALED,
    CellState.MISSING: MarkShape.EMPTY,
    CellState.CONFLICT: MarkShape.REFUSED,
    CellState.RECUSED: MarkShape.LEFT_OUT,
    CellState.ABSENT: MarkShape.DOUBT,
    CellState.NOT_DUE: MarkShape.NOT_DUE,
}
