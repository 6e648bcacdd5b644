"""What the next seal would hold, and what would stay open; said before anything is sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState
from smartcity_desktop.scoring.changes_since_seal import ChangeKind, changes_since_seal

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.changes_since_seal import SheetChange
    from smartcity_desktop.scoring.desk_facts import DeskFacts


class OpenRegion(Struct, frozen=True):
    """A region whose sheet cannot be sealed yet.

    Attributes:
        missing: ids of the indicators neither scored nor abstained, in instrument order.
        begun: whether anything is recorded for it.
    """

    region: str
    missing: tuple[str, ...]
    begun: bool


class SealPlan(Struct, frozen=True):
    """What a judge reads before sealing.

    Attributes:
        sheets: what the next seal holds, sorted by region code.
        open: assigned regions that stay open, sorted.
        excused: (region, reason) of conflicts of interest for which no sheet is sealed, sorted.
        doubts: (region, indicator or ``*``) still to be looked at again, in the order of the sheet.
        changes: what is different from the last seal.
        sealed_before: whether there is a seal to be different from.
    """

    sheets: tuple[ScoreSheet, ...]
    open: tuple[OpenRegion, ...]
    excused: tuple[tuple[str, str], ...]
    doubts: tuple[tuple[str, str], ...]
    changes: tuple[SheetChange, ...]
    sealed_before: bool

    @property
    def is_unchanged(self) -> bool:
        """Whether the last seal holds exactly these sheets, so that it is handed over again."""
        return self.sealed_before and not self.changes

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to seal."""
        return not self.sheets and not self.sealed_before

    @property
    def needs_reason(self) -> bool:
        """Whether a sheet that was sealed before changes or is withdrawn."""
        return any(change.kind is not ChangeKind.ADDED for change in self.changes)

    def count(self, state: SheetState) -> int:
        """Return how many sheets of a state the next seal holds."""
        return sum(sheet.state is state for sheet in self.sheets)


def finished_regions(
    sheets: Mapping[str, ScoreSheet], excused: Collection[str], indicator_ids: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the codes of the regions whose sheets a seal holds, sorted.

    A scored sheet of a region with a conflict of interest is never sealed.
    """
    return tuple(
        code
        for code, sheet in sorted(sheets.items())
        if not sheet.open_indicators(indicator_ids)
        and not (code in excused and sheet.state is SheetState.SCORED)
    )


def plan_seal(facts: DeskFacts) -> SealPlan:
    """Return what a seal made now would hold."""
    ids = tuple(indicator.id for indicator in facts.instrument.indicators())
    finished = finished_regions(facts.sheets, facts.excused, ids)
    rest = [region.code for region in facts.issue.regions if region.code not in set(finished)]
    order = {indicator: at for at, indicator in enumerate((REGION_NOTE, *ids))}
    return SealPlan(
        sheets=tuple(facts.sheets[code] for code in finished),
        open=tuple(
            _open(code, facts.sheets.get(code), ids) for code in rest if code not in facts.excused
        ),
        excused=tuple((code, facts.excused[code]) for code in rest if code in facts.excused),
        doubts=tuple(sorted(facts.marks.doubts, key=lambda place: (place[0], order[place[1]]))),
        changes=changes_since_seal(facts.sealed, facts.sheets, finished, ids),
        sealed_before=bool(facts.seals),
    )


def _open(code: str, sheet: ScoreSheet | None, ids: tuple[str, ...]) -> OpenRegion:
    if sheet is None:
        return OpenRegion(code, ids, begun=False)
    missing = sheet.open_indicators(ids)
    return OpenRegion(code, missing, begun=len(missing) < len(ids) or bool(sheet.notes))
