"""Everything one judge receives with one issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.assessment import Mode

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import (
        Assessment,
        Assignment,
        ConflictOfInterest,
        FormerName,
        Issue,
        Judge,
        Region,
    )


class PanelIssue(Struct, frozen=True):
    """Who a panel file is for and what it asks; frozen when the file is issued.

    Attributes:
        regions: the issue's regions, sorted by code.
        assignments: this judge's, with the timetable; sorted.
        conflicts: this judge's conflicts of interest known at issue.
        former_names: of the issue's regions; sheets kept from a lost panel file may carry them.
    """

    assessment: Assessment
    judge: Judge
    issue: Issue
    regions: tuple[Region, ...]
    assignments: tuple[Assignment, ...]
    conflicts: tuple[ConflictOfInterest, ...]
    former_names: tuple[FormerName, ...] = ()


def panel_stem(issue: str, mode: Mode) -> str:
    """Return what a panel file is called: ``juri-01-1``, in a rehearsal ``juri-01-1-latihan``.

    Both may lie on one stick; which of them it is shows before anything is opened.
    """
    return issue if mode is Mode.OFFICIAL else f"{issue}-latihan"
