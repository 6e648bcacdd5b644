"""The notes of the minutes: each kind of event is named, also when there was none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Judge, RegionStanding
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.reports.record import DeclaredRecord, SealNote
    from smartcity_desktop.reports.words import Words

_SILENT = message("Judges none of whose sheets counts")
_CORRECTED = message("Sealed sheets corrected and sealed again")
"""What an anonymous set counts without naming anybody."""


def plenary_decisions(record: DeclaredRecord) -> list[Decision]:
    """Return the decisions but corrections of names, which decide nothing."""
    return [d for d in record.decisions if d.kind is not DecisionKind.NAME]


def name_corrections(record: DeclaredRecord) -> list[Decision]:
    """Return the corrections of regions' names, by number."""
    return [d for d in record.decisions if d.kind is DecisionKind.NAME]


def absent_judges(record: DeclaredRecord) -> list[Judge]:
    """Return the judges none of whose sheets counts."""
    present = {sheet.judge for sheet in record.counted}
    return [judge for judge in record.roster.judges if judge.id not in present]


def regions_out(record: DeclaredRecord) -> list[RegionStanding]:
    """Return the regions that were absent, withdrawn or disqualified."""
    return [s for s in record.roster.standings if not s.status.takes_part()]


def corrections(record: DeclaredRecord) -> list[SealNote]:
    """Return the seals that changed or withdrew sheets sealed before."""
    return [seal for seal in record.seals if seal.reason]


def notes_summary(record: DeclaredRecord, words: Words) -> list[str]:
    """Return one sentence for each kind of event, with where its details stand."""
    silent = record.count_judges() - record.count_counting()
    corrected = record.veil.corrected if record.veil else len(corrections(record))
    counted: list[tuple[Message, int]] = [
        (message("Decisions of the plenary"), len(plenary_decisions(record))),
        (message("Names of regions corrected"), len(name_corrections(record))),
        (message("Regions absent, withdrawn or disqualified"), len(regions_out(record))),
        (_SILENT, silent),
        (message("Judge and region apart for a conflict of interest"), len(record.recusals)),
        (message("Judges' reports that a region was absent"), len(record.absences)),
        (_CORRECTED, corrected),
        (message("Sheets that are missing"), len(record.gaps)),
        (message("Files that were refused"), len(record.refused)),
        (
            message("Earlier declarations that were reopened"),
            len(record.declaration.reopenings),
        ),
        (message("Objections to earlier declarations"), len(record.objections)),
    ]
    return [
        words.say(
            _sentence(label, count, annexed=not record.veil or label not in (_SILENT, _CORRECTED))
        )
        for label, count in counted
    ]


def _sentence(label: Message, count: int, *, annexed: bool = True) -> Message:
    if count == 0:
        return message("{label}: none.", label=label)
    if not annexed:
        return message("{label}: {count}.", label=label, count=count)
    return message("{label}: {count}, as set out in Annex II.", label=label, count=count)
