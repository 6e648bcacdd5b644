"""The plan: a table of files, and beside it everything about the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QWidget

from smartcity_desktop.domain.message import message
from ui.coordinator.merging.file_details import FileDetails
from ui.item_models.merge_plan_model import Column, MergePlanModel
from ui.theme import (
    DETAILS_BESIDE_FROM,
    DETAILS_WIDTH,
    GAP_12,
    GAP_16,
    JUDGE_COLUMN,
    OUTCOME_COLUMN,
    RECEIPT_COLUMN,
)
from ui.widgets.buttons import toggle
from ui.widgets.layouts import column, row
from ui.widgets.plain_table import PlainTable
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from smartcity_desktop.merging.session import PlannedMerge
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context


class PlanView(QWidget):
    """Table and details; where it is narrow, the details take the table's place when asked for.

    Attributes:
        table, model: the files. details: of the chosen file.
        more: shows the details; whoever shows this view puts the button into a line of its own.
    """

    def __init__(self, context: Context) -> None:
        """Show no plan yet."""
        super().__init__()
        say = context.words.say
        self._context = context
        self._facts: OfficeFacts | None = None
        self._planned: PlannedMerge | None = None
        self.model = MergePlanModel(context.words)
        self.table = PlainTable(say(message("Files of the plan")))
        self.table.show_model(self.model)
        delegate = TwoLineDelegate(self.table, context.theme)
        self.table.setItemDelegate(delegate)
        self.table.verticalHeader().setDefaultSectionSize(delegate.row_height())
        self.table.let_rows_grow()
        self._set_widths()
        self.table.selectionModel().currentRowChanged.connect(lambda now: self._show(now.row()))
        self.table.entered.connect(lambda _: self._open())
        self.details = FileDetails(context)
        self.more = toggle(say(message("Details of the file")), lambda _on: self._arrange())
        self._line = row([self.table, self.details], gap=GAP_12)
        self._line.setStretch(0, 1)
        self._offered = True
        self.setLayout(column([self._line]))
        self._arrange()

    def show_plan(self, planned: PlannedMerge, facts: OfficeFacts) -> None:
        """Show a plan; the file that was chosen stays chosen where it is still in it."""
        if self.shows(planned, facts):
            return
        chosen = self.chosen()
        self._planned, self._facts = planned, facts
        self.model.show_plan(planned, facts.roster)
        self.choose(chosen)

    def shows(self, planned: PlannedMerge, facts: OfficeFacts | None = None) -> bool:
        """Whether this plan is shown, and beside these facts, where they matter."""
        return planned is self._planned and (facts is None or facts is self._facts)

    def chosen(self) -> str:
        """Return the label of the chosen file; empty where none is."""
        number = self.table.currentIndex().row()
        return self.model.rows[number].file.source.label if number >= 0 else ""

    def choose(self, label: str) -> None:
        """Choose a file by its label, or the first one."""
        labels = [shown.file.source.label for shown in self.model.rows]
        if labels:
            self.table.selectRow(labels.index(label) if label in labels else 0)
        else:
            self.details.show_nothing()

    def offer_details(self, *, offered: bool) -> None:
        """Show or hide the button for details, which stands outside."""
        self._offered = offered
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the details beside the table where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _show(self, number: int) -> None:
        if self._facts is not None and 0 <= number < len(self.model.rows):
            self.details.show_row(self.model.rows[number], self._facts)

    def _open(self) -> None:
        if not self.more.isHidden():
            self.more.setChecked(True)
            self._arrange()
            self.more.setFocus()

    def _arrange(self) -> None:
        pixels = self._context.theme.pixels
        wide = self.width() >= pixels(DETAILS_BESIDE_FROM)
        self.more.setVisible(self._offered and not wide)
        self.details.setVisible(wide or self.more.isChecked())
        self.table.setVisible(wide or not self.more.isChecked())
        if wide:
            columns = JUDGE_COLUMN + OUTCOME_COLUMN + RECEIPT_COLUMN
            rest = self.width() - pixels(columns) - GAP_12 - GAP_16
            self.details.setFixedWidth(min(pixels(DETAILS_WIDTH), rest))
        else:
            self.details.setMinimumWidth(0)
            self.details.setMaximumWidth(self.maximumWidth())

    def _set_widths(self) -> None:
        pixels, header = self._context.theme.pixels, self.table.horizontalHeader()
        for section, width in (
            (Column.JUDGE, JUDGE_COLUMN),
            (Column.SEAL, RECEIPT_COLUMN),
        ):
            self.table.setColumnWidth(section, pixels(width))
        header.setSectionResizeMode(Column.OUTCOME, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(pixels(OUTCOME_COLUMN))
