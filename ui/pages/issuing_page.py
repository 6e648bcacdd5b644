"""Panel files: who has one, and issuing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import StoreError
from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.secretariat import issuing
from smartcity_desktop.secretariat.steps import NAMES, Step
from ui.coordinator.issuing.issue_words import issued, stand, why_not
from ui.coordinator.official_names import read_official_names
from ui.coordinator.places import DocumentAt
from ui.coordinator.progress_line import ProgressLine
from ui.coordinator.step_page import StepPage
from ui.dialogs.file_choice import choose_folder
from ui.dialogs.issue_dialogs import PaperDialog, ReplaceDialog, SupplementDialog
from ui.dialogs.joining_dialogs import LateJudgeDialog, LateRegionDialog
from ui.item_models.issues_model import Column, IssuesModel
from ui.theme import GAP_8
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import row
from ui.widgets.plain_table import PlainTable
from ui.widgets.texts import label
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.preparing.handing_out import HandedOut
    from smartcity_desktop.secretariat.issuing import IssueLine
    from smartcity_desktop.secretariat.office import Office
    from ui.context import Context
    from ui.coordinator.state import OfficeState
    from ui.jobs import Job

    Given = tuple[HandedOut, ...]
    Work = Callable[[Office, Path, Job[Given]], Given]


class IssuingPage(StepPage):
    """One panel file for every judge; more of them when something went wrong.

    Attributes:
        table: what was handed out. first: hands out what is missing.
        replace, supplement, paper: act on the chosen panel file's judge.
        receipts, blank: lead to what is printed and signed. again: asks for another folder.
    """

    def __init__(self, context: Context, state: OfficeState) -> None:
        """Make the page."""
        super().__init__(context, state, NAMES[Step.ISSUING])
        say = context.words.say
        self.stand = label("", "strong")
        self.first = button("", self._issue_first, "primary")
        self.table = PlainTable(say(message("Panel files")))
        self.table.setItemDelegate(TwoLineDelegate(self.table, context.theme))
        self.table.let_rows_grow()
        self.replace = button(say(message("Lost: issue a replacement ...")), self._replace)
        self.supplement = button(say(message("Add regions ...")), self._supplement)
        self.paper = button(say(message("Type paper sheets ...")), self._paper)
        self.late_judge = button(say(message("New judge ...")), self._add_judge)
        self.late_region = button(say(message("New region ...")), self._add_region)
        receipts = DocumentAt(ReportKind.HAND_OUT_RECEIPTS)
        self.receipts = button(say(message("Receipts to sign ...")), lambda: self.go(receipts))
        sheets = DocumentAt(ReportKind.BLANK_SHEETS)
        self.blank = button(say(message("Blank score sheets ...")), lambda: self.go(sheets))
        self.why = label("", "quiet")
        self.progress = ProgressLine(context)
        self._again: Callable[[], None] | None = None
        self.again = button(say(message("Choose another folder ...")), self._try_again)
        self.again.hide()
        head = row([self.stand, self.receipts, self.blank], gap=GAP_8)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(flow([self.first], gap=GAP_8))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(
            flow(
                [self.replace, self.supplement, self.paper, self.late_judge, self.late_region],
                gap=GAP_8,
            )
        )
        self.body.addWidget(self.why)
        self.body.addWidget(self.progress)
        self.body.addWidget(flow([self.again], gap=GAP_8))
        self.setFocusProxy(self.first)
        self.refresh()
        read_official_names(state)

    def refresh(self) -> None:
        """Show the panel files as they are now."""
        say, facts = self.context.words.say, self.state.facts
        lines = issuing.list_issues(facts)
        missing = issuing.judges_without(facts)
        self.stand.setText(say(stand(len(missing), len(facts.roster.judges))))
        text = say(message("Issue panel files: {count} ...", count=len(missing)))
        self.first.setText(text)
        self.first.setAccessibleName(text)
        self.first.setVisible(bool(missing))
        self.first.setEnabled(not self._closed())
        row = self.table.currentIndex().row()
        self.table.show_model(
            IssuesModel(self.context.words, lines), stretched=Column.JUDGE,
            squeezed=(Column.STATE, Column.ISSUED), lines=2,
        )  # fmt: skip
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        for each in (self.replace, self.supplement, self.paper):
            each.setVisible(bool(lines))
        if lines:
            self.table.selectRow(max(0, min(row, len(lines) - 1)))
        self._allow()

    def chosen(self) -> IssueLine | None:
        """Return the panel file that is chosen in the table."""
        model, row = self.table.model(), self.table.currentIndex().row()
        if isinstance(model, IssuesModel) and 0 <= row < len(model.lines):
            return model.lines[row]
        return None

    def _allow(self) -> None:
        line, closed = self.chosen(), self._closed()
        able = line is not None and not closed
        self.replace.setEnabled(able and line is not None and issuing.can_be_replaced(line))
        self.supplement.setEnabled(able)
        self.paper.setEnabled(able)
        self.late_judge.setEnabled(closed is None)
        self.late_region.setEnabled(closed is None)
        why = closed or why_not(line)
        self.why.setText(self.context.words.say(why) if why else "")
        self.why.setVisible(why is not None)

    def _closed(self) -> Message | None:
        """Return why nothing can be issued now, or None."""
        facts = self.state.facts
        if facts.read_only:
            return message("Nothing can be issued here: the file is open for looking only.")
        if facts.standing is not None:
            return message(
                "The results are declared. Reopen them (step Declaration) before issuing more."
            )
        return None

    def _issue_first(self) -> None:
        def work(office: Office, folder: Path, job: Job[Given]) -> Given:
            total = len(issuing.judges_without(self.state.facts))
            done = 0

            def advance() -> None:
                nonlocal done
                done += 1
                job.step(done, total)

            return issuing.issue_first(office, folder, advance)

        self._choose_and(work)

    def _replace(self) -> None:
        line = self.chosen()
        if line is None:
            return
        lost = line.issue.id
        dialog = ReplaceDialog(self.context, self, line, issuing.seals_of(self.state.facts, lost))

        def go_on() -> None:
            stand, backing = dialog.standing(), dialog.backing()
            self._choose_and(
                lambda office, folder, _: issuing.issue_replacement(
                    office, lost, stand, backing, folder
                )
            )

        dialog.accepted.connect(go_on)
        dialog.open()

    def _supplement(self) -> None:
        line = self.chosen()
        if line is None:
            return
        judge = line.judge
        free = issuing.regions_to_add(self.state.facts, judge.id)
        dialog = SupplementDialog(self.context, self, judge, free)

        def go_on() -> None:
            regions, reason = dialog.regions.ticked(), dialog.reason.reason()
            self._choose_and(
                lambda office, folder, _: issuing.issue_supplement(
                    office, judge.id, regions, reason, folder
                )
            )

        dialog.accepted.connect(go_on)
        dialog.open()

    def _paper(self) -> None:
        line = self.chosen()
        if line is None:
            return
        judge = line.judge
        dialog = PaperDialog(self.context, self, judge)

        def go_on() -> None:
            reason = dialog.reason.reason()
            self._choose_and(
                lambda office, folder, _: issuing.issue_paper(office, judge.id, reason, folder)
            )

        dialog.accepted.connect(go_on)
        dialog.open()

    def _add_judge(self) -> None:
        dialog = LateJudgeDialog(self.context, self, self.state.facts)

        def go_on() -> None:
            judge, regions, reason = dialog.judge(), dialog.ticked(), dialog.reason.reason()
            self._choose_and(
                lambda office, folder, _: issuing.issue_to_latecomer(
                    office, judge, regions, reason, folder
                )
            )

        dialog.accepted.connect(go_on)
        dialog.open()

    def _add_region(self) -> None:
        dialog = LateRegionDialog(self.context, self, self.state.facts)

        def go_on() -> None:
            region, judges, reason = dialog.region(), dialog.ticked(), dialog.reason.reason()
            self._choose_and(
                lambda office, folder, _: issuing.issue_new_region(
                    office, region, judges, reason, folder
                )
            )

        dialog.accepted.connect(go_on)
        dialog.open()

    def _choose_and(self, work: Work) -> None:
        self._again = lambda: self._choose_and(work)
        title = message("Folder or stick for the panel files")
        choose_folder(
            self,
            self.context.words,
            title,
            lambda folder: self._issue(work, folder),
            self.context.documents,
        )

    def _try_again(self) -> None:
        if self._again is not None:
            self._again()

    def _fail(self, error: ExpectedError) -> None:
        """Say what is wrong; what was answered is kept for another folder."""
        self.progress.fail(error)
        self.again.setVisible(self._again is not None and isinstance(error, StoreError))

    def _issue(self, work: Work, folder: Path) -> None:
        self.again.hide()
        job = self.state.act(
            lambda office, job: work(office, folder, job),
            lambda given: self.progress.end(issued(len(given), folder), "verified"),
            self._fail,
            progressed=self.progress.step,
            cancelled=lambda: self.progress.end(message("Cancelled; nothing was issued.")),
            owner=self,
        )
        self.progress.begin(job)  # type: ignore[arg-type] # any job can be cancelled
