"""A small picture of a file; its place is kept where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from ui.theme import THUMBNAIL

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.theme import Theme


class Thumbnail(QLabel):
    """Takes the same room with and without a picture."""

    def __init__(self, theme: Theme, picture: QImage | None = None) -> None:
        """Show a picture of at most that size, or nothing yet."""
        super().__init__()
        side = theme.pixels(THUMBNAIL)
        self.setFixedSize(side, side)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if picture is not None:
            self.show_picture(picture)

    def show_picture(self, picture: QImage) -> None:
        """Show a picture."""
        self.setPixmap(QPixmap.fromImage(picture))
