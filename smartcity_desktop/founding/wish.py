"""From a complete draft to the wish that an assessment is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.founding.faults import recipients_of
from smartcity_desktop.preparing.assessment import AssessmentWish

if TYPE_CHECKING:
    from smartcity_desktop.founding.reading import Reading


def wish_of(reading: Reading) -> AssessmentWish:
    """Return what the coordinator wants.

    Raises:
        InputError: everything that is missing or wrong.
    """
    problems = [fault.problem for faults in reading.faults.values() for fault in faults]
    instrument, regions, judges = reading.instrument, reading.regions, reading.judges
    assignments, dossiers, draft = reading.assignments, reading.dossiers, reading.draft
    if problems or not (instrument and regions and judges and assignments) or dossiers is None:
        raise InputError(problems)
    return AssessmentWish(
        title=draft.full_title(),
        mode=Mode(draft.mode),
        instrument=instrument,
        instrument_bytes=draft.instrument.data,
        regions=regions,
        judges=judges,
        assignments=assignments,
        conflicts=reading.conflicts,
        dossiers=dossiers,
        letterhead=reading.letterhead,
        recipients=recipients_of(draft),
        judge_label=draft.judge_label,
        anonymous=draft.anonymous,
    )
