"""What the system says about a place."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from smartcity_desktop.workplace.drives import choose_own_folder, mount_of, place_of
from smartcity_desktop.workplace.places import Place

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 8:17 / /media/sri/STIK\\040SAYA rw,nosuid - vfat /dev/sdb1 rw
41 22 0:50 / /mnt/server rw - cifs //server/bersama rw
a line that is none
"""


@pytest.mark.parametrize(
    ("folder", "mount"),
    [
        ("/home/sri", ("/", "ext4", "8:1")),
        ("/media/sri/STIK SAYA/juri", ("/media/sri/STIK SAYA", "vfat", "8:17")),
        ("/mnt/server", ("/mnt/server", "cifs", "0:50")),
        ("/mnt/server2", ("/", "ext4", "8:1")),
    ],
)
def test_the_nearest_mount_holds_a_folder(folder: str, mount: tuple[str, str, str]) -> None:
    assert mount_of(MOUNTS, folder) == mount


def test_a_folder_of_the_system_is_temporary() -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert place_of(Path(folder) / "juri.panel") is Place.TEMPORARY


def test_a_temporary_folder_is_known_by_another_of_its_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where the variable may say ``SITINU~1`` and the file ``SitiNurhaliza``."""
    monkeypatch.setattr("smartcity_desktop.workplace.drives._SYSTEM_TEMPORARY", ())
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.delenv(name, raising=False)
    folder, short = tmp_path / "SitiNurhaliza", tmp_path / "SITINU~1"
    folder.mkdir()
    short.symlink_to(folder)
    (folder / "juri.panel").touch()
    assert place_of(folder / "juri.panel") is Place.OWN
    monkeypatch.setenv("TEMP", str(short))
    assert place_of(folder / "juri.panel") is Place.TEMPORARY
    assert place_of(short / "juri.panel") is Place.TEMPORARY


def test_copies_do_not_go_into_a_synchronised_folder(tmp_path: Path) -> None:
    home = Path("/usr/share")
    assert choose_own_folder(home / "OneDrive" / "Documents", home) == home / "Asesmen"
    assert choose_own_folder(home / "doc", home) == home / "doc" / "Asesmen"
    both = tmp_path / "OneDrive"
    assert choose_own_folder(both / "Documents", both) == both / "Documents" / "Asesmen"
