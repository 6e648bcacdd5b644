"""Level texts: of one indicator, shared by several, or the general names of a scale's values."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.instrument import Level
from smartcity_desktop.domain.message import message
from smartcity_desktop.instruments.figures import write_figure
from smartcity_desktop.instruments.limits import LONGEST_TEXT, MOST_RUBRICS, MOST_VALUES
from smartcity_desktop.instruments.sentences import listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from smartcity_desktop.domain.instrument import Scale
    from smartcity_desktop.domain.local_text import LocalText
    from smartcity_desktop.instruments.findings import Findings, Place
    from smartcity_desktop.instruments.section import Section


class Described(Struct, frozen=True):
    """What one value means, before it is known whether the scale permits it."""

    value: Fraction
    text: LocalText
    place: Place


class Rubric(Struct, frozen=True):
    """The levels as they were written, and where.

    Attributes:
        whole: every entry could be read; only then can a missing one be told.
    """

    place: Place
    levels: tuple[Described, ...]
    whole: bool


def read_rubrics(section: Section) -> dict[str, Rubric]:
    """Return the shared rubrics of ``[rubrics.NAME]`` by their names."""
    rubrics: dict[str, Rubric] = {}
    for name, table in section.named_sections():
        if len(rubrics) == MOST_RUBRICS:
            section.fault(name, message("At most {most} rubrics are possible.", most=MOST_RUBRICS))
            break
        rubrics[name] = read_rubric(table, "levels")
        table.close()
    return rubrics


def read_rubric(section: Section, key: str) -> Rubric:
    """Return the levels listed under a key; faulty ones are left out."""
    before = section.findings.count()
    levels = tuple(_read_levels(section, key))
    whole = section.findings.count() == before
    if len({bool(level.text.en) for level in levels}) > 1:
        for level in levels:
            if not level.text.en:
                section.findings.add(
                    level.place.key("en"),
                    message(
                        "The English text is missing, while other levels here have one. Give it "
                        "for all of them, or for none."
                    ),
                )
    return Rubric(section.place.key(key), levels, whole)


def fit_levels(rubric: Rubric, scale: Scale, findings: Findings) -> tuple[Level, ...]:
    """Return the levels by ascending value; each permitted value must be described once."""
    levels: dict[int, LocalText] = {}
    for described in rubric.levels:
        value = scale.integer_for(described.value)
        if value is None:
            findings.add(
                described.place.key("value"),
                message("{value} is not a value of the scale.",
                        value=write_figure(described.value)),
            )  # fmt: skip
        elif value in levels:
            findings.add(
                described.place.key("value"),
                message("{value} is described twice.", value=write_figure(described.value)),
            )
        else:
            levels[value] = described.text
    _name_missing(rubric, scale, levels, findings)
    return tuple(Level(value, levels[value]) for value in sorted(levels))


def _name_missing(
    rubric: Rubric, scale: Scale, levels: dict[int, LocalText], findings: Findings
) -> None:
    count = len(scale.values) or (scale.maximum - scale.minimum) // scale.step + 1
    if not rubric.whole or len(levels) == count:
        return
    values = scale.values or range(scale.minimum, scale.maximum + 1, scale.step)
    lacking = (write_figure(scale.exact(v)) for v in values if v not in levels)
    findings.add(
        rubric.place,
        message(
            "{lacking} of {count} values have no text: {values}. Describe every value of the "
            "scale, or none.",
            lacking=count - len(levels),
            count=count,
            values=listed(islice(lacking, MOST_VALUES)),
        ),
    )


def _read_levels(section: Section, key: str) -> Iterator[Described]:
    for table in section.sections(key, MOST_VALUES):
        value = table.number("value")
        text = table.languages(LONGEST_TEXT)
        table.close()
        if value is not None:
            yield Described(value, text, table.place)
