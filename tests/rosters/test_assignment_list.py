"""Assignments, conflicts that follow from them, and what they leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.assessment import Assignment, ConflictOfInterest, Judge, Region
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.rosters.assignment_list import (
    everybody_scores_all,
    home_region_conflicts,
    read_assignment_list,
)
from smartcity_desktop.rosters.coverage import (
    judges_per_region,
    judges_without_region,
    linked_groups,
)
from smartcity_desktop.tables.reading import read_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.regions.official import RegionTable

    Read = Callable[[str], tuple[Assignment, ...]]

JUDGES = (
    Judge("j01", "Ratna", home_region="64.72"),
    Judge("j02", "Bagus", home_region="32.04"),
    Judge("J03", "Maria"),
)


@pytest.fixture
def read(regions: tuple[Region, ...], official: RegionTable) -> Read:
    return lambda text: read_assignment_list(
        read_table(text.encode(), "A.csv"), JUDGES, regions, official
    )


def test_a_timetable(read: Read) -> None:
    assignments = read(
        "Juri;Daerah;Nama daerah;Tanggal;Sesi;Ruang;Mulai\n"
        "j03;35,1;Kab. Banyuwangi;2 Mei 2017;2;B;13.30\n"
        "J01;91.09;;2 Mei 2017;1;A;09.00\n"
        "j01;Kota Samarinda;;;;;\n"
    )
    assert assignments == (
        Assignment("J03", "35.10", "2 Mei 2017", "2", "B", "13.30"),
        Assignment("j01", "64.72"),
        Assignment("j01", "94.04", "2 Mei 2017", "1", "A", "09.00"),
    )


def test_all_bad_lines_at_once(read: Read) -> None:
    with pytest.raises(InputError) as caught:
        read(
            "judge,region\n"
            "j01,64.72\n"
            "J01,Samarinda\n"
            "j09,64.72\n"
            "Bagus,77.77\n"
            ",64.72\n"
            "j02,\n"
            "j02,35.1\n"
            "j02,64.71\n"
        )
    found = [f"{p.where}: {p.what}" for p in caught.value.problems]
    assert [problem.split(":")[0] for problem in found] == [
        "A.csv, line 3",
        "A.csv, line 4, column judge",
        "A.csv, line 5, column judge",
        "A.csv, line 5, column region",
        "A.csv, line 6, column judge",
        "A.csv, line 7, column region",
        "A.csv, line 8, column region",
        "A.csv, line 9, column region",
    ]
    assert "line 2 already" in found[0]
    assert "j02 Bagus" in found[2]


def test_everybody_scores_all(regions: tuple[Region, ...]) -> None:
    assignments = everybody_scores_all(JUDGES, regions)
    assert len(set(assignments)) == len(JUDGES) * len(regions)
    assert list(assignments) == sorted(assignments)
    assert home_region_conflicts(JUDGES, assignments) == (
        ConflictOfInterest("j01", "64.72", "home_region", "daerah asal juri"),
    )


def test_what_assignments_leave_out(regions: tuple[Region, ...]) -> None:
    assignments = (
        Assignment("j01", "64.72"),
        Assignment("j01", "35.10"),
        Assignment("j02", "33.02"),
    )
    assert judges_without_region(JUDGES, assignments) == ("J03",)
    assert judges_per_region(regions, assignments) == {
        "33.02": 1,
        "35.10": 1,
        "64.72": 1,
        "94.04": 0,
    }
    assert linked_groups(assignments) == (("35.10", "64.72"), ("33.02",))


PAIRS = st.lists(
    st.builds(Assignment, st.sampled_from("abcdef"), st.sampled_from("123456789")), max_size=20
)


@given(PAIRS, st.randoms(use_true_random=False))
def test_groups_are_what_judges_link(assignments: list[Assignment], chance: object) -> None:
    del chance
    groups = linked_groups(assignments)
    codes = [code for group in groups for code in group]
    assert sorted(codes) == sorted({a.region for a in assignments})
    for judge in {a.judge for a in assignments}:
        mine = {a.region for a in assignments if a.judge == judge}
        assert sum(bool(mine & set(group)) for group in groups) == 1
    assert linked_groups(reversed(assignments)) == groups
