"""Sentences about panel files that were handed out, or cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.issuing import can_be_replaced

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.issuing import IssueLine


def why_not(line: IssueLine | None) -> Message | None:
    """Return why the chosen panel file cannot be replaced, or None."""
    if line is None:
        return None
    if line.replaced_by:
        return message(
            "{issue} is lost, and {other} stands in for it.",
            issue=line.issue.id,
            other=line.replaced_by,
        )
    if not can_be_replaced(line):
        return message(
            "{issue} is for typing paper sheets; issue two new ones if it is lost.",
            issue=line.issue.id,
        )
    return None


def stand(missing: int, judges: int) -> Message:
    """Return how many judges have no panel file yet."""
    if not missing:
        return message("Every judge has a panel file ({count}).", count=judges)
    return message("Judges without a panel file: {missing} of {count}.", missing=missing,
                   count=judges)  # fmt: skip


def issued(count: int, folder: Path) -> Message:
    """Return what lies in the folder now."""
    return message(
        "Panel files in {folder}: {count}, each read back and whole.",
        count=count,
        folder=str(folder),
    )
