"""The regions that were taken, band by band: what is announced, without the others' figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.region_cell import region_cell
from smartcity_desktop.reports.layout.cells import Align, Column, Row
from smartcity_desktop.reports.layout.ink import HEAD, HEAD_FILL, MM
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.layout.text import paragraph, titled_table

if TYPE_CHECKING:
    from reportlab.platypus import Flowable  # type: ignore[import-untyped]

    from smartcity_desktop.domain.results import RankedRegion
    from smartcity_desktop.reports.phrases.naming import Naming
    from smartcity_desktop.reports.record import DeclaredRecord

NUMBER, CODE, TOTAL, RANK = 10 * MM, 18 * MM, 26 * MM, 22 * MM


def taken_bands(record: DeclaredRecord) -> list[tuple[str, list[RankedRegion]]]:
    """Return the bands in the rules' order with their regions by rank; empty ones are left out.

    An instrument without bands selects nobody: then all ranked regions stand under no name.
    """
    bands = record.instrument.rules.bands
    if not bands:
        return [("", list(record.results.ranked))] if record.results.ranked else []
    found = [
        (band.name.id, [r for r in record.results.ranked
                        if r.selection and r.selection.id == band.name.id])
        for band in bands
    ]  # fmt: skip
    return [(name, regions) for name, regions in found if regions]


def taken_tables(record: DeclaredRecord, naming: Naming, width: float) -> list[Flowable]:
    """Return a heading and a table for every band, or that there is nothing to tell."""
    words = naming.words
    found: list[Flowable] = []
    for band, regions in taken_bands(record):
        title = message("All ranked regions ({count})", count=len(regions))
        if band:
            title = message("{band} ({count})", band=naming.band(band), count=len(regions))
        found += titled_table(words.say(title), _table(regions, naming, width))
    return found or [paragraph(words.say(message("No region is ranked.")))]


def _table(regions: list[RankedRegion], naming: Naming, width: float) -> RuledTable:
    words = naming.words
    columns = (Column(NUMBER), Column(CODE), Column(width - NUMBER - CODE - RANK - TOTAL),
               Column(RANK, Align.CENTRE), Column(TOTAL, Align.RIGHT))  # fmt: skip
    heads = (message("No."), message("Code"), message("Region"), message("Rank"),
             message("Final value"))  # fmt: skip
    rows = [
        Row((f"{n}.", words.name(region.code),
             region_cell(naming.region_name(region.code), naming.province(region.code)),
             str(region.rank), words.figure(region.printed)))
        for n, region in enumerate(regions, start=1)
    ]  # fmt: skip
    head = Row(tuple(words.say(h) for h in heads), HEAD, HEAD_FILL, 0.9, middle=True)
    return RuledTable(columns, [head], rows)
