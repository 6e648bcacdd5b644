"""What this system says of its drives; may wait for a slow one, so never on the window's thread."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from smartcity_desktop.workplace.sticks import Volume


def list_volumes() -> tuple[Volume, ...]:
    """Return every mounted drive."""
    return tuple(_volume(info) for info in QStorageInfo.mountedVolumes())


def _volume(info: QStorageInfo) -> Volume:
    root = Path(info.rootPath())
    return Volume(
        root=root,
        name=info.name(),
        free=max(0, info.bytesAvailable()),
        removable=_is_removable(root, bytes(info.device().data()).decode(errors="replace")),
        read_only=info.isReadOnly(),
        ready=info.isReady(),
    )


if sys.platform == "win32":
    import ctypes

    _REMOVABLE = 2
    """As GetDriveTypeW numbers it."""

    def _is_removable(root: Path, _device: str) -> bool:
        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{root.drive}\\") == _REMOVABLE)

else:

    def _is_removable(_root: Path, device: str) -> bool:
        """Whether Linux says that a device can be taken out; a partition asks its disk."""
        if not device.startswith("/dev/"):
            return False
        known = Path("/sys/class/block") / Path(device).name
        try:
            real = known.resolve(strict=True)
            marks = [folder / "removable" for folder in (real, real.parent)]
            return any(mark.is_file() and mark.read_text().strip() == "1" for mark in marks)
        except OSError:
            return False
