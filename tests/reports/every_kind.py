"""Every kind of document from two small assessments, always the same: a full one, an empty one."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.assessment import (
    ConflictOfInterest,
    Issue,
    IssueKind,
    Mode,
    RegionStanding,
    RegionStatus,
)
from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.objection import Objection, ObjectionAnswer, ObjectionOutcome
from smartcity_desktop.domain.refusal import Outcome, Refusal, RefusalReason
from smartcity_desktop.domain.results import NotRanked, Results
from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState
from smartcity_desktop.instruments.reading import read_instrument
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.plenary.details import with_details
from smartcity_desktop.plenary.judging import with_judging
from smartcity_desktop.plenary.signatories import signatories_of
from smartcity_desktop.reports.judge_record import sheets_of
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.letterhead import Letterhead
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.reports.prepared_printing import build_prepared
from smartcity_desktop.reports.prepared_record import PreparedRecord
from smartcity_desktop.reports.press import open_press
from smartcity_desktop.reports.printing import build_judge_sheets, build_report
from smartcity_desktop.reports.record import MergeNote, RefusedFile, SealStanding
from tests.reports.conftest import NOON, RESOURCES, SHORT_BANDS, WIB, Case, eventful, panel, places

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Report

TOKEN = "eyJhbGciOiJFUzI1NiJ9." + "a1B2c3D4" * 24
KEY = (
    '{"crv":"P-256","kty":"EC","x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",'
    '"y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}'
)


class Extent(Enum):
    """How much there is to print."""

    FULL = "penuh"
    EMPTY = "kosong"


def print_kind(kind: ReportKind, extent: Extent, language: Language) -> bytes:
    """Return one document."""
    return make_kind(kind, extent, language).pdf


def make_kind(kind: ReportKind, extent: Extent, language: Language) -> Report:
    """Return one document with where its signature fields go."""
    record, press = _record(extent, language), _press(language)
    if not kind.needs_declaration():
        return build_prepared(kind, _prepared(record), press)
    number = "" if extent is Extent.EMPTY else "12"
    if kind is ReportKind.JUDGE_SHEETS:
        return build_judge_sheets(sheets_of(record, "j01"), press, number=number)
    return build_report(kind, record, press, number=number)


@cache
def _press(language: Language) -> Press:
    catalogue = load_catalogue(language)
    return open_press(RESOURCES, language, catalogue.translate, WIB)


@cache
def _record(extent: Extent, language: Language) -> DeclaredRecord:
    record = _full() if extent is Extent.FULL else _nothing_scored()
    people = signatories_of(record.letterhead, record.roster.judges, language)
    return with_judging(with_details(replace(record, signatories=people)))


def _full() -> DeclaredRecord:
    folder = RESOURCES / "letterheads"
    letterhead = read_letterhead((folder / "contoh-kementerian.toml").read_bytes(),
                                 (folder / "contoh-lambang.png").read_bytes())  # fmt: skip
    chair, *others = panel(5)
    chair = replace(chair, institution=letterhead.chair.institution)
    judges = (chair, *others)
    case = Case(places(8), judges, _instrument(), letterhead=letterhead, token=TOKEN)
    return _annotated(_on_record(_withdrawn(eventful(case.record()))))


def _withdrawn(record: DeclaredRecord) -> DeclaredRecord:
    """The same record in which the region without a rank is the one that withdrew."""
    (lost,) = record.results.not_ranked
    reason = message("It withdrew: {reason}", reason="Surat wali kota")
    roster = record.roster
    standings = tuple(
        replace(s, status=RegionStatus.WITHDRAWN, reason="Surat wali kota")
        if s.region == lost.code else RegionStanding(s.region, RegionStatus.PRESENT, "")
        for s in roster.standings
    )  # fmt: skip
    assessment = replace(roster.assessment, public_key=KEY)
    sentence = message("This file is damaged, or no file of this program.")
    damaged = Refusal(RefusalReason.DAMAGED, sentence, "j03")
    return replace(
        record,
        roster=replace(roster, assessment=assessment, standings=standings),
        results=replace(record.results, not_ranked=(NotRanked(lost.code, (reason,)),)),
        sheets=tuple(s for s in record.sheets if s.region != lost.code),
        counted=tuple(s for s in record.counted if s.region != lost.code),
        absences=(replace(record.absences[0], region=lost.code),),
        refused=(RefusedFile("juri-03 (rusak).panel", damaged),),
        seals=tuple(replace(s, sheets=6, open=1) for s in record.seals),
    )


def _on_record(record: DeclaredRecord) -> DeclaredRecord:
    """The same record with panel files, merges, objections and a decision no longer in force."""
    early, pair = "2017-05-03T09:00:00Z", record.recusals[0].region
    first, *others = _issued(record)
    replaced = replace(first, id="j01-2", kind=IssueKind.REPLACEMENT, replaces="j01-1",
                       reason="Laptop hilang.")  # fmt: skip
    rejected = ObjectionAnswer(ObjectionOutcome.REJECTED, "Nilai sudah sesuai bukti dukung.",
                               "Pleno Dewan Juri", NOON)  # fmt: skip
    accepted = replace(rejected, outcome=ObjectionOutcome.ACCEPTED, text="Segel dibetulkan.")
    old, *seals = record.seals
    return replace(
        record,
        roster=replace(record.roster, issues=(first, replaced, *others)),
        seals=(replace(old, standing=SealStanding.SUPERSEDED, counted=False), *seals),
        merges=(
            MergeNote(1, early, ((Outcome.NEW, 5), (Outcome.REFUSED, 1))),
            MergeNote(2, NOON, ((Outcome.SUPERSEDES, 1), (Outcome.ALREADY_MERGED, 4))),
        ),
        lapsed=(Decision(5, DecisionKind.WAIVE, (f"j04:{pair}",), "", "Pleno Dewan Juri",
                         "Lembar menyusul.", early, "a"),),
        objections=(
            Objection(1, 1, pair, "Pemerintah Kabupaten Padang Pariaman", "Nilai A2 tertukar.",
                      early, accepted, reopened=True),
            Objection(2, 1, record.results.ranked[-1].code, "Pemerintah Kabupaten Deli Serdang",
                      "Bukti dukung E1 tidak dibaca.", early, rejected),
        ),
    )  # fmt: skip


def _annotated(record: DeclaredRecord) -> DeclaredRecord:
    """The same record in which the first judge wrote notes and left two regions unscored."""
    count = len(record.instrument.indicators())
    blank, because = (None,) * count, "Pernah menjadi konsultan."
    own = [s for s in record.sheets if s.judge == "j01"]
    noted = replace(own[0], notes=(
        ("A2", "Peraturan wali kota berlaku sejak 2015, bukti dukung halaman 12."),
        ("C4", "Belum pernah diaudit."),
        (REGION_NOTE, "Pimpinan daerah hadir dan menguasai bahan."),
    ))  # fmt: skip
    apart = replace(own[-1], state=SheetState.RECUSED, reason=because, values=blank)
    away = replace(own[-1], region=record.absences[0].region, name="Kota Sibolga",
                   state=SheetState.ABSENT, reason="Ditunggu 30 menit.", values=blank)  # fmt: skip
    sheets = {own[0]: noted, own[-1]: apart}
    kept = tuple(sheets.get(sheet, sheet) for sheet in record.sheets)
    return replace(record, sheets=(*kept, away))


def _issued(record: DeclaredRecord) -> list[Issue]:
    codes = tuple(region.code for region in record.roster.regions)
    return [Issue(f"{j.id}-1", j.id, IssueKind.FIRST, codes, KEY, NOON)
            for j in record.roster.judges]  # fmt: skip


def _nothing_scored() -> DeclaredRecord:
    """A rehearsal with one judge and one region, of which no sheet counts; a bare letterhead."""
    case = Case(places(1), panel(1), _instrument(), Mode.REHEARSAL, title="Gladi Asesmen")
    record = case.record()
    unranked = NotRanked(record.roster.regions[0].code, (message("It was absent."),))
    standing = RegionStanding(unranked.code, RegionStatus.ABSENT, "")
    return replace(record, roster=replace(record.roster, standings=(standing,)),
                   results=Results((), (unranked,), ()), counted=(), sheets=(), seals=(),
                   letterhead=Letterhead())  # fmt: skip


@cache
def _instrument() -> Instrument:
    shipped = (RESOURCES / "instruments" / "contoh-100-smart-city.toml").read_bytes()
    read = read_instrument(shipped, "contoh-100-smart-city.toml")
    return replace(read, rules=replace(read.rules, bands=SHORT_BANDS))


def _prepared(record: DeclaredRecord) -> PreparedRecord:
    roster = record.roster
    codes = tuple(region.code for region in roster.regions)
    known = ConflictOfInterest("j01", codes[-1], "coordinator", "Pernah menjadi konsultan.")
    if len(codes) == 1:
        return PreparedRecord(record.instrument, roster, record.letterhead)
    whole = replace(roster, conflicts=(known,))
    return PreparedRecord(record.instrument, whole, record.letterhead)
