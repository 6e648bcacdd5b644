"""Opens a file in the window, walks through its pages, closes it; prints what is left each time.

    python -m tests.ui.open_and_close FILE FOLDER ROUNDS

The first line is printed after one round: what is made once is no leak.
"""

from __future__ import annotations

import gc
import json
import sqlite3
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.stage import Stage, open_stage
from tests.ui.stage_context import stage_context
from ui.style import dress

STATUS = Path("/proc/self")


def main(file: Path, folder: Path, rounds: int) -> int:
    """Play the rounds in one window."""
    application = QApplication([])
    context = stage_context(folder)
    dress(application, context.theme)
    stage = open_stage(folder, folder, context)
    stage.window.show()
    for _ in range(rounds + 1):
        most = one_round(stage, file)
        print(json.dumps({"private": most} | left()), flush=True)
    return 0


def one_round(stage: Stage, file: Path) -> int:
    """Open, score one region, look at every page, close; returns the megabytes before that."""
    stage.front.open(file, asked=True)
    stage.wait(lambda: stage.front.journey is not None)
    journey = stage.front.journey
    assert journey is not None
    state = journey.state
    code = state.facts.issue.regions[50].code
    for indicator in state.ids:
        state.record_score(code, indicator, state.facts.instrument.indicators()[0].scale.minimum)
    stage.wait(lambda: not state.has_waiting())
    for show in (journey.show_side_by_side, journey.show_sealing, journey.show_scoring):
        show()
        settle()
    most = private_megabytes()
    assert journey.leave()
    settle()
    return most


def settle() -> None:
    """Let everything happen that was put off."""
    until = time.monotonic() + 0.3
    while time.monotonic() < until:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        # Whoever else is at work has the processor meanwhile.
        time.sleep(0.002)


def left() -> dict[str, int]:
    """Count what is alive."""
    gc.collect()
    settle()
    return {
        "threads": threading.active_count(),
        "native threads": len(list((STATUS / "task").iterdir())),
        "windows": len(QApplication.topLevelWidgets()),
        "widgets": len(QApplication.allWidgets()),
        "connections": sum(isinstance(each, sqlite3.Connection) for each in gc.get_objects()),
        "descriptors": len(list((STATUS / "fd").iterdir())),
    }


def private_megabytes() -> int:
    """Memory that is this process's alone."""
    lines = (STATUS / "smaps_rollup").read_text().splitlines()
    kilobytes = sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
    return kilobytes // 1024


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
