"""One sheet as it will be sealed, written into a document for reading back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.own_figures import own_figures, product_places
from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState
from ui.judge.cell_words import NOTHING, CellWords
from ui.theme import BODY, GAP_4, GAP_8, GAP_16, SECONDARY, SECTION, TITLE

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.instrument import Indicator, Instrument
    from smartcity_desktop.domain.own_figures import OwnDimension
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from ui.theme import Theme
    from ui.words import Words

NAME_PART, VALUE_PART, TEXT_PART = 34, 10, 56
"""Hundredths of the width."""


class SheetPaper:
    """Writes sheets; every text of the file goes in as plain text."""

    def __init__(self, instrument: Instrument, words: Words, theme: Theme) -> None:
        """Take what all sheets share."""
        self._instrument, self._words, self._theme = instrument, words, theme
        self._cells = CellWords(instrument, words)
        self._places = product_places(instrument)
        self._plain = self._format(BODY)
        self._strong = self._format(BODY, bold=True)
        self._quiet = self._format(SECONDARY, quiet=True)

    def write(self, document: QTextDocument, sheet: ScoreSheet, region: Region) -> None:
        """Write a sheet in place of what the document held."""
        document.setUndoRedoEnabled(False)
        document.clear()
        document.setDocumentMargin(GAP_16)
        cursor = QTextCursor(document)
        # Laid out once, not anew at every word.
        cursor.beginEditBlock()
        self._fill(cursor, sheet, region)
        cursor.endEditBlock()

    def _fill(self, cursor: QTextCursor, sheet: ScoreSheet, region: Region) -> None:
        say = self._words.say
        cursor.insertText(region.name, self._format(TITLE, bold=True))
        told = [region.code, region.province, say(self._cells.state(sheet))]
        self._line(cursor, " · ".join(part for part in told if part), self._quiet)
        if sheet.state is SheetState.SCORED:
            self._scores(cursor, sheet)
        else:
            self._line(cursor, say(message("Reason: {reason}", reason=sheet.reason)), self._plain)
        self._remarks(cursor, sheet)

    def _scores(self, cursor: QTextCursor, sheet: ScoreSheet) -> None:
        figures = own_figures(self._instrument, sheet)
        total = NOTHING if figures.total is None else self._words.number(figures.total,
                                                                          self._places)  # fmt: skip
        said = self._words.say(message("Your total for this region: {total}", total=total))
        if figures.total is None:
            said = self._words.say(_NO_TOTAL)
        self._line(cursor, said, self._strong)
        remarks = _by_indicator(sheet)
        values = dict(zip((i.id for i in self._instrument.indicators()), sheet.values, strict=True))
        for dimension in figures.dimensions:
            self._dimension(cursor, dimension)
            self._table(cursor, dimension, values, remarks)

    def _dimension(self, cursor: QTextCursor, dimension: OwnDimension) -> None:
        part = dimension.dimension
        sums = "" if dimension.sum is None else self._words.number(dimension.sum, self._places)
        heading = f"{part.id} {self._words.text(part.name)}"
        block = QTextBlockFormat()
        block.setTopMargin(GAP_16)
        cursor.insertBlock(block)
        cursor.insertText(heading, self._format(SECTION, bold=True))
        cursor.insertText(f"   {sums or NOTHING}", self._format(SECTION, quiet=True))

    def _table(
        self,
        cursor: QTextCursor,
        dimension: OwnDimension,
        values: dict[str, int | None],
        remarks: dict[str, list[tuple[str, str]]],
    ) -> None:
        table = cursor.insertTable(len(dimension.lines), 3, self._table_format())
        for row, line in enumerate(dimension.lines):
            indicator = line.indicator
            value = values[indicator.id]
            name = table.cellAt(row, 0).firstCursorPosition()
            name.insertText(f"{indicator.id} ", self._strong)
            name.insertText(self._words.text(indicator.name), self._plain)
            figure = NOTHING if value is None else self._words.value(indicator.scale, value)
            table.cellAt(row, 1).firstCursorPosition().insertText(figure, self._strong)
            self._said(table.cellAt(row, 2).firstCursorPosition(), indicator, value,
                       remarks.get(indicator.id, []))  # fmt: skip
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _said(
        self,
        cell: QTextCursor,
        indicator: Indicator,
        value: int | None,
        remarks: list[tuple[str, str]],
    ) -> None:
        level = "" if value is None else self._cells.level(indicator, value)
        parts = [(level, self._plain)] if level else []
        parts += [(self._tell(kind, text), self._quiet) for kind, text in remarks]
        for at, (text, look) in enumerate(parts):
            if at:
                cell.insertBlock()
            cell.insertText(text, look)

    def _remarks(self, cursor: QTextCursor, sheet: ScoreSheet) -> None:
        for kind, text in _by_indicator(sheet).get(REGION_NOTE, []):
            self._line(cursor, self._tell(kind, text), self._plain)

    def _tell(self, kind: str, text: str) -> str:
        told = {
            "abstained": message("Not scored: {reason}", reason=text),
            "note": message("Note: {note}", note=text),
            "evidence": message("Evidence: {file}", file=text),
        }
        return self._words.say(told[kind])

    def _line(self, cursor: QTextCursor, text: str, look: QTextCharFormat) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(GAP_4)
        cursor.insertBlock(block)
        cursor.insertText(text, look)

    def _format(self, size: float, *, bold: bool = False, quiet: bool = False) -> QTextCharFormat:
        colours = self._theme.colours
        made = QTextCharFormat()
        made.setFontPointSize(self._theme.points(size))
        made.setForeground(QColor(colours.quiet if quiet else colours.text))
        if bold:
            made.setFontWeight(QFont.Weight.DemiBold)
        return made

    def _table_format(self) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.PercentageLength, part)
                for part in (NAME_PART, VALUE_PART, TEXT_PART)
            ]
        )
        made.setCellPadding(GAP_8)
        made.setCellSpacing(0)
        made.setTopMargin(GAP_8)
        made.setBorder(1)
        made.setBorderCollapse(True)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderBrush(QColor(self._theme.colours.hair))
        return made


_NO_TOTAL = message("No total for this region, because indicators are left out with a reason.")


def _by_indicator(sheet: ScoreSheet) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for indicator, reason in sheet.abstained:
        found.setdefault(indicator, []).append(("abstained", reason))
    for indicator, note in sheet.notes:
        found.setdefault(indicator, []).append(("note", note))
    for indicator, file in sheet.evidence:
        found.setdefault(indicator, []).append(("evidence", file.name))
    return found
