"""Scenes of the coordinator's window that belong to no single page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import Step
from tests.ui.office_files import decide, declare, make_office
from ui.coordinator.places import Place
from ui.dialogs.region_name_dialog import RegionNameDialog
from ui.pages.audit_page import AuditPage
from ui.pages.checking_page import CheckingPage
from ui.pages.preparation_page import PreparationPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.stage import Stage


def audit(stage: Stage) -> None:
    """The audit log of a declared assessment."""
    stage.show_office("ditetapkan", "declared").go(Place.AUDIT)
    page = stage.window.page
    assert isinstance(page, AuditPage)
    stage.wait(page.export.isEnabled)
    stage.settle()


def checked(stage: Stage) -> None:
    """A sealed copy was checked; one that was changed as well."""
    journey = stage.show_office("ditetapkan", "declared")
    journey.go(Place.CHECKING)
    page = stage.window.page
    assert isinstance(page, CheckingPage)
    whole, changed, *_ = sorted(journey.path.parent.rglob("*segel-1.panel"))
    changed.write_bytes(changed.read_bytes().replace(b'"scored"', b'"scoreD"', 1))
    page.view.check([whole, changed])
    stage.wait(lambda: page.view.cards)
    stage.settle()


def prepared(stage: Stage) -> None:
    """What was fixed when the assessment was made."""
    stage.show_office("separuh", "half").go(Step.PREPARATION)
    stage.settle()


def renaming(stage: Stage) -> None:
    """A region's name is being corrected, and how it will be written is shown."""
    dialog = _ask_name(stage)
    dialog.region.setCurrentIndex(
        dialog.region.findText("Kabupaten Administrasi Kepulauan Seribu (31.01)")
    )
    dialog.name.setText("Kab. Kepulauan Seribu")
    dialog.by.setText("Sekretaris dewan juri")
    dialog.reason.offers[0].setChecked(True)
    stage.settle()


def renaming_refused(stage: Stage) -> None:
    """The name that was typed is another region's."""
    dialog = _ask_name(stage)
    dialog.name.setText("Kota Depok")
    stage.settle()


def renamed(stage: Stage) -> None:
    """One name was corrected; declared since then, no further one can be."""
    stage.show_made("nama-diperbaiki", _make_renamed).go(Step.PREPARATION)
    stage.settle()


def _ask_name(stage: Stage) -> RegionNameDialog:
    stage.show_office("separuh", "half").go(Step.PREPARATION)
    page = stage.window.page
    assert isinstance(page, PreparationPage)
    page.naming.click()
    (dialog,) = stage.window.findChildren(RegionNameDialog)
    stage.settle()
    return dialog


def _make_renamed(folder: Path) -> None:
    shop = make_office(folder, "complete", regions=4, judges=3)
    decide(shop, "name", shop.regions[0], "Kepulauan Seribu")
    declare(shop)


SCENES = {
    "persiapan": prepared,
    "persiapan-nama": renaming,
    "persiapan-nama-ditolak": renaming_refused,
    "persiapan-nama-diperbaiki": renamed,
    "jejak-audit": audit,
    "periksa-dokumen": checked,
}
