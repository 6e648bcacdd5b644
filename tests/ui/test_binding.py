"""Imports are Python's own: nobody reads the sources of our modules to import them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

PROGRAM = """
import inspect
looked_at = []
inspect.getsource = lambda module: looked_at.append(module.__name__) or ""
import ui.front
from PySide6.QtWidgets import QApplication, QLabel
QApplication(["x", "-platform", "offscreen"])
QLabel("x").setText("y")
ours = [name for name in looked_at if name.startswith(("ui.", "smartcity_desktop"))]
print(ours, QLabel.setText.__name__)
"""


def test_no_source_is_read(pytestconfig: pytest.Config) -> None:
    found = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert found.stdout == "[] setText\n"
