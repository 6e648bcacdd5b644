"""The window's part of the self-test: a judge's file, an assessment, a check, a new assessment.

It also reads every kind of picture that may become evidence, prints a receipt, and starts the
process that shares the work of a merge.
"""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from smartcity_desktop.merging.spare_process import SpareProcess, own_command
from ui.app import make_context
from ui.front import Front
from ui.judge.pictures import FORMATS, LONGEST_SIDE, read_picture
from ui.judge.receipt_paper import print_receipt
from ui.main_window import MainWindow
from ui.patience import SelfTestFailedError, wait_until
from ui.style import dress

GIF = base64.b64decode("R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=")
"""One red pixel in the only one of these formats that Qt reads and does not write."""


def try_window(panel: Path, assessment: Path, document: Path, folder: Path) -> None:
    """Do in one window what judges and coordinators do, from the start page and back to it.

    Args:
        panel: a judge's file who has enrolled; it may be changed.
        assessment: with declared results.
        document: of these results.
        folder: where the program may remember things.

    Raises:
        SelfTestFailedError: a step took too long or showed nothing.
    """
    from ui.self_test_office import try_check, try_founding, try_office

    application = QApplication.instance() or QApplication(["self-test"])
    if not isinstance(application, QApplication):
        raise SelfTestFailedError("there is a program without a window already")
    window = MainWindow(make_context(folder=folder))
    dress(application, window.context.theme)
    _try_pictures()
    _try_spare_process()
    front = Front(window)
    front.begin()
    window.show()
    wait_until(window.isVisible, "no window")
    _try_judge(window, front, panel, folder)
    try_office(window, front, assessment, document)
    try_check(window, front, document)
    try_founding(window, front)
    window.close()
    wait_until(lambda: not window.isVisible(), "the window did not close")


def _try_judge(window: MainWindow, front: Front, panel: Path, folder: Path) -> None:
    """Score one indicator, see it saved, and print a receipt."""
    front.open(panel, asked=True)
    wait_until(lambda: front.journey is not None, "the file did not open")
    journey = front.journey
    if journey is None:
        raise SelfTestFailedError("the file closed again")
    state = journey.state
    code = state.facts.issue.regions[0].code
    indicator = state.facts.instrument.indicators()[0]
    state.clear_score(code, indicator.id)
    state.record_score(code, indicator.id, indicator.scale.maximum)
    wait_until(lambda: not state.has_waiting(), "nothing was saved")
    if window.grab().isNull():
        raise SelfTestFailedError("the window is empty")
    receipt = folder / "resi.pdf"
    printer = QPrinter()
    printer.setOutputFileName(str(receipt))
    print_receipt(printer, state.facts, window.context.words)
    if not receipt.read_bytes().startswith(b"%PDF-"):
        raise SelfTestFailedError("the receipt was not printed")
    front.close()
    wait_until(lambda: front.journey is None, "the file did not close")


def paint_once() -> int:
    """Start as the program starts, say when the first page is painted, and end."""
    application = QApplication([])
    with tempfile.TemporaryDirectory(
        prefix="smartcity-first-paint-", ignore_cleanup_errors=True
    ) as name:
        window = MainWindow(make_context(folder=Path(name)))
        dress(application, window.context.theme)
        front = Front(window)
        front.begin()
        painted = _Painted(window)
        window.show()
        wait_until(lambda: painted.seen, "no window")
        print("painted", flush=True)  # noqa: T201 - what the measurement waits for
        front.close()
        window.close()
    return 0


class _Painted(QObject):
    """Notes when a window has been asked to paint itself; what is in it was painted with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.seen = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.seen = self.seen or event.type() is QEvent.Type.Paint
        return False


def _try_spare_process() -> None:
    spare = SpareProcess(own_command())
    try:
        if not spare.is_ready(60) or dict(spare.results(abs, range(-4, 0))) != {
            0: 4,
            1: 3,
            2: 2,
            3: 1,
        }:
            raise SelfTestFailedError("no other process took part")
    finally:
        spare.close()


def _try_pictures() -> None:
    drawn = QImage(8, 8, QImage.Format.Format_RGB32)
    drawn.fill(QColor("red"))
    for kind in FORMATS:
        held = QBuffer()
        held.open(QIODevice.OpenModeFlag.WriteOnly)
        drawn.save(held, kind.decode())  # type: ignore[call-overload]
        content = GIF if kind == b"gif" else bytes(held.data().data())
        if read_picture(content, LONGEST_SIDE).isNull():
            raise SelfTestFailedError(f"{kind.decode()} pictures are not read")
