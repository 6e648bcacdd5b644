"""The documents that can be printed."""

from __future__ import annotations

from enum import Enum

from smartcity_desktop.domain.message import Message, message


class ReportKind(Enum):
    """The value is the word on the command line and in file names."""

    MINUTES = "berita-acara"
    RANKING = "rekapitulasi"
    JUDGE_SHEETS = "lembar-juri"
    REGION_SHEETS = "lembar-daerah"
    INTEGRITY = "integritas"
    RESULT_LETTER = "surat-hasil"
    DECREE = "keputusan"
    JUDGING = "kesepakatan"
    HAND_OUT_RECEIPTS = "tanda-terima"
    ATTENDANCE = "daftar-hadir"
    INTEREST_STATEMENTS = "pernyataan"
    BLANK_SHEETS = "lembar-kosong"

    def title(self) -> Message:
        """Return the name of the document as it stands on paper."""
        return _TITLES[self]

    def needs_declaration(self) -> bool:
        """Whether the document prints results, so that these must be declared."""
        return self not in PREPARED


_TITLES = {
    ReportKind.MINUTES: message("Minutes"),
    ReportKind.RANKING: message("Summary of scores and ranking"),
    ReportKind.JUDGE_SHEETS: message("Judge's score sheets"),
    ReportKind.REGION_SHEETS: message("Regions' score sheets"),
    ReportKind.INTEGRITY: message("Record of integrity"),
    ReportKind.RESULT_LETTER: message("Result letter"),
    ReportKind.DECREE: message("Draft decree"),
    ReportKind.JUDGING: message("Agreement, severity and stability"),
    ReportKind.HAND_OUT_RECEIPTS: message("Receipts for panel files"),
    ReportKind.ATTENDANCE: message("Attendance list"),
    ReportKind.INTEREST_STATEMENTS: message("Statement on conflicts of interest"),
    ReportKind.BLANK_SHEETS: message("Score sheet to fill by hand"),
}

PREPARED = frozenset(
    {
        ReportKind.HAND_OUT_RECEIPTS,
        ReportKind.ATTENDANCE,
        ReportKind.INTEREST_STATEMENTS,
        ReportKind.BLANK_SHEETS,
    }
)
"""The documents that are printed as soon as an assessment is prepared."""
