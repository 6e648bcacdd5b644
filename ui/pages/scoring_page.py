"""What does this region get? Regions at the left, the sheet, own figures at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from ui.judge.figures_column import FiguresColumn
from ui.judge.region_column import RegionColumn
from ui.judge.sheet_view import SheetView
from ui.page import Page
from ui.theme import DRAWERS_BELOW, LEFT_COLUMN, RIGHT_COLUMN, SHEET_NARROWEST
from ui.widgets.tab_order import stops
from ui.widgets.texts import change_kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QFrame, QPushButton

    from ui.context import Context
    from ui.judge.state import JudgeState


class ScoringPage(Page):
    """Three columns around one question: what does this region get?

    Where the window is narrow, the right column, then the left, is a drawer over the sheet.
    """

    side_by_side_requested = Signal()
    sealing_requested = Signal()

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the page at the first region that is not finished."""
        super().__init__(context)
        # In the order of the Tab key.
        self.regions = RegionColumn(context, state)
        self.sheet = SheetView(context, state)
        self.figures = FiguresColumn(context, state)
        for part in (self.regions, self.sheet, self.figures):
            part.setParent(self)
        self._left, self._right = (
            _Drawer(self.regions, self.sheet.head.regions, self._place_parts),
            _Drawer(self.figures, self.sheet.head.figures, self._place_parts),
        )
        self.regions.region_chosen.connect(self._choose)
        self.regions.side_by_side_requested.connect(self.side_by_side_requested)
        self.figures.place_requested.connect(self.show_place)
        self.sheet.region_step_requested.connect(self.step_region)
        self._add_shortcuts()
        self.show_place(self.regions.first_open())

    def show_place(self, region: str, indicator: str = "") -> None:
        """Go to a region, and to an indicator where one is named."""
        self._left.close()
        self._right.close()
        self.regions.show_region(region)
        self.sheet.show_region(region, indicator)
        self.figures.show_region(region)

    def take_focus(self) -> None:
        """Let the first key that is pressed be one of the sheet."""
        self.sheet.take_focus()

    def step_region(self, step: int) -> None:
        """Go to the next region (+1), or the one before (-1), in the order of the list."""
        here = self.sheet.place()[0]
        code = self.regions.neighbour(here, step)
        if code and code != here:
            self.show_place(code)

    def leave(self) -> None:
        """Hand on what was typed."""
        self.sheet.leave()
        self.figures.leave()

    def bookmark(self) -> object:
        """Return region, indicator, and what is not in the file."""
        return *self.sheet.place(), self.sheet.keep()

    def return_to(self, bookmark: object) -> None:
        """Go to where the judge was before the page was made anew."""
        if isinstance(bookmark, tuple):
            region, indicator, kept = bookmark
            self.show_place(region)
            self.sheet.take_up(kept)
            self.show_place(region, indicator)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give every column its place."""
        super().resizeEvent(event)
        self._place_parts()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close the drawers with Escape."""
        if event.key() == Qt.Key.Key_Escape and (self._left.is_open() or self._right.is_open()):
            self._left.close()
            self._right.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, region: str) -> None:
        self._left.close()
        self.show_place(region)

    def _place_parts(self) -> None:
        pixels, width, height = self.context.theme.pixels, self.width(), self.height()
        left = max(pixels(LEFT_COLUMN), self.regions.minimumSizeHint().width())
        right = max(pixels(RIGHT_COLUMN), self.figures.minimumSizeHint().width())
        self._right.become(drawer=width < pixels(DRAWERS_BELOW))
        self._left.become(drawer=width - left < pixels(SHEET_NARROWEST))
        before = 0 if self._left.drawer else left
        after = 0 if self._right.drawer else right
        self.sheet.setGeometry(QRect(before, 0, width - before - after, height))
        self._left.place(QRect(0, 0, left, height), self.sheet.head.height())
        self._right.place(QRect(width - right, 0, right, height), self.sheet.head.height())

    def _search(self) -> None:
        self._left.open()
        self.regions.focus_search()

    def _show_keys(self) -> None:
        from ui.dialogs.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self.context, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _add_shortcuts(self) -> None:
        for keys, act in (
            ("N", self.sheet.go_to_next_open),
            ("/", self._search),
            ("F1", self._show_keys),
            ("Ctrl+Down", lambda: self.step_region(+1)),
            ("Ctrl+Up", lambda: self.step_region(-1)),
        ):
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.setAutoRepeat(False)
            made.activated.connect(act)


class _Drawer:
    """A column beside the sheet, or over it where there is no room beside."""

    def __init__(self, part: QFrame, opener: QPushButton, moved: Callable[[], None]) -> None:
        self.drawer = False
        self._part, self._opener, self._moved = part, opener, moved
        opener.clicked.connect(lambda _: self._toggle())

    def become(self, *, drawer: bool) -> None:
        if drawer is not self.drawer:
            self.drawer = drawer
            self._opener.setChecked(False)
            change_kind(self._part, "drawer" if drawer else "column")
        self._opener.setVisible(drawer)

    def is_open(self) -> bool:
        return self.drawer and self._opener.isChecked()

    def open(self) -> None:
        self._opener.setChecked(True)
        self._moved()

    def _toggle(self) -> None:
        self._moved()
        first = next(stops(self._part), None)
        if self.is_open() and first is not None:
            first.setFocus()

    def close(self) -> None:
        if self.is_open():
            self._opener.setChecked(False)
            self._moved()
            self._opener.setFocus()

    def place(self, box: QRect, head: int) -> None:
        """Stand beside the sheet, or over it under the head, so that the opener can be reached."""
        self._part.setGeometry(box.adjusted(0, head, 0, 0) if self.drawer else box)
        self._part.setVisible(not self.drawer or self._opener.isChecked())
        if self.drawer:
            self._part.raise_()
