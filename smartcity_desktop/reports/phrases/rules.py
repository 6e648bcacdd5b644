"""The instrument's rules as sentences, in the order in which they work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import (
    AtCut,
    Combine,
    CombineAt,
    RoundingMode,
    Stage,
    TieKeyKind,
    WeightKind,
)
from smartcity_desktop.reports.figures import exact_figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.rules import Band, Rounding, Rules, TieKey
    from smartcity_desktop.reports.words import Words

_WEIGHTS = {
    WeightKind.PERCENT: message(
        "Weights are percentages: within a dimension those of the indicators add up to 100, and "
        "those of the dimensions add up to 100."
    ),
    WeightKind.SHARE: message(
        "Weights are shares of the whole: those of all indicators add up to 100, and those of a "
        "dimension's indicators add up to the weight of the dimension."
    ),
    WeightKind.FACTOR: message(
        "Weights are plain multipliers: each value is multiplied by its weight, and the products "
        "are added up."
    ),
}

_STAGES = {
    Stage.JUDGES: message("after the judges are combined"),
    Stage.WEIGHT: message("after value is multiplied by weight"),
    Stage.DIMENSION: message("after a dimension is added up"),
    Stage.TOTAL: message("after the total is added up"),
}

_HALVES = {
    RoundingMode.HALF_UP: message("halves away from zero"),
    RoundingMode.HALF_EVEN: message("halves to the even digit"),
}

_AT_CUT = {
    AtCut.PLENARY: message(
        "When regions with the same final value stand across a limit, the plenary decides."
    ),
    AtCut.TAKE_ALL: message(
        "When regions with the same final value stand across a limit, all of them are taken; "
        "later quotas stay as they are."
    ),
}


def rule_sentences(instrument: Instrument, words: Words) -> list[str]:
    """Return every rule that turned scores into this ranking, one sentence or two each."""
    return list(_sentences(instrument, words))


def _sentences(instrument: Instrument, words: Words) -> Iterator[str]:
    rules = instrument.rules
    yield words.say(_WEIGHTS[rules.weights])
    yield words.say(_combining(rules))
    yield words.say(
        message(
            "An indicator that a judge did not score, for a stated reason, is never a zero: that "
            "judge is left out of what is combined there, and no weight changes."
        )
    )
    yield words.say(
        message(
            "A region is ranked when at least {judges} judges scored it and everything that is "
            "combined has at least {scores} values.",
            judges=rules.minimum_judges,
            scores=rules.minimum_scores,
        )
    )
    yield _rounding(rules, words)
    yield _ties(instrument, words)
    if rules.bands:
        said = [_band(n, band, words) for n, band in enumerate(rules.bands)]
        yield " ".join([*said, words.say(_AT_CUT[rules.at_cut])])
    if rules.grades:
        yield _grades(rules, words)


def _combining(rules: Rules) -> Message:
    method = _method(rules)
    if rules.combine_at is CombineAt.INDICATOR:
        return message(
            "For each indicator the values of a region's judges are combined into one: {method}.",
            method=method,
        )
    if rules.combine_at is CombineAt.DIMENSION:
        return message(
            "Each judge's values are first added up by dimension; for each dimension the judges' "
            "figures are then combined into one: {method}.",
            method=method,
        )
    return message(
        "Each judge's values are first added up to that judge's total; the judges' totals are "
        "then combined into one: {method}.",
        method=method,
    )


def _method(rules: Rules) -> Message:
    if rules.combine_judges is Combine.MEAN:
        return message("their mean")
    if rules.combine_judges is Combine.MEDIAN:
        return message("their median; of an even count, the mean of the middle two")
    return message(
        "the mean of those that remain when the {low} lowest and the {high} highest are left out",
        low=rules.trim_low,
        high=rules.trim_high,
    )


def _rounding(rules: Rules, words: Words) -> str:
    printed = words.say(
        message(
            "Final values are printed with {decimals} decimals, and with more where unequal "
            "values would look equal; comparing always uses the unprinted value.",
            decimals=rules.decimals,
        )
    )
    if not rules.rounding:
        exact = words.say(message("Nothing is rounded: every figure is an exact fraction."))
        return f"{exact} {printed}"
    steps = "; ".join(_rounding_step(step, words) for step in rules.rounding)
    rounded = words.say(message("Figures are rounded only here: {steps}. Everything else is exact.",
                                steps=steps))  # fmt: skip
    return f"{rounded} {printed}"


def _rounding_step(step: Rounding, words: Words) -> str:
    return words.say(
        message(
            "{stage} to {decimals} decimals, {halves}",
            stage=_STAGES[step.after],
            decimals=step.decimals,
            halves=_HALVES[step.mode],
        )
    )


def _ties(instrument: Instrument, words: Words) -> str:
    links = [words.say(_tie_key(key, instrument, words)) for key in instrument.rules.tie_break]
    never = words.say(message("A tie is never broken by name, code or order of entry."))
    if not links:
        shared = words.say(message("Regions with the same final value share a rank."))
        return f"{shared} {never}"
    chain = "; ".join(f"({n}) {link}" for n, link in enumerate(links, start=1))
    sentence = words.say(
        message(
            "Regions with the same final value are ordered by the first of these that differs, "
            "the higher one first: {chain}. What remains equal shares a rank.",
            chain=chain,
        )
    )
    return f"{sentence} {never}"


def _tie_key(key: TieKey, instrument: Instrument, words: Words) -> Message:
    if key.kind is TieKeyKind.EXACT_TOTAL:
        return message("the total before its last rounding")
    if key.kind is TieKeyKind.MEDIAN_TOTAL:
        return message("the median of the judges' totals")
    if key.kind is TieKeyKind.PLENARY:
        return message("the decision of the plenary, recorded here")
    named = {d.id: d.name for d in instrument.dimensions}
    named |= {i.id: i.name for i in instrument.indicators()}
    name = words.local(named[key.id])
    if key.kind is TieKeyKind.DIMENSION:
        return message("dimension {id} {name}", id=key.id, name=name)
    return message("indicator {id} {name}", id=key.id, name=name)


def _band(place: int, band: Band, words: Words) -> str:
    name, quota = words.local(band.name), band.quota
    taken = message("{band}: by rank, the next {quota}", band=name, quota=quota)
    if place == 0:
        taken = message("{band}: by rank, the first {quota}", band=name, quota=quota)
    sentence = words.say(taken)
    if band.minimum_total is not None:
        sentence += words.say(message(", with a final value of at least {least}",
                                      least=_number(band.minimum_total, words)))  # fmt: skip
    if band.province_cap is not None:
        sentence += words.say(message(", at most {cap} of one province", cap=band.province_cap))
    return f"{sentence}."


def _grades(rules: Rules, words: Words) -> str:
    ranges = "; ".join(
        words.say(message("{grade} from {lowest}", grade=words.local(grade.name),
                          lowest=_number(grade.lowest, words)))
        for grade in reversed(rules.grades)
    )  # fmt: skip
    return words.say(message("Grades by final value: {ranges}.", ranges=ranges))


def _number(value: Fraction, words: Words) -> str:
    return words.figure(exact_figure(value))
