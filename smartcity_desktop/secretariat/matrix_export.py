"""The matrix of completeness as a table for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.completeness_facts import CELL_WORDS
from smartcity_desktop.tables.writing import write_csv

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts


def write_matrix(
    facts: OfficeFacts,
    say: Callable[[Message], str],
    regions: Iterable[str],
    judges: Iterable[str],
) -> bytes:
    """Return the matrix as CSV: a row a region, a column a judge, both by id or code.

    Where a judge does not score a region, the cell is empty.
    """
    states = facts.matrix.states
    places = {region.code: region for region in facts.roster.regions}
    people = {judge.id: judge for judge in facts.roster.judges}
    columns = [people[judge] for judge in judges]
    titles = [message("Code"), message("Region"), message("Province")]
    head = [say(title) for title in titles] + [f"{j.id} {j.name}" for j in columns]
    rows = [
        [code, places[code].name, places[code].province]
        + [say(CELL_WORDS[s]) if (s := states.get((j.id, code))) else "" for j in columns]
        for code in regions
    ]
    return write_csv([head, *rows])
