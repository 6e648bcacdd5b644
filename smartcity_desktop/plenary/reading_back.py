"""A judge's own sheets on paper, before any declaration: to read back and to sign by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.reports.judge_record import sheets_before_declaration
from smartcity_desktop.reports.printing import build_judge_sheets, judge_sheets_name
from smartcity_desktop.reports.record import SealNote
from smartcity_desktop.scoring.sealing_plan import plan_seal
from smartcity_desktop.store.durable import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.reports.judge_record import JudgeRecord
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.scoring.desk_facts import DeskFacts


def planned_sheets(facts: DeskFacts, at: str) -> JudgeRecord:
    """Return the sheets that the next seal would hold; sealed where the last one holds them.

    Args:
        facts: of the open panel file.
        at: the moment of printing.
    """
    plan = plan_seal(facts)
    if plan.is_unchanged:
        return sealed_sheets(facts)
    return sheets_before_declaration(facts.issue, facts.instrument, plan.sheets, None, at)


def sealed_sheets(facts: DeskFacts) -> JudgeRecord:
    """Return the sheets as the last seal froze them, whatever was changed since.

    Raises:
        IndexError: nothing was sealed yet.
    """
    last = facts.seals[-1]
    note = SealNote(
        judge=facts.issue.judge.id,
        issue=facts.issue.issue.id,
        number=last.number,
        digest=last.digest,
        receipt=last.receipt,
        time=last.at,
        thumbprint=last.thumbprint,
        reason=last.reason,
    )
    sheets = tuple(sheet for _, sheet in sorted(facts.sealed.items()))
    return sheets_before_declaration(facts.issue, facts.instrument, sheets, note, last.at)


def own_sheets_name(record: JudgeRecord, facts: DeskFacts, language: Language) -> str:
    """Return the name under which a judge's sheets are offered to be saved."""
    return judge_sheets_name(record, facts.issue.issue.id, language)


def print_own_sheets(
    record: JudgeRecord,
    press: Press,
    target: Path,
    advance: Callable[[int, int], None] | None = None,
) -> int:
    """Write ``lembar-juri`` of one judge; returns the number of pages.

    Args:
        record: the sheets.
        press: the means of printing.
        target: the file, which is replaced when everything is printed.
        advance: called with parts done and parts in all; what it raises stops it.

    Raises:
        StoreError: it could not be written; no part is left behind.
    """
    report = build_judge_sheets(record, press, advance=advance)
    write_atomically(target, report.pdf)
    return report.page_count
