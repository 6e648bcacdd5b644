"""A column that scrolls: its parts have the height they need from the moment they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import GAP_8
from ui.widgets.pile import Pile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent


_STYLED = (QEvent.Type.Polish, QEvent.Type.StyleChange)
"""After these the style sheet has said anew what a widget's ground is."""


class _Ground(QWidget):
    """Is as tall as its parts together."""

    def __init__(self, pile: Pile) -> None:
        super().__init__()
        self.setObjectName("ground")
        # Where it becomes taller, nothing above the new end looks different.
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._pile = pile
        self.setLayout(pile)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        done = super().event(event)
        if event.type() in _STYLED:
            # What is in sight is moved as a picture then, not painted again at every step.
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        return done

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self.window().palette().window())

    def fit(self) -> None:
        port = self.parentWidget()
        if port is not None:
            width = max(port.width(), self._pile.totalMinimumSize().width())
            self.resize(width, max(port.height(), self._pile.totalHeightForWidth(width)))


class ScrolledColumn(QScrollArea):
    """Parts from top to bottom; keys are left to whoever holds the column."""

    def __init__(self) -> None:
        """Make an empty column."""
        super().__init__()
        self.column = Pile(gap=GAP_8)
        self._ground = _Ground(self.column)
        # One that Python has met: to find the kind of Qt's own, it prepares all kinds there are.
        self.setViewport(QWidget())
        self.setWidget(self._ground)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def put(self, part: QWidget) -> None:
        """Add a part below the others."""
        self.column.addWidget(part)
        if self.isVisible():
            # At once; otherwise with the page, in whose style it is laid out then.
            part.show()

    def show_whole(self, part: QWidget) -> None:
        """Show all of a part, or its beginning where it is too tall, below whole other parts."""
        self._ground.fit()
        self.column.activate()
        top, port = part.y() - GAP_8, self.viewport().height()
        bar = self.verticalScrollBar()
        least = top + part.height() + 2 * GAP_8 - port
        if top < bar.value() or least > top:
            bar.setValue(top)
        elif least > bar.value():
            bar.setValue(min(self._beginnings(least), default=top))

    def _beginnings(self, least: int) -> Iterator[int]:
        """Yield where one may scroll to, so that the topmost part is seen from its beginning."""
        for place in range(self.column.count()):
            item = self.column.itemAt(place)
            if item is not None and not item.isEmpty() and item.geometry().y() - GAP_8 >= least:
                yield item.geometry().y() - GAP_8

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
