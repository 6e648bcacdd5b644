"""All rows of the sheet, made once for the instrument and filled anew for every region."""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import REGION_NOTE
from ui.judge.indicator_row import IndicatorRow
from ui.judge.region_row import RegionRow
from ui.judge.sheet_sections import figures, sections
from ui.theme import GAP_8, GAP_12, GAP_16
from ui.widgets.scrolled_column import ScrolledColumn
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.domain.dossier import Dossier
    from smartcity_desktop.scoring.sheet_lines import SheetLine
    from ui.context import Context
    from ui.judge.evidence_intake import EvidenceIntake
    from ui.judge.sheet_acts import SheetActs

AT_ONCE, SLICE, PAUSE = 4, 0.004, 8
"""Rows made before the first sheet is shown; seconds of making and filling more, and milliseconds
until the next, so that a key is not kept waiting behind several rows."""
AT_FIRST = 150
"""Milliseconds before that begins: what is in sight is painted first, and takes the first key."""


class SheetRows(ScrolledColumn):
    """Scrolls over the rows; only what it is told to show moves.

    Attributes:
        rows: by indicator; those far down are made, and filled with another region, while the
            judge looks at the first.
    """

    scored = Signal(str)
    stepped = Signal(str, int)

    def __init__(self, context: Context, acts: SheetActs, intake: EvidenceIntake) -> None:
        """Make the first rows; the rest follows by itself."""
        super().__init__()
        self._context, self._acts, self._intake = context, acts, intake
        self.rows: dict[str, IndicatorRow] = {}
        self.headings: dict[str, QWidget] = {}
        self._lines: Mapping[str, SheetLine] | None = None
        self._dossier: Dossier | None = None
        self.setAccessibleName(context.words.say(message("Score sheet")))
        self.column.setContentsMargins(GAP_16, GAP_8, GAP_16, GAP_16)
        self.region_row: RegionRow | None = None
        self._making = self._make()
        self._later = QTimer(self)
        self._later.timeout.connect(self._go_on)
        self._unfilled: deque[IndicatorRow | RegionRow] = deque()
        self.verticalScrollBar().valueChanged.connect(self._fill_in_sight)
        self.verticalScrollBar().rangeChanged.connect(self._fill_in_sight)
        while len(self.rows) < AT_ONCE and next(self._making, False) is not False:
            pass

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make and fill the rest from now on."""
        super().showEvent(event)
        self._later.start(AT_FIRST)

    def show_lines(self, lines: Mapping[str, SheetLine], dossier: Dossier | None) -> None:
        """Fill the rows in sight with what stands there; those further down follow by themselves.

        Wherever one goes, the rows are filled when they come into sight, from the first one on.
        """
        self._lines, self._dossier = lines, dossier
        self._unfilled = deque(self.rows.values())
        if self.region_row is not None:
            self._unfilled.append(self.region_row)
        self._fill_in_sight()
        if self.isVisible() and not self._later.isActive():
            self._later.start(PAUSE)

    def row(self, indicator: str) -> IndicatorRow:
        """Return an indicator's row, made and filled now if need be."""
        while indicator not in self.rows:
            next(self._making)
        row = self.rows[indicator]
        while row in self._unfilled:
            self._fill(self._unfilled.popleft())
        return row

    def go_to(self, indicator: str) -> None:
        """Give an indicator the focus, and scroll only where it is not wholly visible."""
        row = self.row(indicator)
        row.take_focus()
        self.show_whole(row)

    def make_all(self) -> None:
        """Make and fill whatever is not yet there."""
        for _ in self._making:
            pass
        while self._unfilled:
            self._fill(self._unfilled.popleft())

    def heading(self, dimension: str) -> QWidget:
        """Return the heading of a dimension."""
        self.make_all()
        return self.headings[dimension]

    def topmost(self) -> str:
        """Return the dimension at the top of what is visible."""
        top = self.verticalScrollBar().value() + GAP_16
        passed = [d for d, heading in self.headings.items() if heading.y() <= top]
        return passed[-1] if passed else next(iter(self.headings), "")

    def show_anew(self, lines: Mapping[str, SheetLine]) -> None:
        """Fill every row, also those on which nothing but a draft has changed."""
        for row in self.rows.values():
            row.show_anew()
        self.show_lines(lines, self._dossier)

    def show_drafts(self) -> None:
        """Show again what was typed on this region and is no value."""
        for code, indicator, field in tuple(self._acts.drafts):
            if code == self._acts.code and field == "value":
                self.row(indicator).show_draft()

    def leave(self) -> None:
        """Hand on what was typed in any row."""
        for row in self.rows.values():
            # Nothing was typed into a row that still shows the region before this one.
            if row.region == self._acts.code:
                row.leave()
        if self.region_row is not None:
            self.region_row.leave()

    def _fill(self, row: IndicatorRow | RegionRow) -> None:
        if self._lines is None:
            return
        if isinstance(row, RegionRow):
            row.show_line(self._lines[REGION_NOTE])
            return
        indicator = row.indicator.id
        answer = self._dossier.answer(indicator) if self._dossier is not None else None
        row.show_line(self._lines[indicator], answer)

    def _fill_in_sight(self) -> None:
        """Fill every row down to the last that is in sight."""
        end = self.verticalScrollBar().value() + self.viewport().height()
        while self._unfilled and self._unfilled[0].y() < end:
            self._fill(self._unfilled.popleft())

    def _go_on(self) -> None:
        self._later.setInterval(PAUSE)
        until = monotonic() + SLICE
        while monotonic() < until:
            if self._unfilled:
                self._fill(self._unfilled.popleft())
            elif next(self._making, False) is False:
                self._later.stop()
                return

    def _make(self) -> Iterator[None]:
        """Make one row after another, each in several steps that are short enough for one turn."""
        instrument, words = self._acts.state.facts.instrument, self._context.words
        weights = {d.id: figures(d.weight, words) for d in instrument.dimensions}
        for section in sections(instrument, words):
            if section.heading:
                weight = message("weight {weight}", weight=weights[section.dimension])
                title = f"{section.heading} · {words.say(weight)}"
                self.headings[section.dimension] = self._head(title, "section")
            if section.aspect:
                self._head(section.aspect, "quiet")
            for indicator, weight_text in section.indicators:
                row = IndicatorRow(self._context, indicator, weight_text, self._acts, self._intake)
                row.scored.connect(self.scored)
                row.stepped.connect(self.stepped)
                # Otherwise Qt shows it as soon as it has its place, before it is filled.
                row.hide()
                # It goes with the sheet, also where that goes before the row has its place.
                row.setParent(self.widget())
                yield
                self.column.addWidget(row)
                yield
                self.rows[indicator.id] = row
                self._fill(row)
                row.show()
                yield
        self.region_row = RegionRow(self._context, self._acts, self._intake)
        self._fill(self.region_row)
        self.put(self.region_row)
        yield

    def _head(self, text: str, kind: str) -> QWidget:
        made = label(text, kind)
        made.setContentsMargins(0, GAP_12 if kind == "section" else 0, 0, 0)
        self.put(made)
        return made
