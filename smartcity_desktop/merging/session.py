"""A whole merge, from paths to what was stored; what command line and window both call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.domain.collector import without_cycle_search
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.apply import apply_merge, expect_not_declared
from smartcity_desktop.merging.difference import find_differences
from smartcity_desktop.merging.evidence import (
    listed_evidence,
    missing_evidence,
    take_evidence,
)
from smartcity_desktop.merging.plan import StoredFacts, plan_merge
from smartcity_desktop.merging.scan import PanelReader, scan_panel_files
from smartcity_desktop.merging.sources import find_sources
from smartcity_desktop.merging.stored import look_up_contents, read_stored_seals
from smartcity_desktop.sealing.sheet_payload import read_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.score_sheet import Evidence, ScoreSheet
    from smartcity_desktop.merging.apply import Applied
    from smartcity_desktop.merging.difference import SheetDifference
    from smartcity_desktop.merging.evidence import EvidenceTaken
    from smartcity_desktop.merging.plan import FilePlan
    from smartcity_desktop.store.assessment_file import AssessmentFile

    Progress = Callable[[int], AbstractContextManager[Callable[[], None]]]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a whole merge did.

    Attributes:
        differences: what changed, for each file whose seal took the place of an earlier one.
        evidence: what each evidence file gave. lacking: listed evidence nobody handed over.
    """

    applied: Applied
    differences: tuple[tuple[FilePlan, tuple[SheetDifference, ...]], ...]
    evidence: tuple[EvidenceTaken, ...]
    lacking: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class MergeWish:
    """What to merge.

    Attributes:
        paths: files, folders, zip archives. identities: age identities for encrypted copies.
        all_or_nothing: store nothing when any file is refused or in conflict.
    """

    paths: tuple[Path, ...]
    identities: tuple[str, ...] = ()
    all_or_nothing: bool = False


@without_cycle_search()
def merge_panel_files(
    file: AssessmentFile,
    instrument: Instrument,
    wish: MergeWish,
    clock: Clock,
    progress: Progress,
) -> Merged:
    """Scan, plan and apply; ``progress(total)`` shows how far the scan has come.

    Raises:
        InputError: a path that is not there, or no file at all. RuleError: declared.
        NotMergedError: all or nothing was asked for. StoreError: it could not be saved.
    """
    expect_not_declared(file)
    sources = find_sources(wish.paths)
    if not sources:
        raise InputError(message("There is no file in what was named. Nothing was merged."))
    panels = [source for source in sources if not source.is_evidence()]
    roster = file.rosters.read_without_assignments()
    reader = PanelReader(roster, instrument, wish.identities)
    with progress(len(panels)) as advance:
        scanned = scan_panel_files(panels, reader, advance)
    stored = read_stored_seals(file.seals.all(), roster)
    known = StoredFacts(
        stored, file.decisions.all(), look_up_contents(file.seals.sheet, instrument)
    )
    plan = plan_merge(scanned, roster, known)
    before = file.seals.sheets_with_evidence()
    applied = apply_merge(file, plan, reader, clock, all_or_nothing=wish.all_or_nothing)
    ids = [indicator.id for indicator in instrument.indicators()]
    listed = listed_evidence((*before, *applied.listing), ids)
    archives = [source for source in sources if source.is_evidence()]
    return Merged(
        applied,
        _differences(file, applied, ids),
        take_evidence(file, archives, listed, reader, clock),
        missing_evidence(file, listed),
    )


def _differences(
    file: AssessmentFile, applied: Applied, ids: list[str]
) -> tuple[tuple[FilePlan, tuple[SheetDifference, ...]], ...]:
    def read(sha256: str) -> ScoreSheet:
        payload = file.seals.sheet(sha256)
        if payload is None:
            raise RuntimeError("a sheet of a stored seal is not stored")
        return read_sheet(payload, ids)

    return tuple(
        (each, find_differences(each.replaced, each.last, read, ids))
        for each in applied.plan.files
        if each.replaced is not None and each.last is not None
    )
