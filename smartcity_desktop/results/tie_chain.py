"""The tie chain: an ordered list of keys, fixed in the instrument; higher wins."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from smartcity_desktop.domain.rules import TieKeyKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from smartcity_desktop.domain.results import RegionTally
    from smartcity_desktop.domain.rules import TieKey

    Group = tuple[RegionTally, ...]


def break_ties(group: Group, chain: Sequence[TieKey]) -> list[Group]:
    """Return the group as smaller groups, best first; members sorted by code.

    A key that any member of a group lacks is passed over for that group, so that nobody wins or
    loses by a value that is not there. The chain ends at ``plenary``: what is left is for people.
    """
    if len(group) < 2 or not chain or chain[0].kind is TieKeyKind.PLENARY:
        return [tuple(sorted(group, key=lambda tally: tally.code))]
    found = [(tally, key_value(tally, chain[0])) for tally in group]
    known = [(tally, value) for tally, value in found if value is not None]
    parts = [group] if len(known) < len(group) else _by_value(known)
    return [smaller for part in parts for smaller in break_ties(part, chain[1:])]


def key_value(tally: RegionTally, key: TieKey) -> Fraction | None:
    """Return what a key compares of a region, or None where there is no such value."""
    match key.kind:
        case TieKeyKind.EXACT_TOTAL:
            return tally.exact_total
        case TieKeyKind.MEDIAN_TOTAL:
            return tally.median_total
        case TieKeyKind.DIMENSION:
            return dict(tally.dimensions).get(key.id)
        case TieKeyKind.INDICATOR:
            return dict(tally.indicators).get(key.id)
        case TieKeyKind.PLENARY:
            return None


def _by_value(found: Iterable[tuple[RegionTally, Fraction]]) -> list[Group]:
    ordered = sorted(found, key=lambda pair: pair[1], reverse=True)
    return [
        tuple(tally for tally, _ in part) for _, part in groupby(ordered, key=lambda pair: pair[1])
    ]
