"""Published results, reproduced to the last digit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.domain.rules import Combine, Rules, Stage, WeightKind
from smartcity_desktop.results.explanation import explain_region
from smartcity_desktop.results.tally import compute_tally
from tests.results.building import MEAN, instrument, rounding, sheets

if TYPE_CHECKING:
    from smartcity_desktop.domain.results import RegionTally

SKATING = replace(
    MEAN,
    weights=WeightKind.FACTOR,
    combine_judges=Combine.TRIMMED_MEAN,
    trim_low=1,
    trim_high=1,
    minimum_judges=9,
    minimum_scores=9,
    rounding=(rounding(Stage.JUDGES), rounding(Stage.WEIGHT), rounding(Stage.TOTAL)),
)
"""Program components: nine judges, the highest and the lowest mark dropped, the mean rounded to
0.01, multiplied by the factor, rounded to 0.01 again, added (ISU Special Regulations, rule 353)."""

# ISU European Figure Skating Championships 2017, protocol "Judges details per skater",
# isuresults.com/results/season1617/ec2017/ec2017_protocol.pdf, and Grand Prix Final 2016,
# isuresults.com/results/season1617/gpf1617/gpf1617_protocol.pdf. Per component: the nine marks
# J1 to J9, then the printed "scores of panel". Components: skating skills, transitions,
# performance, composition, interpretation.
MEDVEDEVA = (
    ("9.50 9.25 9.00 9.25 9.25 9.25 9.25 9.50 9.25", "9.29"),
    ("9.25 9.00 8.75 9.00 9.00 9.00 9.00 9.00 9.50", "9.04"),
    ("9.75 9.25 9.00 9.50 9.50 9.50 10.00 9.75 9.50", "9.54"),
    ("9.50 9.50 8.75 9.50 9.25 9.50 10.00 10.00 9.50", "9.54"),
    ("9.50 9.75 9.00 9.75 9.25 9.25 9.25 9.50 9.50", "9.43"),
)
KOSTNER = (
    ("9.25 9.00 9.00 9.50 9.50 9.25 9.50 9.25 9.00", "9.25"),
    ("9.00 8.50 8.50 9.25 9.50 9.00 9.00 8.50 8.75", "8.86"),
    ("9.25 8.75 9.25 9.00 8.75 9.50 9.75 9.25 9.25", "9.18"),
    ("9.25 9.00 9.00 9.50 9.50 9.25 10.00 9.75 9.50", "9.39"),
    ("9.50 9.50 9.00 9.50 9.50 9.25 9.25 9.00 9.50", "9.36"),
)
POGORILAYA = (
    ("8.75 8.75 9.00 8.50 8.75 8.75 8.75 8.50 8.75", "8.71"),
    ("8.50 8.75 8.50 8.50 8.25 8.50 8.75 8.00 8.50", "8.50"),
    ("8.50 9.00 9.25 8.50 8.50 8.75 8.75 8.25 8.75", "8.68"),
    ("8.75 9.25 8.50 8.75 8.75 9.00 9.00 8.00 8.50", "8.75"),
    ("8.25 9.25 8.75 8.50 8.75 8.75 9.00 8.25 8.50", "8.64"),
)
PAPADAKIS_CIZERON = (
    ("9.75 9.75 9.50 9.75 9.50 9.25 9.25 9.50 9.50", "9.54"),
    ("9.50 9.50 9.00 9.75 9.25 9.25 9.25 9.25 9.50", "9.36"),
    ("9.75 10.00 9.25 10.00 9.50 9.50 9.50 9.50 9.75", "9.64"),
    ("9.75 9.75 9.00 9.75 9.25 9.50 9.75 9.00 10.00", "9.54"),
    ("9.75 10.00 9.50 9.75 9.50 9.25 9.75 9.50 10.00", "9.68"),
)
VIRTUE_MOIR = (
    ("9.50 9.50 9.75 9.75 9.50 9.75 9.25 9.50 9.50", "9.57"),
    ("9.50 9.75 9.50 9.75 9.75 9.50 9.25 9.50 9.50", "9.57"),
    ("10.00 9.50 9.50 10.00 10.00 9.75 9.25 9.75 9.50", "9.71"),
    ("9.75 9.75 9.75 9.75 10.00 9.75 9.50 9.50 10.00", "9.75"),
    ("10.00 10.00 9.75 10.00 10.00 9.75 9.75 9.75 9.50", "9.86"),
)
PROTOCOLS = [
    pytest.param(MEDVEDEVA, "1.6", "74.93", id="Medvedeva free skating"),
    pytest.param(KOSTNER, "1.6", "73.67", id="Kostner free skating"),
    pytest.param(POGORILAYA, "1.6", "69.25", id="Pogorilaya free skating"),
    pytest.param(PAPADAKIS_CIZERON, "1.2", "57.32", id="Papadakis Cizeron free dance"),
    pytest.param(VIRTUE_MOIR, "1.2", "58.14", id="Virtue Moir free dance"),
]

Marks = tuple[tuple[str, str], ...]


def skate(marks: Marks, factor: str, rules: Rules = SKATING) -> RegionTally:
    columns = [row.split() for row, _ in marks]
    weights = {"PCS": ("1", {f"c{n}": factor for n in range(len(marks))})}
    rows = [" ".join(row) for row in zip(*columns, strict=True)]
    (found,) = compute_tally(instrument(weights, rules), ["r"], sheets("r", rows))
    return found


@pytest.mark.parametrize(("marks", "factor", "total"), PROTOCOLS)
def test_program_components(marks: Marks, factor: str, total: str) -> None:
    assert skate(marks, factor).final_total == Fraction(total)


@pytest.mark.parametrize(("marks", "factor", "total"), PROTOCOLS)
def test_panel_scores_of_each_component(marks: Marks, factor: str, total: str) -> None:
    del factor, total
    columns = [row.split() for row, _ in marks]
    weights = {"PCS": ("1", {f"c{n}": "1" for n in range(len(marks))})}
    rows = [" ".join(row) for row in zip(*columns, strict=True)]
    detail = explain_region(instrument(weights, SKATING), "r", sheets("r", rows))
    printed = [write_decimal(unit.value or Fraction(0), 2) for unit in detail.units]
    assert printed == [panel for _, panel in marks]
    assert all(len(unit.dropped) == 2 for unit in detail.units)


def test_each_rounding_matters() -> None:
    """Medvedeva's 74.93 needs both: 74.94 without the one after weight, 74.91 with none before."""
    without_weight = replace(SKATING, rounding=(SKATING.rounding[0], SKATING.rounding[2]))
    at_the_end = replace(SKATING, rounding=SKATING.rounding[2:])
    assert skate(MEDVEDEVA, "1.6", without_weight).final_total == Fraction("74.94")
    assert skate(MEDVEDEVA, "1.6", at_the_end).final_total == Fraction("74.91")


# Olympic Games Sydney 2000, men's 3 m springboard. Totals of semifinal and final as published:
# china.org.cn/english/2000/Sep/2193.htm (708.72, the margin of 0.30, 703.20; last dives 81.60 and
# 65.10). Marks of the seven judges from the result books as collected for J. W. Emerson,
# M. Seltzer, D. Lin, "Assessing judging bias: an example from the 2000 Olympic Games" (2009).
# Five dives of the semifinal, six of the final: degree of difficulty, marks.
XIONG_NI = (
    ("1.6", "8 8.5 7.5 7.5 8 7.5 8"), ("2.1", "8 8 7 8.5 8 7.5 7"),
    ("1.8", "8.5 8.5 8 9 8 8.5 8.5"), ("1.9", "8.5 8 8 8 8.5 8 8"),
    ("2.1", "8.5 8 8.5 8.5 9 8 8.5"),
    ("3.1", "8 9 8.5 8.5 8.5 8.5 8.5"), ("3.0", "8.5 8 8 9 8 8 8"),
    ("3.0", "9 9 9 9 9.5 9 9"), ("3.4", "8 8 8 8.5 8 8 8"),
    ("3.3", "8.5 8 8 9 8.5 8.5 8"), ("3.4", "7.5 8.5 8 9 8 8 7.5"),
)  # fmt: skip
PLATAS = (
    ("1.6", "9 8 8 9 9 8.5 8.5"), ("1.8", "8 7.5 8 8 8 7.5 8"),
    ("1.9", "8 7.5 7 7.5 7 8 8"), ("2.1", "8.5 8 8 8 8.5 8 8"),
    ("2.1", "9 9.5 8.5 8.5 9 8.5 9.5"),
    ("3.1", "8.5 9 8.5 9 9 9 9"), ("3.0", "8.5 8 8.5 8.5 8 8 8.5"),
    ("3.0", "9.5 8.5 9 9 9 8 8.5"), ("3.0", "9 8.5 8.5 8.5 8 8 8"),
    ("3.1", "9 8.5 8 9 7.5 8.5 8.5"), ("3.4", "8.5 8 8.5 8 7.5 8.5 8"),
)  # fmt: skip
SAUTIN = (
    ("1.6", "9 8.5 8.5 8.5 8.5 8.5 8.5"), ("1.8", "9 9 8.5 8.5 9 8.5 8"),
    ("1.9", "8 8.5 8 9 9 8 8.5"), ("2.1", "8 8 8 9 9 8 8.5"),
    ("2.1", "8 8 8.5 9 8.5 8 8.5"),
    ("3.1", "8.5 9 9.5 9.5 9 8.5 9.5"), ("3.3", "9 9.5 9 9 8.5 9 8.5"),
    ("3.0", "7 7.5 7.5 8.5 7.5 7.5 7"), ("3.0", "8.5 9 9.5 9.5 8.5 9 9"),
    ("3.4", "7 7 7.5 8.5 8 7.5 8"), ("3.5", "6 6.5 6 6 6.5 5.5 6.5"),
)  # fmt: skip

FIVE_OF_SEVEN = replace(
    MEAN,
    weights=WeightKind.FACTOR,
    combine_judges=Combine.TRIMMED_MEAN,
    trim_low=1,
    trim_high=1,
    minimum_judges=7,
    minimum_scores=7,
    rounding=(rounding(Stage.JUDGES), rounding(Stage.WEIGHT), rounding(Stage.TOTAL)),
)
"""The rule of 2000: of seven marks the sum of the middle five, x 0.6, x difficulty. The sum of
five x 0.6 is their mean x 3, so a dive weighs 3 x difficulty."""

THREE_OF_SEVEN = replace(
    FIVE_OF_SEVEN, trim_low=2, trim_high=2, rounding=FIVE_OF_SEVEN.rounding[1:]
)
"""Today's rule: the sum of the middle three x difficulty; a third of it is not rounded first."""


def dive(dives: tuple[tuple[str, str], ...], rules: Rules) -> Fraction | None:
    weights = {"dives": ("1", {f"d{n}": str(3 * Fraction(dd)) for n, (dd, _) in enumerate(dives)})}
    columns = [marks.split() for _, marks in dives]
    rows = [" ".join(row) for row in zip(*columns, strict=True)]
    (found,) = compute_tally(instrument(weights, rules), ["r"], sheets("r", rows))
    return found.final_total


@pytest.mark.parametrize(
    ("dives", "total"),
    [(XIONG_NI, "708.72"), (PLATAS, "708.42"), (SAUTIN, "703.20")],
)
def test_springboard_of_2000(dives: tuple[tuple[str, str], ...], total: str) -> None:
    assert dive(dives, FIVE_OF_SEVEN) == Fraction(total)


@pytest.mark.parametrize(("dives", "points"), [(XIONG_NI, "81.60"), (SAUTIN, "65.10")])
def test_last_dives_of_2000(dives: tuple[tuple[str, str], ...], points: str) -> None:
    assert dive(dives[-1:], FIVE_OF_SEVEN) == Fraction(points)


def test_todays_rule_gives_another_winner() -> None:
    totals = [dive(dives, THREE_OF_SEVEN) for dives in (XIONG_NI, PLATAS, SAUTIN)]
    assert totals == [Fraction("709.75"), Fraction("710.10"), Fraction("704.85")]


# Smart city evaluation index: baseline, output, outcome, impact, quick win with the weights
# 10/20/30/20/20. Both totals stand exactly on a rounding half; binary fractions print 3.31 and
# 3.47. Published were 3.31 (Kediri 2022) and 3.48 (Jambi 2024), which no single rule gives: one of
# them was not rounded by the rule of the other.
KEDIRI, JAMBI = "3.60 3.21 3.23 3.07 3.65", "3.84 3.18 3.53 3.63 3.35"


@pytest.mark.parametrize(
    ("scores", "exact", "mode", "rounded"),
    [
        (KEDIRI, "3.315", "half_up", "3.32"),
        (KEDIRI, "3.315", "half_even", "3.32"),
        (JAMBI, "3.475", "half_up", "3.48"),
        (JAMBI, "3.475", "half_even", "3.48"),
    ],
)
def test_an_index_on_a_rounding_half(scores: str, exact: str, mode: str, rounded: str) -> None:
    names = ("baseline", "output", "outcome", "impact", "quick_win")
    weights = {
        name: (weight, {f"{name}1": "100"})
        for name, weight in zip(names, ["10", "20", "30", "20", "20"], strict=True)
    }
    rules = replace(MEAN, rounding=(rounding(Stage.TOTAL, 2, mode),))
    (found,) = compute_tally(instrument(weights, rules), ["r"], sheets("r", [scores]))
    assert (found.exact_total, found.final_total) == (Fraction(exact), Fraction(rounded))
