"""The objections, recording one and answering one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from smartcity_desktop.domain.message import message
from ui.dialogs.declaration_dialogs import AnswerDialog, ObjectionDialog
from ui.item_models.objections_model import Column, ObjectionsModel
from ui.theme import GAP_8, OBJECTOR_COLUMN, TREE_HEIGHT
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.plain_table import PlainTable
from ui.widgets.texts import label
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from smartcity_desktop.domain.objection import Objection
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context


class ObjectionsPart(QWidget):
    """Shows what was objected to, and what came of it.

    Attributes:
        table: the objections. record, answer: the acts.
    """

    objected = Signal(str, str, str)
    """Code of the region, who objects, and the claim."""
    answered = Signal(int, object, str, str)
    """Number, ObjectionOutcome, who answers, and the answer."""

    def __init__(self, context: Context) -> None:
        """Make an empty part."""
        super().__init__()
        self._context = context
        self._facts: OfficeFacts | None = None
        say = context.words.say
        self.table = PlainTable(say(message("Objections")))
        self.table.setItemDelegate(TwoLineDelegate(self.table, context.theme))
        self.table.let_rows_grow()
        self.table.setMinimumHeight(context.theme.pixels(TREE_HEIGHT))
        self._nothing = label(say(message("No objection was recorded.")), "quiet")
        self.record = button(say(message("Record an objection ...")), self._ask)
        self.answer = button(say(message("Answer ...")), self._ask_answer)
        title = label(say(message("Objections")), "section")
        self._hint = label(say(message("Choose an objection without an answer to answer it.")),
                           "quiet")  # fmt: skip
        self.setLayout(
            column(
                [
                    title,
                    self._nothing,
                    self.table,
                    flow([self.record, self.answer], gap=GAP_8),
                    self._hint,
                ],
                gap=GAP_8,
            )
        )

    def show_facts(self, facts: OfficeFacts) -> None:
        """Show the objections as they are now."""
        self._facts = facts
        self.table.show_model(
            ObjectionsModel(self._context.words, facts), stretched=Column.CLAIM, lines=3
        )
        stretch = QHeaderView.ResizeMode.Stretch
        self.table.horizontalHeader().setSectionResizeMode(Column.ANSWER, stretch)
        widest = self._context.theme.pixels(OBJECTOR_COLUMN)
        self.table.setColumnWidth(Column.REGION, min(widest, self.table.columnWidth(Column.REGION)))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        self.table.setVisible(bool(facts.objections))
        self._nothing.setVisible(not facts.objections)
        self.setVisible(bool(facts.declarations))
        self._allow()

    def _chosen(self) -> Objection | None:
        model, row = self.table.model(), self.table.currentIndex().row()
        if isinstance(model, ObjectionsModel) and 0 <= row < len(model.lines):
            return model.lines[row]
        return None

    def _allow(self) -> None:
        able = self._facts is not None and not self._facts.read_only
        chosen = self._chosen()
        self.record.setEnabled(able)
        self.answer.setEnabled(able and chosen is not None and chosen.answer is None)
        waits = any(each.answer is None for each in (self._facts.objections if self._facts else ()))
        self._hint.setVisible(able and waits and not self.answer.isEnabled())

    def _ask(self) -> None:
        if self._facts is not None:
            dialog = ObjectionDialog(self._context, self, self._facts)
            dialog.accepted.connect(
                lambda: self.objected.emit(dialog.code(), dialog.by.text(), dialog.claim.text())
            )
            dialog.open()

    def _ask_answer(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            dialog = AnswerDialog(self._context, self, chosen)
            dialog.accepted.connect(
                lambda: self.answered.emit(
                    chosen.number, dialog.outcome(), dialog.by.text(), dialog.text.text()
                )
            )
            dialog.open()
