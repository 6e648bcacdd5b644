"""One region beside the ranking: place, radar, every judge's figures, notes, evidence, dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import REGION_NOTE, SheetState
from smartcity_desktop.reports.charts.radar import RadarAxis
from ui.coordinator.results.evidence_list import EvidenceList
from ui.item_models.judge_matrix_model import JudgeMatrixModel
from ui.judge.dimension_line import DimensionLine, dimension_table
from ui.judge.figures_card import short_labels
from ui.theme import GAP_8, GAP_12, INDICATOR_COLUMN, LIST_HEIGHT, REGION_PANE
from ui.widgets.buttons import button, toggle
from ui.widgets.dimension_chart import DimensionChart
from ui.widgets.flow import flow
from ui.widgets.fold import Fold
from ui.widgets.layouts import clear_layout, column, scrolled
from ui.widgets.plain_table import PlainTable
from ui.widgets.texts import label
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.region_view import RegionView
    from ui.context import Context
    from ui.coordinator.state import OfficeState

NONE = "—"


class RegionPane(QFrame):
    """Shows one region until it is closed.

    Attributes:
        view: what is shown, or None. is_wide: whether it shall have the page for itself.
    """

    closed = Signal()
    widened = Signal()
    """It shall have the page for itself, or no longer."""
    compared = Signal(str)
    """Code of a region that shall stand in the comparison."""
    merging_requested = Signal()
    """Evidence is missing that a merge would bring."""

    def __init__(self, context: Context, state: OfficeState, instrument: Instrument) -> None:
        """Make an empty pane."""
        super().__init__()
        self._context, self._state, self._instrument = context, state, instrument
        self.view: RegionView | None = None
        self.is_wide = False
        self.setObjectName("card")
        self._lines = column(gap=GAP_12, margin=GAP_12)
        self._inner = QWidget()
        self._inner.setLayout(self._lines)
        self._area = scrolled(self._inner)
        self.setLayout(column([self._area], gap=0))
        self.setAccessibleName(context.words.say(message("The chosen region")))
        self.hide()

    def show_region(self, view: RegionView) -> None:
        """Show a region in place of the one before."""
        self.view = view
        clear_layout(self._lines)
        for part in self._parts(view):
            self._lines.addWidget(part)
        self._lines.addStretch(1)
        self.show()

    def least_width(self) -> int:
        """Return how wide it must be for every word to be read without scrolling sideways."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        return self._inner.minimumSizeHint().width() + bar + 2 * self.frameWidth()

    def close_region(self) -> None:
        """Hide the pane."""
        self.view = None
        self.hide()
        self.closed.emit()

    def _widen(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.is_wide = on
        self.widened.emit()

    def _parts(self, view: RegionView) -> Iterator[QWidget]:
        say, code = self._context.words.say, view.region.code
        yield label(view.region.name, "section")
        yield label(f"{code} · {view.region.province}".rstrip(" ·"), "quiet")
        yield label(say(self._place(view)), "strong")
        for reason in view.unranked.reasons if view.unranked else ():
            yield label(say(reason), "attention")
        compare = button(say(message("Put into the comparison")), lambda: self.compared.emit(code))
        wide = toggle(say(message("Use the whole page")), self._widen)
        wide.setChecked(self.is_wide)
        yield flow([compare, wide, button(say(message("Close")), self.close_region)], gap=GAP_8)
        yield self._chart(view)
        yield label(say(message("Solid line: this region. Dashed line: mean of all ranked.")),
                    "quiet")  # fmt: skip
        figures = self._dimensions(view)
        figures.setMaximumWidth(self._context.theme.pixels(REGION_PANE))
        yield figures
        yield label(say(message("Every judge's figures")), "strong")
        yield self._matrix(view)
        yield label(say(message("Figures in brackets were dropped by the rules.")), "quiet")
        yield self._fold(message("Judges"), [f"{judge.id}: {judge.name}" for judge in view.judges])
        yield self._fold(message("Notes"), list(self._notes(view)))
        yield self._evidence(view)
        yield self._fold(message("Dossier"), list(self._dossier(view)))

    def _place(self, view: RegionView) -> Message:
        words, ranked = self._context.words, view.ranked
        if ranked is None:
            return message("Without a rank")
        total = words.figures(ranked.printed)
        if ranked.selection is None:
            return message("Rank {rank}, final value {total}", rank=ranked.rank, total=total)
        return message(
            "Rank {rank}, final value {total}, {selection}",
            rank=ranked.rank,
            total=total,
            selection=words.text(ranked.selection),
        )

    def _chart(self, view: RegionView) -> DimensionChart:
        made = DimensionChart(self._context.theme)
        labels = short_labels(self._instrument.dimensions)
        axes = [
            RadarAxis(text, axis.lowest, axis.highest, axis.value, axis.mean)
            for text, axis in zip(labels, view.axes, strict=True)
        ]
        made.show_axes(axes, "; ".join(self._said(view)))
        made.setAccessibleName(self._context.words.say(message("Dimensions against the mean")))
        return made

    def _said(self, view: RegionView) -> Iterator[str]:
        words = self._context.words
        for dimension, (value, mean) in zip(
            self._instrument.dimensions, self._figures(view), strict=True
        ):
            yield f"{words.text(dimension.name)}: {value} ({mean})"

    def _figures(self, view: RegionView) -> Iterator[tuple[str, str]]:
        """Yield the value of every dimension, and the mean of all ranked regions."""
        words, places = self._context.words, self._instrument.rules.decimals
        for axis in view.axes:
            value, mean = (
                NONE if number is None else words.number(number, places)
                for number in (axis.value, axis.mean)
            )
            yield value, mean

    def _dimensions(self, view: RegionView) -> QWidget:
        """Return what the letters of the chart stand for, with the figures that it draws."""
        words, dimensions = self._context.words, self._instrument.dimensions
        lines = []
        for short, dimension, (value, mean) in zip(
            short_labels(dimensions), dimensions, self._figures(view), strict=True
        ):
            line = DimensionLine(short, words.text(dimension.name))
            line.show_figure(value, words.say(message("mean {mean}", mean=mean)))
            lines.append(line)
        return dimension_table(lines)

    def _matrix(self, view: RegionView) -> PlainTable:
        words = self._context.words
        table = PlainTable(words.say(message("Every judge's figures")))
        model = JudgeMatrixModel(words, self._instrument, view)
        model.setParent(table)
        table.show_model(model)
        # Names go on below: beside a name in one line there would be no room for any figure.
        theme = self._context.theme
        table.setItemDelegateForColumn(0, TwoLineDelegate(table, theme))
        table.setColumnWidth(0, min(table.columnWidth(0), theme.pixels(INDICATOR_COLUMN)))
        table.let_rows_grow()
        table.setMinimumHeight(theme.pixels(LIST_HEIGHT))
        return table

    def _notes(self, view: RegionView) -> Iterator[str]:
        words = self._context.words
        for sheet in view.sheets:
            for indicator, text in sheet.notes:
                where = "" if indicator == REGION_NOTE else f" {indicator}"
                yield f"{sheet.judge}{where}: {text}"
            for indicator, reason in sheet.abstained:
                said = message("not scored: {reason}", reason=reason)
                yield f"{sheet.judge} {indicator}: {words.say(said)}"
            if sheet.state is not SheetState.SCORED:
                yield f"{sheet.judge}: {sheet.reason}"

    def _evidence(self, view: RegionView) -> Fold:
        listed = EvidenceList(self._context, self._state, view.evidence, encrypted=view.encrypted)
        listed.merging_requested.connect(self.merging_requested)
        return self._titled_fold(message("Evidence"), len(view.evidence), listed)

    def _dossier(self, view: RegionView) -> Iterator[str]:
        if view.dossier is not None:
            yield from (f"{name}: {text}" for name, text in view.dossier.figures)
            yield from (f"{each.indicator}: {each.text}" for each in view.dossier.answers)

    def _fold(self, title: Message, lines: list[str]) -> Fold:
        content = QWidget()
        texts: list[QLabel] = [label(line) for line in lines]
        nothing = label(self._context.words.say(message("Nothing.")), "quiet")
        content.setLayout(column(texts or [nothing], gap=GAP_8))
        return self._titled_fold(title, len(lines), content)

    def _titled_fold(self, title: Message, count: int, content: QWidget) -> Fold:
        said = message("{what} ({count})", what=title, count=count)
        return Fold(self._context.words.say(said), content)
