"""A whole merge, from paths to what was stored; what command line and window both call."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.collector import without_cycle_search
from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.apply import apply_merge, expect_not_declared, steps_of
from smartcity_desktop.merging.evidence import (
    listed_evidence,
    missing_evidence,
    take_evidence,
)
from smartcity_desktop.merging.plan import StoredFacts, plan_merge
from smartcity_desktop.merging.planned_changes import PlannedSheets, find_changes, find_disputes
from smartcity_desktop.merging.scan import PanelReader, scan_panel_files
from smartcity_desktop.merging.sources import find_sources
from smartcity_desktop.merging.stored import look_up_contents, read_stored_seals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.question import Question
    from smartcity_desktop.domain.score_sheet import Evidence
    from smartcity_desktop.merging.apply import Applied
    from smartcity_desktop.merging.difference import SheetDifference
    from smartcity_desktop.merging.evidence import EvidenceTaken
    from smartcity_desktop.merging.plan import FilePlan, MergePlan
    from smartcity_desktop.merging.sources import Source
    from smartcity_desktop.merging.spare_process import SpareProcess
    from smartcity_desktop.store.assessment_file import AssessmentFile

    Progress = Callable[[int], AbstractContextManager[Callable[[], None]]]


@contextmanager
def unseen(_total: int) -> Iterator[Callable[[], None]]:
    """Take the steps of a work that nobody watches."""
    yield lambda: None


class Merged(Struct, frozen=True):
    """What a whole merge did.

    Attributes:
        differences: what changed, for each file whose seal took the place of an earlier one.
        evidence: what each evidence file gave. lacking: listed evidence nobody handed over.
    """

    applied: Applied
    differences: tuple[tuple[FilePlan, tuple[SheetDifference, ...]], ...]
    evidence: tuple[EvidenceTaken, ...]
    lacking: tuple[Evidence, ...]


class MergeWish(Struct, frozen=True):
    """What to merge.

    Attributes:
        paths: files, folders, zip archives. identities: age identities for encrypted copies.
        all_or_nothing: store nothing when any file is refused or in conflict.
    """

    paths: tuple[Path, ...]
    identities: tuple[str, ...] = ()
    all_or_nothing: bool = False


class PlannedMerge(Struct, frozen=True):
    """What a merge would do; nothing is written yet.

    Attributes:
        plan: one plan a panel file. archives: evidence files, read only after the seals are stored.
        differences: what changes, for each file whose seal takes the place of an earlier one.
        disputes: what is open once these files are merged, for each file in conflict.
        reader: what was proven, for the merge that follows.
        head: of the assessment's acts when this was planned.
        all_or_nothing: as in the wish.
    """

    plan: MergePlan
    archives: tuple[Source, ...]
    differences: tuple[tuple[FilePlan, tuple[SheetDifference, ...]], ...]
    disputes: tuple[tuple[FilePlan, tuple[Question, ...]], ...]
    reader: PanelReader
    head: str
    all_or_nothing: bool = False


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
    planned = plan_panel_files(file, instrument, wish, progress)
    return merge_as_planned(file, instrument, planned, clock)


@without_cycle_search()
def plan_panel_files(
    file: AssessmentFile,
    instrument: Instrument,
    wish: MergeWish,
    progress: Progress,
    spare: SpareProcess | None = None,
) -> PlannedMerge:
    """Scan and plan without writing anything; whatever ``progress`` raises ends it.

    A ``spare`` process takes part in the scan; without one, this one may fork.

    Raises:
        InputError: a path that is not there, or no file at all. RuleError: declared.
        StoreError: the assessment cannot be read.
    """
    expect_not_declared(file)
    sources = find_sources(wish.paths)
    if not sources:
        raise InputError(message("There is no file in what was named. Nothing was merged."))
    panels = [source for source in sources if not source.is_evidence()]
    roster = file.rosters.read_without_assignments()
    reader = PanelReader(roster, instrument, wish.identities)
    with progress(len(panels)) as advance:
        scanned = scan_panel_files(panels, reader, advance, spare)
    stored = read_stored_seals(file.seals.all(), roster)
    known = StoredFacts(
        stored, file.decisions.all(), look_up_contents(file.seals.sheet, instrument)
    )
    plan = plan_merge(scanned, roster, known)
    sheets = PlannedSheets(file, instrument, plan, reader)
    return PlannedMerge(
        plan,
        tuple(source for source in sources if source.is_evidence()),
        find_changes(plan, sheets),
        find_disputes(plan, roster, known, sheets),
        reader,
        file.acts.head().hash,
        wish.all_or_nothing,
    )


@without_cycle_search()
def merge_as_planned(
    file: AssessmentFile,
    instrument: Instrument,
    planned: PlannedMerge,
    clock: Clock,
    progress: Progress = unseen,
) -> Merged:
    """Apply exactly this plan; a file that changed since the scan is refused.

    ``progress(total)`` is entered twice: for the panel files, where whatever it raises leaves the
    assessment as it was, byte for byte; then for the evidence, when the seals are stored.

    Raises:
        RuleError: declared, or the assessment is no longer the one this was planned for.
        NotMergedError: all or nothing was asked for. StoreError: it could not be saved.
    """
    expect_not_declared(file)
    _expect_unchanged(file, planned)
    before = file.seals.sheets_with_evidence()
    with progress(steps_of(planned.plan)) as advance:
        applied = apply_merge(
            file,
            planned.plan,
            planned.reader,
            clock,
            all_or_nothing=planned.all_or_nothing,
            advance=advance,
        )
    ids = [indicator.id for indicator in instrument.indicators()]
    listed = listed_evidence((*before, *applied.listing), ids)
    with progress(len(planned.archives)) as advance:
        taken = take_evidence(file, planned.archives, listed, planned.reader, clock, advance)
    replacing = {each.source.label for each in applied.plan.files if each.replaced is not None}
    return Merged(
        applied,
        tuple(each for each in planned.differences if each[0].source.label in replacing),
        taken,
        missing_evidence(file, listed),
    )


def _expect_unchanged(file: AssessmentFile, planned: PlannedMerge) -> None:
    """Refuse a plan that was made for another state of the assessment."""
    if file.acts.head().hash != planned.head:
        raise RuleError(
            message(
                "The assessment changed after these files were checked. Check them again; nothing "
                "was merged."
            )
        )
