"""``python main.py`` and ``python main.py FILE.panel`` as people start them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


def start(root: Path, home: Path, page: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start the program in a home of its own; it is closed when the page is there."""
    program = f"""
import sys
from PySide6.QtCore import QTimer
import ui.app

begin = ui.app.Front.begin

def watched(front, path=None):
    begin(front, path)
    window = front._window
    rounds = []

    def look():
        rounds.append(1)
        if type(window.page).__name__ == {page!r} or len(rounds) > 400:
            front.watch.stop()
            print(type(window.page).__name__, window.isVisible(), window.windowTitle())
            window.close()

    front.watch = QTimer(window)
    front.watch.timeout.connect(look)
    front.watch.start(25)

ui.app.Front.begin = watched
import main
sys.argv = ["main.py", *{list(arguments)!r}]
sys.exit(main.main())
"""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
    }
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def root(request: pytest.FixtureRequest) -> Path:
    return request.config.rootpath


def test_without_a_file_the_start_page_is_shown(root: Path, tmp_path: Path) -> None:
    found = start(root, tmp_path, "StartPage")
    assert (found.returncode, found.stdout) == (0, "StartPage True SmartCity Desktop\n")
    assert "Traceback" not in found.stderr


def test_a_panel_file_is_opened_and_a_temporary_folder_asked_about(
    root: Path, tmp_path: Path
) -> None:
    shop = Workshop.open(tmp_path / "lokakarya", judges=1, regions=1)
    before = shop.panels["j01-1"].read_bytes()
    found = start(root, tmp_path, "QuestionPage", str(shop.panels["j01-1"]))
    assert (found.returncode, found.stdout) == (0, "QuestionPage True SmartCity Desktop\n")
    assert shop.panels["j01-1"].read_bytes() == before


def test_a_file_that_is_none_is_explained(root: Path, tmp_path: Path) -> None:
    note = tmp_path / "catatan.panel"
    note.write_bytes(b"bukan berkas juri")
    found = start(root, tmp_path, "TroublePage", str(note))
    assert (found.returncode, found.stdout) == (0, "TroublePage True SmartCity Desktop\n")
