"""Parts beside each other where there is room for them, else below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import BESIDE_FROM, GAP_12
from ui.widgets.folding_layout import FoldingLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLayoutItem

    from ui.theme import Theme


class _Beside(FoldingLayout):
    def __init__(self, least: int, parts: Iterable[QWidget]) -> None:
        super().__init__()
        self._least = least
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def arrange(self, box: QRect, *, moves: bool) -> int:
        """Share the width equally, or give every part the whole of it."""
        count = max(1, len(self._items))
        if box.width() < self._least:
            return self._stack(box, moves=moves)
        width = (box.width() - (count - 1) * GAP_12) // count
        height = max((_height(item, width) for item in self._items), default=0)
        for place, item in enumerate(self._items):
            if moves:
                left = box.left() + place * (width + GAP_12)
                item.setGeometry(QRect(left, box.top(), width, height))
        return height

    def _stack(self, box: QRect, *, moves: bool) -> int:
        top = 0
        for item in self._items:
            height = _height(item, box.width())
            if moves:
                item.setGeometry(QRect(box.left(), box.top() + top, box.width(), height))
            top += height + GAP_12
        return max(0, top - GAP_12)


def beside(theme: Theme, parts: Iterable[QWidget]) -> QWidget:
    """Return a widget with parts that share its width, or stand below each other."""
    made = QWidget()
    made.setLayout(_Beside(theme.pixels(BESIDE_FROM), parts))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def _height(item: QLayoutItem, width: int) -> int:
    tall = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(tall, item.minimumSize().height())
