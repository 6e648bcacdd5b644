"""The regions without a rank, each with every reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.documents.region_cell import region_cell
from smartcity_desktop.reports.layout.cells import Column, Row
from smartcity_desktop.reports.layout.ink import HEAD, HEAD_FILL, MM
from smartcity_desktop.reports.layout.table import RuledTable
from smartcity_desktop.reports.layout.text import titled_table

if TYPE_CHECKING:
    from reportlab.platypus import Flowable  # type: ignore[import-untyped]

    from smartcity_desktop.domain.results import Results
    from smartcity_desktop.reports.phrases.naming import Naming

CODE, REGION = 16 * MM, 62 * MM


def unranked_table(results: Results, naming: Naming, width: float) -> list[Flowable]:
    """Return heading and table; nothing when every region is ranked."""
    if not results.not_ranked:
        return []
    words = naming.words
    columns = (Column(CODE), Column(REGION), Column(width - CODE - REGION))
    head = Row(
        (words.say(message("Code")), words.say(message("Region")), words.say(message("Reason"))),
        HEAD, HEAD_FILL, 0.9,
    )  # fmt: skip
    rows = []
    for region in results.not_ranked:
        reasons = " ".join(words.note(words.say(reason)) for reason in region.reasons)
        name = region_cell(naming.region_name(region.code), naming.province(region.code))
        rows.append(Row((words.name(region.code), name, reasons)))
    title = words.say(message("Regions that are not ranked"))
    return titled_table(title, RuledTable(columns, [head], rows))
