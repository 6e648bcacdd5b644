"""A region's final value step by step, so that a pocket calculator gives the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.calculation import factor_and_share
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import STAGE_ORDER, Combine, CombineAt, WeightKind
from smartcity_desktop.reports.documents.region_matrix import weight_figure
from smartcity_desktop.reports.figures import exact_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from smartcity_desktop.domain.calculation import Part
    from smartcity_desktop.domain.instrument import Dimension, Instrument
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.results import RegionTally, Unit
    from smartcity_desktop.reports.documents.region_facts import RegionFacts
    from smartcity_desktop.reports.documents.region_matrix import RegionMatrix
    from smartcity_desktop.reports.words import Words

ENDLESS = "≈"
TIMES = "\u00d7"


class RegionSteps:
    """Writes the calculation of one region out."""

    def __init__(
        self, instrument: Instrument, facts: RegionFacts, matrix: RegionMatrix, words: Words
    ) -> None:
        """Take the region and its matrix."""
        self._instrument = instrument
        self._rules = instrument.rules
        self._facts = facts
        self._matrix = matrix
        self._words = words

    def lines(self) -> list[str]:
        """Return the steps; empty where nobody scored the region."""
        if not self._facts.scored:
            return []
        return list(self._steps())

    def _steps(self) -> Iterator[str]:
        at = self._rules.combine_at
        if at is CombineAt.INDICATOR:
            yield from self._combined_first()
        else:
            yield from self._judges_first()
        tally = self._facts.tally
        if tally is not None and tally.exact_total is not None and at is not CombineAt.TOTAL:
            yield self._total(tally)
        yield from self._ending()

    def _combined_first(self) -> Iterator[str]:
        unit = next((u for u in self._facts.detail.units if u.value is not None), None)
        if unit is not None:
            yield self._example(unit, unit.id)
        yield self._say(message("Each combined value is multiplied by its weight; the products of "
                                "a dimension are added up:"))  # fmt: skip
        for part in self._matrix.calculation.parts:
            yield self._products(part)

    def _products(self, part: Part) -> str:
        products = [self._figure(line.product) for line in part.lines]
        chain = f"{self._words.name(part.dimension.id)} = {' + '.join(products)}"
        if part.factor != 1:
            chain = f"{self._words.name(part.dimension.id)} = ({' + '.join(products)}) {TIMES} "
            chain += self._figure(part.factor)
        return f"{chain} = {self._figure(part.value)}"

    def _judges_first(self) -> Iterator[str]:
        """Write out the first judge who left nothing out, then how the judges are combined."""
        judge = next((s.judge for s in self._facts.scored if None not in s.values), None)
        if judge is not None:
            yield self._say(message("The figures of judge {number}, worked out as an example; "
                                    "those of the others follow in the same way:",
                                    number=self._facts.mark(judge)))  # fmt: skip
            for dimension in self._instrument.dimensions:
                yield self._own_dimension(judge, dimension)
            if self._rules.combine_at is CombineAt.TOTAL:
                yield self._own_total(judge)
        for unit in self._facts.detail.units:
            if unit.value is not None:
                yield self._example(unit, self._unit_name(unit))

    def _own_dimension(self, judge: str, dimension: Dimension) -> str:
        percent = "%" if self._rules.weights is WeightKind.PERCENT else ""
        products = []
        for indicator in dimension.all_indicators():
            weight = self._words.figure(weight_figure(self._instrument, dimension, indicator))
            shown = f"({weight})" if ":" in weight else f"{weight}{percent}"
            products.append(f"{self._figure(self._matrix.value(judge, indicator))} {TIMES} {shown}")
        chain = " + ".join(products)
        factor, _ = factor_and_share(self._instrument, dimension)
        if factor != 1:
            chain = f"({chain}) {TIMES} {self._figure(factor)}"
        value = self._own(self._dimension_unit(dimension), judge)
        return f"{self._words.name(dimension.id)} = {chain} = {self._figure(value)}"

    def _own_total(self, judge: str) -> str:
        values = [self._own(self._dimension_unit(d), judge) for d in self._instrument.dimensions]
        (total,) = self._facts.detail.units
        return self._say(message("Total = {chain}", chain=(
            f"{self._weighted(values)} = {self._figure(self._own(total, judge))}")))  # fmt: skip

    def _dimension_unit(self, dimension: Dimension) -> Unit:
        detail = self._facts.detail
        return next(u for u in (*detail.units, *detail.shown) if u.id == dimension.id)

    @staticmethod
    def _own(unit: Unit, judge: str) -> Fraction | None:
        return dict(unit.judges).get(judge)

    def _total(self, tally: RegionTally) -> str:
        chain = self._weighted([value for _, value in tally.dimensions])
        return self._say(message("Total = {chain}",
                                 chain=f"{chain} = {self._figure(tally.exact_total)}"))  # fmt: skip

    def _weighted(self, values: Sequence[Fraction | None]) -> str:
        percent = self._rules.weights is not WeightKind.FACTOR
        parts = []
        for dimension, value in zip(self._instrument.dimensions, values, strict=True):
            _, share = factor_and_share(self._instrument, dimension)
            shown = self._figure(share * 100) + "%" if percent else ""
            parts.append(f" {TIMES} ".join(part for part in (self._figure(value), shown) if part))
        return " + ".join(parts)

    def _ending(self) -> Iterator[str]:
        ranked = self._facts.ranked
        if ranked is None:
            yield self._say(message("There is no final value."))
            return
        exact = ranked.tally.exact_total
        last = self._rules.rounding_after(STAGE_ORDER[self._rules.combine_at][-1])
        if exact is not None and exact_figure(exact).startswith(ENDLESS):
            fraction = f"{exact.numerator} : {exact.denominator}"
            yield self._say(message("As an exact fraction the total is {fraction}.",
                                    fraction=fraction))  # fmt: skip
        figure = self._words.figure(ranked.printed)
        if last is not None:
            yield self._say(message("Rounded to {decimals} decimals as the rules say, the final "
                                    "value is {total}.", decimals=last.decimals,
                                    total=figure))  # fmt: skip
        else:
            yield self._say(message("The final value is {total}: only the printed figure is "
                                    "shortened.", total=figure))  # fmt: skip

    def _example(self, unit: Unit, name: str) -> str:
        kept = [value for judge, value in unit.judges if judge not in unit.dropped]
        shown = [self._figure(value) for value in kept]
        value = self._figure(unit.value)
        if self._rules.combine_judges is Combine.MEDIAN:
            ordered = ", ".join(self._figure(v) for v in sorted(kept))
            return self._say(message("The judges' values for {name} in order: {values}. Their "
                                     "median is {value}.", name=name, values=ordered,
                                     value=value))  # fmt: skip
        chain = f"({' + '.join(shown)}) : {len(shown)}"
        return self._say(message("The judges' values for {name} combined: {chain} = {value}",
                                 name=name, chain=chain, value=value))  # fmt: skip

    def _unit_name(self, unit: Unit) -> str:
        if self._rules.combine_at is CombineAt.TOTAL:
            return self._say(message("the total"))
        return self._words.name(unit.id)

    def _figure(self, value: Fraction | None) -> str:
        return "—" if value is None else self._words.exact(value)

    def _say(self, text: Message) -> str:
        return self._words.say(text)
