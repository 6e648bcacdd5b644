"""From typed indicators and numbers to the instrument's own."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import Message, message, offering
from smartcity_desktop.domain.offer import Offer
from smartcity_desktop.tables.numbers import read_number

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Indicator, Instrument, Scale

_MOST_OFFERS = 3
_CLOSE = 0.5


class IndicatorFinder:
    """Resolves the ids of indicators and the values of their scales."""

    def __init__(self, instrument: Instrument) -> None:
        """Index the indicators of an instrument."""
        self._indicators = {i.id.casefold(): i for i in instrument.indicators()}
        self._values: dict[tuple[str, str], int | Message] = {}

    def find(self, written: str) -> Indicator | Message:
        """Return the indicator with this id, or the sentence that names what was likely meant."""
        indicator = self._indicators.get(written.casefold())
        if indicator:
            return indicator
        if not written:
            return message("The indicator is missing.")
        first = self._indicators.get(written.casefold().split()[0])
        close = get_close_matches(written.casefold(), self._indicators, _MOST_OFFERS, _CLOSE)
        likely = [first] if first else [self._indicators[i] for i in close]
        if not likely:
            return message(
                'The instrument has no indicator "{id}". Its indicators: {ids}.',
                id=written[:40],
                ids=", ".join(i.id for i in self._indicators.values()),
            )
        what = message(
            'The instrument has no indicator "{id}". Did you mean {offer}?',
            id=written[:40],
            offer=" / ".join(f"{i.id} ({i.name.id})" for i in likely),
        )
        guess = first is None
        return offering(what, (Offer(i.id, f"{i.id} ({i.name.id})", guess=guess) for i in likely))

    def value(self, indicator: Indicator, written: str) -> int | Message:
        """Return the integer for a typed value, or the sentence that says why there is none."""
        key = (indicator.id, written)
        if key not in self._values:
            self._values[key] = _value(indicator, written)
        return self._values[key]


def made_a_date() -> Message:
    """Return the sentence for a value that the spreadsheet took for a date."""
    return message(
        "The spreadsheet made a date of what was typed here. Format the column as text and type "
        "the value again."
    )


def permitted(scale: Scale) -> Message:
    """Return the words for what a scale permits."""
    if scale.values:
        values = ", ".join(_decimal(value, scale.decimals) for value in scale.values)
        return message("permitted: {values}", values=values)
    return message(
        "permitted: {lowest} to {highest} in steps of {step}",
        lowest=_decimal(scale.minimum, scale.decimals),
        highest=_decimal(scale.maximum, scale.decimals),
        step=_decimal(scale.step, scale.decimals),
    )


def _value(indicator: Indicator, written: str) -> int | Message:
    number = read_number(written)
    if isinstance(number, Message):
        return message(
            "{indicator}: {problem} ({permitted}).",
            indicator=indicator.id,
            problem=number,
            permitted=permitted(indicator.scale),
        )
    value = indicator.scale.integer_for(number)
    if value is None:
        return message(
            "{indicator}: {written} is not a value of the scale ({permitted}).",
            indicator=indicator.id,
            written=written[:40],
            permitted=permitted(indicator.scale),
        )
    return value


def _decimal(value: int, decimals: int) -> str:
    """Return value / 10**decimals, without zeros at its end."""
    if not decimals:
        return str(value)
    digits = str(abs(value)).rjust(decimals + 1, "0")
    part = digits[-decimals:].rstrip("0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-decimals]}{'.' if part else ''}{part}"
