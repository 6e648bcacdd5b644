"""Every kind of document from two small assessments, always the same: a full one, an empty one."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import (
    ConflictOfInterest,
    Issue,
    IssueKind,
    Mode,
    RegionStanding,
    RegionStatus,
)
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Refusal, RefusalReason
from smartcity_desktop.domain.results import NotRanked, Results
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
from smartcity_desktop.reports.record import RefusedFile
from tests.reports.conftest import NOON, RESOURCES, SHORT_BANDS, WIB, Case, eventful, panel, places

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord

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
    record, press = _record(extent, language), _press(language)
    if not kind.needs_declaration():
        return build_prepared(kind, _prepared(record), press).pdf
    if kind is ReportKind.JUDGE_SHEETS:
        return build_judge_sheets(sheets_of(record, "j01"), press, number="12").pdf
    return build_report(kind, record, press, number="" if extent is Extent.EMPTY else "12").pdf


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
    case = Case(places(8), panel(5), _instrument(), letterhead=letterhead, token=TOKEN)
    return _withdrawn(eventful(case.record()))


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
    damaged = Refusal(RefusalReason.DAMAGED, message("The file cannot be read."), "j03")
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
    issues = tuple(Issue(f"{j.id}-1", j.id, IssueKind.FIRST, codes, KEY, NOON)
                   for j in roster.judges)  # fmt: skip
    known = ConflictOfInterest("j01", codes[-1], "coordinator", "Pernah menjadi konsultan.")
    if len(codes) == 1:
        return PreparedRecord(record.instrument, roster, record.letterhead)
    whole = replace(roster, issues=issues, conflicts=(known,))
    return PreparedRecord(record.instrument, whole, record.letterhead)
