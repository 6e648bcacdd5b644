"""Every counted score as a row: for those who analyse the judging with tools of their own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.instrument import Indicator, Instrument
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.results_table import Cell

HEADER = (
    "judge", "judge_name", "region", "region_name", "dimension", "indicator", "state", "value",
    "note", "receipt", "paper",
)  # fmt: skip

ABSTAINED = "abstained"


class ScoreFacts(Struct, frozen=True):
    """What the rows are made of.

    Attributes:
        sheets: the full counted sheets. counted: the same, with where they came from.
        receipts: by digest of the seal.
        lettered: judges are letters, and the sheets stand in the order they are shown in.
    """

    instrument: Instrument
    roster: Roster
    sheets: tuple[ScoreSheet, ...]
    counted: tuple[CountedSheet, ...]
    receipts: Mapping[str, str]
    lettered: bool = False


def declared_scores(record: DeclaredRecord) -> ScoreFacts:
    """Return the scores of a declaration as it is published."""
    return ScoreFacts(
        record.instrument,
        record.roster,
        record.sheets,
        record.counted,
        {seal.digest: seal.receipt for seal in record.seals},
        lettered=record.veil is not None,
    )


def scores_rows(facts: ScoreFacts) -> tuple[tuple[Cell, ...], ...]:
    """Return the header and one row a score, by judge, region and the instrument's order.

    ``value`` is exact, with as many decimals as the indicator's scale has. An abstention has a
    row without a value; a sheet that is not scored has one for all indicators (``*``). ``note``
    is the judge's note, or the reason why there is no value. The header's words are fixed and
    English, because programs read them. In an anonymous set ``judge`` is a letter that belongs to
    that region alone, rows go by region, and what would tell more of the judge is empty.
    """
    rows: list[tuple[Cell, ...]] = [HEADER]
    names = {judge.id: judge.name for judge in facts.roster.judges}
    regions = {region.code: region.name for region in facts.roster.regions}
    counted = {(sheet.judge, sheet.region): sheet for sheet in facts.counted}
    places = _places(facts.instrument)
    sheets = facts.sheets
    if not facts.lettered:
        sheets = tuple(sorted(sheets, key=lambda each: (each.judge, each.region)))
    for sheet in sheets:
        origin = counted[sheet.judge, sheet.region]
        whose = (sheet.judge, names.get(sheet.judge, ""), sheet.region, regions[sheet.region])
        proof = (facts.receipts.get(origin.seal, ""), "paper" if origin.paper else "")
        rows.extend((*whose, *score, *proof) for score in _scores(sheet, places))
    return tuple(rows)


def _scores(
    sheet: ScoreSheet, places: Sequence[tuple[str, Indicator]]
) -> Iterator[tuple[Cell, ...]]:
    if sheet.state is not SheetState.SCORED:
        yield "", REGION_NOTE, sheet.state.value, "", sheet.reason
        return
    reasons, notes = dict(sheet.abstained), dict(sheet.notes)
    for (dimension, indicator), value in zip(places, sheet.values, strict=True):
        note = notes.get(indicator.id, "")
        if value is None:
            yield dimension, indicator.id, ABSTAINED, "", reasons.get(indicator.id, note)
        else:
            yield dimension, indicator.id, sheet.state.value, _number(indicator, value), note


def _places(instrument: Instrument) -> list[tuple[str, Indicator]]:
    return [
        (dimension.id, indicator)
        for dimension in instrument.dimensions
        for indicator in dimension.all_indicators()
    ]


def _number(indicator: Indicator, value: int) -> Decimal:
    scale = indicator.scale
    return Decimal(write_decimal(scale.exact(value), scale.decimals))
