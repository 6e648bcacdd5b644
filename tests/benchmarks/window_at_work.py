"""One process of the window's measurements; prints what it measured, in milliseconds.

python -m tests.benchmarks.window_at_work blank|start|sheet|inside FILE FOLDER BEGUN
"""

from __future__ import annotations

import sys
import time

LONGEST_OPENING = 60
"""Seconds; a file that somebody else has open, say, shows a page that waits for a person."""


def main(task: str, file: str, folder: str, begun: int) -> dict[str, float]:
    """Do one task; ``begun`` is the monotonic clock in nanoseconds before the process."""
    if task == "blank":
        return {"shown": _blank(begun)}
    from pathlib import Path

    # First, as in main.py: it imports PySide6 in its own way.
    from ui.app import make_application, make_context, make_window
    from ui.front import Front

    from PySide6.QtCore import QEventLoop  # isort: skip

    application = make_application()
    window = make_window(application, make_context(folder=Path(folder)))
    front = Front(window)
    if task == "start":
        front.begin()
        window.show()
        _paint(window)
        return {"shown": _since(begun)}
    front.open(Path(file), asked=True)
    begun_waiting = time.monotonic()
    while front.journey is None:
        if time.monotonic() - begun_waiting > LONGEST_OPENING:
            raise TimeoutError(f"{file} did not open")
        # As the event loop waits: without keeping the lane from its work.
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.show()
    _paint(window)
    shown = _since(begun)
    if task == "sheet":
        front.close()
        return {"shown": shown}
    from tests.benchmarks.window_watched import watch

    found = watch(window, front, Path(file))
    front.close()
    return found


def _blank(begun: int) -> float:
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    _paint(window)
    del application
    return _since(begun)


def _paint(window: object) -> None:
    """Let the window be laid out and painted, whole."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.processEvents()
    window.grab()  # type: ignore[attr-defined]
    QCoreApplication.processEvents()


def _since(begun: int) -> float:
    return (time.monotonic_ns() - begun) / 1_000_000


if __name__ == "__main__":
    import json

    found = main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
    sys.stdout.write(json.dumps(found))
