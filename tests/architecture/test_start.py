from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {
    "PySide6", "pyhanko", "reportlab", "numpy", "sqlite_utils", "sqlite3", "cryptography", "babel",
    "num2words", "openpyxl", "python_calamine", "orjson", "asyncio", "lxml", "PIL",
    "pypdfium2", "zxingcpp",
}  # fmt: skip


def find_heavy(importtime: str) -> set[str]:
    """Heavy packages in what ``-X importtime`` wrote."""
    names = {line.rpartition("|")[2].strip().split(".")[0] for line in importtime.splitlines()}
    return HEAVY & names


def start(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=root, capture_output=True, text=True, check=True
    )


def test_help_imports_nothing_heavy(root: Path) -> None:
    assert find_heavy(start(root, "-X", "importtime", "main.py", "--help").stderr) == set()


def test_a_heavy_import_is_found(root: Path) -> None:
    report = start(root, "-X", "importtime", "-c", "import sqlite3").stderr
    assert find_heavy(report) == {"sqlite3"}


def test_the_start_page_imports_only_qt_of_what_is_heavy(root: Path, tmp_path: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import make_context
from ui.front import Front
from ui.main_window import MainWindow

application = QApplication([])
window = MainWindow(make_context(folder=Path({str(tmp_path)!r})))
front = Front(window)
front.begin()
window.show()
window.grab()
print(*sorted({{name.split(".")[0] for name in sys.modules}}))
front.close()
"""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=True, env=environment
    )
    assert HEAVY & set(done.stdout.split()) == {"PySide6"}
