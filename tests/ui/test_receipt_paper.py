"""The printed receipt, read back with another program."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPdfWriter
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.scoring.desk_facts import read_desk
from tests.ui.reading import texts
from tests.workshop import Workshop
from ui.dialogs.printer_dialog import PrinterDialog
from ui.judge.receipt_paper import ask_and_print, print_receipt

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_the_receipt_stands_on_one_page_with_what_it_covers(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    del qtbot
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")
    shop = Workshop.open(tmp_path / "uji", judges=1, regions=2, mode=Mode.REHEARSAL)
    shop.hand_in("j01")
    with shop.desk("j01-1") as desk:
        facts = read_desk(desk)
    target = tmp_path / "resi.pdf"
    device = QPdfWriter(str(target))
    print_receipt(device, facts, context.words)
    del device
    done = subprocess.run(
        ["pdftotext", "-layout", str(target), "-"], check=True, capture_output=True, text=True
    )
    assert done.stdout.count("\f") == 1
    text = " ".join(done.stdout.split())
    for said in ("LATIHAN", "Uji", "j01 · Juri 1", facts.seals[-1].receipt, "Resi segel 1",
                 "Lembar penilaian bersegel: 2 (11.01, 11.02)"):  # fmt: skip
        assert said in text, said


def test_the_window_goes_on_while_a_printer_is_asked_for(
    qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Workshop.open(tmp_path / "uji", judges=1, regions=2)
    shop.hand_in("j01")
    with shop.desk("j01-1") as desk:
        facts = read_desk(desk)
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    printed: list[str] = []
    for printers in ([], ["Kantor"]):
        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda names=printers: names)
        ask_and_print(page, context, facts, printed.append)
        dialog = page.findChildren(PrinterDialog)[-1]
        assert dialog.isVisible()
        assert "resi segel 1" in dialog.windowTitle()
        assert dialog.confirm.isEnabled() is bool(printers)
        assert ("catat resi" in texts(dialog)) is not bool(printers)
        dialog.reject()
    assert printed == []
