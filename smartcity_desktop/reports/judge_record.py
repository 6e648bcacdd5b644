"""What a judge's own sheets are printed from: sealed or not, declared or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from smartcity_desktop.reports.letterhead import Letterhead

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Assessment, Judge, Region
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.panel_issue import PanelIssue
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.domain.signatory import Signatory
    from smartcity_desktop.reports.record import DeclaredRecord, SealNote


class JudgeRecord(Struct, frozen=True):
    """One judge's sheets for reading back and signing by hand.

    Attributes:
        regions: the judge's regions, for names and provinces; any order.
        sheets: in the order of printing. seals: those that cover the sheets; empty = unsealed.
        at: moment that stands in the file's own data: of the declaration, of the seal or of
            the last change.
        declared: the declaration that counts these sheets, or None before one.
    """

    instrument: Instrument
    assessment: Assessment
    judge: Judge
    regions: tuple[Region, ...]
    sheets: tuple[ScoreSheet, ...]
    at: str
    seals: tuple[SealNote, ...] = ()
    letterhead: Letterhead = field(default_factory=Letterhead)
    signatories: tuple[Signatory, ...] = ()
    declared: DeclaredRecord | None = None


def sheets_before_declaration(
    issue: PanelIssue,
    instrument: Instrument,
    sheets: tuple[ScoreSheet, ...],
    seal: SealNote | None,
    at: str,
) -> JudgeRecord:
    """Return what a judge's own panel file says, for reading back before or after its seal.

    Args:
        issue: who the file is for.
        instrument: as in the file.
        sheets: in the order of printing.
        seal: the one that holds exactly these sheets, or None.
        at: the moment of printing where nothing is sealed.
    """
    return JudgeRecord(
        instrument=instrument,
        assessment=issue.assessment,
        judge=issue.judge,
        regions=issue.regions,
        sheets=sheets,
        at=seal.time if seal else at,
        seals=(seal,) if seal else (),
    )


def sheets_of(record: DeclaredRecord, judge: str) -> JudgeRecord:
    """Return what a declared record says of one judge.

    Raises:
        KeyError: there is no such judge.
    """
    person = {j.id: j for j in record.roster.judges}[judge]
    return JudgeRecord(
        instrument=record.instrument,
        assessment=record.roster.assessment,
        judge=person,
        regions=record.roster.regions,
        sheets=tuple(sorted((s for s in record.sheets if s.judge == judge),
                            key=lambda sheet: sheet.region)),
        at=record.declaration.at,
        seals=tuple(s for s in record.seals if s.judge == judge and s.counted),
        letterhead=record.letterhead,
        signatories=record.signatories,
        declared=record,
    )  # fmt: skip
