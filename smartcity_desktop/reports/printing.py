"""From a record to a printed document: one entry for every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.report import Report, set_draft

if TYPE_CHECKING:
    from smartcity_desktop.reports.judge_record import JudgeRecord
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord


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

    drafts = {ReportKind.MINUTES: draft_minutes, ReportKind.RANKING: draft_ranking}
    return set_draft(drafts[kind](record, press.words, number), press)


def build_judge_sheets(record: JudgeRecord, press: Press, *, number: str = "") -> Report:
    """Print one judge's sheets, sealed or not, declared or not.

    Args:
        record: from ``sheets_of`` for a declared assessment, or made from a panel file.
        press: language, fonts and time zone.
        number: the running number of the document; empty leaves room to write it by hand.
    """
    from smartcity_desktop.reports.documents.judge_sheets import draft_judge_sheets

    return set_draft(draft_judge_sheets(record, press.words, number), press)
