"""Whether a process is still there."""

from __future__ import annotations

import os


def is_gone(process: int) -> bool:
    """Whether no process has this number any more."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False
