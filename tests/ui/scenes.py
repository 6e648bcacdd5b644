"""Every page and dialog of the window with something real on it: for pictures and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui import (
    scenes_doors,
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
)
