"""What the last seal says of a region's sheet."""

from __future__ import annotations

import hashlib
from enum import Enum
from typing import TYPE_CHECKING

from smartcity_desktop.sealing.sheet_payload import write_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.desk_facts import SealFacts


class SealedState(Enum):
    """NEVER: no seal of this file lists it. SEALED: it is as sealed. CHANGED: no longer."""

    NEVER = "never"
    SEALED = "sealed"
    CHANGED = "changed"


def sealed_state(seals: Sequence[SealFacts], sheet: ScoreSheet, ids: Sequence[str]) -> SealedState:
    """Compare a sheet with what the last seal froze."""
    digest = seals[-1].sheets.get(sheet.region) if seals else None
    if digest is None:
        return SealedState.NEVER
    now = hashlib.sha256(write_sheet(sheet, ids)).hexdigest()
    return SealedState.SEALED if now == digest else SealedState.CHANGED
