"""What this system says about the place of a file."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from smartcity_desktop.workplace.places import Drive, Place, Surroundings, classify

_NETWORKS = re.compile(
    r"nfs4?|cifs|smb3?|smbfs|9p|davfs|ceph|afs|fuse\.(sshfs|rclone|gvfsd-fuse|davfs|glusterfs)"
)
_ESCAPED = re.compile(r"\\([0-7]{3})")
_CLOUDS = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Where OneDrive tells its folders."""
_TEMPORARY = ("TMPDIR", "TEMP", "TMP")


def place_of(path: Path) -> Place:
    """Return the kind of place in which a file lies."""
    return classify(surroundings_of(path))


def choose_own_folder(documents: Path, home: Path) -> Path:
    """Return the folder for copies: in the documents, unless these are synchronised or away."""
    for folder in (documents, home):
        if place_of(folder / "Asesmen" / "x") in (Place.OWN, Place.READ_ONLY):
            return folder / "Asesmen"
    return documents / "Asesmen"


def surroundings_of(path: Path) -> Surroundings:
    """Ask the system about a file; may wait for a slow drive."""
    absolute = path.absolute()
    folder = absolute.parent.resolve()
    return Surroundings(
        folder,
        _drive_of(folder),
        os.access(absolute, os.W_OK) and os.access(folder, os.W_OK),
        (*map(_whole, _TEMPORARY), *_SYSTEM_TEMPORARY),
        tuple(map(_whole, _CLOUDS)),
    )


def _whole(variable: str) -> str:
    """Return the folder that a variable names, as ``resolve`` writes it; empty where none is.

    Windows shortens the names of folders in some of them: ``SITINU~1``.
    """
    named = Path(os.environ.get(variable, ""))
    return str(named.resolve()) if named.is_absolute() else ""


def mount_of(mountinfo: str, folder: str) -> tuple[str, str, str]:
    """Return mount point, type and device number of the file system that holds a folder.

    Args:
        mountinfo: as Linux writes it in ``/proc/self/mountinfo``.
        folder: absolute.
    """
    found = ("", "", "")
    for line in mountinfo.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split()
        if not dash or len(fields) < 5 or not after.split():
            continue
        point = _ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), fields[4])
        holds = folder == point or folder.startswith(point.rstrip("/") + "/")
        if holds and len(point) >= len(found[0]):
            found = (point, after.split()[0], fields[2])
    return found


if sys.platform == "win32":
    import ctypes

    _SYSTEM_TEMPORARY: tuple[str, ...] = ()
    _KINDS = {2: Drive.REMOVABLE, 4: Drive.NETWORK, 5: Drive.REMOVABLE}
    """As GetDriveTypeW numbers them: removable, remote, compact disc."""

    def _drive_of(folder: Path) -> Drive:
        number = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")
        return _KINDS.get(number, Drive.FIXED)

else:
    _SYSTEM_TEMPORARY = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108 - told apart, not used

    def _drive_of(folder: Path) -> Drive:
        try:
            mountinfo = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return Drive.FIXED
        _, kind, number = mount_of(mountinfo, str(folder))
        if _NETWORKS.fullmatch(kind):
            return Drive.NETWORK
        return Drive.REMOVABLE if _is_removable(number) else Drive.FIXED


def _is_removable(number: str) -> bool:
    """Whether Linux says that a block device can be taken out; a partition asks its disk."""
    device = Path("/sys/dev/block") / number
    try:
        real = device.resolve(strict=True)
        marks = [folder / "removable" for folder in (real, real.parent)]
        return any(mark.is_file() and mark.read_text().strip() == "1" for mark in marks)
    except OSError:
        return False
