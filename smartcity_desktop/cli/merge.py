"""Merges panel files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import Message, message

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.cli.cells import Cells
    from smartcity_desktop.merging.difference import SheetDifference
    from smartcity_desktop.merging.plan import FilePlan
    from smartcity_desktop.merging.session import Merged

OUTCOMES = {
    "new": message("new"),
    "already_merged": message("already merged"),
    "supersedes": message("supersedes an earlier seal"),
    "superseded": message("superseded by a later seal"),
    "conflict": message("in conflict"),
    "refused": message("refused"),
}


@subcommand(
    message(
        "Files, folders and zip archives, in any order and as often as you like: the result does "
        "not depend on it. Every file is proven first; those that can stand are stored in one "
        "step after a backup, the others are named with the one check that failed."
    ),
    examples=(
        Example("merge kota.assessment /media/stick masuk/", message("A stick and a folder:")),
        Example(
            "merge kota.assessment masuk/ --all-or-nothing",
            message("Only if every file can stand:"),
        ),
    ),
)
@argument("file", meaning=message("The assessment."), shown="FILE.assessment", type=PATH)
@argument("paths", meaning=message("Panel files, folders, zip archives."), shown=message("PATH"),
          nargs=-1, required=True, type=PATH)  # fmt: skip
@option("--identity", meaning=message("age identity that opens encrypted copies."),
        shown=message("FILE"), type=PATH)  # fmt: skip
@option(
    "--all-or-nothing",
    meaning=message("Merge nothing if any file is refused or in conflict."),
    is_flag=True,
)
def merge(
    session: Session, file: Path, paths: tuple[Path, ...], identity: Path | None, **how: bool
) -> Answer:
    """Merge panel files."""
    from smartcity_desktop.cli.cells import Cells
    from smartcity_desktop.cli.inputs import open_assessment
    from smartcity_desktop.merging.session import MergeWish, merge_panel_files
    from smartcity_desktop.sealing.age_file import read_identities
    from smartcity_desktop.workplace.given_file import read_bytes

    identities: tuple[str, ...] = ()
    if identity is not None:
        identities = read_identities(read_bytes(identity).decode("utf-8", "replace"))
    wish = MergeWish(tuple(paths), identities, how["all_or_nothing"])
    with open_assessment(session, file) as (assessment, instrument):
        merged = merge_panel_files(
            assessment,
            instrument,
            wish,
            session.clock,
            lambda total: session.progress(message("Checking files"), total),
        )
    cells = Cells(instrument)
    _show(session, merged, cells)
    files = merged.applied.plan.files
    return Answer(
        {
            "merge": merged.applied.number,
            "files": [_as_json(each) for each in files],
            "counts": {
                name: sum(each.outcome.value == name for each in files) for name in OUTCOMES
            },
            "changes": [
                {"path": each.source.label} | _change_as_json(difference, cells)
                for each, differences in merged.differences
                for difference in differences
            ],
            "evidence": [
                {
                    "path": taken.source.label,
                    "items": taken.items,
                    "reason": taken.refusal.reason.value if taken.refusal else None,
                }
                for taken in merged.evidence
            ],
            "missing_evidence": [item.name for item in merged.lacking],
            "backup": merged.applied.backup,
        },
        done=not any(each.cannot_stand() for each in files),
    )


def _as_json(file: FilePlan) -> dict[str, object]:
    refusal = file.refusal
    return {
        "path": file.source.label,
        "outcome": file.outcome.value,
        "reason": refusal.reason.value if refusal else None,
        "detail": refusal.what if refusal else None,
        "judge": file.last.judge if file.last else (refusal.judge if refusal else "") or None,
        "region": (refusal.region if refusal else "") or None,
        "seal": file.last.digest if file.last else None,
        "receipt": file.last.receipt if file.last else None,
        "sheets": len(file.last.sheets) if file.last else 0,
    }


def _change_as_json(difference: SheetDifference, cells: Cells) -> dict[str, object]:
    return {
        "region": difference.region,
        "change": difference.change.value,
        "cells": [
            {
                "indicator": cell.indicator,
                "before": cells.figure(cell.indicator, cell.before),
                "after": cells.figure(cell.indicator, cell.after),
            }
            for cell in difference.cells
        ],
    }


def _show(session: Session, merged: Merged, cells: Cells) -> None:
    files = merged.applied.plan.files
    _show_outcomes(session, files)
    _show_changes(session, merged, cells)
    for each in files:
        for refusal in (each.refusal, *each.also):
            if refusal is not None:
                session.warn(_refusal_line(each.source.label, refusal.region, refusal.what))
    for taken in merged.evidence:
        if taken.refusal is not None:
            session.warn(_refusal_line(taken.source.label, "", taken.refusal.what))
    if any(each.outcome.value == "conflict" for each in files):
        session.say(
            message("Some files are in conflict. See the open questions: decide FILE --list")
        )
    if merged.lacking:
        names = ", ".join(item.name for item in merged.lacking[:10])
        session.say(message("Evidence that was listed but not handed over: {names}", names=names))


def _show_outcomes(session: Session, files: tuple[FilePlan, ...]) -> None:
    rows = [
        (
            each.source.label,
            session.translate(OUTCOMES[each.outcome.value]),
            each.last.judge if each.last else (each.refusal.judge if each.refusal else ""),
            str(len(each.last.sheets)) if each.last else "",
            each.last.receipt if each.last else "",
        )
        for each in files
    ]
    session.show_table(
        (
            message("File"),
            message("Outcome"),
            message("Judge"),
            message("Sheets"),
            message("Receipt"),
        ),
        rows,
        (3,),
    )


def _show_changes(session: Session, merged: Merged, cells: Cells) -> None:
    for each, differences in merged.differences:
        for difference in differences:
            if difference.change.value != "added":
                what = cells.changes(session, difference)
                session.say(message("{file}: {what}", file=each.source.label, what=what))


def _refusal_line(label: str, region: str, what: Message) -> Message:
    if region:
        return message("{file}: {region}: {what}", file=label, region=region, what=what)
    return message("{file}: {what}", file=label, what=what)
