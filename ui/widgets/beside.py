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
    def __init__(self, least: int, parts: Iterable[tuple[QWidget, int]], *, grows: bool) -> None:
        super().__init__()
        self._least, self._grows = least, grows
        self._shares: list[int] = []
        self.setContentsMargins(0, 0, 0, 0)
        for part, share in parts:
            self.addWidget(part)
            self._shares.append(share)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def arrange(self, box: QRect, *, moves: bool) -> int:
        """Share the width, or give every part the whole of it."""
        if box.width() < self._least:
            return self._stack(box, moves=moves)
        whole = box.width() - (len(self._items) - 1) * GAP_12
        widths = [whole * share // sum(self._shares) for share in self._shares]
        pairs = list(zip(self._items, widths, strict=True))
        height = max((_height(item, width) for item, width in pairs), default=0)
        tall = max(height, box.height()) if self._grows else height
        left = box.left()
        for item, width in pairs:
            if moves:
                item.setGeometry(QRect(left, box.top(), width, tall))
            left += width + GAP_12
        return height

    def _stack(self, box: QRect, *, moves: bool) -> int:
        top = 0
        for item in self._items:
            height = _height(item, box.width())
            if moves:
                item.setGeometry(QRect(box.left(), box.top() + top, box.width(), height))
            top += height + GAP_12
        return max(0, top - GAP_12)


def beside(theme: Theme, parts: Iterable[tuple[QWidget, int]], *, grows: bool = False) -> QWidget:
    """Return a widget with parts that share its width, or stand below each other.

    Args:
        theme: measures.
        parts: each with its share of the width.
        grows: whether they take what is left of the height.
    """
    made = QWidget()
    made.setLayout(_Beside(theme.pixels(BESIDE_FROM), parts, grows=grows))
    # With another policy Qt takes the height at the least width, parts below each other, for the
    # least height at any width.
    tall = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Preferred
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, tall)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def _height(item: QLayoutItem, width: int) -> int:
    tall = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(tall, item.minimumSize().height())
