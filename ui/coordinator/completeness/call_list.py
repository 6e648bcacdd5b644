"""Whom to call: judges of whom sheets are missing, and which regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from ui.item_models.call_list_model import CallListModel
from ui.theme import GAP_8
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column, scrolled
from ui.widgets.plain_table import PlainTable
from ui.widgets.texts import label
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from smartcity_desktop.secretariat.completeness_facts import Call
    from ui.context import Context


class CallList(QWidget):
    """A list, and below it the regions of the chosen judge.

    Attributes:
        table, model: the judges. regions: of the chosen one. stand_in, in_matrix: the buttons.
    """

    find_requested = Signal(str)
    """Show only the missing regions of this judge in the matrix."""
    stand_in_requested = Signal(object)
    """Name a stand-in for these regions: a tuple of codes."""

    def __init__(self, context: Context) -> None:
        """List nobody yet."""
        super().__init__()
        say = context.words.say
        self._words, self._changeable = context.words, False
        self.model = CallListModel(context.words)
        self.table = PlainTable(say(message("Whom to call")))
        self.table.show_model(self.model, stretched=0)
        delegate = TwoLineDelegate(self.table, context.theme)
        self.table.setItemDelegate(delegate)
        self.table.verticalHeader().setDefaultSectionSize(delegate.row_height())
        self.table.let_rows_grow()
        self.table.selectionModel().currentRowChanged.connect(lambda _: self._tell())
        self.regions = label("", "quiet")
        inside = QWidget()
        inside.setLayout(column([self.regions, None]))
        self._below = scrolled(inside)
        self.in_matrix = button(say(message("Show in the matrix")), self._find, "link")
        self.stand_in = button(say(message("Name a stand-in ...")), self._stand_in)
        self._nobody = QWidget()
        title = label(say(message("Whom to call")), "strong")
        self._nobody.setLayout(column([title, label(say(_NOBODY), "quiet"), None], gap=GAP_8))
        acts = flow([self.stand_in, self.in_matrix], gap=GAP_8)
        # What one does about a judge stands right below the judges.
        whole = column([self._nobody, self.table, acts, self._below], gap=GAP_8)
        whole.setStretch(1, 3)
        whole.setStretch(3, 2)
        self.setLayout(whole)

    def show_calls(self, calls: tuple[Call, ...], *, changeable: bool) -> None:
        """List judges; the chosen one stays chosen where he is still listed."""
        before = self._chosen()
        self._changeable = changeable
        self.model.show_calls(calls)
        for part in (self.table, self._below, self.in_matrix, self.stand_in):
            part.setVisible(bool(calls))
        self._nobody.setVisible(not calls)
        known = [call.judge.id for call in calls]
        if before is not None and before.judge.id in known:
            self.table.selectRow(known.index(before.judge.id))
        elif calls:
            self.table.selectRow(0)
        self._tell()

    def _chosen(self) -> Call | None:
        number = self.table.currentIndex().row()
        return self.model.calls[number] if 0 <= number < len(self.model.calls) else None

    def _tell(self) -> None:
        call = self._chosen()
        if call is None:
            self.regions.clear()
            return
        say = self._words.say
        lines = [f"{region.name} ({region.code})" for region in call.missing]
        lines += [
            say(message("{region}: in conflict", region=f"{region.name} ({region.code})"))
            for region in call.disputed
        ]
        self.regions.setText("\n".join(lines))
        self.stand_in.setEnabled(self._changeable and bool(call.missing))

    def _find(self) -> None:
        call = self._chosen()
        if call is not None:
            self.find_requested.emit(call.judge.id)

    def _stand_in(self) -> None:
        call = self._chosen()
        if call is not None:
            self.stand_in_requested.emit(tuple(region.code for region in call.missing))


_NOBODY = message("Nobody: every sheet that is due has come in.")
