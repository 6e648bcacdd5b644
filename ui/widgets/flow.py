"""A row that goes on in the next line where the page is narrow; nothing is ever cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GAP_4
from ui.widgets.folding_layout import FoldingLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLayoutItem


class Flow(FoldingLayout):
    """Widgets from left to right, then in the next line, each as wide as it likes.

    A hidden widget that keeps its room keeps none that would be a line of its own; whoever shows
    it then calls its ``updateGeometry``.
    """

    def __init__(self, widgets: Iterable[QWidget] = (), *, gap: int = GAP_4) -> None:
        """Put widgets in a row."""
        super().__init__()
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line with everything in it."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of the widest widget."""
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def arrange(self, box: QRect, *, moves: bool) -> int:
        """Set widgets beside each other, and in the next line where this one is full."""
        y = 0
        for line in self._lines(box.width()):
            x, tall = 0, max(size.height() for _, size in line)
            for item, size in line:
                if moves:
                    # What is lower stands in the middle of its line.
                    place = QPoint(x, y + (tall - size.height()) // 2)
                    item.setGeometry(QRect(box.topLeft() + place, size))
                x += size.width() + self._gap
            y += tall + self._gap
        return max(0, y - self._gap)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return what stands in each line."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._shown():
            size, widget = item.sizeHint(), item.widget()
            full = not lines or taken + size.width() > width
            if full and widget is not None and widget.isHidden():
                continue
            if full:
                lines.append([])
                taken = 0
            lines[-1].append((item, size))
            taken += size.width() + self._gap
        return lines


def flow(widgets: Iterable[QWidget], *, gap: int = GAP_4) -> QWidget:
    """Return a widget whose height follows its width, with others flowing in it."""
    made = QWidget()
    made.setLayout(Flow(widgets, gap=gap))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made
