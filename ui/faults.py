"""Faults of the program while the window is open: one dialog, one report, no traceback."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    from ui.main_window import MainWindow


class Faults:
    """Takes over what nobody caught on the window's thread."""

    def __init__(self, window: MainWindow) -> None:
        """Watch over a window."""
        self._window = window
        self._shown = False
        self._before = sys.excepthook

    def install(self) -> None:
        """Take over from now on."""
        self._before = sys.excepthook
        sys.excepthook = self.take

    def uninstall(self) -> None:
        """Leave everything as it was before."""
        sys.excepthook = self._before

    def take(
        self,
        kind: type[BaseException],
        fault: BaseException,
        traceback: TracebackType | None,
    ) -> None:
        """Report a fault and say so, once at a time; an interruption ends the program."""
        if not isinstance(fault, Exception):
            self._before(kind, fault, traceback)
            return
        from smartcity_desktop.workplace.fault_report import report_fault

        said = report_fault(fault.with_traceback(traceback), "window", strike_passphrases)
        if not self._shown:
            self._shown = True
            from ui.dialogs.fault_dialog import FaultDialog

            dialog = FaultDialog(self._window, self._window.context, said)
            dialog.finished.connect(self._closed)
            dialog.open()

    def _closed(self, _result: int) -> None:
        self._shown = False


def strike_passphrases(text: str) -> str:
    """Take what is typed into any passphrase field out of a text."""
    from PySide6.QtWidgets import QApplication, QLineEdit

    for widget in QApplication.allWidgets():
        if isinstance(widget, QLineEdit) and widget.property("secret") and widget.text():
            text = text.replace(widget.text(), "***")
    return text
