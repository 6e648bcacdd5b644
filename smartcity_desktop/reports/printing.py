"""From a record to a printed document: one entry for every kind.

The library that writes PDF is imported when the first document is printed, not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.reports.judge_record import sheets_of
from smartcity_desktop.reports.kinds import ReportKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartcity_desktop.reports.judge_record import JudgeRecord
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.report import Report

_MODES = {Mode.OFFICIAL: "resmi", Mode.REHEARSAL: "latihan"}


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
    """
    from smartcity_desktop.reports.documents.minutes import draft_minutes
    from smartcity_desktop.reports.documents.ranking import draft_ranking
    from smartcity_desktop.reports.report import set_draft

    drafts = {ReportKind.MINUTES: draft_minutes, ReportKind.RANKING: draft_ranking}
    return set_draft(drafts[kind](record, press.words, number), press)


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
    kind: ReportKind, record: DeclaredRecord, press: Press
) -> Iterator[tuple[str, Report]]:
    """Yield file names and documents of one kind: one, or one for each judge with sheets.

    The judges' sheets need ``record.sheets``.
    """
    language = press.words.language
    if kind is not ReportKind.JUDGE_SHEETS:
        yield file_name(kind, record, language), build_report(kind, record, press)
        return
    for judge in record.roster.judges:
        own = sheets_of(record, judge.id)
        if own.sheets:
            yield file_name(kind, record, language, judge.id), build_judge_sheets(own, press)


def file_name(kind: ReportKind, record: DeclaredRecord, language: Language, judge: str = "") -> str:
    """Return ``rekapitulasi-resmi-penetapan-1.pdf``; a rehearsal is told apart by its name."""
    mode = _MODES[record.roster.assessment.mode]
    parts = [kind.value, judge, mode, f"penetapan-{record.declaration.number}"]
    parts.append("" if language is Language.INDONESIAN else language.value)
    return "-".join(part for part in parts if part) + ".pdf"


def judge_sheets_name(record: JudgeRecord, issue: str, language: Language) -> str:
    """Return ``lembar-juri-j07-1-resmi-segel-2.pdf``, as a judge's own file prints it."""
    sealed = f"segel-{record.seals[-1].number}" if record.seals else "belum-disegel"
    parts = [ReportKind.JUDGE_SHEETS.value, issue, _MODES[record.assessment.mode], sealed]
    parts.append("" if language is Language.INDONESIAN else language.value)
    return "-".join(part for part in parts if part) + ".pdf"
