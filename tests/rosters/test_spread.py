"""The balanced spread: enough judges, equal loads, no conflict of interest, the same every time."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcity_desktop.domain.assessment import Assignment, Judge, Region
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.rosters.coverage import linked_groups
from smartcity_desktop.rosters.spread import spread_evenly

Pairs = set[tuple[str, str]]


def people(count: int) -> list[Judge]:
    return [Judge(f"j{n:02}", f"Juri {n}") for n in range(count)]


def places(count: int) -> list[Region]:
    return [Region(f"D-{n:03}", f"Daerah {n}") for n in range(count)]


@st.composite
def juries(draw: st.DrawFn) -> tuple[list[Judge], list[Region], Pairs, int]:
    judges, regions = people(draw(st.integers(1, 7))), places(draw(st.integers(1, 9)))
    pairs = [(judge.id, region.code) for judge, region in product(judges, regions)]
    barred = draw(st.sets(st.sampled_from(pairs), max_size=len(pairs) // 2))
    return judges, regions, barred, draw(st.integers(1, len(judges)))


@given(juries())
@settings(deadline=None)
def test_every_region_gets_its_judges_and_no_conflict_is_assigned(
    jury: tuple[list[Judge], list[Region], Pairs, int],
) -> None:
    judges, regions, barred, least = jury
    free = {r.code: sum((j.id, r.code) not in barred for j in judges) for r in regions}
    short = [code for code, count in free.items() if count < least]
    if short:
        with pytest.raises(InputError) as refused:
            spread_evenly(judges, regions, barred, least)
        assert len(refused.value.problems) == len(short)
        return
    pairs = spread_evenly(judges, regions, barred, least)
    assert set(pairs).isdisjoint(barred)
    assert len(set(pairs)) == len(pairs)
    assert Counter(code for _, code in pairs) == {region.code: least for region in regions}
    again = spread_evenly(judges[::-1], regions[::-1], barred, least)
    assert again == pairs


@given(juries())
@settings(deadline=None)
def test_no_chain_of_moves_makes_loads_more_equal(
    jury: tuple[list[Judge], list[Region], Pairs, int],
) -> None:
    judges, regions, barred, least = jury
    try:
        pairs = set(spread_evenly(judges, regions, barred, least))
    except InputError:
        return
    loads = {judge.id: sum(j == judge.id for j, _ in pairs) for judge in judges}
    for start, load in loads.items():
        reached, waiting = {start}, [start]
        while waiting:
            giver = waiting.pop()
            for taker in loads:
                movable = any(
                    (taker, r.code) not in pairs | barred and (giver, r.code) in pairs
                    for r in regions
                )
                if taker not in reached and movable:
                    reached.add(taker)
                    waiting.append(taker)
        assert all(load - loads[other] < 2 for other in reached)


@pytest.mark.parametrize(("judges", "regions", "least"), [(21, 98, 3), (5, 12, 3), (4, 514, 2)])
def test_without_conflicts_loads_differ_by_at_most_one(
    judges: int, regions: int, least: int
) -> None:
    pairs = spread_evenly(people(judges), places(regions), (), least)
    loads = Counter(judge for judge, _ in pairs).values()
    assert max(loads) - min(loads) <= 1
    assert len(linked_groups(Assignment(*pair) for pair in pairs)) == 1


def test_conflicts_are_balanced_by_the_others() -> None:
    judges, regions = people(3), places(9)
    barred = {("j00", region.code) for region in regions[:6]}
    loads = Counter(judge for judge, _ in spread_evenly(judges, regions, barred, 1))
    assert sorted(loads.values()) == [3, 3, 3]
