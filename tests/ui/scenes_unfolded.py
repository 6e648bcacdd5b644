"""Scenes in which everything that can unfold is open, and the second steps of dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage

from smartcity_desktop.workplace.backups import list_backups
from tests.workshop import PHRASE
from ui.dialogs.forgotten_passphrase_dialog import ForgottenPassphraseDialog
from ui.judge.pictures import Source
from ui.pages.enrolment_page import EnrolmentPage
from ui.widgets.backup_list import BackupList
from ui.widgets.fold import Fold

if TYPE_CHECKING:
    from tests.ui.stage import Stage

LARGE = 900, 600
"""Pixels of a picture that is offered smaller, when it is kept as it is: over a megabyte."""
PARTS = ("evidence", "abstain", "note", "guidance", "answer")
"""In an order that is not the one of the page."""


def unfolded(stage: Stage) -> None:
    """Every part of two indicators and of the region is open; files are attached and offered."""
    state = stage.show_file("berkas-daerah", dossiers=True).state
    sheet = stage.scoring_page().sheet
    sheet.rows.make_all()
    region, indicators = sheet.place()[0], ("A2", "A1")
    for indicator in indicators:
        for part in PARTS:
            sheet.rows.row(indicator).folds.open(part, down=True)
    assert sheet.rows.region_row is not None
    sheet.rows.region_row.folds.open("evidence", down=True)
    small, large = stage.folder / "SK Wali Kota 12-2016.pdf", stage.folder / "ruang kendali.bmp"
    small.write_bytes(b"%PDF-1.4 " + b"isi " * 5000)
    picture = QImage(*LARGE, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.save(str(large))
    for place in (*indicators, "*"):
        sheet.intake.take((region, place), [Source(small.name, small)])
    stage.wait(lambda: len(state.sheet(region).evidence) == len((*indicators, "*")))
    sheet.intake.take((region, "A1"), [Source(large.name, large)])
    stage.wait(lambda: all(each.item for each in sheet.intake.pending((region, "A1"))))
    stage.wait(lambda: not state.has_waiting())
    sheet.rows.show_first(sheet.rows.row("A1"))


def drawers(stage: Stage) -> None:
    """What stands beside the sheet, or in drawers over it where the window is narrow."""
    stage.show_file("bawaan")
    head = stage.scoring_page().sheet.head
    stage.settle()
    for opener in (head.regions, head.figures):
        if opener.isVisible():
            opener.click()


def own_certificate(stage: Stage) -> None:
    """The judge brings a certificate, and asks what happens without the passphrase."""
    stage.show_file("baru", enrolled=False)
    page = stage.window.page
    assert isinstance(page, EnrolmentPage)
    page.key.bring_key.setChecked(True)
    for fold in page.findChildren(Fold):
        fold.button.setChecked(True)


def putting_back(stage: Stage) -> None:
    """A backup is about to be put back."""
    safety = stage.show_file("bawaan").safety
    stage.wait(lambda: list_backups(safety.backups.folder))
    safety.show_backups()
    for made in stage.window.findChildren(BackupList):
        made.chosen.emit(list_backups(safety.backups.folder)[0])


def new_key(stage: Stage) -> None:
    """A new key was made; its fingerprint is to be read out."""
    stage.show_file("bawaan").safety.show_forgotten()
    dialog = stage.window.findChildren(ForgottenPassphraseDialog)[-1]
    made: list[str] = []
    dialog.key_made.connect(made.append)
    for edit in (dialog.new.first, dialog.new.again):
        edit.setText(PHRASE)
    dialog.make.click()
    stage.wait(lambda: made)


SCENES = {
    "semua-terbuka": unfolded,
    "laci": drawers,
    "pendaftaran-sertifikat": own_certificate,
    "cadangan-pulihkan": putting_back,
    "kunci-baru": new_key,
}
