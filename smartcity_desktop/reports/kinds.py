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

    def title(self) -> Message:
        """Return the name of the document as it stands on paper."""
        return _TITLES[self]


_TITLES = {
    ReportKind.MINUTES: message("Minutes"),
    ReportKind.RANKING: message("Summary of scores and ranking"),
    ReportKind.JUDGE_SHEETS: message("Judge's score sheets"),
    ReportKind.REGION_SHEETS: message("Regions' score sheets"),
    ReportKind.INTEGRITY: message("Record of integrity"),
    ReportKind.RESULT_LETTER: message("Result letter"),
    ReportKind.DECREE: message("Draft decree"),
}
