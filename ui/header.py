"""The line above every page: which assessment, whose file, and whether everything is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy

from smartcity_desktop.domain.message import message
from ui.theme import GAP_4, GAP_8, GAP_12
from ui.widgets.buttons import button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.layouts import column, row
from ui.widgets.menu_button import MenuButton
from ui.widgets.texts import change_kind, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from smartcity_desktop.domain.assessment import Assessment
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.panel_issue import PanelIssue
    from ui.context import Context

Entry = tuple["Message", "Callable[[], object]"]
"""The words of a menu's entry and what it does."""


class Header(QFrame):
    """Mode, title, judge, saved or not, text size, menu, and the one act of the page."""

    text_smaller = Signal()
    text_larger = Signal()

    def __init__(self, context: Context) -> None:
        """Make the header of a window in which no file is open."""
        super().__init__()
        self._words = context.words
        self.setObjectName("header")
        # A page that wants more room than there is must not take it from the header.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.badge = label("", "badge-official", wraps=False)
        self.title, self.judge = ElidedLabel("strong"), ElidedLabel()
        self.title.show_text("SmartCity Desktop")
        self.status = label("", "quiet", wraps=False)
        say = self._words.say
        self.smaller = button("A-", self.text_smaller.emit)
        self.smaller.setAccessibleName(say(message("Smaller text")))
        self.larger = button("A+", self.text_larger.emit)
        self.larger.setAccessibleName(say(message("Larger text")))
        self._menu = MenuButton(say(message("Menu")))
        self._act: QPushButton | None = None
        self._names = column([self.title, self.judge], gap=0)
        self._line = row(
            [self.badge, self.status, self.smaller, self.larger, self._menu], gap=GAP_12
        )
        self._second = row(gap=GAP_12)
        self._whole = column([self._line, self._second], gap=GAP_4, margin=GAP_8)
        self.setLayout(self._whole)
        self._places, self._widest, self._spacer = (False, False), 0, False
        self._line.insertLayout(1, self._names, 1)
        self.badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.badge.hide()
        self.judge.hide()

    def show_file(self, issue: PanelIssue) -> None:
        """Show whose file is open."""
        self._show(issue.assessment, f"{issue.judge.id} · {issue.judge.name}")

    def show_assessment(self, assessment: Assessment, line: Message) -> None:
        """Show which assessment is open, and whether its results are declared."""
        self._show(assessment, self._words.say(line))

    def _show(self, assessment: Assessment, second: str) -> None:
        from smartcity_desktop.domain.assessment import Mode

        official = assessment.mode is Mode.OFFICIAL
        self.badge.setText(
            self._words.say(message("OFFICIAL") if official else message("REHEARSAL"))
        )
        change_kind(self.badge, "badge-official" if official else "badge-rehearsal")
        self.badge.show()
        self.title.show_text(assessment.title)
        self.judge.show_text(second)
        self.judge.show()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give names and status a line of their own where the first has no room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # The widest status so far: what the header says must never move the page.
        self._widest = max(self._widest, self.status.sizeHint().width())
        fixed = (self.badge, self.smaller, self.larger, self._menu, self._act)
        widths = [each.sizeHint().width() for each in fixed if each is not None]
        rest = sum(widths) + self._widest + GAP_12 * (len(widths) + 1)
        wanted = max(self.title.wanted_width(), self.judge.wanted_width())
        below = rest + wanted + 2 * GAP_8 > self.width()
        crowded = below and rest + 2 * GAP_8 > self.width()
        if (below, crowded) != self._places:
            self._places = below, crowded
            self._put(below=below, crowded=crowded)
        self._tell_order(below=below, crowded=crowded)

    def _put(self, *, below: bool, crowded: bool) -> None:
        for line in (self._line, self._second):
            line.removeItem(self._names)
            line.removeWidget(self.status)
        self._names.setParent(None)
        if self._spacer:
            self._line.takeAt(1)
        self._spacer = below
        if below:
            self._second.addLayout(self._names, 1)
            self._line.insertStretch(1, 1)
        else:
            self._line.insertLayout(1, self._names, 1)
        if crowded:
            self._second.addWidget(self.status)
        else:
            self._line.insertWidget(2, self.status)
        self._whole.activate()

    def _tell_order(self, *, below: bool, crowded: bool) -> None:
        """Let screen readers and the Tab key meet the parts in the order of the eye."""
        names = (self.title, self.judge)
        acts = [self.smaller, self.larger, self._menu, *([self._act] if self._act else [])]
        first = (*(() if below else names), *(() if crowded else (self.status,)), *acts)
        second = (*(names if below else ()), *((self.status,) if crowded else ()))
        for part in (self.badge, *first, *second):
            if part is not None:
                part.raise_()

    def show_nothing(self) -> None:
        """Show that no file is open."""
        self.badge.hide()
        self.judge.hide()
        self.title.show_text("SmartCity Desktop")
        self.status.setText("")
        # The next file begins anew, wherever it is opened: its header must not remember this one.
        self._widest = 0
        self.show_act(None)

    def show_status(self, text: Message, kind: str = "quiet") -> None:
        """Say whether everything is saved."""
        change_kind(self.status, kind)
        self.status.setText(self._words.say(text))
        self.status.setAccessibleName(self.status.text())
        self._arrange()

    def show_menu(self, entries: Sequence[Entry | None]) -> None:
        """Fill the menu; None is a line between groups."""
        menu = QMenu(self._menu)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                words, act = entry
                menu.addAction(self._words.say(words)).triggered.connect(
                    lambda _checked=False, act=act: act()
                )
        before = self._menu.menu()
        self._menu.setMenu(menu)
        if before is not None:
            # Qt does not own it, and its entries hold the file that was open.
            before.deleteLater()

    def show_act(self, words: Message | None, act: Callable[[], object] = lambda: None) -> None:
        """Show the one act of the page at the right, or none."""
        if self._act is not None:
            self._line.removeWidget(self._act)
            self._act.hide()
            self._act.deleteLater()
            self._act = None
        if words is not None:
            self._act = button(self._words.say(words), act, "primary")
            self._line.addWidget(self._act)
        self._arrange()
