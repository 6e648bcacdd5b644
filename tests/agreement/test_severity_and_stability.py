"""Severity finds what was put in; draws are the same everywhere; ranks stand or waver."""

from __future__ import annotations

import hashlib
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.agreement.draws import Draws
from smartcity_desktop.agreement.severity import judge_effects
from smartcity_desktop.agreement.stability import bands_by_judges, bands_by_weights

SEED = "judges abc"


@given(
    st.lists(st.integers(-50, 50), min_size=3, max_size=6),
    st.lists(st.integers(100, 400), min_size=4, max_size=10),
    st.data(),
)
def test_additive_values_give_their_own_effects_back(
    severities: list[int], merits: list[int], data: st.DataObject
) -> None:
    """Whoever scores what: a chain of shared regions is enough."""
    scored = {
        f"j{j}": {
            f"r{r}": merit + severity
            for r, merit in enumerate(merits)
            if r in (j % len(merits), (j + 1) % len(merits)) or data.draw(st.booleans())
        }
        for j, severity in enumerate(severities)
    }
    effects = {effect.judge: effect for effect in judge_effects(scored)}
    for group in {effect.group for effect in effects.values()}:
        own = [int(judge[1:]) for judge, effect in effects.items() if effect.group == group]
        mean = Fraction(sum(severities[j] for j in own), len(own))
        for j in own:
            effect = effects[f"j{j}"]
            if len(own) > 1:
                assert effect.effect == severities[j] - mean
                assert effect.rest == 0


def test_judges_who_share_no_region_are_not_compared() -> None:
    apart = {"a": {"x": 300, "y": 200}, "b": {"x": 310}, "c": {"z": 100}, "d": {"z": 120},
             "e": {"w": 400}, "f": {}}  # fmt: skip
    effects = {effect.judge: effect for effect in judge_effects(apart)}
    assert set(effects) == {"a", "b", "c", "d", "e"}
    assert [effects[judge].group for judge in "abcde"] == [1, 1, 2, 2, 3]
    assert [effects[judge].effect for judge in "abcd"] == [-5, 5, -10, 10]
    assert (effects["e"].effect, effects["e"].rest) == (None, None)


def test_a_judge_who_wavers_has_a_remaining_difference() -> None:
    values = {"a": {"x": 100, "y": 100}, "b": {"x": 100, "y": 100}, "c": {"x": 90, "y": 110}}
    rest = {effect.judge: effect.rest for effect in judge_effects(values)}
    assert rest["c"] is not None
    assert rest["a"] is not None
    assert rest["c"] > rest["a"]


def test_draws_are_the_same_on_every_machine() -> None:
    draws = Draws(SEED)
    block = hashlib.sha256(SEED.encode() + bytes(8)).digest()
    expected = [int.from_bytes(block[n : n + 4], "big") * 21 >> 32 for n in range(0, 32, 4)]
    assert [draws.below(21) for _ in range(8)] == expected == [15, 9, 2, 1, 13, 8, 15, 11]
    assert [sum(draws.shares(5, 65536)) for _ in range(50)] == [65536] * 50


def test_draws_reach_every_number_about_equally() -> None:
    draws = Draws("seed")
    drawn = [draws.below(10) for _ in range(100_000)]
    assert set(drawn) == set(range(10))
    assert all(9_700 < drawn.count(number) < 10_300 for number in range(10))


def test_a_region_that_leads_with_every_judge_keeps_its_rank() -> None:
    values = [{f"j{j}": 400 + j for j in range(5)}, {f"j{j}": 300 - j for j in range(5)},
              {f"j{j}": (305 if j == 0 else 250) for j in range(5)}]  # fmt: skip
    first, second, third = bands_by_judges(values, Draws(SEED), 200, 1)
    assert (first.best, first.worst) == (1, 1)
    assert first.kept == 1
    assert (second.best, third.worst) == (2, 3)
    assert second.kept == third.kept == 0


def test_a_rank_that_hangs_on_one_judge_wavers() -> None:
    values = [{"a": 400, "b": 100, "c": 100}, {"a": 150, "b": 150, "c": 150}]
    one, two = bands_by_judges(values, Draws(SEED), 400, 1)
    assert (one.best, one.worst) == (two.best, two.worst) == (1, 2)
    assert one.kept is not None
    assert Fraction(1, 2) < one.kept < Fraction(9, 10)


def test_weights_decide_only_where_dimensions_disagree() -> None:
    values = [(9, 9, 9), (8, 1, 1), (1, 8, 1), (0, 0, 0)]
    bands = bands_by_weights(values, Draws(SEED), 400, 2)
    assert [(band.best, band.worst) for band in bands] == [(1, 1), (2, 3), (2, 3), (4, 4)]
    assert bands[0].kept == 1
    assert bands[3].kept == 0
    assert bands_by_weights([], Draws(SEED), 10, 0) == ()


def test_nothing_selected_is_no_share() -> None:
    (band,) = bands_by_weights([(1, 2)], Draws(SEED), 20, 0)
    assert band.kept is None
