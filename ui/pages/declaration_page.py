"""Declaration: a checklist, the freezing, reopening and objections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat import declaring
from smartcity_desktop.secretariat.prepared_facts import in_eights
from smartcity_desktop.secretariat.steps import NAMES, Step
from ui.coordinator.declaration.checklist_card import ChecklistCard
from ui.coordinator.declaration.declare_part import DeclarePart
from ui.coordinator.declaration.objections_part import ObjectionsPart
from ui.coordinator.progress_line import ProgressLine
from ui.coordinator.step_page import StepPage
from ui.dialogs.declaration_dialogs import ReopenDialog
from ui.theme import GAP_8, GAP_16
from ui.widgets.buttons import button
from ui.widgets.layouts import card, column, row, scrolled
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.objection import ObjectionOutcome
    from smartcity_desktop.secretariat.office import Office
    from ui.context import Context
    from ui.coordinator.state import OfficeState


class DeclarationPage(StepPage):
    """Freezes the results, and opens them again with a reason.

    Attributes:
        checklist, declare, objections: the parts. reopen: asks to open declared results.
    """

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, NAMES[Step.DECLARATION])
        say = context.words.say
        self.stand = label("", "section")
        self.details = label("")
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reopen = button(say(message("Reopen the results ...")), self._ask_reopen)
        self._standing = card(
            column([self.stand, self.details, row([self.reopen, None])], gap=GAP_8)
        )
        self.checklist = ChecklistCard(context)
        self.checklist.place_requested.connect(self.go)
        self.declare = DeclarePart(context)
        self.declare.requested.connect(self._declare)
        self.objections = ObjectionsPart(context)
        self.objections.objected.connect(self._object)
        self.objections.answered.connect(self._answer)
        self.history = label("", "quiet")
        self.progress = ProgressLine(context)
        whole = QWidget()
        whole.setLayout(
            column(
                [self._standing, self.checklist, self.declare, self.objections, self.history,
                 None],
                gap=GAP_16,
            )
        )  # fmt: skip
        self.body.addWidget(scrolled(whole), 1)
        self.body.addWidget(self.progress)
        self.setFocusProxy(self.declare.by)
        self.refresh()

    def refresh(self) -> None:
        """Show how the declaration stands."""
        facts = self.state.facts
        self.checklist.show_facts(facts)
        self.checklist.setVisible(facts.standing is None)
        self.declare.show_facts(facts)
        self.objections.show_facts(facts)
        self._show_standing()
        self._show_history()
        if facts.standing is None:
            self.state.ask(
                lambda office, _: declaring.provisional_digest(office),
                self.declare.show_digest,
                lambda _error: None,
                owner=self,
            )

    def _show_standing(self) -> None:
        words, facts = self.context.words, self.state.facts
        standing = facts.standing
        self._standing.setVisible(standing is not None)
        self.reopen.setEnabled(not facts.read_only)
        if standing is None:
            return
        stand = message("Declaration {number} is in force", number=standing.number)
        self.stand.setText(words.say(stand))
        details = message(
            "Declared by {by}, {when}. Digest of the results: {digest}",
            by=standing.by,
            when=words.moment(standing.at),
            digest=in_eights(standing.results_sha256),
        )
        self.details.setText(words.say(details))

    def _show_history(self) -> None:
        words = self.context.words
        lines = []
        for declared in self.state.facts.declarations:
            if declared.reopening is not None:
                said = message(
                    "Declaration {number} of {when} was reopened by {by}: {reason}",
                    number=declared.number,
                    when=words.moment(declared.at),
                    by=declared.reopening.by,
                    reason=declared.reopening.reason,
                )
                lines.append(words.say(said))
        self.history.setText("\n".join(lines))
        self.history.setVisible(bool(lines))

    def _declare(self, by: str, passphrase: str) -> None:
        self._act(
            lambda office: declaring.declare(office, by, passphrase),
            lambda number: message("Declaration {number} is recorded.", number=number),
        )

    def _ask_reopen(self) -> None:
        dialog = ReopenDialog(self.context, self, self.state.facts)

        def go_on() -> None:
            by, reason, led = dialog.by.text(), dialog.reason.text(), dialog.objections()
            self._act(
                lambda office: declaring.reopen(office, by, reason, led),
                lambda number: message("Declaration {number} is reopened.", number=number),
            )

        dialog.accepted.connect(go_on)
        dialog.open()

    def _object(self, region: str, by: str, claim: str) -> None:
        self._act(
            lambda office: declaring.object_to(office, region, by, claim).number,
            lambda number: message("Objection {number} is recorded.", number=number),
        )

    def _answer(self, number: int, outcome: ObjectionOutcome, by: str, text: str) -> None:
        self._act(
            lambda office: declaring.answer(office, number, outcome, by, text).number,
            lambda done: message("Objection {number} is answered.", number=done),
        )

    def _act(self, work: Callable[[Office], int], said: Callable[[int], Message]) -> None:
        self.progress.begin()
        self.state.act(
            lambda office, _: work(office),
            lambda number: self.progress.end(said(number), "verified"),
            self.progress.fail,
            owner=self,
        )
