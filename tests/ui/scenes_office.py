"""Scenes of the coordinator's window that belong to no single page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.coordinator.places import Place

if TYPE_CHECKING:
    from tests.ui.stage import Stage


def audit(stage: Stage) -> None:
    """The audit log of a declared assessment."""
    stage.show_office("ditetapkan", "declared").go(Place.AUDIT)
    stage.settle()


SCENES = {"jejak-audit": audit}
