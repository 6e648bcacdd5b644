"""The integers' tally is the plain one, in any order; halves round as the decimal module does."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from smartcity_desktop.domain.rules import Rounding, RoundingMode, Stage
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.results.multiples import least_common_multiple
from smartcity_desktop.results.quotients import RoundedQuotients
from smartcity_desktop.results.tally import compute_tally
from tests.results.arbitrary import Contest, contests
from tests.results.naive import Reference, round_with_decimal

if TYPE_CHECKING:
    import random


@settings(max_examples=150, deadline=None)
@given(contests())
def test_the_tally_is_the_plain_one(contest: Contest) -> None:
    codes = [region.code for region in contest.regions]
    reference = Reference(contest.instrument)
    for found in compute_tally(contest.instrument, codes, contest.sheets):
        own = [s for s in contest.sheets if s.region == found.code and s.state is SheetState.SCORED]
        expected = reference.region(own)
        assert tuple(value for _, value in found.dimensions) == expected.dimensions
        assert found.exact_total == expected.exact
        assert found.final_total == expected.final
        assert found.median_total == expected.median
        assert (found.exact_total is None) == bool(found.lacking)


@settings(deadline=None)
@given(contests(), st.randoms(use_true_random=False))
def test_the_order_of_sheets_changes_nothing(contest: Contest, chance: random.Random) -> None:
    codes = [region.code for region in contest.regions]
    mixed = list(contest.sheets)
    chance.shuffle(mixed)
    assert compute_tally(contest.instrument, codes, contest.sheets) == compute_tally(
        contest.instrument, codes, mixed
    )


@given(
    st.integers(-(10**12), 10**12),
    st.integers(1, 10**6) | st.sampled_from([2, 20, 200, 2000]),
    st.integers(0, 6),
    st.sampled_from(RoundingMode),
)
def test_halves_round_as_the_decimal_module_does(
    number: int, divisor: int, decimals: int, mode: RoundingMode
) -> None:
    quotients = RoundedQuotients(divisor, Rounding(Stage.TOTAL, decimals, mode))
    expected = round_with_decimal(Fraction(number, divisor), decimals, mode)
    assert Fraction(quotients[number], 10**decimals) == expected
    assert quotients[number] == quotients[number]


@given(st.integers(-(10**6), 10**6), st.sampled_from(RoundingMode))
def test_every_half_at_every_decimal(number: int, mode: RoundingMode) -> None:
    for decimals in range(4):
        half = Fraction(2 * number + 1, 2 * 10**decimals)
        quotients = RoundedQuotients(half.denominator, Rounding(Stage.TOTAL, decimals, mode))
        found = Fraction(quotients[half.numerator], 10**decimals)
        assert found == round_with_decimal(half, decimals, mode)
        assert abs(found - half) * 2 * 10**decimals == 1


@given(st.lists(st.integers(1, 30), max_size=5))
def test_the_least_common_multiple_divides_evenly(numbers: list[int]) -> None:
    found = least_common_multiple(numbers)
    assert all(found % number == 0 for number in numbers)
    assert all(any(smaller % number for number in numbers) for smaller in range(1, min(found, 500)))
