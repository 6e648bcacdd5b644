"""Scales: which values may be given."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from smartcity_desktop.domain.instrument import Scale
from smartcity_desktop.domain.message import message
from smartcity_desktop.instruments.figures import decimals_of, write_figure
from smartcity_desktop.instruments.limits import LARGEST_VALUE, MOST_DECIMALS, MOST_VALUES
from smartcity_desktop.instruments.rubrics import fit_levels, read_rubric

if TYPE_CHECKING:
    from fractions import Fraction

    from smartcity_desktop.instruments.section import Section

_RANGE = ("min", "max", "step")


def read_scale(section: Section) -> Scale | None:
    """Return the scale of a ``[scale]`` table; None when it is faulty."""
    listed = section.has("values")
    ranged = [key for key in _RANGE if section.has(key)]
    if listed and ranged:
        section.fault(
            ranged[0],
            message("A scale lists its values, or gives min, max and step; not both."),
        )
        scale = None
    else:
        scale = _ranged(section) if ranged else _listed(section)
    labels = read_rubric(section, "labels") if section.has("labels") else None
    section.close()
    if labels is None or scale is None:
        return scale
    texts = fit_levels(labels, scale, section.findings)
    return Scale(scale.decimals, scale.minimum, scale.maximum, scale.step, scale.values, texts)


def same_values(first: Scale, second: Scale) -> bool:
    """Whether two scales permit the same values."""
    return _values(first) == _values(second)


def _values(scale: Scale) -> tuple[object, ...]:
    """Return what tells one set of values from another, however it is written."""
    even = all(b - a == scale.step for a, b in pairwise(scale.values))
    return (scale.decimals, scale.minimum, scale.maximum, scale.step, () if even else scale.values)


def _listed(section: Section) -> Scale | None:
    values = section.numbers("values", MOST_VALUES)
    if values is None or not _all_usable(section, [("values", value) for value in values]):
        return None
    faults = section.findings.count()
    for before, after in pairwise(values):
        if before == after:
            section.fault("values", message("{value} stands twice.", value=write_figure(after)))
        elif before > after:
            section.fault(
                "values",
                message("The values must ascend, but {after} follows {before}.",
                        after=write_figure(after), before=write_figure(before)),
            )  # fmt: skip
    if len(values) < 2:
        section.fault("values", message("A scale has at least two values."))
    if section.findings.count() > faults:
        return None
    decimals, integers = _scaled(values)
    step = _widest_step([after - before for before, after in pairwise(integers)])
    return Scale(decimals, integers[0], integers[-1], step, integers)


def _widest_step(distances: list[int]) -> int:
    """Return the greatest common divisor."""
    step = 0
    for distance in distances:
        while distance:
            step, distance = distance, step % distance  # noqa: PLW2901 - Euclid
    return step


def _ranged(section: Section) -> Scale | None:
    minimum, maximum, step = (section.number(key) for key in _RANGE)
    if minimum is None or maximum is None or step is None:
        return None
    if not _all_usable(section, [("min", minimum), ("max", maximum), ("step", step)]):
        return None
    if minimum >= maximum:
        section.fault("max", message("max must be greater than min, {minimum}.",
                                     minimum=write_figure(minimum)))  # fmt: skip
        return None
    if step <= 0:
        section.fault("step", message("step must be greater than 0."))
        return None
    steps = (maximum - minimum) // step
    if minimum + steps * step != maximum:
        section.fault(
            "step",
            message(
                "Counted from {minimum} in steps of {step} the values go past {maximum}: the last "
                "one before it is {last}. Choose a step that divides the range.",
                minimum=write_figure(minimum),
                step=write_figure(step),
                maximum=write_figure(maximum),
                last=write_figure(minimum + steps * step),
            ),
        )
        return None
    decimals, (low, high, stride) = _scaled((minimum, maximum, step))
    return Scale(decimals, low, high, stride)


def _all_usable(section: Section, numbers: list[tuple[str, Fraction]]) -> bool:
    """Whether no number has too many decimals or is too large; names those that are."""
    usable = True
    for key, number in numbers:
        if decimals_of(number) > MOST_DECIMALS:
            section.fault(
                key,
                message("{number} has more than {most} decimals.",
                        number=write_figure(number), most=MOST_DECIMALS),
            )  # fmt: skip
            usable = False
        elif abs(number) > LARGEST_VALUE:
            section.fault(
                key,
                message("{number} lies beyond {most}; no scale reaches so far.",
                        number=write_figure(number), most=write_figure(LARGEST_VALUE)),
            )  # fmt: skip
            usable = False
    return usable


def _scaled(numbers: tuple[Fraction, ...]) -> tuple[int, tuple[int, ...]]:
    """Return the decimals that all of them need, and the integers that stand for them."""
    decimals = max(map(decimals_of, numbers))
    return decimals, tuple(int(number * 10**decimals) for number in numbers)
