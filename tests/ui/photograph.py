"""Takes pictures of a window for people to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


def photograph(widget: QWidget, path: Path) -> None:
    """Write what a widget shows now into a PNG file."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path)):
        raise OSError(f"{path} was not written")
