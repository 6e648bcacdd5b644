"""The page on input files tells the truth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.regions.region_list import REGION_COLUMNS, read_region_list
from smartcity_desktop.rosters.assignment_list import ASSIGNMENT_COLUMNS, read_assignment_list
from smartcity_desktop.rosters.dossier_list import DOSSIER_COLUMNS, read_dossiers
from smartcity_desktop.rosters.judge_list import JUDGE_COLUMNS, read_judge_list
from smartcity_desktop.rosters.score_entries import read_score_entries
from smartcity_desktop.rosters.score_form import SCORE_COLUMNS
from smartcity_desktop.tables.reading import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.regions.official import RegionTable
    from smartcity_desktop.tables.table import Table

EXAMPLE = re.compile(r"```csv (\w+)\n(.*?)```", re.DOTALL)


@pytest.fixture
def page(root: Path) -> str:
    return (root / "docs/input-files.md").read_text(encoding="utf-8")


@pytest.fixture
def examples(page: str) -> dict[str, list[Table]]:
    tables: dict[str, list[Table]] = {}
    for kind, text in EXAMPLE.findall(page):
        tables.setdefault(kind, []).append(read_table(text.encode(), f"{kind}.csv"))
    return tables


def test_every_example_is_read(
    examples: dict[str, list[Table]],
    instrument: Instrument,
    regions: tuple[Region, ...],
    official: RegionTable,
) -> None:
    real, free = (read_region_list(table, official) for table in examples.pop("regions"))
    assert real == regions
    assert [region.code for region in free] == ["tim-01", "tim-02"]
    (judge_table,) = examples.pop("judges")
    judges = read_judge_list(judge_table, real, official)
    assert [judge.home_region for judge in judges] == ["64.72", "33.02", ""]
    (timetable,) = examples.pop("assignments")
    assignments = read_assignment_list(timetable, judges, real, official)
    assert [a.region for a in assignments] == ["33.02", "64.72", "94.04"]
    (dossier_table,) = examples.pop("dossiers")
    dossiers = read_dossiers(dossier_table, instrument, real, official)
    assert [len(d.answers) + len(d.figures) for d in dossiers.values()] == [4]
    listed, grid = (
        read_score_entries(table, instrument, real, official) for table in examples.pop("scores")
    )
    without_notes = [(e.region, e.indicator, e.kind, e.value) for e in listed]
    assert without_notes == [(e.region, e.indicator, e.kind, e.value) for e in grid]
    assert not examples


def test_every_column_is_on_the_page(page: str) -> None:
    lists = (REGION_COLUMNS, JUDGE_COLUMNS, ASSIGNMENT_COLUMNS, DOSSIER_COLUMNS, SCORE_COLUMNS)
    for columns in lists:
        for column in columns:
            assert f"`{column.name}`" in page
