"""Every place where judges can become one, worked out by hand; the working stands beside it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.instrument import Aspect, Dimension, Indicator, Scale
from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.domain.results import Lack, LackKind
from smartcity_desktop.domain.rules import Combine, CombineAt, Stage, WeightKind
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.results.tally import compute_tally
from tests.results.building import MEAN, chain, counted, instrument, rounding, sheet, sheets

TWO = {"A": ("60", {"A1": "50", "A2": "50"}), "B": ("40", {"B1": "100"})}

# Three judges, one abstention: j2 has no score for A2.
#        A1  A2  B1
# j1      4   2   3      own A = 3       own total = 0.6 x 3 + 0.4 x 3   = 3.0
# j2      3   -   2      own A missing   own total missing
# j3      2   3   4      own A = 2.5     own total = 0.6 x 2.5 + 0.4 x 4 = 3.1
ROWS = ("4 2 3", "3 - 2", "2 3 4")


def test_judges_become_one_at_the_indicator() -> None:
    # A1 = (4 + 3 + 2) / 3 = 3; A2 = (2 + 3) / 2 = 2.5; A = 2.75; B = (3 + 2 + 4) / 3 = 3
    # total = 0.6 x 2.75 + 0.4 x 3 = 1.65 + 1.2 = 2.85
    (found,) = compute_tally(instrument(TWO), ["r"], sheets("r", ROWS))
    assert dict(found.dimensions) == {"A": Fraction(11, 4), "B": 3}
    assert found.exact_total == found.final_total == Fraction(57, 20)
    assert found.median_total == Fraction("3.05")
    assert (found.judges, found.lacking) == (3, ())


def test_judges_become_one_at_the_dimension() -> None:
    # A = (3 + 2.5) / 2 = 2.75 from j1 and j3; B = (3 + 2 + 4) / 3 = 3; total = 2.85
    # With A1 of j2 = 1 nothing changes here, because j2 has no own A; at the indicator it counts:
    # A1 = (4 + 1 + 2) / 3 = 7/3, A = (7/3 + 2.5) / 2 = 29/12.
    rules = replace(MEAN, combine_at=CombineAt.DIMENSION)
    (found,) = compute_tally(instrument(TWO, rules), ["r"], sheets("r", ROWS))
    assert dict(found.dimensions) == {"A": Fraction(11, 4), "B": 3}
    assert found.final_total == Fraction(57, 20)
    strict = sheets("r", ("4 2 3", "1 - 2", "2 3 4"))
    (at_dimension,) = compute_tally(instrument(TWO, rules), ["r"], strict)
    (at_indicator,) = compute_tally(instrument(TWO), ["r"], strict)
    assert dict(at_dimension.dimensions)["A"] == Fraction(11, 4)
    assert dict(at_indicator.dimensions)["A"] == Fraction(29, 12)


def test_judges_become_one_at_the_total() -> None:
    # own totals 3.0 and 3.1 (j2 abstained, so has none): total = 3.05
    # for display only: A = (3 + 2.5) / 2 = 2.75 from j1 and j3, B = 3 from all three
    rules = replace(MEAN, combine_at=CombineAt.TOTAL)
    (found,) = compute_tally(instrument(TWO, rules), ["r"], sheets("r", ROWS))
    assert found.final_total == Fraction("3.05")
    assert dict(found.dimensions) == {"A": Fraction(11, 4), "B": 3}


def test_stages_at_the_indicator_round_in_their_order() -> None:
    # A1 = 10/3 = 3.333.. -> 3.3; A2 = 8/3 = 2.666.. -> 2.7; B1 = 7/3 -> 2.3
    # weighted: 0.55 x 3.3 = 1.815 -> 1.82; 0.45 x 2.7 = 1.215 -> 1.22; 1 x 2.3 -> 2.30
    # A = 3.04 -> 3.0; B = 2.3; exact total = 0.6 x 3.0 + 0.4 x 2.3 = 2.72 -> 2.7
    weights = {"A": ("60", {"A1": "55", "A2": "45"}), "B": ("40", {"B1": "100"})}
    rules = replace(
        MEAN,
        rounding=(
            rounding(Stage.JUDGES, 1),
            rounding(Stage.WEIGHT, 2),
            rounding(Stage.DIMENSION, 1),
            rounding(Stage.TOTAL, 1),
        ),
    )
    rows = ("4 2 3", "3 3 2", "3 3 2")
    (found,) = compute_tally(instrument(weights, rules), ["r"], sheets("r", rows))
    assert dict(found.dimensions) == {"A": 3, "B": Fraction("2.3")}
    assert (found.exact_total, found.final_total) == (Fraction("2.72"), Fraction("2.7"))
    assert found.median_total == Fraction("2.6")  # unrounded: 3.06, 2.6, 2.6


def test_stages_at_the_dimension_round_each_judge_first() -> None:
    # weights in A: 0.33 and 0.67, rounded after weight to one decimal
    # j1: 0.33 x 4 = 1.32 -> 1.3; 0.67 x 2 = 1.34 -> 1.3; A = 2.6 -> 3 (dimension, 0 decimals)
    # j2: 0.33 x 3 = 0.99 -> 1.0; 0.67 x 3 = 2.01 -> 2.0; A = 3.0 -> 3
    # j3: 0.33 x 1 = 0.33 -> 0.3; 0.67 x 2 = 1.34 -> 1.3; A = 1.6 -> 2
    # A = (3 + 3 + 2) / 3 = 2.666.. -> 2.67 (judges); total = 2.67 -> 2.7
    rules = replace(
        MEAN,
        combine_at=CombineAt.DIMENSION,
        rounding=(
            rounding(Stage.WEIGHT, 1),
            rounding(Stage.DIMENSION, 0),
            rounding(Stage.JUDGES, 2),
            rounding(Stage.TOTAL, 1),
        ),
    )
    one = instrument({"A": ("100", {"A1": "33", "A2": "67"})}, rules)
    (found,) = compute_tally(one, ["r"], sheets("r", ("4 2", "3 3", "1 2")))
    assert dict(found.dimensions) == {"A": Fraction("2.67")}
    assert (found.exact_total, found.final_total) == (Fraction("2.67"), Fraction("2.7"))


def test_stages_at_the_total_end_with_the_judges() -> None:
    # own totals of ROWS without the abstention, A2 of j2 = 2: j1 3.0; j2 0.6 x 2.5 + 0.8 = 2.3;
    # j3 3.1; rounded after total to 0 decimals: 3, 2, 3; combined 8/3 = 2.666.., judges -> 2.67
    rules = replace(
        MEAN,
        combine_at=CombineAt.TOTAL,
        rounding=(rounding(Stage.TOTAL, 0), rounding(Stage.JUDGES, 2)),
    )
    rows = ("4 2 3", "3 2 2", "2 3 4")
    (found,) = compute_tally(instrument(TWO, rules), ["r"], sheets("r", rows))
    assert (found.exact_total, found.final_total) == (Fraction(8, 3), Fraction("2.67"))
    assert dict(found.dimensions) == {"A": Fraction(8, 3), "B": 3}  # (3 + 2.5 + 2.5) / 3
    assert found.median_total == 3


def test_a_factor_multiplies_what_the_indicators_sum_to() -> None:
    # A = 2 x (1.5 x 3 + 1 x 4) = 17; B = 0.5 x (1 x 5) = 2.5; total = 19.5
    rules = replace(MEAN, weights=WeightKind.FACTOR)
    weights = {"A": ("2", {"A1": "1.5", "A2": "1"}), "B": ("0.5", {"B1": "1"})}
    (found,) = compute_tally(instrument(weights, rules), ["r"], [sheet("j1", "r", "3 4 5")])
    assert dict(found.dimensions) == {"A": 17, "B": Fraction("2.5")}
    assert found.final_total == found.median_total == Fraction("19.5")


def test_shares_count_within_their_parent() -> None:
    # A has 60, its children 45 and 15: A = 0.75 x 4 + 0.25 x 2 = 3.5; B has 40: 1
    # total = 0.6 x 3.5 + 0.4 x 1 = 2.5
    rules = replace(MEAN, weights=WeightKind.SHARE)
    weights = {"A": ("60", {"A1": "45", "A2": "15"}), "B": ("40", {"B1": "40"})}
    (found,) = compute_tally(instrument(weights, rules), ["r"], [sheet("j1", "r", "4 2 1")])
    assert dict(found.dimensions) == {"A": Fraction("3.5"), "B": 1}
    assert found.final_total == Fraction("2.5")


def test_aspects_and_unlike_scales() -> None:
    # aspect P 40: P1 on a scale of whole numbers; aspect Q 60: Q1 with one decimal
    # A = 0.4 x 3 + 0.6 x 2.5 = 2.7
    whole, tenths = Scale(0, 1, 4, 1), Scale(1, 10, 40, 5)
    dimension = Dimension(
        "A",
        LocalText("A"),
        Fraction(100),
        aspects=(
            Aspect("P", LocalText("P"), Fraction(40),
                   (Indicator("P1", LocalText("P1"), Fraction(100), whole),)),
            Aspect("Q", LocalText("Q"), Fraction(60),
                   (Indicator("Q1", LocalText("Q1"), Fraction(100), tenths),)),
        ),
    )  # fmt: skip
    one = replace(instrument({}), dimensions=(dimension,))
    (found,) = compute_tally(one, ["r"], [counted("j1", "r", (3, 25)), counted("j2", "r", (3, 25))])
    assert found.final_total == found.median_total == Fraction("2.7")
    (part,) = compute_tally(
        one, ["r"], [counted("j1", "r", (3, 25)), counted("j2", "r", (None, 5))]
    )
    assert part.final_total == Fraction("2.1")  # 0.4 x 3 + 0.6 x 1.5


@pytest.mark.parametrize(
    ("values", "median"),
    [("1 2 9", "2"), ("1 2 3 9", "2.5"), ("5", "5"), ("2 1", "1.5"), ("1 1 4 4", "2.5")],
)
def test_an_even_median_is_the_exact_mean_of_the_middle_two(values: str, median: str) -> None:
    rules = replace(MEAN, combine_judges=Combine.MEDIAN)
    one = instrument({"A": ("100", {"A1": "100"})}, rules)
    (found,) = compute_tally(one, ["r"], sheets("r", values.split()))
    assert found.final_total == Fraction(median)


def test_a_trim_drops_from_both_ends_and_never_shrinks() -> None:
    rules = replace(MEAN, combine_judges=Combine.TRIMMED_MEAN, trim_low=1, trim_high=2,
                    minimum_scores=4)  # fmt: skip
    one = instrument({"A": ("100", {"A1": "100"})}, rules)
    (found,) = compute_tally(one, ["r"], sheets("r", ["9", "1", "3", "5", "8"]))
    assert found.final_total == 4  # without 1, 8 and 9: (3 + 5) / 2
    (short,) = compute_tally(one, ["r"], sheets("r", ["9", "1", "3"]))
    assert short.final_total is None
    assert short.lacking == (Lack(LackKind.INDICATOR, "A1", 3, 4),)


def test_a_trim_needs_a_value_more_than_it_drops_whatever_the_minimum_says() -> None:
    rules = replace(MEAN, combine_judges=Combine.TRIMMED_MEAN, trim_low=1, trim_high=1)
    one = instrument({"A": ("100", {"A1": "100"})}, rules)
    (found,) = compute_tally(one, ["r"], sheets("r", ["9", "1"]))
    assert found.lacking == (Lack(LackKind.INDICATOR, "A1", 2, 3),)


def test_every_unit_with_too_few_values_is_named() -> None:
    rules = replace(MEAN, minimum_scores=2)
    rows = ("4 2 3", "3 - -")
    (found,) = compute_tally(instrument(TWO, rules), ["r"], sheets("r", rows))
    assert found.lacking == (
        Lack(LackKind.INDICATOR, "A2", 1, 2),
        Lack(LackKind.INDICATOR, "B1", 1, 2),
    )
    assert found.exact_total is found.final_total is None
    assert dict(found.dimensions) == {"A": None, "B": None}


def test_a_dimension_that_lacks_judges_does_not_hide_the_others() -> None:
    rules = replace(MEAN, minimum_scores=2, combine_at=CombineAt.DIMENSION)
    (found,) = compute_tally(instrument(TWO, rules), ["r"], sheets("r", ("4 2 3", "3 - 2")))
    assert found.lacking == (Lack(LackKind.DIMENSION, "A", 1, 2),)
    assert dict(found.dimensions) == {"A": None, "B": Fraction("2.5")}


def test_at_the_total_only_whole_sheets_enter() -> None:
    rules = replace(MEAN, minimum_scores=2, combine_at=CombineAt.TOTAL)
    (found,) = compute_tally(instrument(TWO, rules), ["r"], sheets("r", ("4 2 3", "3 - 2")))
    assert found.lacking == (Lack(LackKind.TOTAL, "", 1, 2),)
    assert found.final_total is None
    assert dict(found.dimensions) == {"A": None, "B": Fraction("2.5")}
    assert found.median_total == 3  # of j1's total alone


def test_too_few_sheets_say_so_once() -> None:
    rules = replace(MEAN, minimum_judges=3, minimum_scores=3)
    absent = counted("j3", "r", (None,) * 3, SheetState.ABSENT)
    recused = counted("j4", "r", (None,) * 3, SheetState.RECUSED)
    found, nobody = compute_tally(
        instrument(TWO, rules), ["r", "s"], [*sheets("r", ("4 2 3", "3 3 3")), absent, recused]
    )
    assert (found.judges, found.lacking) == (2, (Lack(LackKind.JUDGES, "", 2, 3),))
    assert (nobody.judges, nobody.lacking) == (0, (Lack(LackKind.JUDGES, "", 0, 3),))
    assert nobody.median_total is None


def test_indicators_of_the_tie_chain_are_kept() -> None:
    rules = replace(MEAN, tie_break=chain("indicator:A2"), rounding=(rounding(Stage.JUDGES, 0),))
    (found,) = compute_tally(instrument(TWO, rules), ["r"], sheets("r", ROWS))
    assert found.indicators == (("A2", Fraction(3)),)  # 2.5, rounded after judges
    for at in (CombineAt.DIMENSION, CombineAt.TOTAL):
        other = replace(rules, combine_at=at)
        (found,) = compute_tally(instrument(TWO, other), ["r"], sheets("r", ROWS))
        assert found.indicators == (("A2", Fraction("2.5")),)


def test_values_may_be_negative_and_round_away_from_zero() -> None:
    rules = replace(MEAN, rounding=(rounding(Stage.JUDGES, 0), rounding(Stage.TOTAL, 0)))
    one = instrument({"A": ("100", {"A1": "100"})}, rules)
    (found,) = compute_tally(one, ["r"], sheets("r", ["-2", "-3"]))
    assert found.final_total == -3


def test_nothing_is_counted_twice() -> None:
    one = instrument({"A": ("100", {"A1": "100"})})
    with pytest.raises(ValueError, match="two sheets of j1 for r"):
        compute_tally(one, ["r"], [sheet("j1", "r", "3"), sheet("j1", "r", "3")])


def test_a_sheet_of_another_instrument_is_a_fault() -> None:
    with pytest.raises(ValueError, match="another length"):
        compute_tally(instrument(TWO), ["r"], [sheet("j1", "r", "3 3")])
