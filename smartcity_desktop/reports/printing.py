"""From a record to a printed document: one entry for every kind.

The library that writes PDF is imported when the first document is printed, not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.reports.file_names import name_file
from smartcity_desktop.reports.judge_record import sheets_of
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.veiled import published

INTERNAL = "intern"
"""In the name of a file that only the panel sees."""

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.reports.judge_record import JudgeRecord
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Report


def build_report(
    kind: ReportKind, record: DeclaredRecord, press: Press, *, number: str = ""
) -> Report:
    """Print one document of a declaration.

    Args:
        kind: which document; the judges' sheets are printed by ``build_judge_sheets``.
        record: what was declared.
        press: language, fonts and time zone.
        number: the running number of the document; empty leaves room to write it by hand.

    Raises:
        KeyError: this kind is not printed from a declaration alone.

    Where the assessment is anonymous, the record may be the panel's own, which makes a document
    of the panel, or ``published`` of it.
    """
    from smartcity_desktop.reports.documents.decree import draft_decree
    from smartcity_desktop.reports.documents.integrity import draft_integrity
    from smartcity_desktop.reports.documents.judging_report import draft_judging_report
    from smartcity_desktop.reports.documents.minutes import draft_minutes
    from smartcity_desktop.reports.documents.ranking import draft_ranking
    from smartcity_desktop.reports.documents.region_sheets import draft_region_sheets
    from smartcity_desktop.reports.documents.result_letter import draft_result_letter
    from smartcity_desktop.reports.report import set_draft

    drafts = {
        ReportKind.MINUTES: draft_minutes,
        ReportKind.RANKING: draft_ranking,
        ReportKind.REGION_SHEETS: draft_region_sheets,
        ReportKind.INTEGRITY: draft_integrity,
        ReportKind.RESULT_LETTER: draft_result_letter,
        ReportKind.DECREE: draft_decree,
        ReportKind.JUDGING: draft_judging_report,
    }
    return set_draft(drafts[kind](record, press.words, number), press)


def build_region_sheet(
    record: DeclaredRecord, press: Press, region: str, *, number: str = ""
) -> Report:
    """Print one region's sheet by itself.

    Args:
        record: what was declared, with the details of every region.
        press: language, fonts and time zone.
        region: its code.
        number: the running number of the document; empty leaves room to write it by hand.
    """
    from smartcity_desktop.reports.documents.region_sheets import draft_region_sheets
    from smartcity_desktop.reports.report import set_draft

    return set_draft(draft_region_sheets(record, press.words, number, region), press)


def build_judge_sheets(
    record: JudgeRecord,
    press: Press,
    *,
    number: str = "",
    advance: Callable[[int, int], None] | None = None,
) -> Report:
    """Print one judge's sheets, sealed or not, declared or not.

    Args:
        record: from ``sheets_of`` for a declared assessment, or made from a panel file.
        press: language, fonts and time zone.
        number: the running number of the document; empty leaves room to write it by hand.
        advance: called with parts done and parts in all; what it raises stops the printing.
    """
    from smartcity_desktop.reports.documents.judge_sheets import draft_judge_sheets
    from smartcity_desktop.reports.report import set_draft

    return set_draft(draft_judge_sheets(record, press.words, number), press, advance)


def build_all(
    kind: ReportKind, record: DeclaredRecord, press: Press, regions: Sequence[str] = ()
) -> Iterator[tuple[str, Report]]:
    """Yield file names and documents of one kind: one, or one for each judge with sheets.

    The judges' sheets need ``record.sheets``, the regions' sheets ``record.details`` as
    well (of the published record), the report on the judging ``record.judging``. Of an anonymous
    assessment the minutes are two: what is published, and the panel's own, which all judges sign.

    Args:
        kind: which document.
        record: what was declared.
        press: language, fonts and time zone.
        regions: codes; where given, each of these regions gets its sheet as a file of its own.
    """
    language = press.words.language
    public = published(record)
    if kind is ReportKind.REGION_SHEETS and regions:
        for code in regions:
            yield file_name(kind, record, language, code), build_region_sheet(public, press, code)
        return
    if kind is not ReportKind.JUDGE_SHEETS:
        yield file_name(kind, record, language), build_report(kind, public, press)
        if kind is ReportKind.MINUTES and record.secret:
            yield file_name(kind, record, language, INTERNAL), build_report(kind, record, press)
        return
    for judge in record.roster.judges:
        own = sheets_of(record, judge.id)
        if own.sheets:
            yield file_name(kind, record, language, judge.id), build_judge_sheets(own, press)


def file_name(kind: ReportKind, record: DeclaredRecord, language: Language, whose: str = "") -> str:
    """Return ``rekapitulasi-resmi-penetapan-1.pdf``."""
    mode, number = record.roster.assessment.mode, record.declaration.number
    return name_file(kind, mode, language, whose=whose, declaration=number)


def judge_sheets_name(record: JudgeRecord, issue: str, language: Language) -> str:
    """Return ``lembar-juri-j07-1-resmi-segel-2.pdf``, as a judge's own file prints it."""
    sealed = f"segel-{record.seals[-1].number}" if record.seals else "belum-disegel"
    mode = record.assessment.mode
    return name_file(ReportKind.JUDGE_SHEETS, mode, language, whose=issue, state=sealed)
