"""Weights: what siblings must add up to."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import WeightKind
from smartcity_desktop.instruments.figures import write_figure
from smartcity_desktop.instruments.sentences import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.instrument import Aspect, Dimension, Indicator
    from smartcity_desktop.instruments.findings import Findings, Place
    from smartcity_desktop.instruments.section import Section

_WHOLE = Fraction(100)


def read_weight(section: Section) -> Fraction:
    """Return a weight; 0, which no weight can be, when it is faulty."""
    weight = section.number("weight")
    if weight is not None and weight <= 0:
        section.fault(
            "weight",
            message(
                "{weight} is no weight; it must be greater than 0. What shall not count is left "
                "out of the instrument.",
                weight=write_figure(weight),
            ),
        )
        return Fraction(0)
    return weight or Fraction(0)


def check_dimensions(
    kind: WeightKind | None, dimensions: Sequence[Dimension], place: Place, findings: Findings
) -> None:
    """Check the weights of the dimensions, which are 100 together."""
    if kind in (WeightKind.PERCENT, WeightKind.SHARE):
        _check_sum(dimensions, _WHOLE, place, findings)


def check_children(
    kind: WeightKind | None,
    parent_weight: Fraction,
    children: Sequence[Aspect] | Sequence[Indicator],
    place: Place,
    findings: Findings,
) -> None:
    """Check the weights inside a dimension or an aspect.

    ``percent``: 100 together; ``share``: together as much as the parent; ``factor``: anything.
    """
    if kind is WeightKind.PERCENT:
        _check_sum(children, _WHOLE, place, findings)
    elif kind is WeightKind.SHARE and parent_weight:
        _check_sum(children, parent_weight, place, findings)


def _check_sum(
    siblings: Sequence[Dimension] | Sequence[Aspect] | Sequence[Indicator],
    expected: Fraction,
    place: Place,
    findings: Findings,
) -> None:
    weights = [sibling.weight for sibling in siblings]
    total = sum(weights, Fraction(0))
    if not weights or not all(weights) or total == expected:
        return
    findings.add(
        place,
        message(
            "The weights add up to {total} and must add up to {expected}: {weights}.",
            total=write_figure(total),
            expected=write_figure(expected),
            weights=listed(f"{s.id} {write_figure(s.weight)}" for s in siblings),
        ),
    )
