"""A line that gives way where there is no room: the end is left out, and shown as a tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.widgets.early_values import PLAIN_TEXT

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent


class ElidedLabel(QLabel):
    """One line of plain text, never wider than its place.

    Attributes:
        whole: the text as it was given; also the accessible name.
    """

    def __init__(self, kind: str = "") -> None:
        """Make an empty line; see ``texts.label`` for ``kind``."""
        super().__init__()
        self.whole = ""
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if kind:
            self.setObjectName(kind)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.whole = text
        self.setAccessibleName(text)
        self._fit()

    def wanted_width(self) -> int:
        """Return how wide the whole text is; nothing while the line is hidden."""
        if self.isHidden():
            return 0
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(self.whole) + 1

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size that forces nobody to be wider."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out more or less of the end."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Fit what was said before there was a place for it."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, shown, room = self.fontMetrics(), self.whole, max(1, self.width())
        if self.isVisible() and metrics.horizontalAdvance(shown) > room:
            from PySide6.QtCore import Qt

            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip("" if shown == self.whole else self.whole)
