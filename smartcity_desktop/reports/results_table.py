"""The ranking as a table: for a screen, a spreadsheet, and the attachment ``results.csv``."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.tables.writing import write_csv

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.results import RankedRegion, Results

Cell = str | int | Decimal

DIMENSION_DECIMALS = 4
PROVISIONAL = "provisional"
"""Title and content of the column that marks results which are not declared."""


def results_rows(
    roster: Roster,
    instrument: Instrument,
    results: Results,
    language: Language,
    *,
    provisional: bool = False,
) -> tuple[tuple[Cell, ...], ...]:
    """Return the header and one row a region, ranked first, then those without a rank.

    The header's words are fixed and English, because programs read them. ``exact`` is p/q;
    ``total`` is as printed on paper; dimensions are rounded to four decimals for reading.
    Provisional results say so in every row, however the rows are sorted and copied.
    """
    names = {region.code: region for region in roster.regions}
    dimensions = [d.id for d in instrument.dimensions]
    header = (
        "rank", "code", "name", "province", "total", "exact", *dimensions, "judges", "selection",
        "grade", "tied_with", "reason",
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [header]
    for region in results.ranked:
        own = names[region.code]
        rows.append(
            (
                region.rank,
                region.code,
                own.name,
                own.province,
                Decimal(region.printed),
                ratio(region.total),
                *_dimensions(region),
                region.tally.judges,
                region.selection.in_language(language) if region.selection else "",
                region.grade.in_language(language) if region.grade else "",
                " ".join(region.tied_with),
                "",
            )
        )
    for out in results.not_ranked:
        own = names[out.code]
        blanks = ("",) * len(dimensions)
        judges = out.tally.judges if out.tally else 0
        reason = "; ".join(lack.kind.value + (f" {lack.unit}" if lack.unit else "")
                           for lack in out.lacks)  # fmt: skip
        rows.append(
            ("", out.code, own.name, own.province, "", "", *blanks, judges, "", "", "", reason)
        )
    return marked_provisional(rows) if provisional else tuple(rows)


def marked_provisional(rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows with a last column that says, in each, that nothing was declared yet."""
    return tuple((*row, PROVISIONAL) for row in rows)


def results_csv(
    roster: Roster,
    instrument: Instrument,
    results: Results,
    language: Language,
    *,
    provisional: bool = False,
) -> bytes:
    """Return the table as CSV for spreadsheets: BOM, ``;``, the language's decimal mark."""
    rows = results_rows(roster, instrument, results, language, provisional=provisional)
    return write_csv(rows, decimal_mark=decimal_mark(language))


def decimal_mark(language: Language) -> str:
    """Return what stands between whole and part where this language's spreadsheets read it."""
    return "," if language is Language.INDONESIAN else "."


def figure(written: str) -> Cell:
    """Return what is written with a decimal point as a cell that follows the language's mark."""
    return Decimal(written)


def ratio(value: Fraction) -> str:
    """Return ``p/q`` in lowest terms."""
    return f"{value.numerator}/{value.denominator}"


def _dimensions(region: RankedRegion) -> tuple[Cell, ...]:
    return tuple(
        "" if value is None else Decimal(write_decimal(value, DIMENSION_DECIMALS))
        for _, value in region.tally.dimensions
    )
