"""What a decision of the plenary rests on, as a digest: when the facts change, it lapses."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from smartcity_desktop.domain.results import RegionTally


def write_ratio(value: Fraction) -> str:
    """Return an exact number as ``p/q`` in lowest terms: ``7/2``, ``3/1``, ``-1/4``."""
    return f"{value.numerator}/{value.denominator}"


def tie_basis(group: Iterable[RegionTally]) -> str:
    """Return the digest of a tied group: codes and exact totals, by code."""
    return _digest({"totals": _totals(group)})


def cut_basis(band: str, places: int, contenders: Iterable[RegionTally]) -> str:
    """Return the digest of a cut: its band, the places to give, and who contends for them."""
    return _digest({"band": band, "places": places, "totals": _totals(contenders)})


def _totals(group: Iterable[RegionTally]) -> list[list[str]]:
    return sorted([t.code, write_ratio(t.exact_total)] for t in group if t.exact_total is not None)


def _digest(facts: object) -> str:
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
