"""Invented scores: strict and lenient judges, better and weaker regions, all from one seed."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.assessment import Assignment, Judge, Region
    from smartcity_desktop.domain.instrument import Indicator, Instrument

NOTES = (
    "Dokumen lengkap dan dapat ditunjukkan.",
    "Perlu bukti pendukung tahun terakhir.",
    "Diperagakan langsung oleh Kepala Dinas.",
    "Belum seragam di semua perangkat daerah.",
    "Ada tindak lanjut tertulis.",
)
ABSTENTION = "Bukti dukung tidak dapat diperlihatkan pada saat presentasi"


class InventedSheet(Struct, frozen=True):
    """What one judge will enter for one region; a value of None is an abstention."""

    judge: str
    region: str
    values: tuple[int | None, ...]
    notes: tuple[tuple[str, str], ...]


def invent_sheets(
    seed: int,
    instrument: Instrument,
    judges: Sequence[Judge],
    regions: Sequence[Region],
    assignments: Sequence[Assignment],
) -> tuple[InventedSheet, ...]:
    """Return a sheet for every assignment; the same seed gives the same sheets."""
    chance = Random(seed)  # noqa: S311 - invented scores are no secret
    severity = {judge.id: chance.randint(-28, 28) for judge in judges}
    quality = {
        region.code: [
            chance.randint(130, 370) + chance.randint(-45, 45) for _ in instrument.dimensions
        ]
        for region in regions
    }
    return tuple(
        _invent_sheet(chance, instrument, a, quality[a.region], severity[a.judge])
        for a in sorted(assignments, key=lambda a: (a.judge, a.region))
    )


def _invent_sheet(
    chance: Random,
    instrument: Instrument,
    assignment: Assignment,
    quality: Sequence[int],
    severity: int,
) -> InventedSheet:
    values: list[int | None] = []
    notes = []
    for dimension, level in zip(instrument.dimensions, quality, strict=True):
        for indicator in dimension.all_indicators():
            impression = level + severity + chance.randint(-60, 60)
            fate = chance.randint(1, 1000)
            values.append(None if fate <= 4 else _nearest(indicator, impression))
            if fate > 960:
                notes.append((indicator.id, chance.choice(NOTES)))
    return InventedSheet(assignment.judge, assignment.region, tuple(values), tuple(notes))


def _nearest(indicator: Indicator, impression: int) -> int:
    """Place an impression of 100 (worst) to 400 (best) on the indicator's own scale."""
    scale = indicator.scale
    share = min(max(impression, 100), 400) - 100
    if scale.values:
        return scale.values[(share * (len(scale.values) - 1) + 150) // 300]
    steps = (scale.maximum - scale.minimum) // scale.step
    return scale.minimum + scale.step * ((share * steps + 150) // 300)
