"""What has become of every stored seal, for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.reports.record import SealStanding

if TYPE_CHECKING:
    from smartcity_desktop.merging.state import MergeState


def seal_standings(state: MergeState) -> dict[str, SealStanding]:
    """Return the standing of those seals that have no voice, by digest.

    A seal that is not named here has a voice, whether or not one of its sheets counts.
    """
    found: dict[str, SealStanding] = {}
    for standing in state.standings:
        found.update(dict.fromkeys(standing.superseded, SealStanding.SUPERSEDED))
        found.update((seal.digest, SealStanding.LATE) for seal in standing.late)
        for question in standing.questions:
            found.update(dict.fromkeys(question.seals, SealStanding.KEY_OPEN))
    found.update(dict.fromkeys(state.rulings.void_seals, SealStanding.VOID))
    return found
