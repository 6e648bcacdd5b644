"""The day of a judge in the window, by keyboard alone and by mouse; what is merged is what he did.

The same runs on a real screen where one can be had: see the last test.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from tests.end2end.judge_day import ByKeyboard, ByMouse
from tests.ui.sample_files import make_panel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.desk_window import DeskWindow

ROOT = Path(__file__).parents[2]
A_WHOLE_DAY, EVERY_ACT = 34, 10
"""Regions: as many as a judge has; so many that each act has its own and the list must scroll."""


@pytest.mark.parametrize("way", [ByKeyboard, ByMouse])
def test_what_is_merged_is_what_the_judge_did(
    window: DeskWindow, tmp_path: Path, way: type[ByKeyboard | ByMouse]
) -> None:
    offscreen = QGuiApplication.platformName() == "offscreen"
    regions = A_WHOLE_DAY if offscreen else EVERY_ACT
    shop = make_panel(tmp_path / "lokakarya", regions=regions + 2, finished=0, enrolled=False)
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    window.front.begin()
    day = way(window, shop, stick)
    day.live()
    assert day.merged_values() == day.expected


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs a screen to be invented")
def test_the_same_on_a_real_screen(tmp_path: Path) -> None:
    """Every act once more, on the platform that people have."""
    with a_screen() as display:
        done = subprocess.run(
            [
                sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider",
                f"--basetemp={tmp_path / 'inside'}", __file__,
                "-k", "what_is_merged",
            ],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout


@contextmanager
def a_screen() -> Iterator[str]:
    """Start a screen that nobody sees; yields its name."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1400x900x24",
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        try:
            os.close(writing)
            with os.fdopen(reading) as lines:
                yield f":{lines.readline().strip()}"
        finally:
            server.terminate()
