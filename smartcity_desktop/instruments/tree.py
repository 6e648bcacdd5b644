"""The weighted tree: dimensions, aspects, indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.instrument import Aspect, Dimension, Indicator, Scale
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import WeightKind
from smartcity_desktop.instruments.findings import shown
from smartcity_desktop.instruments.limits import (
    LONGEST_GUIDANCE,
    LONGEST_TEXT,
    MOST_ASPECTS,
    MOST_DIMENSIONS,
    MOST_INDICATORS,
)
from smartcity_desktop.instruments.rubrics import fit_levels, read_rubric
from smartcity_desktop.instruments.scales import read_scale, same_values
from smartcity_desktop.instruments.sentences import not_offered
from smartcity_desktop.instruments.weights import check_children, check_dimensions, read_weight

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Level
    from smartcity_desktop.instruments.context import Context
    from smartcity_desktop.instruments.rubrics import Rubric
    from smartcity_desktop.instruments.section import Section

_NO_SCALE = Scale(0, 0, 1, 1)
"""Stands in where the real scale is faulty; what is read with it is never handed out."""


def read_dimensions(root: Section, context: Context) -> tuple[Dimension, ...]:
    """Return the dimensions with everything below them."""
    sections = root.sections("dimensions", MOST_DIMENSIONS)
    dimensions = tuple(_dimension(section, context) for section in sections)
    place = root.place.key("dimensions")
    check_dimensions(context.weights, dimensions, place, root.findings)
    if context.indicators > MOST_INDICATORS:
        root.fault("dimensions", message("At most {most} indicators are possible.",
                                         most=MOST_INDICATORS))  # fmt: skip
    return dimensions


def _dimension(section: Section, context: Context) -> Dimension:
    own_id, name, weight = context.claim_id(section), section.local("name"), read_weight(section)
    tiered, plain = section.has("aspects"), section.has("indicators")
    if tiered and plain:
        section.fault(
            "indicators",
            message(
                "A dimension has aspects, or indicators of its own; not both. Give these "
                "indicators an aspect."
            ),
        )
    aspects: tuple[Aspect, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    if tiered:
        aspects = tuple(_aspect(s, context) for s in section.sections("aspects", MOST_ASPECTS))
        place = section.place.key("aspects")
        check_children(context.weights, weight, aspects, place, section.findings)
    if plain or not tiered:
        indicators = _indicators(section, context)
        place = section.place.key("indicators")
        check_children(context.weights, weight, indicators, place, section.findings)
    section.close()
    return Dimension(own_id, name, weight, indicators, aspects)


def _aspect(section: Section, context: Context) -> Aspect:
    own_id, name, weight = context.claim_id(section), section.local("name"), read_weight(section)
    indicators = _indicators(section, context)
    place = section.place.key("indicators")
    check_children(context.weights, weight, indicators, place, section.findings)
    section.close()
    return Aspect(own_id, name, weight, indicators)


def _indicators(section: Section, context: Context) -> tuple[Indicator, ...]:
    sections = section.sections("indicators", MOST_INDICATORS)
    return tuple(_indicator(one, context) for one in sections)


def _indicator(section: Section, context: Context) -> Indicator:
    context.indicators += 1
    own_id, name, weight = context.claim_id(section), section.local("name"), read_weight(section)
    scale = _scale(section, context)
    levels = _levels(section, context, scale)
    evidence = section.local("evidence", LONGEST_TEXT, required=False)
    guidance = section.local("guidance", LONGEST_GUIDANCE, required=False)
    section.close()
    return Indicator(own_id, name, weight, scale or _NO_SCALE, levels, evidence, guidance)


def _scale(section: Section, context: Context) -> Scale | None:
    table = section.section("scale") if section.has("scale") else None
    if table is None:
        return context.scale
    scale = read_scale(table)
    if scale is None or context.scale is None or context.weights in (None, WeightKind.FACTOR):
        return scale
    if not same_values(scale, context.scale):
        section.fault(
            "scale",
            message(
                "Where weights are percentages or shares, all indicators have the one scale under "
                '[scale]. Remove this one, or choose weights = "factor".'
            ),
        )
    return scale


def _levels(section: Section, context: Context, scale: Scale | None) -> tuple[Level, ...]:
    rubric = _rubric(section, context)
    if rubric is None or scale is None:
        return ()
    key = (rubric.place, scale)
    if key not in context.fitted:
        context.fitted[key] = fit_levels(rubric, scale, section.findings)
    return context.fitted[key]


def _rubric(section: Section, context: Context) -> Rubric | None:
    own = read_rubric(section, "levels") if section.has("levels") else None
    if not section.has("rubric"):
        return own
    if own:
        section.fault("rubric", message("An indicator has levels of its own, or a shared rubric; "
                                        "not both."))  # fmt: skip
        return own
    name = section.text("rubric")
    if name and name not in context.rubrics:
        section.fault(
            "rubric",
            not_offered(name, context.rubrics)
            if context.rubrics
            else message("There is no [rubrics.{name}] in this file.", name=shown(name)),
        )
    return context.rubrics.get(name)
