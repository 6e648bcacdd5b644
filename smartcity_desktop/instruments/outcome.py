"""What becomes of a final value: selection bands and grades."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import Band, Grade
from smartcity_desktop.instruments.figures import write_figure
from smartcity_desktop.instruments.limits import LARGEST_COUNT, MOST_BANDS, MOST_GRADES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from smartcity_desktop.domain.local_text import LocalText
    from smartcity_desktop.domain.rules import Rules
    from smartcity_desktop.instruments.section import Section


class Outcome(Struct, frozen=True):
    """Bands and grades as they were read, each with its table of the file.

    Attributes:
        grades: in the order of the file.
        whole: every grade could be read; only then can a gap be told.
    """

    bands: tuple[tuple[Section, Band], ...]
    grades: tuple[tuple[Section, Grade], ...]
    whole: bool

    def added_to(self, rules: Rules) -> Rules:
        """Return the rules with the bands, and with the grades in ascending order."""
        grades = sorted((grade for _, grade in self.grades), key=lambda grade: grade.lowest)
        return replace(rules, bands=tuple(band for _, band in self.bands), grades=tuple(grades))


def read_outcome(root: Section) -> Outcome:
    """Return the bands and grades; faulty grades are left out."""
    bands = root.sections("selection", MOST_BANDS, least=0) if root.has("selection") else ()
    before = root.findings.count()
    grades = root.sections("grades", MOST_GRADES, least=0) if root.has("grades") else ()
    found_grades = tuple((s, grade) for s in grades if (grade := _grade(s)) is not None)
    whole = root.findings.count() == before
    outcome = Outcome(tuple((s, _band(s)) for s in bands), found_grades, whole)
    _check_reserve(outcome.bands)
    _check_names((section, band.name) for section, band in outcome.bands)
    _check_names((section, grade.name) for section, grade in outcome.grades)
    _check_order(outcome.grades)
    return outcome


def check_reach(root: Section, outcome: Outcome, lowest: Fraction, highest: Fraction) -> None:
    """Check limits of bands and grades against the totals that are possible."""
    for section, band in outcome.bands:
        limit = band.minimum_total
        if limit is not None and not lowest <= limit <= highest:
            section.fault(
                "minimum_total",
                message(
                    "Final values lie between {lowest} and {highest}; {limit} does not.",
                    lowest=write_figure(lowest),
                    highest=write_figure(highest),
                    limit=write_figure(limit),
                ),
            )
    for section, grade in outcome.grades:
        if grade.lowest > highest:
            section.fault(
                "from",
                message(
                    "No region can reach this grade: the highest final value is {highest}.",
                    highest=write_figure(highest),
                ),
            )
    first = min((grade.lowest for _, grade in outcome.grades), default=lowest)
    if outcome.whole and first > lowest:
        root.fault(
            "grades",
            message(
                "A final value from {lowest} to below {first} has no grade. Let the first grade "
                "begin at {lowest} or lower.",
                lowest=write_figure(lowest),
                first=write_figure(first),
            ),
        )


def _band(section: Section) -> Band:
    name = section.local("name")
    quota = section.whole("quota", 1, LARGEST_COUNT)
    limit = section.number("minimum_total") if section.has("minimum_total") else None
    cap = section.whole("province_cap", 1, LARGEST_COUNT) if section.has("province_cap") else None
    reserve = section.flag("reserve")
    section.close()
    return Band(name, quota, limit, cap, reserve)


def _grade(section: Section) -> Grade | None:
    name, lowest = section.local("name"), section.number("from")
    section.close()
    return None if lowest is None else Grade(name, lowest)


def _check_reserve(bands: Sequence[tuple[Section, Band]]) -> None:
    for section, band in bands[:-1]:
        if band.reserve:
            section.fault("reserve", message("Only the last band can be the reserve."))


def _check_names(named: Iterable[tuple[Section, LocalText]]) -> None:
    seen: set[str] = set()
    for section, name in named:
        texts = {text.casefold() for text in (name.id, name.en) if text}
        if texts & seen:
            section.fault("name", message('"{name}" is taken. Two that are called the same cannot '
                                          "be told apart in print.", name=name.id))  # fmt: skip
        seen |= texts


def _check_order(grades: Sequence[tuple[Section, Grade]]) -> None:
    """Check that the grades go one way, from top to bottom or from bottom to top."""
    values = [grade.lowest for _, grade in grades]
    falling = len(values) > 1 and values[0] > values[1]
    for (_, before), (section, after) in pairwise(grades):
        if before.lowest == after.lowest:
            section.fault("from", message("Two grades begin at {value}.",
                                          value=write_figure(after.lowest)))  # fmt: skip
        elif (before.lowest > after.lowest) is not falling:
            section.fault(
                "from",
                message(
                    "The grades are out of order: {after} follows {before}. List them from the "
                    "highest to the lowest, or the other way round.",
                    after=write_figure(after.lowest),
                    before=write_figure(before.lowest),
                ),
            )
