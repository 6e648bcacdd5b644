"""A picture no larger than its place: it becomes smaller where there is less room, never larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ScaledPicture(QLabel):
    """Shows a pixmap, or words where there is none.

    Attributes:
        tallest: how high the picture may be; it stands in the middle of that height. None where
            only the width counts.
    """

    def __init__(self, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        """Show nothing yet; ``side`` is where a picture stands that is narrower than its place."""
        super().__init__()
        self.tallest: int | None = None
        self.setWordWrap(True)
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keep_below(self, tallest: int | None) -> None:
        """Make the picture no higher than this."""
        if tallest != self.tallest:
            self.tallest = tallest
            self.updateGeometry()
            self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size that forces nobody to be wider."""
        return QSize(1, 1) if self._size() else super().minimumSizeHint()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the picture's own size, as far as it may be so high."""
        size = self._size()
        return self._fitted(size, size.width()) if size else super().sizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the picture is in this width."""
        size = self._size()
        return self._fitted(size, width).height() if size else super().heightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture as large as it fits."""
        size = self._size()
        if not size:
            super().paintEvent(event)
            return
        fitted = self._fitted(size, self.width())
        box = QRect(0, 0, fitted.width(), fitted.height())
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            box.moveLeft((self.width() - fitted.width()) // 2)
        if self.tallest is not None:
            box.moveTop((self.height() - fitted.height()) // 2)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box, self.pixmap())

    def _size(self) -> QSize | None:
        """Return the size of the picture on the screen; None where there is no picture."""
        pixmap = self.pixmap()
        return None if pixmap.isNull() else pixmap.deviceIndependentSize().toSize()

    def _fitted(self, size: QSize, width: int) -> QSize:
        room = QSize(width, size.height() if self.tallest is None else self.tallest)
        if size.width() <= room.width() and size.height() <= room.height():
            return size
        if self.tallest is None:
            return QSize(width, max(1, round(size.height() * width / size.width())))
        return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
