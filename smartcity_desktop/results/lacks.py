"""Why a region has no rank, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import RegionStatus
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.results import Lack, LackKind

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message

STATUS_LACKS = {
    RegionStatus.ABSENT: LackKind.ABSENT,
    RegionStatus.WITHDRAWN: LackKind.WITHDRAWN,
    RegionStatus.DISQUALIFIED: LackKind.DISQUALIFIED,
}
"""The statuses in which a region is not scored and ranked."""


def say_lack(lack: Lack, reason: str = "") -> Message:
    """Return the sentence for a lack; ``reason`` is what was written down with a status."""
    if lack.kind in STATUS_LACKS.values():
        return _say_status(lack.kind, reason)
    fields = {"have": lack.have, "need": lack.need}
    if lack.kind is LackKind.JUDGES:
        return message("It has too few score sheets: {have}, needed {need}.", **fields)
    if lack.kind is LackKind.INDICATOR:
        return message(
            "Indicator {unit} has too few scores: {have}, needed {need}.", unit=lack.unit, **fields
        )
    if lack.kind is LackKind.DIMENSION:
        return message(
            "Dimension {unit} was scored completely by too few judges: {have}, needed {need}.",
            unit=lack.unit,
            **fields,
        )
    return message("It was scored completely by too few judges: {have}, needed {need}.", **fields)


def _say_status(kind: LackKind, reason: str) -> Message:
    if kind is LackKind.ABSENT:
        if reason:
            return message("It was absent: {reason}", reason=reason)
        return message("It was absent.")
    if kind is LackKind.WITHDRAWN:
        if reason:
            return message("It withdrew: {reason}", reason=reason)
        return message("It withdrew.")
    if reason:
        return message("It was disqualified: {reason}", reason=reason)
    return message("It was disqualified.")
