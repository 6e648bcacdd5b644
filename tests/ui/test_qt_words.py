"""What Qt itself says is in the language of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit

from smartcity_desktop.domain.local_text import Language

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.desk_window import DeskWindow

INDONESIAN = ["Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Tandai semua"]


def menu_of(field: QLineEdit | QPlainTextEdit) -> list[str]:
    """Return what the menu of a field offers, without keys."""
    menu = field.createStandardContextMenu()
    texts = [act.text().partition("\t")[0] for act in menu.actions() if not act.isSeparator()]
    menu.deleteLater()
    return texts


def test_menus_of_fields_follow_the_language(window: DeskWindow, qtbot: QtBot) -> None:
    line, lines = QLineEdit("Kota Depok"), QPlainTextEdit("Kota Depok")
    qtbot.addWidget(line)
    qtbot.addWidget(lines)
    assert menu_of(line) == menu_of(lines) == INDONESIAN
    window.main.speak(Language.ENGLISH)
    assert menu_of(line)[:2] == ["&Undo", "&Redo"]
    window.main.speak(Language.INDONESIAN)
    assert menu_of(line) == INDONESIAN


def test_choosing_a_file_follows_the_language(window: DeskWindow) -> None:
    dialog = QFileDialog(window.main)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.labelText(QFileDialog.DialogLabel.FileName) == "Nama berkas:"
    assert dialog.labelText(QFileDialog.DialogLabel.Reject) == "Batal"
    dialog.deleteLater()


def test_qt_asks_in_the_language_before_a_file_is_replaced(window: DeskWindow) -> None:
    asked = "%1 already exists.\nDo you want to replace it?"
    assert window.main.isVisible()
    assert QCoreApplication.translate("QFileDialog", asked) == "%1 sudah ada. Ganti?"
