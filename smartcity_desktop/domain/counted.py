"""What is counted: the sheets that stand after all seals and decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from smartcity_desktop.domain.score_sheet import SheetState


class CountedSheet(NamedTuple):
    """One sheet that counts, with the way back to the seal that proves it.

    Attributes:
        values: as in ScoreSheet: integers or None, in instrument order.
        sha256: digest of the sealed payload. seal: digest of the seal it is counted under.
        paper: typed twice from a signed paper sheet.
    """

    judge: str
    region: str
    state: SheetState
    values: tuple[int | None, ...]
    sha256: str
    seal: str
    issue: str
    paper: bool = False
