"""Merging: files in, a plan before anything is written, and what was merged before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Outcome
from smartcity_desktop.sealing.age_file import read_identities
from smartcity_desktop.secretariat.steps import NAMES, Step
from ui.coordinator.merging.act_line import ActLine
from ui.coordinator.merging.folder_watch import FolderWatch
from ui.coordinator.merging.intake import Intake, enable_all
from ui.coordinator.merging.outcome_words import plan_sentence
from ui.coordinator.merging.plan_view import PlanView
from ui.coordinator.merging.run import MergeRun, Phase
from ui.coordinator.merging.summary import summarise
from ui.coordinator.step_page import StepPage
from ui.dialogs.file_choice import choose_file, choose_files, choose_folder
from ui.item_models.merge_history_model import Column, MergeHistoryModel
from ui.theme import JUDGE_COLUMN
from ui.widgets.fold import Fold
from ui.widgets.layouts import clear_layout, column, row
from ui.widgets.notice import Notice
from ui.widgets.plain_table import PlainTable
from ui.widgets.texts import label
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.coordinator.state import OfficeState

FILES = (message("Panel files to merge"), message("Panel files, archives, evidence"),
         "*.panel *.age *.zip *.evidence")  # fmt: skip
IDENTITY = (message("File with the age identity"), message("Age identities"), "*.txt *.key")


class MergingPage(StepPage):
    """Files in, a plan, one button, and the history below.

    Attributes:
        run: goes on whichever page is shown. watch: of a folder or drive.
        intake, plan, act_line, history: the parts of the page from top to bottom.
    """

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Show how far the run is."""
        super().__init__(context, state, NAMES[Step.MERGING])
        self.run, self.watch = MergeRun.of(state), FolderWatch.of(state)
        self.run.prepare()
        self._notices = column()
        self.intake = Intake(context.words)
        self.sentence = label("", "strong")
        self.plan = PlanView(context)
        self.act_line = ActLine(context.words)
        self._table = PlainTable(context.words.say(message("Earlier merges")))
        self._table.setItemDelegate(TwoLineDelegate(self._table, context.theme))
        self._table.let_rows_grow()
        self.history = Fold(context.words.say(message("Earlier merges")), self._table)
        self._nothing = QWidget()
        self.body.addWidget(self.intake)
        line = row([self.sentence, self.plan.more])
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.insertLayout(0, self._notices)
        self.body.addWidget(self.plan, 1)
        self.body.addWidget(self._nothing, 1)
        self.body.addWidget(self.act_line)
        self.body.addWidget(self.history)
        self.setFocusProxy(self.intake.files)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the new facts."""
        self.history.setVisible(bool(self.state.facts.merges))
        self._show_history()
        self._follow()

    def bookmark(self) -> object:
        """Return which file is chosen."""
        return self.plan.chosen()

    def return_to(self, bookmark: object) -> None:
        """Choose the same file."""
        if isinstance(bookmark, str) and bookmark:
            self.plan.choose(bookmark)

    def _connect(self) -> None:
        intake, act, run = self.intake, self.act_line, self.run
        intake.files_requested.connect(self._choose_files)
        intake.folder_requested.connect(self._choose_folder)
        intake.watch_requested.connect(self._choose_watched)
        intake.watch_ended.connect(self.watch.close)
        intake.passed_requested.connect(self._list_passed)
        for asking in (intake, self.plan.details):
            asking.identity_requested.connect(self._choose_identity)
        self.plan.details.plenary_requested.connect(lambda: self.go(Step.PLENARY))
        act.act_requested.connect(lambda: run.merge(self.context.clock))
        act.forget_requested.connect(run.forget)
        act.cancel_requested.connect(run.cancel)
        run.changed.connect(self._follow)
        # Run and watch outlive the page: what they call must be its own.
        run.progressed.connect(self._step)
        self.watch.changed.connect(self._follow_watch)
        self.history.button.toggled.connect(self._turn_to_history)

    def _step(self) -> None:
        self.act_line.show_progress(self.run)

    def _follow_watch(self) -> None:
        self.intake.show_watch(self.watch, self.run)

    def _turn_to_history(self) -> None:
        self._show_history()
        self._follow()

    def _show_history(self) -> None:
        """List the earlier merges where somebody looks at them."""
        if self.history.button.isChecked():
            model = MergeHistoryModel(self.context.words, self.state.facts)
            self._table.show_model(model, stretched=Column.OUTCOME)
            self._table.setColumnWidth(Column.JUDGE, self.context.theme.pixels(JUDGE_COLUMN))

    def _follow(self) -> None:
        """Show what the run has come to."""
        run, facts = self.run, self.state.facts
        refused = self._refused()
        self._tell(refused)
        enable_all(self.intake, enabled=refused is None)
        used = bool(run.paths or run.planned or run.merged or self.watch.folder)
        self.intake.show_size(large=not used and not facts.merges)
        self.intake.show_watch(self.watch, run)
        self.act_line.show_run(run, refused)
        # What is being merged stays as it was planned; the facts that come with its end follow it.
        if run.planned is not None and not (
            run.phase is Phase.MERGING and self.plan.shows(run.planned)
        ):
            self.sentence.setText(plan_sentence(run.planned, self.context.words.say))
            self.plan.show_plan(run.planned, facts)
        self._share_room()

    def _share_room(self) -> None:
        """Give the room to the plan, or to the history while that is unfolded."""
        planned, unfolded = self.run.planned is not None, self.history.button.isChecked()
        self.sentence.setVisible(planned)
        self.plan.offer_details(offered=planned and not unfolded)
        self.plan.setVisible(planned and not unfolded)
        self._nothing.setVisible(not planned and not unfolded)
        self.body.setStretchFactor(self.history, int(unfolded))

    def _refused(self) -> Message | None:
        """Return why nothing may be merged now, or None."""
        if self.state.facts.standing is not None:
            return message("The results are declared; reopen them first.")
        if self.state.facts.read_only:
            return message("This assessment can only be looked at here.")
        return None

    def _tell(self, refused: Message | None) -> None:
        """Say why nothing can be merged, what failed, and what the last merge did."""
        clear_layout(self._notices)
        words, run, standing = self.context.words, self.run, self.state.facts.standing
        if standing is not None:
            said = message(
                "The results are declared (declaration {number}). Nothing can be merged until they "
                "are reopened with a reason; the files stay as they are.",
                number=standing.number,
            )
            way = (words.say(message("To the declaration")), lambda: self.go(Step.DECLARATION))
            self._notices.addWidget(Notice(words.say(said), "attention", [way]))
        elif refused is not None:
            self._notices.addWidget(Notice(words.say(refused), "attention"))
        if run.error is not None and standing is None:
            self._notices.addWidget(Notice(words.problems(run.error.problems), "attention"))
        if run.merged is not None and not self.history.button.isChecked():
            way = (words.say(message("To completeness")), lambda: self.go(Step.COMPLETENESS))
            if run.merged.applied.plan.count(Outcome.CONFLICT):
                way = (words.say(message("To the plenary")), lambda: self.go(Step.PLENARY))
            self._notices.addWidget(Notice(summarise(run.merged, words), "plain", [way]))

    def _choose_files(self) -> None:
        choose_files(self, self.context.words, FILES, self.run.take, self.context.documents)

    def _choose_folder(self) -> None:
        title = message("Folder with panel files")
        choose_folder(self, self.context.words, title, lambda path: self.run.take([path]),
                      self.context.documents)  # fmt: skip

    def _choose_watched(self) -> None:
        title = message("Folder or drive to watch")
        choose_folder(self, self.context.words, title, self.watch.begin, self.context.documents)

    def _choose_identity(self) -> None:
        choose_file(self, self.context.words, IDENTITY, self.open_with, self.context.documents)

    def open_with(self, path: Path) -> None:
        """Read an age identity and check the encrypted copies with it."""
        self.state.ask(
            lambda _office, _: read_identities(path.read_bytes().decode("utf-8", "replace")),
            self.run.open_with,
            self.run.fail,
        )

    def _list_passed(self) -> None:
        self.run.take([each.source.path for each in self.run.passed if each.refusal is not None])
