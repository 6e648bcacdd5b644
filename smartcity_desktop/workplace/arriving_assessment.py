"""What this laptop remembers of an assessment file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.workplace.recent import RecentFile

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Assessment
    from smartcity_desktop.domain.instant import Clock


def describe_assessment(path: Path, assessment: Assessment, clock: Clock) -> RecentFile:
    """Return what is remembered: names, never a score."""
    return RecentFile(
        str(path.absolute()),
        "assessment",
        "",
        assessment.title,
        "",
        assessment.mode.value,
        0,
        write_instant(clock()),
    )
