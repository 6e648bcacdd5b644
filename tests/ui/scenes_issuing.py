"""Scenes of the coordinator's panel files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import Step
from ui.dialogs.joining_dialogs import LateRegionDialog
from ui.pages.issuing_page import IssuingPage

if TYPE_CHECKING:
    from tests.ui.stage import Stage


def nothing_issued(stage: Stage) -> None:
    """No judge has a panel file yet."""
    _show(stage, "belum-terbit", "new")


def all_issued(stage: Stage) -> None:
    """Every judge has one; some handed in."""
    _show(stage, "separuh", "half")


def lost(stage: Stage) -> None:
    """A replacement is asked for."""
    page = _show(stage, "separuh", "half")
    page.table.selectRow(0)
    page.replace.click()
    stage.settle()


def more_regions(stage: Stage) -> None:
    """Further regions are asked for."""
    page = _show(stage, "separuh", "half")
    page.table.selectRow(1)
    page.supplement.click()
    stage.settle()


def paper(stage: Stage) -> None:
    """Paper sheets are to be typed."""
    page = _show(stage, "separuh", "half")
    page.table.selectRow(2)
    page.paper.click()
    stage.settle()


def new_region(stage: Stage) -> None:
    """A region joins on the day; it was chosen by a part of its name."""
    page = _show(stage, "separuh", "half")
    page.late_region.click()
    (dialog,) = stage.window.findChildren(LateRegionDialog)
    dialog.name.setText("Kabupaten Kepulauan Siau Tagulandang Biaro")
    dialog.code.setText("71.09")
    stage.settle()


def _show(stage: Stage, name: str, state: str) -> IssuingPage:
    stage.show_office(name, state).go(Step.ISSUING)
    page = stage.window.page
    assert isinstance(page, IssuingPage)
    stage.settle()
    return page


SCENES = {
    "berkas-juri-baru": nothing_issued,
    "berkas-juri": all_issued,
    "berkas-juri-hilang": lost,
    "berkas-juri-tambahan": more_regions,
    "berkas-juri-kertas": paper,
    "berkas-juri-daerah-baru": new_region,
}
