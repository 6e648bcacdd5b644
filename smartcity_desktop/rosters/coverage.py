"""What a set of assignments leaves out, and which regions can be compared at all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.assessment import Assignment, Judge, Region


def judges_without_region(
    judges: Iterable[Judge], assignments: Iterable[Assignment]
) -> tuple[str, ...]:
    """Return the ids of judges who score nothing, sorted."""
    return tuple(sorted({judge.id for judge in judges} - {a.judge for a in assignments}))


def judges_per_region(
    regions: Iterable[Region], assignments: Iterable[Assignment]
) -> dict[str, int]:
    """Return how many judges score each region, by code; 0 where none does."""
    judges: dict[str, set[str]] = {region.code: set() for region in regions}
    for assignment in assignments:
        judges[assignment.region].add(assignment.judge)
    return {code: len(judges[code]) for code in sorted(judges)}


def linked_groups(assignments: Iterable[Assignment]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of regions that are linked by common judges, the largest first.

    Two regions are linked when one judge scores both, or through a chain of such pairs. With more
    than one group, a strict and a lenient panel cannot be told from a weak and a strong group.

    Returns:
        Codes, sorted in each group; groups of one size in the order of their first code.
    """
    regions_of: dict[str, set[str]] = defaultdict(set)
    judges_of: dict[str, set[str]] = defaultdict(set)
    for assignment in assignments:
        regions_of[assignment.judge].add(assignment.region)
        judges_of[assignment.region].add(assignment.judge)
    groups: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for start in sorted(judges_of):
        if start in seen:
            continue
        group, fresh = {start}, [start]
        while fresh:
            near = {code for judge in judges_of[fresh.pop()] for code in regions_of[judge]} - group
            group |= near
            fresh += near
        seen |= group
        groups.append(tuple(sorted(group)))
    return tuple(sorted(groups, key=lambda g: (-len(g), g)))


def regions_per_judge(judges: Iterable[Judge], assignments: Iterable[Assignment]) -> dict[str, int]:
    """Return how many regions each judge scores, by id; 0 where none."""
    regions: dict[str, set[str]] = {judge.id: set() for judge in judges}
    for assignment in assignments:
        regions[assignment.judge].add(assignment.region)
    return {judge: len(regions[judge]) for judge in sorted(regions)}
