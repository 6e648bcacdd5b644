"""The record of a declaration: everything its documents print, gathered from the file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.errors import RuleError
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Outcome, Refusal, RefusalReason
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.plenary.facts import declared_document
from smartcity_desktop.plenary.reckoning import reckon_file
from smartcity_desktop.plenary.refusal_words import REFUSAL_WORDS
from smartcity_desktop.plenary.seal_standings import seal_standings
from smartcity_desktop.plenary.signatories import signatories_of
from smartcity_desktop.reports.letterhead import Letterhead
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.reports.record import (
    AbsenceNote,
    Declaration,
    DeclaredRecord,
    Gap,
    MergeNote,
    RecusalNote,
    RefusedFile,
    Reopening,
    SealNote,
    SealStanding,
)
from smartcity_desktop.reports.results_table import results_csv
from smartcity_desktop.sealing.sheet_payload import read_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.plenary.reckoning import Reckoning
    from smartcity_desktop.store.assessment_file import AssessmentFile
    from smartcity_desktop.store.received_seals import Merge, MergedFile


def read_record(file: AssessmentFile, instrument: Instrument, language: Language) -> DeclaredRecord:
    """Return the record of the declaration in force.

    Raises:
        RuleError: nothing is declared, or what the file holds now gives other results than were
            declared: then nothing may be printed.
    """
    standing = file.declarations.standing()
    if standing is None:
        raise RuleError(
            message("No results are declared, so nothing can be printed. Declare first.")
        )
    reckoning = reckon_file(file, instrument)
    secret = file.anonymity.secret()
    if declared_document(reckoning, secret) != standing.results:
        raise RuleError(
            message(
                "The file does not give the declared results any more: it was changed after the "
                "declaration. Nothing was printed; verify the file."
            )
        )
    letterhead_bytes = file.letterhead()
    letterhead = read_letterhead(letterhead_bytes) if letterhead_bytes else Letterhead()
    sheets = full_sheets(file, reckoning)
    return DeclaredRecord(
        instrument=instrument,
        roster=reckoning.roster,
        declaration=_declaration(file),
        results=reckoning.results,
        results_json=standing.results,
        results_csv=results_csv(reckoning.roster, instrument, reckoning.results, language),
        letterhead=letterhead,
        counted=reckoning.sheets,
        sheets=sheets,
        decisions=_decisions(reckoning, in_force=True),
        lapsed=_decisions(reckoning, in_force=False),
        seals=_seals(reckoning),
        gaps=_gaps(reckoning),
        recusals=tuple(_recusals(reckoning, sheets)),
        absences=tuple(
            AbsenceNote(s.judge, s.region, s.reason) for s in sheets if s.state is SheetState.ABSENT
        ),
        refused=_refused(file),
        merges=tuple(_merge_note(merge) for merge in file.seals.merges()),
        signatories=signatories_of(letterhead, reckoning.roster.judges, language),
        objections=file.objections.all(),
        secret=secret,
    )


def _declaration(file: AssessmentFile) -> Declaration:
    *earlier, standing = file.declarations.all()
    return Declaration(
        standing.number,
        standing.at,
        standing.by,
        standing.results_sha256,
        standing.token,
        tuple(
            Reopening(d.number, d.at, d.results_sha256, d.reopening.at, d.reopening.by,
                      d.reopening.reason)
            for d in earlier if d.reopening is not None
        ),
    )  # fmt: skip


def full_sheets(file: AssessmentFile, reckoning: Reckoning) -> tuple[ScoreSheet, ...]:
    """Return the sheets that count with everything in them, in the reckoning's order."""
    ids = [indicator.id for indicator in reckoning.instrument.indicators()]
    payloads = file.seals.sheets()
    return tuple(read_sheet(payloads[counted.sha256], ids) for counted in reckoning.sheets)


def _decisions(reckoning: Reckoning, *, in_force: bool) -> tuple[Decision, ...]:
    lapsed = {*reckoning.results.lapsed, *reckoning.completeness.lapsed}
    return tuple(d for d in reckoning.decisions if (d.number not in lapsed) is in_force)


def _seals(reckoning: Reckoning) -> tuple[SealNote, ...]:
    counted = {sheet.seal for sheet in reckoning.sheets}
    standing = seal_standings(reckoning.state)
    ordered = sorted(reckoning.seals, key=lambda s: (s.judge, s.issue, s.number, s.digest))
    return tuple(
        SealNote(
            seal.judge,
            seal.issue,
            seal.number,
            seal.digest,
            seal.receipt,
            seal.time,
            seal.thumbprint,
            seal.reason,
            counted=seal.digest in counted,
            sheets=len(seal.sheets),
            open=len(seal.open),
            standing=(
                SealStanding.COUNTS
                if seal.digest in counted
                else standing.get(seal.digest, SealStanding.IDLE)
            ),
        )
        for seal in ordered
    )


def _gaps(reckoning: Reckoning) -> tuple[Gap, ...]:
    lapsed = reckoning.completeness.lapsed
    waivers = [
        d.number
        for d in reckoning.decisions
        if d.kind is DecisionKind.WAIVE and d.number not in lapsed
    ]
    waived_by = waivers[-1] if waivers else 0
    return tuple(Gap(judge, code, waived_by) for judge, code in reckoning.completeness.missing)


def _recusals(reckoning: Reckoning, sheets: tuple[ScoreSheet, ...]) -> Iterator[RecusalNote]:
    """Yield every pair not scored because of a conflict of interest, once, with its reason.

    Seals that do not count declare conflicts too; those take nobody out.
    """
    reasons = {(c.judge, c.region): c.reason for c in reckoning.roster.conflicts}
    for seal in reckoning.seals:
        reasons.update(((seal.judge, code), why) for code, why in seal.declared)
    for decision in reckoning.decisions:
        if decision.kind is DecisionKind.RECUSE:
            reasons[decision.subject[0], decision.subject[1]] = decision.reason
    recused = [sheet for sheet in sheets if sheet.state is SheetState.RECUSED]
    reasons.update(((sheet.judge, sheet.region), sheet.reason) for sheet in recused)
    taken_out = reckoning.state.recused.union((sheet.judge, sheet.region) for sheet in recused)
    for judge, code in sorted(taken_out):
        yield RecusalNote(judge, code, reasons[judge, code])


def _merge_note(merge: Merge) -> MergeNote:
    ends = Counter(each.outcome for each in merge.files)
    return MergeNote(merge.number, merge.at, tuple((o, ends[o]) for o in Outcome if ends[o]))


def _refused(file: AssessmentFile) -> tuple[RefusedFile, ...]:
    return tuple(
        _refused_file(each)
        for merge in file.seals.merges()
        for each in merge.files
        if each.outcome is Outcome.REFUSED
    )


def _refused_file(each: MergedFile) -> RefusedFile:
    reason = RefusalReason(each.reason)
    return RefusedFile(each.name, Refusal(reason, REFUSAL_WORDS[reason], each.judge))
