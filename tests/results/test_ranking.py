"""Ranks, the tie chain, and decisions on ties."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from smartcity_desktop.results.basis import tie_basis
from smartcity_desktop.results.ranking import Ranking, rank_regions
from tests.results.building import MEAN, chain, decide, tally


def ranks(ranking: Ranking) -> list[tuple[int, str]]:
    return [(place.rank, t.code) for place in ranking.places for t in place.members]


def test_equal_totals_share_a_rank_and_the_next_one_is_skipped() -> None:
    tallies = [tally("d", "2"), tally("b", "3"), tally("a", "4"), tally("c", "3")]
    assert ranks(rank_regions(MEAN, tallies)) == [(1, "a"), (2, "b"), (2, "c"), (4, "d")]


def test_the_final_value_is_ranked_not_the_exact_one() -> None:
    tallies = [tally("a", "3", "2.95"), tally("b", "3", "3.04")]
    assert ranks(rank_regions(MEAN, tallies)) == [(1, "a"), (1, "b")]
    rules = replace(MEAN, tie_break=chain("exact_total"))
    assert ranks(rank_regions(rules, tallies)) == [(1, "b"), (2, "a")]


def test_the_chain_goes_on_only_where_a_tie_is_left() -> None:
    rules = replace(MEAN, tie_break=chain("dimension:A", "dimension:B"))
    tallies = [
        tally("a", "3", A="1", B="9"),
        tally("b", "3", A="2", B="1"),
        tally("c", "3", A="2", B="2"),
        tally("d", "3", A="2", B="2"),
    ]
    assert ranks(rank_regions(rules, tallies)) == [(1, "c"), (1, "d"), (3, "b"), (4, "a")]


def test_every_kind_of_key() -> None:
    for key, better in (
        ("exact_total", {"exact_total": Fraction(4)}),
        ("median_total", {"median_total": Fraction(4)}),
        ("dimension:A", {"dimensions": (("A", Fraction(4)),)}),
        ("indicator:A1", {"indicators": (("A1", Fraction(4)),)}),
    ):
        low = replace(
            tally("a", "3", A="1"), median_total=Fraction(3), indicators=(("A1", Fraction(1)),)
        )
        high = replace(replace(low, code="b"), **better)
        rules = replace(MEAN, tie_break=chain(key))
        assert ranks(rank_regions(rules, [low, high])) == [(1, "b"), (2, "a")]


def test_a_key_that_somebody_lacks_is_passed_over_for_that_group() -> None:
    rules = replace(MEAN, tie_break=chain("median_total", "dimension:A"))
    whole = replace(tally("a", "3", A="1"), median_total=Fraction(9))
    tallies = [whole, tally("b", "3", A="2")]
    assert ranks(rank_regions(rules, tallies)) == [(1, "b"), (2, "a")]
    # another group of the same ranking still uses it
    others = [
        replace(tally("x", "2"), median_total=Fraction(1)),
        replace(tally("y", "2"), median_total=Fraction(2)),
    ]
    assert ranks(rank_regions(rules, [*tallies, *others]))[2:] == [(3, "y"), (4, "x")]


def test_nothing_after_the_plenary_decides() -> None:
    rules = replace(MEAN, tie_break=chain("plenary", "dimension:A"))
    tallies = [tally("a", "3", A="1"), tally("b", "3", A="2")]
    assert ranks(rank_regions(rules, tallies)) == [(1, "a"), (1, "b")]


TIED = [tally("a", "3"), tally("b", "3"), tally("c", "3"), tally("d", "2")]
PLENARY = replace(MEAN, tie_break=chain("plenary"))
BASIS = tie_basis(TIED[:3])


def test_a_tie_waits_for_the_plenary() -> None:
    ranking = rank_regions(PLENARY, TIED)
    (question,) = ranking.open_questions
    assert (question.kind, question.codes, question.basis) == ("tie", ("a", "b", "c"), BASIS)
    assert not question.blocking
    assert ranking.settled == ()


def test_the_plenary_orders_a_tied_group() -> None:
    ranking = rank_regions(PLENARY, TIED, [decide(7, "tie", "cab", BASIS)])
    assert ranks(ranking) == [(1, "c"), (2, "a"), (3, "b"), (4, "d")]
    assert [place.decided for place in ranking.places] == [True, True, True, False]
    assert ranking.open_questions == ()
    assert ranking.applied == {7}
    assert [question.codes for question in ranking.settled] == [("a", "b", "c")]


def test_the_last_order_of_the_same_facts_holds() -> None:
    decisions = [decide(1, "tie", "cab", BASIS), decide(2, "tie", "bca", BASIS)]
    ranking = rank_regions(PLENARY, TIED, decisions)
    assert ranks(ranking)[:3] == [(1, "b"), (2, "c"), (3, "a")]
    assert ranking.applied == {2}


@pytest.mark.parametrize(
    ("subject", "basis"),
    [
        ("cab", tie_basis([tally("a", "3", "2.99"), *TIED[1:3]])),  # an exact total has changed
        ("ca", BASIS),  # not all members
        ("cabd", BASIS),  # one too many
        ("caa", BASIS),
        ("cab", ""),
    ],
)
def test_an_order_of_other_facts_does_not_apply(subject: str, basis: str) -> None:
    ranking = rank_regions(PLENARY, TIED, [decide(1, "tie", subject, basis)])
    assert ranks(ranking) == [(1, "a"), (1, "b"), (1, "c"), (4, "d")]
    assert not ranking.applied


def test_without_plenary_in_the_chain_ties_stay() -> None:
    ranking = rank_regions(MEAN, TIED, [decide(1, "tie", "cab", BASIS)])
    assert ranks(ranking)[:3] == [(1, "a"), (1, "b"), (1, "c")]
    assert (ranking.open_questions, ranking.applied) == ((), frozenset())


def test_the_basis_is_the_digest_of_codes_and_exact_totals() -> None:
    # printf '{"totals":[["a","3/1"],["b","59/20"]]}' | sha256sum
    group = [tally("b", "3", "2.95"), tally("a", "3")]
    assert tie_basis(group) == tie_basis(reversed(group))
    assert tie_basis(group) == "7b7e5b1d5fbb5ec0da925d8c63aec2630a2b215f95d2e87fd8a411c7c7ecaa68"


@given(
    st.lists(st.sampled_from(["3", "2", "7/3"]), min_size=5, max_size=5),
    st.permutations(range(5)),
)
def test_ranks_are_consistent_in_any_order(totals: list[str], order: list[int]) -> None:
    tallies = [tally(code, total) for code, total in zip("abcde", totals, strict=True)]
    ranking = rank_regions(PLENARY, tallies)
    assert ranking == rank_regions(PLENARY, [tallies[at] for at in order])
    for place in ranking.places:
        for member in place.members:
            better = [t for t in tallies if (t.final_total or 0) > (member.final_total or 0)]
            assert place.rank == len(better) + 1
