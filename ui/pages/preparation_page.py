"""Preparation: what was fixed when the assessment was made, and what may still change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.founding.reading_aloud import rules_aloud
from smartcity_desktop.secretariat import renaming
from smartcity_desktop.secretariat.prepared_facts import prepared_facts
from smartcity_desktop.secretariat.steps import NAMES, Step
from ui.coordinator.founding.instrument_view import InstrumentView
from ui.coordinator.official_names import read_official_names
from ui.coordinator.plenary.recording import ask_decision
from ui.coordinator.progress_line import ProgressLine
from ui.coordinator.step_page import StepPage
from ui.dialogs.region_name_dialog import RegionNameDialog
from ui.theme import GAP_4, GAP_8, GAP_16, GAP_24
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.fold import Fold
from ui.widgets.layouts import card, clear_layout, column, scrolled
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.plenary.recording import Backing
    from smartcity_desktop.secretariat.prepared_facts import Fact
    from ui.context import Context
    from ui.coordinator.state import OfficeState

    Aloud = tuple[tuple[str, ...], tuple[str, ...]]


class PreparationPage(StepPage):
    """Shows the facts; a status or a name is changed here, and whoever joins gets a file elsewhere.

    Attributes:
        facts: the lines. rules: read aloud, with a worked example.
        status: asks for a region's status. naming: asks for its right name.
        why: nothing can be changed now.
    """

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, NAMES[Step.PREPARATION])
        say = context.words.say
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(GAP_24)
        self.facts.setVerticalSpacing(GAP_4)
        self.facts.setColumnStretch(1, 1)
        fixed = message(
            "All this is fixed since the assessment was made. Regions and judges can join later, "
            "the status of a region can change on the day, and a mistyped name can be corrected, "
            "each with a reason."
        )
        self.status = button(say(message("Change the status of a region ...")), self._ask_status)
        joining = button(
            say(message("Let a judge or a region join ...")), lambda: self.go(Step.ISSUING)
        )
        self.naming = button(say(message("Correct the name of a region ...")), self._ask_name)
        self.why = label("", "quiet")
        self.progress = ProgressLine(context)
        self._rules = column(gap=GAP_8)
        self.rules = QWidget()
        self.rules.setLayout(self._rules)
        whole = QWidget()
        whole.setLayout(
            column(
                [
                    card(column([self.facts]), margin=GAP_16),
                    label(say(fixed), "quiet"),
                    flow([self.status, joining, self.naming], gap=GAP_8),
                    self.why,
                    self.progress,
                    Fold(say(message("The rules in sentences, with an example")), self.rules),
                    Fold(
                        say(message("The instrument as judges see it")),
                        InstrumentView(context, state.facts.instrument),
                    ),
                    None,
                ],
                gap=GAP_16,
            )
        )
        self.body.addWidget(scrolled(whole), 1)
        self.setFocusProxy(self.status)
        self.refresh()
        self._read_aloud()
        read_official_names(state)

    def refresh(self) -> None:
        """Show the facts as they are now."""
        clear_layout(self.facts)
        words = self.context.words
        found = prepared_facts(self.state.facts, words.moment, words.text)
        for number, fact in enumerate(found):
            self._add(number, fact)
        closed = self._closed()
        self.naming.setEnabled(closed is None)
        self.status.setEnabled(closed is None)
        self.why.setText(words.say(closed) if closed else "")
        self.why.setVisible(closed is not None)

    def _closed(self) -> Message | None:
        """Return why no status and no name can be changed now, or None."""
        facts = self.state.facts
        if facts.read_only:
            return message("Nothing can be changed here: the file is open for looking only.")
        if facts.standing is not None:
            return message(
                "The results are declared. Reopen them (step Declaration) before changing a status "
                "or a name."
            )
        return None

    def _ask_status(self) -> None:
        ask_decision(self, self.progress)

    def _ask_name(self) -> None:
        dialog = RegionNameDialog(self.context, self, self.state.facts)
        dialog.accepted.connect(
            lambda: self._rename(dialog.code(), dialog.name.text(), dialog.backing())
        )
        dialog.open()

    def _rename(self, code: str, name: str, backing: Backing) -> None:
        self.progress.begin()
        self.state.act(
            lambda office, _: renaming.rename_region(office, code, name, backing),
            lambda decision: self.progress.end(
                message("{code} is now called {name}.", code=code, name=decision.choice), "verified"
            ),
            self.progress.fail,
            owner=self,
        )

    def _add(self, number: int, fact: Fact) -> None:
        say = self.context.words.say
        how = say(fact.how) if isinstance(fact.how, Message) else fact.how
        what, value = label(say(fact.what), "quiet"), label(how)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.addWidget(what, number, 0)
        self.facts.addWidget(value, number, 1)

    def _read_aloud(self) -> None:
        words, instrument = self.context.words, self.state.facts.instrument
        self.state.ask(
            lambda _office, _: rules_aloud(instrument, words.language, words.catalogue.translate),
            self._show_rules,
            lambda _error: None,
            owner=self,
        )

    def _show_rules(self, aloud: Aloud) -> None:
        rules, example = aloud
        say = self.context.words.say
        self._show_lines(rules)
        self._rules.addWidget(label(say(message("An example with invented numbers")), "strong"))
        self._show_lines(example)

    def _show_lines(self, lines: Sequence[str]) -> None:
        for line in lines:
            self._rules.addWidget(label(line))
