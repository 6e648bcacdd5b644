"""A dialog as tall as its content; where the screen is too low, all but its buttons scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from ui.theme import DIALOG_WIDTH, GAP_4, GAP_12, GAP_24, TITLE_BAR
from ui.widgets.layouts import column, scrolled
from ui.widgets.tab_order import go_on
from ui.widgets.texts import change_kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from ui.context import Context


class FittedDialog(QDialog):
    """Goes away with everything in it when it is closed."""

    def __init__(
        self, parent: QWidget, context: Context, title: str, content: QLayout,
        foot: QLayout, width: int = DIALOG_WIDTH,
    ) -> None:  # fmt: skip
        """Show a content, and below it the buttons; both may change at any time."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        content.setContentsMargins(GAP_24, GAP_24, GAP_24, GAP_12)
        foot.setContentsMargins(GAP_24, 0, GAP_24, GAP_24)
        self._content, self._foot = QWidget(), QFrame()
        for part, layout in ((self._content, content), (self._foot, foot)):
            part.setLayout(layout)
            part.installEventFilter(self)
        whole = column([scrolled(self._content), self._foot], gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        room = self.screen().availableGeometry().size()
        self._highest, self._widest = room.height() - TITLE_BAR, room.width() - GAP_4
        self._least = context.theme.pixels(width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the height that the content needs, also when a text grows."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001, N802 - Qt's
        """Have the right height from the beginning."""
        if visible:
            self.ensurePolished()
            self._fit()
        super().setVisible(visible)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: FBT001, N802, A002 - Qt's names
        """Let the Tab key go in the order of the page."""
        return go_on(self, forward=next)

    def _fit(self) -> None:
        found = (self._content.layout(), self._foot.layout())
        layouts = [layout for layout in found if layout is not None]
        widest = max(layout.totalMinimumSize().width() for layout in layouts)
        width = min(max(self._least, widest), self._widest)
        height = sum(_height(layout, width) for layout in layouts)
        if height > self._highest:
            # The bar to scroll with takes its room beside the content, not from it.
            width, height = min(max(self._least, widest + GAP_12), self._widest), self._highest
        self._part(scrolls=height == self._highest)
        if width != self.width():
            self.setFixedWidth(width)
        if height != self.height():
            self.setFixedHeight(height)

    def _part(self, *, scrolls: bool) -> None:
        """Draw a line above the buttons where something scrolls below it."""
        layout = self._foot.layout()
        if layout is not None and scrolls is not (self._foot.objectName() == "foot"):
            layout.setContentsMargins(GAP_24, GAP_12 if scrolls else 0, GAP_24, GAP_24)
            change_kind(self._foot, "foot" if scrolls else "")


def _height(layout: QLayout, width: int) -> int:
    needed = layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height() if needed < 0 else needed
