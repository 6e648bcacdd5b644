"""Every page and dialog of the window with something real on it: for pictures and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui import (
    scenes_declaration,
    scenes_documents,
    scenes_doors,
    scenes_founding,
    scenes_issuing,
    scenes_merging,
    scenes_office,
    scenes_plenary,
    scenes_results,
    scenes_safety,
    scenes_scoring,
    scenes_sealing,
    scenes_unfolded,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.ui.stage import Stage

SCENES: Mapping[str, Callable[[Stage], None]] = (
    scenes_doors.SCENES
    | scenes_scoring.SCENES
    | scenes_unfolded.SCENES
    | scenes_safety.SCENES
    | scenes_sealing.SCENES
    | scenes_office.SCENES
    | scenes_merging.SCENES
    | scenes_issuing.SCENES
    | scenes_plenary.SCENES
    | scenes_declaration.SCENES
    | scenes_results.SCENES
    | scenes_documents.SCENES
    | scenes_founding.SCENES
)
