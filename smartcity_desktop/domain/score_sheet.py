"""The score sheet: all scores of one judge for one region."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace


class SheetState(Enum):
    """What a sheet says of its region."""

    SCORED = "scored"
    RECUSED = "recused"
    ABSENT = "absent"


class Evidence(Struct, frozen=True):
    """A file that backs a score; its bytes travel apart from the sheet."""

    name: str
    size: int
    sha256: str


class Changed(Struct, frozen=True):
    """When the sheet was first and last changed, and how often; the judge is told of it."""

    first: str
    last: str
    count: int


REGION_NOTE = "*"
"""Key of the remark on the whole region, beside the indicators' own notes."""


class ScoreSheet(Struct, frozen=True):
    """All scores of one judge for one region.

    Attributes:
        name: the region's name as the judge saw it.
        reason: why recused or absent; empty for a scored sheet.
        values: one integer (value x 10**decimals of the indicator) or None per indicator, in
            instrument order; all None unless scored.
        abstained: (indicator id, reason), sorted by id; those values are None.
        notes: (indicator id or ``*``, text), sorted.
        evidence: (indicator id or ``*``, file), sorted by id, then name.
    """

    judge: str
    region: str
    name: str
    state: SheetState
    reason: str
    values: tuple[int | None, ...]
    abstained: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    evidence: tuple[tuple[str, Evidence], ...]
    changed: Changed

    def open_indicators(self, indicator_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids neither scored nor abstained; a sheet with any cannot be sealed."""
        if self.state is not SheetState.SCORED:
            return ()
        excused = {indicator for indicator, _ in self.abstained}
        return tuple(
            indicator
            for indicator, value in zip(indicator_ids, self.values, strict=True)
            if value is None and indicator not in excused
        )

    def touched(self, moment: str) -> ScoreSheet:
        """Return the sheet with one more change at that moment."""
        first = self.changed.first or moment
        return replace(self, changed=Changed(first, moment, self.changed.count + 1))


def empty_sheet(judge: str, region: str, name: str, indicators: int) -> ScoreSheet:
    """Return a sheet on which nothing has been scored yet."""
    return ScoreSheet(
        judge, region, name, SheetState.SCORED, "", (None,) * indicators, (), (), (),
        Changed("", "", 0),
    )  # fmt: skip
