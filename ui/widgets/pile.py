"""Parts from top to bottom, each as tall as it needs; what is too tall goes on below the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

from ui.widgets.folding_layout import FoldingLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem


class Pile(FoldingLayout):
    """Squeezes nothing, not even for the moment between a new part and a taller page."""

    def __init__(self, *, gap: int) -> None:
        """Make an empty pile."""
        super().__init__()
        self.setSpacing(gap)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of all parts at the width that the widest likes."""
        width = max((item.sizeHint().width() for item in self._items), default=0)
        width += self._beside()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width without which the widest part is cut off."""
        width = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(width + self._beside(), 0)

    def _beside(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    def arrange(self, box: QRect, *, moves: bool) -> int:
        """Set the parts below each other, each as tall as it needs at this width."""
        margins = self.contentsMargins()
        inner, bottom = box.marginsRemoved(margins), margins.top()
        for item in self._items:
            if item.isEmpty():
                continue
            top = bottom + (self.spacing() if bottom > margins.top() else 0)
            height = _height(item, inner.width())
            if moves:
                item.setGeometry(QRect(inner.left(), box.top() + top, inner.width(), height))
            bottom = top + height
        return bottom + margins.bottom()


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return max(item.sizeHint().height(), item.minimumSize().height())
