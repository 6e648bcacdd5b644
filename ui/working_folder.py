"""The folder in which the program stands.

Windows lets no stick go on which a program stands. It starts one in the folder of the file that was
opened, and its dialogs move the program into the folder that was chosen.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path


def stand_at_home() -> None:
    """Leave the folder in which Windows put the program; nothing here depends on it."""
    if sys.platform == "win32":
        with contextlib.suppress(OSError, RuntimeError):
            os.chdir(Path.home())
