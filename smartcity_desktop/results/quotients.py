"""Rounded quotients of integers, each worked out once: the same few come back very often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.rules import RoundingMode

if TYPE_CHECKING:
    from smartcity_desktop.domain.rules import Rounding


class RoundedQuotients(dict[int, int]):
    """Maps n to n / divisor, rounded, in units of the rounding's last decimal."""

    __slots__ = ("_divisor", "_half_up", "_unit")

    def __init__(self, divisor: int, rounding: Rounding) -> None:
        """Prepare for one positive divisor."""
        super().__init__()
        self._divisor = divisor
        self._unit = 10**rounding.decimals
        self._half_up = rounding.mode is RoundingMode.HALF_UP

    def __missing__(self, number: int) -> int:
        """Work out and keep one quotient."""
        whole, rest = divmod(abs(number) * self._unit, self._divisor)
        twice = 2 * rest
        if twice > self._divisor or (twice == self._divisor and (self._half_up or whole % 2)):
            whole += 1
        self[number] = whole if number >= 0 else -whole
        return self[number]
