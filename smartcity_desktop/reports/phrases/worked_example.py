"""A worked example on invented numbers: the rules at work, step by step, with real arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import CombineAt
from smartcity_desktop.reports.figures import exact_figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument
    from smartcity_desktop.domain.results import RegionDetail, RegionTally, Unit
    from smartcity_desktop.reports.words import Words


def example_sentences(
    instrument: Instrument,
    worked: tuple[tuple[CountedSheet, ...], RegionDetail, RegionTally],
    words: Words,
) -> list[str]:
    """Return the way from scores to a final value, one step a sentence.

    Args:
        instrument: with the rules.
        worked: invented sheets of one region, with what the results made of them.
        words: of the screen or the paper.
    """
    return list(_Teller(instrument, worked[0], words).tell(worked[1], worked[2]))


class _Teller:
    def __init__(
        self, instrument: Instrument, sheets: tuple[CountedSheet, ...], words: Words
    ) -> None:
        self._instrument, self._sheets, self._words = instrument, sheets, words
        self._dimension = instrument.dimensions[0]

    def tell(self, detail: RegionDetail, tally: RegionTally) -> Iterator[str]:
        say, at = self._words.say, self._instrument.rules.combine_at
        yield say(
            message(
                "The numbers are invented: {judges} judges score one region.",
                judges=len(self._sheets),
            )
        )
        first = next(self._dimension.all_indicators())
        if at is CombineAt.INDICATOR:
            yield from self._combined(detail.units[0], self._named(first))
            yield self._weighing(first, detail.units[0].value)
            yield self._adding(tally)
        else:
            yield self._judges_own(first)
            unit = detail.units[0]
            name = say(message("the total")) if at is CombineAt.TOTAL else self._named(
                self._dimension
            )  # fmt: skip
            yield from self._combined(unit, name)
        if at is not CombineAt.TOTAL:
            yield self._total(tally)
        yield from self._final(tally)

    def _combined(self, unit: Unit, name: str) -> Iterator[str]:
        say = self._words.say
        given = "; ".join(
            say(message("judge {number}: {value}", number=number, value=self._figure(value)))
            for number, (_, value) in enumerate(unit.judges, start=1)
        )
        yield say(message("{name}. The judges: {values}.", name=name, values=given))
        if unit.dropped:
            numbers = [judge for judge, _ in unit.judges]
            left_out = "; ".join(
                say(
                    message(
                        "judge {number}: {value}",
                        number=numbers.index(judge) + 1,
                        value=self._figure(dict(unit.judges)[judge]),
                    )
                )
                for judge in sorted(unit.dropped, key=numbers.index)
            )
            yield say(message("Left out: {values}.", values=left_out))
        yield say(message("Together this makes {value}.", value=self._figure(unit.value)))

    def _weighing(self, indicator: Indicator, value: Fraction | None) -> str:
        weight = self._instrument.weight_in_dimension(self._dimension, indicator)
        return self._words.say(
            message(
                "Its weight in {dimension} is {weight}: {value} x {weight}.",
                dimension=self._named(self._dimension),
                weight=self._figure(weight),
                value=self._figure(value),
            )
        )

    def _judges_own(self, first: Indicator) -> str:
        weight = self._instrument.weight_in_dimension(self._dimension, first)
        value = self._sheets[0].values[0]
        return self._words.say(
            message(
                "Judge 1 gives {indicator} the score {value}; its weight in {dimension} is "
                "{weight}, so it counts {value} x {weight}. The other indicators of the dimension "
                "are added in the same way.",
                indicator=self._named(first),
                value=self._figure(None if value is None else first.scale.exact(value)),
                dimension=self._named(self._dimension),
                weight=self._figure(weight),
            )
        )

    def _adding(self, tally: RegionTally) -> str:
        return self._words.say(
            message(
                "All indicators of {dimension} are weighed and added up like this: {value}.",
                dimension=self._named(self._dimension),
                value=self._figure(tally.dimensions[0][1]),
            )
        )

    def _total(self, tally: RegionTally) -> str:
        values = dict(tally.dimensions)
        terms = " + ".join(
            f"{dimension.id} {self._figure(values[dimension.id])} x "
            f"{self._figure(self._instrument.weight_in_total(dimension))}"
            for dimension in self._instrument.dimensions
        )
        return self._words.say(
            message("The dimensions by their weights make the total: {terms} = {total}.",
                    terms=terms, total=self._figure(tally.exact_total))
        )  # fmt: skip

    def _final(self, tally: RegionTally) -> Iterator[str]:
        grades = [g for g in self._instrument.rules.grades if _reaches(tally, g.lowest)]
        yield self._words.say(
            message("Final value: {value}.", value=self._figure(tally.final_total))
        )
        if grades:
            yield self._words.say(
                message("Grade: {grade}.", grade=self._words.local(grades[-1].name))
            )

    def _named(self, part: Indicator | Dimension) -> str:
        return f"{part.id} {self._words.local(part.name)}"

    def _figure(self, value: Fraction | None) -> str:
        return "—" if value is None else self._words.figure(exact_figure(value))


def _reaches(tally: RegionTally, lowest: Fraction) -> bool:
    return tally.final_total is not None and tally.final_total >= lowest
