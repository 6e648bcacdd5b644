"""A score sheet line by line: what stands at each indicator, and how far the judge has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.score_sheet import REGION_NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from smartcity_desktop.domain.score_sheet import Evidence, ScoreSheet


class SheetLine(Struct, frozen=True):
    """What stands at one indicator, or on the region (``*``).

    Attributes:
        value: value x 10**decimals, or None. abstained: the reason; empty where not abstained.
    """

    value: int | None = None
    abstained: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is neither scored nor abstained."""
        return self.value is None and not self.abstained


def sheet_lines(sheet: ScoreSheet, ids: Sequence[str]) -> dict[str, SheetLine]:
    """Return a line for every indicator in instrument order, and one for the region."""
    values = dict(zip(ids, sheet.values, strict=True))
    abstained, notes = dict(sheet.abstained), dict(sheet.notes)
    evidence: dict[str, list[Evidence]] = {}
    for owner, file in sheet.evidence:
        evidence.setdefault(owner, []).append(file)
    return {
        name: SheetLine(
            values.get(name),
            abstained.get(name, ""),
            notes.get(name, ""),
            tuple(evidence.get(name, ())),
        )
        for name in (*ids, REGION_NOTE)
    }


def count_done(lines: Mapping[str, SheetLine], ids: Iterable[str]) -> int:
    """Return how many of these indicators are scored or abstained."""
    return sum(not lines[name].is_open for name in ids)


def next_open(lines: Mapping[str, SheetLine], ids: Sequence[str], after: str) -> str:
    """Return the next open indicator after one, from the beginning again at the end.

    Empty where none but that one is open; an unknown ``after`` starts at the beginning.
    """
    start = ids.index(after) + 1 if after in ids else 0
    around = (*ids[start:], *ids[:start])
    return next((name for name in around if name != after and lines[name].is_open), "")
