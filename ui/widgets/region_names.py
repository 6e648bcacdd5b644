"""Names of regions that a question is about: every one in full, scrolled where they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.judge.region_words import code_and_province
from ui.theme import DIALOG_LIST_HEIGHT, GAP_4
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.assessment import Region
    from ui.context import Context

MOST_WITHOUT_SCROLLING = 4


class RegionNames(QWidget):
    """Name, code and province of every region."""

    def __init__(self, context: Context, regions: Sequence[Region]) -> None:
        """List them."""
        super().__init__()
        lines = [
            label(f"{region.name} ({code_and_province(region)})", "strong") for region in regions
        ]
        inner = QWidget()
        inner.setLayout(column(lines, gap=GAP_4))
        inner.setObjectName("ground")
        if len(regions) <= MOST_WITHOUT_SCROLLING:
            self.setLayout(column([inner]))
            return
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setMaximumHeight(context.theme.pixels(DIALOG_LIST_HEIGHT))
        self.setLayout(column([area]))
