"""Scenes of the coordinator's window that belong to no single page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.secretariat.steps import Step
from ui.coordinator.places import Place
from ui.pages.audit_page import AuditPage
from ui.pages.checking_page import CheckingPage

if TYPE_CHECKING:
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


SCENES = {"persiapan": prepared, "jejak-audit": audit, "periksa-dokumen": checked}
