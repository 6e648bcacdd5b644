"""The yardstick for documents: the usual way, a Paragraph in every cell and the library's chart."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any
from unittest.mock import patch
from xml.sax.saxutils import escape

from reportlab.graphics.charts.spider import SpiderChart  # type: ignore[import-untyped]
from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.platypus import Paragraph, Table, TableStyle  # type: ignore[import-untyped]

from smartcity_desktop.reports.documents import region_dimensions, region_matrix
from smartcity_desktop.reports.layout.cells import Align
from smartcity_desktop.reports.layout.ink import RULE, Ink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartcity_desktop.reports.charts.radar import RadarDrawing
    from smartcity_desktop.reports.layout.cells import Cell, Column, Row

ALIGNMENTS = {Align.LEFT: 0, Align.CENTRE: 1, Align.RIGHT: 2}


@contextmanager
def usual_way() -> Iterator[None]:
    """Set the regions' sheets with these tables and charts instead of ours."""
    with (
        patch.object(region_dimensions, "RuledTable", paragraph_table),
        patch.object(region_matrix, "RuledTable", paragraph_table),
        patch.object(region_dimensions, "RadarChart", spider_chart),
    ):
        yield


def paragraph_table(columns: Sequence[Column], head: Sequence[Row], rows: Sequence[Row]) -> Table:
    """Return the library's own table with the same rows, columns, rules and fills."""
    everything = [*head, *rows]
    commands: list[tuple[Any, ...]] = [
        ("LEFTPADDING", (0, 0), (-1, -1), 3.2), ("RIGHTPADDING", (0, 0), (-1, -1), 3.2),
        ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("LINEABOVE", (0, 0), (-1, 0), 0.9, RULE),
    ]  # fmt: skip
    cells = []
    for number, row in enumerate(everything):
        commands.append(("LINEBELOW", (0, number), (-1, number), row.rule, RULE))
        if row.fill is not None:
            commands.append(("BACKGROUND", (0, number), (-1, number), row.fill))
        aligns = [column.align for column in columns]
        filled = [_cell(cell, row.ink, align) for cell, align in zip(row.cells, aligns,
                                                                      strict=False)]  # fmt: skip
        if len(row.cells) < len(columns):
            commands.append(("SPAN", (0, number), (-1, number)))
            filled += [""] * (len(columns) - len(row.cells))
        cells.append(filled)
    return Table(cells, [column.width for column in columns], style=TableStyle(commands),
                 repeatRows=len(head), hAlign="LEFT")  # fmt: skip


def _cell(cell: Cell, ink: Ink, align: Align) -> Paragraph | list[Paragraph]:
    if isinstance(cell, str):
        return Paragraph(escape(cell), _style(ink, align))
    return [Paragraph(escape(text), _style(own, align)) for text, own in cell]


@cache
def _style(ink: Ink, align: Align) -> ParagraphStyle:
    return ParagraphStyle("cell", fontName=ink.font, fontSize=ink.size, leading=ink.leading,
                          textColor=ink.colour, alignment=ALIGNMENTS[align])  # fmt: skip


def spider_chart(
    drawing: RadarDrawing, size: tuple[float, float], _names: tuple[str, str], *_words: object
) -> Drawing:
    """Return the library's own chart with as many strands and two lines."""
    STATE_DEFAULTS["fontName"] = Ink().font
    chart = SpiderChart()
    chart.x, chart.y = size[0] * 0.2, size[1] * 0.2
    chart.width, chart.height = size[0] * 0.6, size[1] * 0.6
    chart.data = [
        [(x * x + y * y) ** 0.5 for x, y in line] for line in (drawing.value, drawing.other)
    ]
    chart.labels = [text for text, _ in drawing.labels]
    chart.strandLabels.fontName = Ink().font
    chart.spokeLabels.fontName = Ink().font
    whole = Drawing(*size)
    whole.add(chart)
    return whole
