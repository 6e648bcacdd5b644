"""Whom to call, where judges are too few, who can stand in, and the matrix as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.merging.completeness import CellState
from smartcity_desktop.secretariat.matrix_export import write_matrix
from smartcity_desktop.secretariat.office import open_office
from smartcity_desktop.secretariat.office_facts import read_office
from smartcity_desktop.secretariat.standing_in import find_stand_ins
from tests.workshop import INSTRUMENT, Workshop, conflict_of

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.secretariat.office_facts import OfficeFacts

TWO_JUDGES = INSTRUMENT.replace(b"minimum_judges = 1", b"minimum_judges = 2")
FIRST, LAST = "11.01", "11.03"


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """Three judges, two of whom must not score the first region."""
    return Workshop.open(
        tmp_path / "asesmen",
        judges=3,
        regions=3,
        instrument=TWO_JUDGES,
        conflicts=(conflict_of("j01", FIRST), conflict_of("j02", FIRST)),
    )


def read(shop: Workshop) -> OfficeFacts:
    office = open_office(shop.path, shop.clock, shop.random_bytes)
    try:
        return read_office(office)
    finally:
        office.close()


def test_who_lacks_most_is_called_first(shop: Workshop) -> None:
    scores = shop.invented("j03")
    del scores[LAST]
    shop.merge(shop.hand_in("j03", scores))
    calls = read(shop).matrix.calls
    assert [(c.judge.id, [r.code for r in c.missing]) for c in calls] == [
        ("j01", ["11.02", LAST]),
        ("j02", ["11.02", LAST]),
        ("j03", [LAST]),
    ]


def test_regions_that_too_few_judges_can_score_are_named(shop: Workshop) -> None:
    (thin,) = read(shop).matrix.thin
    assert (thin.region.code, thin.arrived, thin.coming, thin.need) == (FIRST, 0, 1, 2)


def test_nobody_stands_in_who_has_the_region_or_a_conflict(shop: Workshop) -> None:
    assert [(s.free, s.held, s.excused) for s in find_stand_ins(read(shop), [FIRST])] == [
        ((), (), (FIRST,)),
        ((), (), (FIRST,)),
        ((), (FIRST,), ()),
    ]


def test_the_matrix_is_counted(shop: Workshop) -> None:
    shop.merge(shop.hand_in("j03"))
    matrix = read(shop).matrix
    assert matrix.counts == {
        CellState.RECEIVED: 3,
        CellState.MISSING: 4,
        CellState.RECUSED: 2,
    }
    assert matrix.lacking == {(j, r) for j in ("j01", "j02") for r in ("11.02", LAST)}
    assert matrix.busy == {"j01", "j02", "j03"}


def test_the_matrix_is_a_table_for_spreadsheets(shop: Workshop) -> None:
    shop.merge(shop.hand_in("j03"))
    data = write_matrix(read(shop), str, [FIRST, LAST], ["j01", "j03"])
    assert data.decode("utf-8-sig").splitlines() == [
        "Code;Region;Province;j01 Juri 1;j03 Juri 3",
        "11.01;Kota 1;Aceh;Not scored;Received",
        "11.03;Kota 3;Aceh;Missing;Received",
    ]
