"""From a record to a printed document: one entry for every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.report import Report, set_draft

if TYPE_CHECKING:
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
    from smartcity_desktop.reports.documents.ranking import draft_ranking

    drafts = {ReportKind.RANKING: draft_ranking}
    return set_draft(drafts[kind](record, press.words, number), press)
