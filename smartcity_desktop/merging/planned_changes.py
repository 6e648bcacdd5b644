"""What a planned merge would change: cell by cell, and what would be open after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.merging.apply import recall_panel
from smartcity_desktop.merging.difference import find_differences
from smartcity_desktop.merging.questions import find_seal_questions
from smartcity_desktop.merging.state import derive_state
from smartcity_desktop.sealing.sheet_payload import read_sheet

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.domain.question import Question
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.merging.claims import Content
    from smartcity_desktop.merging.difference import SheetDifference
    from smartcity_desktop.merging.plan import FilePlan, MergePlan, StoredFacts
    from smartcity_desktop.merging.scan import PanelReader
    from smartcity_desktop.store.assessment_file import AssessmentFile


class PlannedSheets:
    """Opens sheets that are stored, and those that are about to be."""

    def __init__(
        self, file: AssessmentFile, instrument: Instrument, plan: MergePlan, reader: PanelReader
    ) -> None:
        """Open nothing yet."""
        self._file, self._plan, self._reader = file, plan, reader
        self.ids = [indicator.id for indicator in instrument.indicators()]
        self._coming: dict[str, FilePlan] | None = None

    def sheet(self, sha256: str) -> ScoreSheet:
        """Return a sealed sheet.

        Raises:
            StoreError: the file that holds it changed meanwhile.
        """
        payload = self._file.seals.sheet(sha256)
        if payload is None:
            payload = recall_panel(self._holders()[sha256], self._reader).payloads[sha256]
        return read_sheet(payload, self.ids)

    def content(self, sha256: str) -> Content:
        """Return state and values of a sealed sheet; raises as ``sheet`` does."""
        sheet = self.sheet(sha256)
        return sheet.state, sheet.values

    def _holders(self) -> dict[str, FilePlan]:
        """Return which file holds a sheet that is not stored yet."""
        if self._coming is None:
            self._coming = {
                sha256: each
                for each in self._plan.files
                for seal in each.seals
                for sha256 in seal.sheets.values()
            }
        return self._coming


def find_changes(
    plan: MergePlan, sheets: PlannedSheets
) -> tuple[tuple[FilePlan, tuple[SheetDifference, ...]], ...]:
    """Return what differs, for each file whose seal takes the place of an earlier one."""
    return tuple(
        (each, find_differences(each.replaced, each.last, sheets.sheet, sheets.ids))
        for each in plan.files
        if each.replaced is not None and each.last is not None
    )


def find_disputes(
    plan: MergePlan, roster: Roster, stored: StoredFacts, sheets: PlannedSheets
) -> tuple[tuple[FilePlan, tuple[Question, ...]], ...]:
    """Return what people must decide once these files are merged, for each file in conflict."""
    troubled = [
        (each, each.last)
        for each in plan.files
        if each.outcome is Outcome.CONFLICT and each.last is not None
    ]
    judges = {last.judge for _, last in troubled}
    if not judges:
        return ()
    own = replace(roster, issues=tuple(i for i in roster.issues if i.judge in judges))
    coming = (seal for each in plan.files for seal in each.seals)
    seals = [seal for seal in (*stored.seals, *coming) if seal.judge in judges]
    state = derive_state(own, seals, stored.decisions, sheets.content)
    questions = find_seal_questions(state, sheets.content)
    return tuple(
        (each, tuple(question for question in questions if _concerns(question, last)))
        for each, last in troubled
    )


def _concerns(question: Question, seal: IntactSeal) -> bool:
    """Whether one of the answers names this seal, or the key under which it was made."""
    named = {word for answer in question.answers for word in answer}
    return question.judge == seal.judge and bool(named & {seal.digest, seal.thumbprint})
