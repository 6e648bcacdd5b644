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

from tests.end2end.judge_day import ByKeyboard, ByMouse
from tests.ui.sample_files import make_panel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.end2end.judge_day import Day
    from tests.ui.desk_window import DeskWindow

ROOT = Path(__file__).parents[2]
REGIONS = 34


@pytest.mark.parametrize("way", [ByKeyboard, ByMouse])
def test_what_is_merged_is_what_the_judge_did(
    window: DeskWindow, tmp_path: Path, way: type[Day]
) -> None:
    shop = make_panel(tmp_path / "lokakarya", regions=REGIONS + 2, finished=0, enrolled=False)
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    window.front.begin()
    window.bot.waitActive(window.main).__enter__()
    day = way(window, shop, stick)
    day.live()
    day.check()
