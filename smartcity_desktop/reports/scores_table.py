"""Every counted score as a row: for those who analyse the judging with tools of their own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.instrument import Indicator
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.results_table import Cell

HEADER = (
    "judge", "judge_name", "region", "region_name", "dimension", "indicator", "state", "value",
    "note", "receipt", "paper",
)  # fmt: skip

ABSTAINED = "abstained"


def scores_rows(record: DeclaredRecord) -> tuple[tuple[Cell, ...], ...]:
    """Return the header and one row a score, by judge, region and the instrument's order.

    ``value`` is exact, with as many decimals as the indicator's scale has. An abstention has a
    row without a value; a sheet that is not scored has one for all indicators (``*``). ``note``
    is the judge's note, or the reason why there is no value. The header's words are fixed and
    English, because programs read them. In an anonymous set ``judge`` is a letter that belongs to
    that region alone, rows go by region, and what would tell more of the judge is empty.
    """
    rows: list[tuple[Cell, ...]] = [HEADER]
    names = {judge.id: judge.name for judge in record.roster.judges}
    regions = {region.code: region.name for region in record.roster.regions}
    receipts = {seal.digest: seal.receipt for seal in record.seals}
    counted = {(sheet.judge, sheet.region): sheet for sheet in record.counted}
    sheets = record.sheets
    if not record.veil:
        sheets = tuple(sorted(sheets, key=lambda each: (each.judge, each.region)))
    for sheet in sheets:
        origin = counted[sheet.judge, sheet.region]
        whose = (sheet.judge, names.get(sheet.judge, ""), sheet.region, regions[sheet.region])
        proof = (receipts.get(origin.seal, ""), "paper" if origin.paper else "")
        rows.extend((*whose, *score, *proof) for score in _scores(sheet, record))
    return tuple(rows)


def _scores(sheet: ScoreSheet, record: DeclaredRecord) -> Iterator[tuple[Cell, ...]]:
    if sheet.state is not SheetState.SCORED:
        yield "", REGION_NOTE, sheet.state.value, "", sheet.reason
        return
    reasons, notes = dict(sheet.abstained), dict(sheet.notes)
    for (dimension, indicator), value in zip(_places(record), sheet.values, strict=True):
        note = notes.get(indicator.id, "")
        if value is None:
            yield dimension, indicator.id, ABSTAINED, "", reasons.get(indicator.id, note)
        else:
            yield dimension, indicator.id, sheet.state.value, _number(indicator, value), note


def _places(record: DeclaredRecord) -> list[tuple[str, Indicator]]:
    return [
        (dimension.id, indicator)
        for dimension in record.instrument.dimensions
        for indicator in dimension.all_indicators()
    ]


def _number(indicator: Indicator, value: int) -> Decimal:
    scale = indicator.scale
    return Decimal(write_decimal(scale.exact(value), scale.decimals))
