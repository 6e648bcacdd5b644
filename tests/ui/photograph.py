"""Takes pictures of a window for people to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

SHADE = QColor(0, 0, 0, 96)


def photograph(widget: QWidget, path: Path) -> None:
    """Write what a widget, and its dialogs in front of it, show now into a PNG file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture_of(widget).save(str(path)):
        raise OSError(f"{path} was not written")


def picture_of(widget: QWidget) -> QPixmap:
    """Return what a widget and its dialogs show now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    picture = widget.grab()
    for dialog in widget.findChildren(QDialog):
        if dialog.isVisible():
            rest = widget.size() - dialog.size()
            with QPainter(picture) as painter:
                painter.fillRect(picture.rect(), SHADE)
                painter.drawPixmap(QPoint(rest.width() // 2, rest.height() // 2), dialog.grab())
    return picture
