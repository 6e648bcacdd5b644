"""The two ways of printing: from what was prepared, and from what was declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.plenary.printing import Printed
    from smartcity_desktop.reports.kinds import ReportKind
    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.store.assessment_file import AssessmentFile


class PrintingJob(NamedTuple):
    """What both ways of printing need; the target is the folder and what advances the display."""

    assessment: AssessmentFile
    instrument: Instrument
    press: Press
    target: tuple[Path, Callable[[], None]]


def print_prepared_kinds(
    job: PrintingJob, kinds: list[ReportKind], judges: tuple[str, ...]
) -> tuple[Printed, ...]:
    """Print what needs no declaration; blank sheets with names where judges are given."""
    from smartcity_desktop.plenary.naming import find_judge
    from smartcity_desktop.plenary.prepared import print_prepared, read_prepared

    if not kinds:
        return ()
    record = read_prepared(job.assessment, job.instrument)
    ids = [find_judge(judge, record.roster) for judge in dict.fromkeys(judges)]
    return print_prepared(job.assessment, record, kinds, job.press, job.target, ids)


def print_declared_kinds(
    job: PrintingJob, kinds: list[ReportKind], regions: tuple[str, ...]
) -> tuple[Printed, ...]:
    """Print what a declaration is needed for; single regions' sheets where regions are given."""
    from smartcity_desktop.plenary.naming import find_region
    from smartcity_desktop.plenary.printing import print_documents
    from smartcity_desktop.plenary.record import read_record
    from smartcity_desktop.verifying.unaltered import expect_unaltered

    if not kinds:
        return ()
    expect_unaltered(job.assessment)
    record = read_record(job.assessment, job.instrument, job.press.words.language)
    codes = [find_region(code, record.roster) for code in dict.fromkeys(regions)]
    return print_documents(job.assessment, record, kinds, job.press, job.target, codes)
