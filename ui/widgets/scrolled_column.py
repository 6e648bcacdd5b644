"""A column that scrolls: its parts have the height they need from the moment they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import GAP_8
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QVBoxLayout


class _Ground(QWidget):
    """Grows with its parts before they are laid out; Qt's own way squeezes them in between."""

    def __init__(self, column: QVBoxLayout) -> None:
        super().__init__()
        self.setProperty("kind", "ground")
        self._column = column
        self.setLayout(column)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def fit(self) -> None:
        port = self.parentWidget()
        if port is not None:
            width = max(port.width(), self._column.minimumSize().width())
            self.resize(width, max(port.height(), self._column.totalHeightForWidth(width)))


class ScrolledColumn(QScrollArea):
    """Parts from top to bottom; keys are left to whoever holds the column."""

    def __init__(self) -> None:
        """Make an empty column."""
        super().__init__()
        self.column = column(gap=GAP_8)
        self.column.addStretch(1)
        self._ground = _Ground(self.column)
        self.setWidget(self._ground)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def put(self, part: QWidget) -> None:
        """Add a part above the room that is left."""
        self.column.insertWidget(self.column.count() - 1, part)
        part.show()

    def show_whole(self, part: QWidget) -> None:
        """Scroll as little as shows all of a part, or its beginning where it is too tall."""
        self._ground.fit()
        self.column.activate()
        top, port = part.y() - GAP_8, self.viewport().height()
        bar = self.verticalScrollBar()
        least = top + part.height() + 2 * GAP_8 - port
        if top < bar.value() or least > top:
            bar.setValue(top)
        elif least > bar.value():
            bar.setValue(least)

    def show_first(self, part: QWidget) -> None:
        """Scroll until a part stands at the top."""
        self._ground.fit()
        self.column.activate()
        self.verticalScrollBar().setValue(part.y() - GAP_8)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the width of the page."""
        super().resizeEvent(event)
        self._ground.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the keys to the page: a page down is the next region, not the next screen."""
        event.ignore()
