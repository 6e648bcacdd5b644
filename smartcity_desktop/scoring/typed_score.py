"""From what a judge types on the keyboard to a value of a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import Message, message

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Scale

MOST_CHOICES = 12
"""So many values can stand beside each other to be chosen; more are typed."""

SIGNS = frozenset("0123456789,.-")
"""What a value is typed with."""


class Typed(Struct, frozen=True):
    """What was typed so far on a scale whose values are chosen.

    Attributes:
        text: kept for the next sign; empty when nothing can come of it any more.
        value: what it stands for now, or None.
        certain: no further sign could make another value of it.
    """

    text: str
    value: int | None
    certain: bool


def choices(scale: Scale) -> tuple[int, ...]:
    """Return the permitted values, ascending; empty where there are too many to choose from."""
    if scale.values:
        return scale.values if len(scale.values) <= MOST_CHOICES else ()
    steps = (scale.maximum - scale.minimum) // scale.step + 1
    if steps > MOST_CHOICES:
        return ()
    return tuple(range(scale.minimum, scale.maximum + 1, scale.step))


def type_on(scale: Scale, before: str, sign: str) -> Typed:
    """Add one sign to what was typed; a comma is a point.

    A sign that leads nowhere after the others is taken as the first of a new value.
    """
    sign = sign.replace(",", ".")
    starts = ((before + sign), sign) if before else (sign,)
    for text in starts:
        spelt = {value: _spellings(scale, value) for value in choices(scale)}
        meant = {v for v, ways in spelt.items() if any(w.startswith(text) for w in ways)}
        exact = next((v for v, ways in spelt.items() if text in ways), None)
        if meant:
            return Typed(text, exact, certain=meant == {exact})
    return Typed("", None, certain=False)


def read_typed(scale: Scale, text: str) -> int | Message:
    """Return the value that a whole text stands for, or the sentence that says why none."""
    from smartcity_desktop.tables.numbers import read_number

    number = read_number(text)
    if isinstance(number, Message):
        return number
    value = scale.integer_for(number)
    if value is None:
        return message('"{written}" is not a value of this scale.', written=text.strip()[:40])
    return value


def _spellings(scale: Scale, value: int) -> frozenset[str]:
    sign, digits = ("-" if value < 0 else ""), str(abs(value)).rjust(scale.decimals + 1, "0")
    if not scale.decimals:
        return frozenset({sign + digits})
    whole, part = digits[: -scale.decimals], digits[-scale.decimals :]
    full = f"{sign}{whole}.{part}"
    return frozenset({full, full.rstrip("0").rstrip(".")})
