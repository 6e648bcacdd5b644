"""The list of regions itself: keeps its place, chooses on a click or Enter, marks several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.widgets.region_delegate import RegionDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent

    from ui.item_models.region_list_model import RegionListModel
    from ui.judge.region_rows import Wish
    from ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

PLAIN = Qt.KeyboardModifier.NoModifier
AT_ONCE = 40
"""Rows laid out before the list is seen for the first time, beyond the region on the page."""


class RegionList(QListView):
    """Arrow keys walk, a click or Enter chooses, Ctrl and Shift mark several."""

    region_chosen = Signal(str)
    selection_changed = Signal()
    menu_requested = Signal(QPoint)
    """Where on the screen the menu of acts shall open."""

    def __init__(self, theme: Theme, model: RegionListModel, name: str) -> None:
        """Show a list."""
        super().__init__()
        self._regions, self._shown = model, ""
        self.setAccessibleName(name)
        # Where the window is low, the list gives way, never the controls around it.
        self.setMinimumHeight(1)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        # Last: how the list scrolls would lay all rows out again.
        self.setItemDelegate(RegionDelegate(self, theme))
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(self.selection_changed)

    def chosen(self) -> tuple[str, ...]:
        """Return the marked regions in the order of the list; without any the one on the page."""
        marked = {self._regions.code(place) for place in self.selectionModel().selectedIndexes()}
        found = tuple(code for code in self._regions.listed() if code in marked)
        return found or (self._shown,)

    def show_region(self, code: str) -> None:
        """Mark a region as the one on the page; what stood under the hand stays there."""
        anchor = self._regions.place(code)
        self._shown = code
        self._keeping(code if anchor.isValid() else "", lambda: self._regions.set_current(code))
        self._mark(code)
        self._bring_into_sight(code)

    def ask_for(self, wish: Wish) -> None:
        """List other regions; the one on the page stays where it was, if it is listed."""
        self._keeping(self._shown, lambda: self._regions.ask_for(wish))
        self._mark(self._shown)

    def go_to_first(self) -> None:
        """Give the first region the focus."""
        listed = self._regions.listed()
        if listed:
            self.setFocus()
            self._mark(listed[0])
            self._bring_into_sight(listed[0])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose what was clicked without Ctrl or Shift."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() == PLAIN:
            self._choose(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the region that has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the rows out anew where the width is another one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def dataChanged(  # noqa: N802 - Qt's name
        self, first: Index, last: Index, roles: Sequence[int] = ()
    ) -> None:
        """Paint a row anew; all rows are laid out only where one is taller or lower than before."""
        # Not yet seen, it will be laid out anyway.
        if not self.isVisible() or (
            first == last
            and self.visualRect(first).height() == self.sizeHintForIndex(first).height()
        ):
            QAbstractItemView.dataChanged(self, first, last, roles)
        else:
            super().dataChanged(first, last, roles)

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Lay the rows out when they are seen: every step of making the page asks for it.

        At first those around the region on the page; the rest while the judge looks at these.
        """
        if self.isVisible():
            self.setBatchSize(AT_ONCE + max(0, self._regions.place(self._shown).row()))
            super().doItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with the region on the page in sight, and the heading above it."""
        super().showEvent(event)
        self.executeDelayedItemsLayout()
        self.scrollToTop()
        self._bring_into_sight(self._shown)

    def _choose(self, place: QModelIndex) -> None:
        code = self._regions.code(place)
        if code and len(self.selectionModel().selectedIndexes()) == 1:
            self.region_chosen.emit(code)

    def _mark(self, code: str) -> None:
        place = self._regions.place(code)
        if place.isValid() and self.selectionModel().selectedIndexes() != [place]:
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(place, choose)
        self.selection_changed.emit()

    def _lay_out_the_rest(self) -> None:
        """Give every row its place, as what follows counts on."""
        if not self.isVisible() or self.layoutMode() is QListView.LayoutMode.SinglePass:
            return
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        last = self.model().index(self.model().rowCount() - 1, 0)
        if last.isValid() and self.visualRect(last).isEmpty():
            self.doItemsLayout()

    def _bring_into_sight(self, code: str) -> None:
        place = self._regions.place(code)
        if place.isValid() and self.visualRect(place).isEmpty():
            self._lay_out_the_rest()
        above = place.siblingAtRow(place.row() - 1)
        if above.isValid() and not self._regions.code(above):
            self.scrollTo(above)
        self.scrollTo(place)

    def _keeping(self, code: str, change: Callable[[], bool]) -> None:
        """Change the list, and put a region back to where it stood in it."""
        self._lay_out_the_rest()
        place = self._regions.place(code)
        before = self.visualRect(place).top() if place.isValid() else None
        self.setUpdatesEnabled(False)
        changed = change()
        if changed:
            self.doItemsLayout()
        place = self._regions.place(code)
        if changed and before is not None and place.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(place).top() - before)
        self.setUpdatesEnabled(True)

    def _ask_for_menu(self, where: QPoint) -> None:
        place = self.indexAt(where)
        if place.isValid() and not self.selectionModel().isSelected(place):
            self._mark(self._regions.code(place))
        self.menu_requested.emit(self.viewport().mapToGlobal(where))
