"""Where work is safe from surprises, told from a path and what the system knows."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from smartcity_desktop.workplace.places import Drive, Place, Surroundings, classify

WINDOWS = [
    (r"C:\Users\Sri\Documents\Asesmen", Place.OWN),
    (r"C:\Users\Sri\Desktop\Boxing Day", Place.OWN),
    (r"C:\Users\Sri\Downloads", Place.OWN),
    (r"C:\Users\Sri\OneDrive\Dokumen", Place.SYNCHRONISED),
    (r"C:\Users\Sri\OneDrive - Kementerian Komunikasi\Juri", Place.SYNCHRONISED),
    (r"C:\Users\Sri\Google Drive\Juri", Place.SYNCHRONISED),
    (r"G:\My Drive\Juri", Place.SYNCHRONISED),
    (r"G:\Drive Saya", Place.SYNCHRONISED),
    (r"C:\Users\Sri\Dropbox (Kominfo)\Juri", Place.SYNCHRONISED),
    (r"C:\Users\Sri\iCloudDrive", Place.SYNCHRONISED),
    (r"C:\Users\Sri\AppData\Local\Temp\7zO4C2A1B\juri", Place.TEMPORARY),
    (r"C:\Users\Sri\AppData\Local\Temp", Place.TEMPORARY),
    (r"D:\berkas\Rar$DIa1234.5678", Place.TEMPORARY),
    (r"D:\x\Temp1_berkas juri.zip", Place.TEMPORARY),
    (r"C:\Users\Sri\AppData\Local\Microsoft\Windows\INetCache\Content.Outlook\AB", Place.TEMPORARY),
    (r"C:\Users\Sri\Downloads\Telegram Desktop", Place.TEMPORARY),
    (
        r"C:\Users\Sri\AppData\Local\Packages\5319275A.WhatsAppDesktop_cv1g1gvanyjgm\LocalState",
        Place.TEMPORARY,
    ),
    (r"\\server\bersama\Juri", Place.NETWORK),
]
LINUX = [
    ("/home/sri/Dokumen/Asesmen", Place.OWN),
    ("/home/sri/tmp/x", Place.OWN),
    ("/scratch/x", Place.TEMPORARY),
    ("/home/sri/.cache/file-roller", Place.TEMPORARY),
    ("/run/user/1000/doc/a1b2c3", Place.TEMPORARY),
    ("/run/user/1000/gvfs/smb-share:server=a,share=b", Place.NETWORK),
    ("/media/sri/STIK", Place.STICK),
    ("/run/media/sri/STIK/juri", Place.STICK),
    ("/home/sri/Nextcloud", Place.SYNCHRONISED),
    ("/home/sri/awan/juri", Place.SYNCHRONISED),
]


@pytest.mark.parametrize(("folder", "place"), WINDOWS)
def test_folders_of_windows(folder: str, place: Place) -> None:
    temporary = (r"C:\Users\Sri\AppData\Local\Temp",)
    assert classify(Surroundings(PureWindowsPath(folder), temporary=temporary)) is place


@pytest.mark.parametrize(("folder", "place"), LINUX)
def test_folders_of_linux(folder: str, place: Place) -> None:
    facts = Surroundings(
        PurePosixPath(folder), temporary=("/scratch", ""), synchronised=("", "/home/sri/awan")
    )
    assert classify(facts) is place


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        (Surroundings(PureWindowsPath("E:\\"), Drive.REMOVABLE), Place.STICK),
        (Surroundings(PureWindowsPath("E:\\"), Drive.REMOVABLE, writable=False), Place.STICK),
        (Surroundings(PureWindowsPath("Z:\\juri"), Drive.NETWORK), Place.NETWORK),
        (Surroundings(PurePosixPath("/srv/juri"), writable=False), Place.READ_ONLY),
        (Surroundings(PurePosixPath("/srv/juri")), Place.OWN),
    ],
)
def test_what_the_system_says_of_the_drive(facts: Surroundings, place: Place) -> None:
    assert classify(facts) is place
