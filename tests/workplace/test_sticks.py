"""Drives on which a copy can leave the laptop."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

from smartcity_desktop.workplace.sticks import Volume, find_sticks

NEEDED = 1000


def test_only_what_can_be_pulled_out_is_offered() -> None:
    volumes = (
        Volume(PurePosixPath("/"), "", 10**12, removable=False),
        Volume(PurePosixPath("/home"), "home", 10**12, removable=False),
        Volume(PurePosixPath("/media/ratna/KINGSTON"), "KINGSTON", 10**9, removable=False),
        Volume(PurePosixPath("/mnt/x"), "", 10**9, removable=True),
        Volume(PureWindowsPath("C:\\"), "Windows", 10**12, removable=False),
        Volume(PureWindowsPath("E:\\"), " ", 10**9, removable=True),
    )
    found = {str(stick.root): stick.name for stick in find_sticks(volumes, NEEDED)}
    assert found == {"/media/ratna/KINGSTON": "KINGSTON", "/mnt/x": "x", "E:\\": "E:\\"}


def test_what_does_not_fit_comes_last_and_says_so() -> None:
    volumes = (
        Volume(PurePosixPath("/media/a"), "A", NEEDED - 1, removable=True),
        Volume(PurePosixPath("/media/b"), "B", 10**9, removable=True, read_only=True),
        Volume(PurePosixPath("/media/c"), "C", NEEDED, removable=True),
        Volume(PurePosixPath("/media/d"), "D", 10**9, removable=True, ready=False),
    )
    found = [(stick.name, stick.fits) for stick in find_sticks(volumes, NEEDED)]
    assert found == [("C", True), ("A", False), ("B", False)]


def test_a_folder_with_a_similar_name_is_no_stick() -> None:
    volumes = (Volume(PurePosixPath("/mediatek"), "", 10**9, removable=False),)
    assert find_sticks(volumes, NEEDED) == ()
