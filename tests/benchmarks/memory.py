"""The memory of a command with all its processes, watched from outside.

``ru_maxrss`` would not do: what a process starts begins with the mark of whoever started it.
"""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BETWEEN_LOOKS = 0.005
"""Seconds."""


def peak_memory_of(command: Sequence[str]) -> int:
    """Run a command to its end; returns the most megabytes that it and its children held at once.

    Memory that processes share counts once (proportional set size). What the first process held
    at most is known exactly; the sum of several is what was seen at the fullest look.
    """
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        most = 0
        while running.poll() is None:
            sizes = [_kilobytes(number, "smaps_rollup", "Pss:") for number in _family(running.pid)]
            most = max(most, sum(sizes), _kilobytes(running.pid, "status", "VmHWM:"))
            time.sleep(BETWEEN_LOOKS)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return most // 1024


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _kilobytes(process: int, file: str, name: str) -> int:
    """Return what the system says of a process; nothing of one that has just ended."""
    try:
        lines = Path(f"/proc/{process}/{file}").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)
