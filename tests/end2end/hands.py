"""The hands of a judge: keys and clicks go to the window that has the focus, never to a widget.

What is not in sight cannot be clicked, and what the Tab key does not reach cannot be used.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QMenu,
    QRadioButton,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction, QWindow
    from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)
NOTHING = Qt.KeyboardModifier.NoModifier
MOST_STOPS, WHEEL, LOOKS = 400, 120, 5


def spoken(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    heard = QAccessible.queryAccessibleInterface(widget)
    return heard.text(QAccessible.Text.Name)


def _height_in(widget: QWidget, port: QWidget, spot: QPoint) -> int:
    return widget.mapTo(port, spot).y()


class Hands:
    """What both ways of working have in common: waiting, and typing of texts."""

    def __init__(self, bot: QtBot, main: QWidget) -> None:
        self.bot, self.main = bot, main

    def until(self, there: Callable[[], bool]) -> None:
        self.bot.waitUntil(there, timeout=20_000)

    def wait_for_rest(self, widget: QWidget) -> None:
        """Wait until a control may be used and has stood still for a while, as the eye does."""
        places: list[QPoint] = []

        def rests() -> bool:
            if not widget.isVisible() or not widget.isEnabled():
                places.clear()
                return False
            places.append(widget.mapTo(widget.window(), widget.rect().center()))
            return len(places) >= LOOKS and len(set(map(QPoint.toTuple, places[-LOOKS:]))) == 1

        self.until(rests)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING) -> None:
        QTest.keyClick(self._window(), key, held)

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self._window(), ord(letter))

    def focused(self) -> str:
        widget = self.focus()
        return "" if widget is None else spoken(widget)

    def focus(self) -> QWidget | None:
        """Return what the next key goes to."""
        self.attend()
        return QApplication.focusWidget()

    def in_menu(self, answer: Callable[[], None], ask: Callable[[], None]) -> None:
        """Do what opens a menu, and answer it there: until then it keeps the caller waiting."""
        self._meanwhile(lambda: QApplication.activePopupWidget() is not None, answer, ask)

    def in_dialog(self, answer: Callable[[], None], ask: Callable[[], None]) -> None:
        """Do what asks for a file or a folder, and answer it there."""
        self._meanwhile(_asks_for_a_file, answer, ask)

    def _meanwhile(
        self, opened: Callable[[], bool], answer: Callable[[], None], ask: Callable[[], None]
    ) -> None:
        done: list[bool] = []

        def look() -> None:
            if opened():
                timer.stop()
                try:
                    answer()
                    done.append(True)
                finally:
                    waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
                    if not done and waiting is not None:
                        waiting.close()

        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(20)
        ask()
        self.until(lambda: bool(done))

    def see(self, kind: type[W], start: str) -> W:
        """Wait for the one control in sight whose name begins like this."""
        self.attend()

        def found() -> list[W]:
            return [
                each
                for each in QApplication.allWidgets()
                if isinstance(each, kind)
                and each.isVisible()
                and spoken(each).startswith(start)
                and each.window().isActiveWindow()
            ]

        self.until(lambda: bool(found()))
        (one,) = found()
        return one

    def choose_path(self, path: Path) -> None:
        """Type a path into the dialog for files, and take it."""
        self.until(_asks_for_a_file)
        self.write(str(path))
        for _ in range(3):
            if _asks_for_a_file():
                self.press(Qt.Key.Key_Return)
                QApplication.processEvents()

    def attend(self) -> None:
        """Let the window have the keys again after a dialog, as every window manager does."""
        if QGuiApplication.focusWindow() is None:
            self.main.activateWindow()
            self.until(lambda: QGuiApplication.focusWindow() is not None)

    def _window(self) -> QWindow:
        self.attend()
        window = QGuiApplication.focusWindow()
        assert window is not None
        return window


class Keyboard(Hands):
    """Never touches the mouse."""

    def go_to(self, start: str, *, back: bool = False) -> None:
        """Go with the Tab key to a control whose name begins like this."""
        self.walk(lambda: self.focused().startswith(start), start, back=back)

    def walk(self, arrived: Callable[[], bool], where: str, *, back: bool = False) -> None:
        """Press the Tab key until the focus has arrived."""
        passed = []
        for _ in range(MOST_STOPS):
            if arrived():
                return
            passed.append(self.focused())
            self.press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        raise AssertionError(f"{where!r} is none of {list(dict.fromkeys(passed))}")

    def choose(self, start: str) -> None:
        """Go to a group of choices with the Tab key, then to one of them with the arrows."""
        self.walk(lambda: isinstance(self.focus(), QRadioButton), start)
        passed = []
        for _ in range(8):
            if self.focused().startswith(start):
                self.press(Qt.Key.Key_Space)
                return
            passed.append(self.focused())
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"{start!r} is none of {passed}")

    def use(self, start: str, *, back: bool = False) -> None:
        """Go to a button or a choice and press it with the space bar."""
        self.go_to(start, back=back)
        self.press(Qt.Key.Key_Space)

    def fill(self, start: str, text: str) -> None:
        """Go to a field and type."""
        self.go_to(start)
        self.write(text)

    def choose_entry(self, start: str) -> None:
        """Walk down an open menu to an entry and take it."""
        self.until(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(20):
            entry = cast("QAction | None", menu.activeAction())
            if entry is not None and entry.text().startswith(start):
                self.press(Qt.Key.Key_Return)
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"{start!r} is none of {[each.text() for each in menu.actions()]}")


class Mouse(Hands):
    """Uses keys for texts only."""

    def use(self, start: str, kind: type[QWidget] = QWidget) -> None:
        """Scroll to a control and click it where it rests."""
        widget = self.see(kind, start)
        self.wait_for_rest(widget)
        self.click(widget)

    def fill(self, start: str, text: str) -> None:
        """Click into a field and type."""
        self.use(start, QLineEdit)
        self.write(text)

    def pick(self, start: str, text: str) -> None:
        """Click into a field, type, and click the only offer that opens below it."""
        self.fill(start, text)
        self.until(lambda: QApplication.activePopupWidget() is not None)
        offers = QApplication.activePopupWidget()
        assert isinstance(offers, QAbstractItemView)
        spot = offers.visualRect(offers.model().index(0, 0)).center()
        there = offers.viewport().mapTo(offers, spot)
        QTest.mouseClick(offers.windowHandle(), Qt.MouseButton.LeftButton, NOTHING, there)

    def click_item(self, view: QAbstractItemView, place: Callable[[], QPoint]) -> None:
        """Scroll a list with the wheel to one of its items and click it."""
        self._wheel_until(view, lambda: place().y())
        self.click(view.viewport(), place())

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a widget where it is in sight; the wheel brings it there."""
        spot = widget.rect().center() if place is None else place
        self._bring_into_sight(widget, spot)
        window = widget.window()
        there = widget.mapTo(window, spot)
        hit = window.childAt(there)
        assert hit is not None
        assert hit is widget or widget.isAncestorOf(hit), f"{hit} covers {widget}"
        handle = window.windowHandle()
        QTest.mouseMove(handle, there)
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, NOTHING, there)

    def choose_entry(self, start: str) -> None:
        """Click an entry of an open menu."""
        self.until(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (entry,) = [each for each in menu.actions() if each.text().startswith(start)]
        spot = menu.actionGeometry(entry).center()
        QTest.mouseMove(menu.windowHandle(), spot)
        QTest.mouseClick(menu.windowHandle(), Qt.MouseButton.LeftButton, NOTHING, spot)

    def _bring_into_sight(self, widget: QWidget, spot: QPoint) -> None:
        area = _area(widget)
        while area is not None:
            port = area.viewport()
            self._wheel_until(area, partial(_height_in, widget, port, spot))
            area = _area(area)

    def _wheel_until(self, area: QAbstractScrollArea, height: Callable[[], int]) -> None:
        port, bar = area.viewport(), area.verticalScrollBar()
        for _ in range(MOST_STOPS):
            QApplication.processEvents()
            if QRect(0, 0, 1, port.height()).adjusted(0, 4, 0, -4).contains(0, height()):
                return
            turn = WHEEL if height() < 0 else -WHEEL
            before = bar.value()
            place = _between_lists(area).toPointF()
            QTest.wheelEvent(area.window().windowHandle(), place, QPoint(0, turn))
            assert bar.value() != before or not bar.maximum(), "the wheel does not scroll"
            if bar.value() == before:
                return


def _asks_for_a_file() -> bool:
    window = QApplication.activeWindow()
    return window is not None and window.inherits("QFileDialog")


def _between_lists(area: QAbstractScrollArea) -> QPoint:
    """Return a place in the window where the wheel turns this area, and no list inside it."""
    port, window = area.viewport(), area.window()
    places = [port.mapTo(window, QPoint(port.width() // 2, port.height() * part // 10))
              for part in (5, 9, 1, 7, 3)]  # fmt: skip
    for place in places:
        hit = window.childAt(place)
        if hit is not None and (hit is port or _area(hit) is area):
            return place
    return places[0]


def _area(widget: QWidget) -> QAbstractScrollArea | None:
    part = widget.parentWidget()
    while part is not None and not isinstance(part, QAbstractScrollArea):
        part = part.parentWidget()
    return part
