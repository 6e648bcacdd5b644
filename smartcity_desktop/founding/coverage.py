"""What a division comes to: judges a region, regions a judge, groups that share no judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message
from smartcity_desktop.rosters.coverage import judges_per_region, linked_groups, regions_per_judge

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartcity_desktop.domain.assessment import (
        Assignment,
        ConflictOfInterest,
        Judge,
        Region,
    )
    from smartcity_desktop.domain.message import Message

MOST_NAMED = 8


class Coverage(Struct, frozen=True):
    """The figures, conflicts of interest taken out.

    Attributes:
        judges_of: how many judges score a region, by code.
        regions_of: how many regions a judge scores, by id.
        groups: regions linked by common judges; more than one cannot be compared.
        sheets: score sheets to come.
    """

    judges_of: Mapping[str, int]
    regions_of: Mapping[str, int]
    groups: tuple[tuple[str, ...], ...]
    sheets: int


def cover(
    judges: Sequence[Judge],
    regions: Sequence[Region],
    assignments: Sequence[Assignment],
    conflicts: Sequence[ConflictOfInterest],
) -> Coverage:
    """Count what remains when conflicts of interest are taken out."""
    excused = {(c.judge, c.region) for c in conflicts}
    left = [a for a in assignments if (a.judge, a.region) not in excused]
    return Coverage(
        judges_per_region(regions, left),
        regions_per_judge(judges, left),
        linked_groups(left),
        len(left),
    )


def cautions(coverage: Coverage, regions: Sequence[Region], minimum: int) -> tuple[Message, ...]:
    """Return what the coordinator should know; none of it forbids anything.

    Args:
        coverage: the figures.
        regions: of the assessment.
        minimum: judges a region needs to be ranked.
    """
    said: list[Message] = []
    few = [region for region in regions if coverage.judges_of[region.code] < minimum]
    if few:
        said.append(
            message(
                "{count} regions get fewer than the {minimum} judges without whom they are not "
                "ranked: {names}.",
                count=len(few),
                minimum=minimum,
                names=_names(few),
            )
        )
    if len(coverage.groups) > 1:
        sizes = ", ".join(str(len(group)) for group in coverage.groups[:MOST_NAMED])
        said.append(
            message(
                "The regions fall into {count} groups ({sizes} regions) that share no judge. "
                "Scores of such groups are not comparable: a strict panel cannot be told from a "
                "weak group. Let some judges score in several groups, or rank each group apart.",
                count=len(coverage.groups),
                sizes=sizes,
            )
        )
    return tuple(said)


def _names(regions: Sequence[Region]) -> str:
    shown = ", ".join(f"{region.name} ({region.code})" for region in regions[:MOST_NAMED])
    return shown if len(regions) <= MOST_NAMED else f"{shown}, …"
