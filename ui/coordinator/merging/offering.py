"""What of a watched folder is offered, beside everything that was named by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.merging.evidence import lacking_evidence
from smartcity_desktop.merging.plan import MergePlan
from smartcity_desktop.merging.session import plan_panel_files

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.merging.plan import FilePlan
    from smartcity_desktop.merging.session import MergeWish, PlannedMerge, Progress
    from smartcity_desktop.merging.spare_process import SpareProcess
    from smartcity_desktop.secretariat.office import Office

    Found = tuple[PlannedMerge | None, tuple[FilePlan, ...]]
    """The plan, None where nothing is left of it; and the files that are not offered."""


def plan_offered(
    office: Office,
    wish: MergeWish,
    watched: frozenset[Path],
    progress: Progress,
    spare: SpareProcess | None,
) -> Found:
    """Plan what is still there; what was found by watching is offered only where it is new.

    Raises:
        InputError, RuleError, StoreError: as ``plan_panel_files``.
    """
    there = tuple(path for path in wish.paths if path not in watched or path.exists())
    if not there:
        return None, ()
    planned = plan_panel_files(
        office.file, office.instrument, replace(wish, paths=there), progress, spare
    )
    offered: list[FilePlan] = []
    passed: list[FilePlan] = []
    for each in planned.plan.files:
        found = each.source.path in watched
        (passed if found and each.outcome in _NOT_OFFERED else offered).append(each)
    archives = planned.archives
    if not any(each.seals for each in offered) and not lacking_evidence(
        office.file, office.instrument
    ):
        archives = tuple(source for source in archives if source.path not in watched)
    if not offered and not archives:
        return None, tuple(passed)
    return replace(planned, plan=MergePlan(tuple(offered)), archives=archives), tuple(passed)


_NOT_OFFERED = (Outcome.REFUSED, Outcome.ALREADY_MERGED)
