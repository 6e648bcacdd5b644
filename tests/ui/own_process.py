"""Small programs that start in a process of their own, as people start ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run_program(program: str, *arguments: str, home: Path | None = None) -> str:
    """Return what it prints; a warning, or anything it complains about, is a failure.

    Args:
        program: its text.
        arguments: what it is called with.
        home: the folder of the person who starts it, where it looks there.
    """
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, *arguments],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | ({"HOME": str(home)} if home else {}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout
