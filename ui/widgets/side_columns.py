"""A page with a column at either side; where the window is narrow, they are drawers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import DRAWERS_BELOW, GAP_8, LEFT_COLUMN, RIGHT_COLUMN
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from ui.theme import Theme


class SideColumns(QWidget):
    """Left, centre, right. First the right, then the left becomes a drawer over the centre.

    Attributes:
        left_button, right_button: open and close the drawers; shown only while there are any.
    """

    def __init__(
        self, theme: Theme, left: QFrame, centre: QWidget, right: QFrame, names: tuple[str, str]
    ) -> None:
        """Put three widgets beside each other.

        Args:
            theme: for the widths.
            left: of the width of the left column.
            centre: takes what is left.
            right: of the width of the right column.
            names: the words of the buttons that open left and right.
        """
        super().__init__()
        self.left_button = button(names[0], lambda: self._toggle(self._left))
        self.right_button = button(names[1], lambda: self._toggle(self._right))
        for each in (self.left_button, left, centre, self.right_button, right):
            each.setParent(self)  # in the order in which Tab goes through them
        below = theme.pixels(DRAWERS_BELOW)
        left_width, right_width = theme.pixels(LEFT_COLUMN), theme.pixels(RIGHT_COLUMN)
        self._left = _Side(left, left_width, below - right_width)
        self._right = _Side(right, right_width, below)
        self._left.button, self._right.button = self.left_button, self.right_button
        for each in (self.left_button, self.right_button):
            each.setCheckable(True)
            each.hide()
        self._strip = row([self.left_button, None, self.right_button], margin=0)
        self._middle = column([self._strip, centre], gap=0)
        self._middle.setStretch(1, 1)
        self._line = row([left, self._middle, right], gap=0)
        self._line.setStretch(1, 1)
        self.setLayout(self._line)
        left.installEventFilter(self)
        right.installEventFilter(self)

    def close_drawers(self) -> None:
        """Put the drawers away; columns beside the page stay."""
        for side in (self._left, self._right):
            if side.is_drawer:
                side.frame.hide()
                side.button.setChecked(False)

    def open_left(self) -> None:
        """Show the left column, whether it is a drawer or not."""
        if self._left.is_drawer and not self._left.frame.isVisible():
            self._toggle(self._left)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make drawers where there is no room, and columns where there is."""
        super().resizeEvent(event)
        for side, place in ((self._left, 0), (self._right, -1)):
            self._arrange(side, place, is_drawer=self.width() < side.drawer_below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Escape put a drawer away."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            for side in (self._left, self._right):
                if watched is side.frame and side.is_drawer and side.frame.isVisible():
                    self._toggle(side)
                    return True
        return super().eventFilter(watched, event)

    def _arrange(self, side: _Side, place: int, *, is_drawer: bool) -> None:
        if is_drawer != side.is_drawer:
            side.is_drawer = is_drawer
            side.button.setVisible(is_drawer)
            side.button.setChecked(False)
            if is_drawer:
                self._line.removeWidget(side.frame)
                side.frame.hide()
            else:
                self._line.insertWidget(place, side.frame)
                side.frame.show()
            edge = GAP_8 if self._left.is_drawer or self._right.is_drawer else 0
            self._strip.setContentsMargins(edge, edge, edge, 0)
        if side.is_drawer and side.frame.isVisible():
            self._lay_over(side)

    def _toggle(self, side: _Side) -> None:
        opens = not side.frame.isVisible()
        self.close_drawers()
        side.button.setChecked(opens)
        if opens:
            self._lay_over(side)
            side.frame.show()
            side.frame.raise_()
            side.frame.setFocus()
            side.frame.focusNextChild()
        else:
            side.button.setFocus()

    def _lay_over(self, side: _Side) -> None:
        top = side.button.mapTo(self, side.button.rect().bottomLeft()).y() + GAP_8
        x = 0 if side is self._left else self.width() - side.width
        side.frame.setGeometry(x, top, side.width, self.height() - top)


class _Side:
    """One column and whether it is a drawer."""

    button: QPushButton

    def __init__(self, frame: QFrame, width: int, drawer_below: int) -> None:
        frame.setFixedWidth(width)
        self.frame, self.width, self.drawer_below = frame, width, drawer_below
        self.is_drawer = False
