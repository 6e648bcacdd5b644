"""Reading the official table that ships with the program."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from smartcity_desktop.regions.official import OfficialRegion, Province, RegionKind, RegionTable
from smartcity_desktop.tables.columns import Column, read_records
from smartcity_desktop.tables.reading import read_table_file

if TYPE_CHECKING:
    from smartcity_desktop.tables.columns import Record

REGIONS_FOLDER = Path(__file__).parents[2] / "resources" / "regions"
"""Where ``regions.csv``, ``aliases.csv`` and ``other-names.csv`` lie beside the program."""

_PROVINCE = "provinsi"


@lru_cache(maxsize=1)
def official_regions(folder: Path = REGIONS_FOLDER) -> RegionTable:
    """Return the official table; it is read once.

    Raises:
        InputError: a file of the table is missing or damaged.
    """
    rows = _records(folder / "regions.csv", "code", "level", "province_code", "name")
    provinces = {
        row.text("code"): Province(row.text("code"), row.text("name"))
        for row in rows
        if row.text("level") == _PROVINCE
    }
    regions = (
        OfficialRegion(
            row.text("code"),
            row.text("name"),
            provinces[row.text("province_code")],
            RegionKind(row.text("level")),
        )
        for row in rows
        if row.text("level") != _PROVINCE
    )
    aliases = _records(folder / "aliases.csv", "old_code", "code")
    names = _records(folder / "other-names.csv", "code", "name")
    return RegionTable(
        provinces.values(),
        regions,
        {row.text("old_code"): row.text("code") for row in aliases},
        ((row.text("code"), row.text("name")) for row in names),
    )


def _records(path: Path, *columns: str) -> tuple[Record, ...]:
    return read_records(read_table_file(path), [Column(c, required=True) for c in columns])
