"""Reading a draft: what it comes to so far, and all that is missing or wrong, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field

from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.coverage import Coverage, cover
from smartcity_desktop.founding.dividing import conflicts_of, divide
from smartcity_desktop.founding.faults import (
    assignment_faults,
    key_faults,
    name_faults,
    paper_faults,
    place_in_paper,
)
from smartcity_desktop.founding.lists import (
    DOSSIER_LIST,
    DOSSIER_TITLES,
    JUDGE_LIST,
    JUDGE_TITLES,
    REGION_LIST,
    REGION_TITLES,
    as_table,
    in_words,
)
from smartcity_desktop.founding.paper import letterhead_bytes
from smartcity_desktop.founding.parts import Fault, FaultKind, Part, missing
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.preparing.assessment import find_missing_provinces
from smartcity_desktop.regions.region_list import read_region_list
from smartcity_desktop.regions.resource import official_regions
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.rosters.dossier_list import read_dossiers
from smartcity_desktop.rosters.judge_list import read_judge_list

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smartcity_desktop.domain.assessment import (
        Assignment,
        ConflictOfInterest,
        Judge,
        Region,
    )
    from smartcity_desktop.domain.dossier import Dossier
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.founding.draft import AssessmentDraft

T = TypeVar("T")


class Reading(Struct, frozen=True):
    """What a draft comes to.

    Attributes:
        instrument, regions, judges, assignments, dossiers: None while that part cannot be read.
        letterhead: TOML bytes. coverage: figures of the division, where there is one.
        faults: of every part; none = the part is complete.
    """

    draft: AssessmentDraft
    instrument: Instrument | None = None
    regions: tuple[Region, ...] | None = None
    judges: tuple[Judge, ...] | None = None
    assignments: tuple[Assignment, ...] | None = None
    conflicts: tuple[ConflictOfInterest, ...] = ()
    dossiers: Mapping[str, Dossier] | None = None
    letterhead: bytes = b""
    coverage: Coverage | None = None
    faults: Mapping[Part, tuple[Fault, ...]] = field(default_factory=dict)

    def is_complete(self, part: Part) -> bool:
        """Whether nothing is missing or wrong in a part."""
        return not self.faults[part]


class DraftReader:
    """Reads drafts of one assessment; a part whose input has not changed is not read again."""

    def __init__(self) -> None:
        """Begin knowing nothing."""
        self._known: dict[str, tuple[object, object]] = {}

    def read(self, draft: AssessmentDraft) -> Reading:
        """Read everything; refuses nothing."""
        official = official_regions()
        faults: dict[Part, tuple[Fault, ...]] = {Part.NAME: tuple(name_faults(draft))}
        typed = (draft.paper, draft.venue, draft.first_day, draft.last_day, draft.held)
        written, _ = self._once("letterhead", typed, lambda: letterhead_bytes(draft))
        letterhead = written or b""
        _, found = self._once("paper", letterhead, lambda: read_letterhead(letterhead))
        faults[Part.PAPER] = (*paper_faults(draft), *place_in_paper(found))
        instrument, faults[Part.INSTRUMENT] = self._instrument(draft)
        regions, faults[Part.REGIONS] = self._regions(draft, instrument)
        dossiers, faults[Part.DOSSIERS] = self._dossiers(draft, instrument, regions)
        judges, faults[Part.JUDGES] = self._judges(draft, regions)
        assignments: tuple[Assignment, ...] | None = None
        conflicts: tuple[ConflictOfInterest, ...] = ()
        if regions is None or judges is None:
            later = message("who scores what, once the lists of regions and judges are complete")
            faults[Part.ASSIGNMENTS] = (missing(later),)
        else:
            known_judges, known_regions = judges, regions
            key = (draft.division, draft.least, draft.region_panels, draft.assignments,
                   draft.timetable, draft.conflicts, judges, regions)  # fmt: skip
            assignments, found = self._once(
                "assignments", key, lambda: divide(draft, known_judges, known_regions, official)
            )
            if assignments is not None:
                conflicts = conflicts_of(draft, judges, regions, assignments)
            faults[Part.ASSIGNMENTS] = (
                *found,
                *assignment_faults(judges, assignments, conflicts),
            )
        faults[Part.KEY] = tuple(key_faults(draft))
        coverage = None
        if regions is not None and judges is not None and assignments is not None:
            parts = judges, regions, assignments, conflicts
            coverage, _ = self._once("coverage", parts, lambda: cover(*parts))
        return Reading(
            draft, instrument, regions, judges, assignments, conflicts, dossiers,
            letterhead, coverage, faults,
        )  # fmt: skip

    def _instrument(self, draft: AssessmentDraft) -> Read[Instrument]:
        chosen = draft.instrument
        if not chosen.data:
            return None, (missing(message("an instrument")),)
        return self._once("instrument", chosen, lambda: read_instrument(chosen.data, chosen.name))

    def _regions(
        self, draft: AssessmentDraft, instrument: Instrument | None
    ) -> Read[tuple[Region, ...]]:
        table = as_table(REGION_LIST, REGION_TITLES, draft.regions)
        if not table.rows:
            return None, (missing(message("the regions that are assessed")),)
        regions, faults = self._once(
            "regions", draft.regions, lambda: read_region_list(table, official_regions())
        )
        if regions is not None and instrument is not None:
            lacking = find_missing_provinces(instrument, regions)
            faults = tuple(Fault(FaultKind.WRONG, problem) for problem in lacking)
        return regions, faults

    def _judges(
        self, draft: AssessmentDraft, regions: tuple[Region, ...] | None
    ) -> Read[tuple[Judge, ...]]:
        table = as_table(JUDGE_LIST, JUDGE_TITLES, draft.judges)
        if not table.rows:
            return None, (missing(message("the judges")),)
        return self._once(
            "judges",
            (draft.judges, regions),
            lambda: read_judge_list(table, regions or (), official_regions()),
        )

    def _dossiers(
        self,
        draft: AssessmentDraft,
        instrument: Instrument | None,
        regions: tuple[Region, ...] | None,
    ) -> Read[Mapping[str, Dossier]]:
        if not draft.dossiers.rows:
            return {}, ()
        if instrument is None or regions is None:
            return None, (missing(message("instrument and regions, which dossiers need")),)
        table = as_table(DOSSIER_LIST, DOSSIER_TITLES, draft.dossiers.rows)
        return self._once(
            "dossiers",
            (draft.dossiers, instrument, regions),
            lambda: read_dossiers(table, instrument, regions, official_regions()),
        )

    def _once(self, name: str, key: object, read: Callable[[], T]) -> Read[T]:
        """Read, or return what was read of the same input before."""
        before = self._known.get(name)
        if before is None or before[0] != key:
            found: Read[T]
            try:
                found = read(), ()
            except ExpectedError as error:
                found = (
                    None,
                    tuple(Fault(FaultKind.WRONG, in_words(problem)) for problem in error.problems),
                )
            self._known[name] = before = (key, found)
        return before[1]  # type: ignore[return-value] # what was read under this name before


if TYPE_CHECKING:
    Read = tuple[T | None, tuple[Fault, ...]]
    """What was read, or None, and all that is wrong with it."""
