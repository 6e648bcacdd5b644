"""Lists as offices keep them: without ids of judges, or without codes of regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.regions.region_list import REGION_COLUMNS
from smartcity_desktop.regions.resource import official_regions
from smartcity_desktop.rosters.judge_list import JUDGE_COLUMNS
from smartcity_desktop.tables.columns import is_there_or_nearly, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartcity_desktop.tables.columns import Column
    from smartcity_desktop.tables.table import Table


def with_judge_ids(table: Table) -> Table:
    """Return a list of judges that names no ids with ids in its order: juri-01, juri-02 ..."""
    wide = max(2, len(str(len(table.rows))))
    return _with(table, JUDGE_COLUMNS, "id", "id", lambda at, _: f"juri-{at:0{wide}}")


def with_region_codes(table: Table) -> Table:
    """Return a list of regions that has names only with the codes of those names.

    Where a name can mean several regions, or none, the code stays empty and is then asked for.
    """
    official = official_regions()

    def code(_: int, name: str) -> str:
        meant = official.named(name)
        return meant[0].code if len(meant) == 1 else ""

    return _with(table, REGION_COLUMNS, "code", "kode", code)


def _with(
    table: Table, columns: Sequence[Column], lacking: str, title: str,
    value: Callable[[int, str], str],
) -> Table:  # fmt: skip
    """Return a table with one more column, unless it has that, nearly has it, or has no names."""
    by_name = {column.name: column for column in columns}
    name = place_of(table, by_name["name"])
    if name is None or is_there_or_nearly(table, by_name[lacking], columns):
        return table
    rows = tuple(
        replace(row, cells=(*row.cells, value(at, " ".join(row.cells[name].split()))))
        for at, row in enumerate(table.rows, start=1)
    )
    return replace(table, header=(*table.header, title), rows=rows)
