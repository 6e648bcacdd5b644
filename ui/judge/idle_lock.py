"""Locks the window when nobody has touched it for some minutes, if the person wants that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from ui.context import Context
    from ui.judge.state import JudgeState
    from ui.main_window import MainWindow
    from ui.page import Page

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_MINUTE = 60_000


class IdleLock(QObject):
    """Covers the window with a page that asks for the passphrase.

    Attributes:
        timer: runs while nobody touches the window.
    """

    leave_requested = Signal()
    """The file shall be closed instead of unlocked."""

    def __init__(self, window: MainWindow, state: JudgeState) -> None:
        """Watch, if the preferences say so."""
        super().__init__()
        self._window, self._state = window, state
        self._watching = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.lock)
        window.dressed.connect(self.follow_preferences)
        self.follow_preferences()

    def follow_preferences(self) -> None:
        """Take the number of minutes from the preferences; 0 ends watching.

        Only then every event goes through here, which costs a little time.
        """
        minutes = self._window.context.memory.now.preferences.idle_minutes
        application = QApplication.instance()
        if application is None:
            return
        if minutes and not self._watching:
            application.installEventFilter(self)
        elif not minutes and self._watching:
            application.removeEventFilter(self)
        self._watching = bool(minutes)
        self.timer.setInterval(minutes * _MINUTE)
        if minutes:
            self.timer.start()
        else:
            self.timer.stop()

    def lock(self) -> None:
        """Hide everything; dialogs are closed as if they were cancelled."""
        if self._window.is_covered or not self._state.facts.enrolled:
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()

        def make(context: Context) -> Page:
            from ui.pages.lock_page import LockPage

            page = LockPage(context, self._state)
            page.unlocked.connect(self._unlock)
            page.leave_requested.connect(self.leave_requested)
            return page

        self._window.cover(make)

    def end(self) -> None:
        """Watch no longer, and lock nothing."""
        application = QApplication.instance()
        if application is not None and self._watching:
            application.removeEventFilter(self)
        self._watching = False
        self.timer.stop()
        self._window.dressed.disconnect(self.follow_preferences)
        if self._window.is_covered:
            self._window.uncover()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin to count anew at every touch."""
        del watched
        if event.type() in _TOUCHES and self.timer.interval():
            self.timer.start()
        return False

    def _unlock(self) -> None:
        self._window.uncover()
        if self._watching:
            self.timer.start()
