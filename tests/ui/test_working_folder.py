"""A stick on which a file was opened or chosen can be taken out, although the window is open."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import message
from smartcity_desktop.language.catalogue import load_catalogue
from ui import working_folder
from ui.dialogs.file_choice import choose_folder
from ui.words import Words
from ui.working_folder import stand_at_home

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program stands, away from home."""
    home, folder = tmp_path / "rumah", tmp_path / "flashdisk"
    for each in (home, folder):
        each.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("system", ["win32", "linux"])
def test_only_on_windows_the_program_goes_home(
    stick: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(working_folder, "sys", SimpleNamespace(platform=system))
    stand_at_home()
    assert Path.cwd() == (Path.home() if system == "win32" else stick)


def test_after_a_dialog_it_goes_home(
    qtbot: QtBot, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working_folder, "sys", SimpleNamespace(platform="win32"))
    page = QWidget()
    qtbot.addWidget(page)
    words = Words(load_catalogue(Language.INDONESIAN))
    dialog = choose_folder(page, words, message("Folder"), lambda _: None, stick)
    assert Path.cwd() == stick
    dialog.reject()
    assert Path.cwd() == Path.home()
