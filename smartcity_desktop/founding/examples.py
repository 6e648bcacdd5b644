"""The regions of three real years that come with the program, as examples to begin with."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from smartcity_desktop.regions.region_list import read_region_list
from smartcity_desktop.regions.resource import REGIONS_FOLDER, official_regions
from smartcity_desktop.tables.columns import Column, read_records
from smartcity_desktop.tables.reading import read_table_file

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.assessment import Region

EXAMPLE = REGIONS_FOLDER / "contoh-2017-2019.csv"


def example_years(path: Path = EXAMPLE) -> dict[str, tuple[Region, ...]]:
    """Return the regions that were selected, by year."""
    table = read_table_file(path)
    years_of = {
        record.text("code"): record.text("year").split()
        for record in read_records(table, (Column("code"), Column("year")))
    }
    found: dict[str, list[Region]] = {year: [] for year in sorted(set(chain(*years_of.values())))}
    for region in read_region_list(table, official_regions()):
        for year in years_of[region.code]:
            found[year].append(region)
    return {year: tuple(regions) for year, regions in found.items()}
