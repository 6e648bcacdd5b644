"""Opening and closing files again and again leaves nothing behind, and needs little memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.sample_files import ISSUE, make_panel

ROOT = Path(__file__).parents[2]
MOST_MEGABYTES, ROUNDS = 150, 10


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_ten_rounds_with_514_regions_leave_nothing_behind(tmp_path: Path) -> None:
    file = make_panel(tmp_path / "semua", regions=514, finished=40).panels[ISSUE]
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.open_and_close", str(file), str(tmp_path), str(ROUNDS)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, *_, last = (json.loads(line) for line in done.stdout.splitlines())
    assert last["private"] < MOST_MEGABYTES, done.stdout
    for kind in ("threads", "native threads", "windows", "widgets", "connections", "descriptors"):
        assert last[kind] == first[kind], f"{kind}\n{done.stdout}"
