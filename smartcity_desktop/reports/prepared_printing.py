"""From a prepared assessment to a printed document; no declaration is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.reports.file_names import name_file
from smartcity_desktop.reports.kinds import ReportKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartcity_desktop.reports.prepared_record import PreparedRecord
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.report import Report


def build_prepared(
    kind: ReportKind, record: PreparedRecord, press: Press, *, number: str = ""
) -> Report:
    """Print one document of a prepared assessment.

    Args:
        kind: which document.
        record: what was prepared.
        press: language, fonts and time zone.
        number: the running number of the document; empty leaves room to write it by hand.

    Raises:
        KeyError: this kind is printed from a declaration.
    """
    from smartcity_desktop.reports.documents.attendance import draft_attendance
    from smartcity_desktop.reports.documents.blank_sheets import draft_blank_sheets
    from smartcity_desktop.reports.documents.hand_out_receipts import draft_hand_out_receipts
    from smartcity_desktop.reports.documents.interest_statements import draft_interest_statements
    from smartcity_desktop.reports.report import set_draft

    drafts = {
        ReportKind.HAND_OUT_RECEIPTS: draft_hand_out_receipts,
        ReportKind.ATTENDANCE: draft_attendance,
        ReportKind.INTEREST_STATEMENTS: draft_interest_statements,
        ReportKind.BLANK_SHEETS: draft_blank_sheets,
    }
    return set_draft(drafts[kind](record, press.words, number), press)


def build_judges_blank_sheets(record: PreparedRecord, press: Press, judge: str) -> Report:
    """Print a judge's blank sheets, one for each region, with the names on them."""
    from smartcity_desktop.reports.documents.blank_sheets import draft_blank_sheets
    from smartcity_desktop.reports.report import set_draft

    return set_draft(draft_blank_sheets(record, press.words, "", judge), press)


def build_all_prepared(
    kind: ReportKind, record: PreparedRecord, press: Press, judges: Sequence[str] = ()
) -> Iterator[tuple[str, Report]]:
    """Yield file names and documents of one kind.

    Args:
        kind: which document.
        record: what was prepared.
        press: language, fonts and time zone.
        judges: ids; where given, each of them gets blank sheets as a file of its own.
    """
    mode, language = record.roster.assessment.mode, press.words.language
    if kind is ReportKind.BLANK_SHEETS and judges:
        for judge in judges:
            name = name_file(kind, mode, language, whose=judge)
            yield name, build_judges_blank_sheets(record, press, judge)
        return
    yield name_file(kind, mode, language), build_prepared(kind, record, press)
