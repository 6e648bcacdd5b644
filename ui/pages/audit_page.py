"""The audit log: every act, searchable, its chain verified when the page is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.audit_trail import in_words, read_trail, write_trail
from smartcity_desktop.secretariat.writing_out import write_out
from ui.coordinator.step_page import StepPage
from ui.dialogs.file_choice import choose_new_file
from ui.item_models.audit_model import AuditModel, Column
from ui.theme import GAP_12
from ui.widgets.buttons import button
from ui.widgets.layouts import row
from ui.widgets.plain_table import PlainTable
from ui.widgets.search_field import SearchField
from ui.widgets.texts import change_kind, label
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.secretariat.audit_trail import Trail
    from ui.context import Context
    from ui.coordinator.state import OfficeState

CSV = (message("Save the audit log"), message("Table (CSV)"), "*.csv")


class AuditPage(StepPage):
    """Shows what was done, by whom, and that nobody has changed the record of it."""

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page; the acts are read beside the window."""
        super().__init__(context, state, message("Audit log"))
        say = context.words.say
        self.verdict = label(say(message("Reading the audit log ...")), "strong")
        self.search = SearchField(say(message("Search the acts")), say(message("Empty the search")))
        self.search.textChanged.connect(self._search)
        self.export = button(say(message("Save as a table ...")), self._choose)
        self.export.setEnabled(False)
        self.table = PlainTable(say(message("Acts")))
        self.table.setItemDelegate(TwoLineDelegate(self.table, context.theme))
        self.table.let_rows_grow()
        self.search.left_down.connect(self.table.setFocus)
        self.details = label("")
        self.details.hide()
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said = label("", "quiet")
        self.body.addWidget(self.verdict)
        self.body.addLayout(row([self.search, self.export], gap=GAP_12))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.details)
        self.body.addWidget(self.said)
        self.model = AuditModel(context.words, ())
        self.setFocusProxy(self.search)
        self.refresh()

    def refresh(self) -> None:
        """Read the acts again."""
        self.state.ask(lambda office, _: read_trail(office), self._show, self._fail, owner=self)

    def _show(self, trail: Trail) -> None:
        say = self.context.words.say
        self.verdict.setText(say(trail.chain.detail))
        change_kind(self.verdict, "verified" if trail.chain.ok else "danger")
        lines = [in_words(act, trail.names, say) for act in trail.acts]
        self.model = AuditModel(self.context.words, lines)
        self.table.show_model(self.model, stretched=Column.DETAILS)
        self.table.selectionModel().currentRowChanged.connect(lambda now: self._detail(now.row()))
        self.export.setEnabled(True)
        self._search(self.search.text())

    def _search(self, text: str) -> None:
        self.model.search(text)
        self.details.hide()
        found, known = len(self.model.lines), self.model.known
        said = message("{found} of {known} acts", found=found, known=known)
        self.said.setText(self.context.words.say(said))

    def _detail(self, number: int) -> None:
        if 0 <= number < len(self.model.lines):
            line = self.model.lines[number]
            said = message(
                "{number}. {kind}: {details}. Hash {hash}",
                number=line.number,
                kind=line.kind,
                details=line.details,
                hash=line.hash,
            )
            self.details.setText(self.context.words.say(said))
            self.details.show()

    def _choose(self) -> None:
        context = self.context
        start = context.documents / context.words.say(message("audit-log.csv"))
        choose_new_file(self, context.words, CSV, self._write, start)

    def _write(self, path: Path) -> None:
        say = self.context.words.say
        data = write_trail(tuple(reversed(self.model.lines)), say)
        done = message("Saved: {path}", path=str(path))
        self.state.ask(
            lambda _office, _: write_out(path, data),
            lambda _: self.said.setText(say(done)),
            self._fail,
            owner=self,
        )

    def _fail(self, error: ExpectedError) -> None:
        self.said.setText(self.context.words.problems(error.problems))
        change_kind(self.said, "danger")
