"""Read back, seal, hand over, and the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.handing_over import room_needed
from smartcity_desktop.scoring.sealing_plan import plan_seal
from ui.dialogs.file_choice import choose_folder
from ui.jobs import Job
from ui.judge.beside import Beside
from ui.judge.own_sheets import OwnSheets, show_file
from ui.judge.read_back_view import ReadBackView
from ui.judge.receipt_view import ReceiptView
from ui.judge.sealing_contents import SealingContents
from ui.judge.sealing_form import SealingForm
from ui.judge.sealing_run import SealingRun, SealWish
from ui.judge.sealing_target import FOLDER, breakable
from ui.judge.volumes import list_volumes
from ui.page import Page
from ui.theme import GAP_12, GAP_16, PAGE_MARGIN, SIDE_BY_SIDE_FROM
from ui.widgets.buttons import button
from ui.widgets.layouts import clear_layout, column, row, scrolled
from ui.widgets.notice import Notice
from ui.widgets.texts import label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.workplace.sticks import Volume
    from ui.context import Context
    from ui.judge.state import JudgeState


_PRINTING = message("Printing the sheets ...")


class _Bookmark(Struct, frozen=True):
    """What the judge saw and had typed; it stays in memory."""

    view: int
    region: str
    passphrase: str
    folder: Path | None
    reason: str


class SealingPage(Page):
    """Three numbered blocks; then the receipt."""

    place_requested = Signal(str, str)
    """A region's code, and an indicator or nothing."""
    back_requested = Signal()
    forgotten_requested = Signal()
    """The passphrase is forgotten: say what to do, and offer a new key."""

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the page."""
        super().__init__(context)
        self._state = state
        self.run = SealingRun.of(state)
        self._beside = Beside("sticks and paper", self)
        self.paper = OwnSheets(self, context, self._beside)
        self.contents = SealingContents(context)
        self.form = SealingForm(context)
        self.read_back = ReadBackView(context, state)
        self.receipt = ReceiptView(context)
        self.views = QStackedWidget()
        for view in (self._overview(), self.read_back, self.receipt):
            self.views.addWidget(view)
        self._notices = column()
        whole = column([self._notices, self.views], gap=GAP_12, margin=PAGE_MARGIN)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._refresh)
        self._connect()
        self._refresh()
        self._follow()
        self.look_for_sticks()

    def leave(self) -> None:
        """End what goes on beside; sealing itself goes on."""
        self._left = True
        self._beside.close()

    def bookmark(self) -> object:
        """Return what is shown and typed."""
        return _Bookmark(
            self.views.currentIndex(),
            self.read_back.region(),
            self.form.passphrase.text(),
            self.form.target.folder(),
            self.contents.reason.text(),
        )

    def return_to(self, bookmark: object) -> None:
        """Show what was shown and typed."""
        if not isinstance(bookmark, _Bookmark):
            return
        self.form.passphrase.edit.setText(bookmark.passphrase)
        self.form.target.take(bookmark.folder)
        self.contents.reason.setText(bookmark.reason)
        if bookmark.view == 1:
            self._read_back(bookmark.region)
        elif bookmark.view == 2 and not self.run.is_busy:
            self._show_receipt()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the blocks below each other where they have too little room."""
        super().resizeEvent(event)
        wide = event.size().width() >= self.context.theme.pixels(SIDE_BY_SIDE_FROM)
        direction = QBoxLayout.Direction
        self._blocks.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def look_for_sticks(self) -> None:
        """List the drives, apart from the window's thread."""
        self._left = False

        def list_with(needed: object) -> None:
            if self._left:
                return
            self._beside.run(
                Job(
                    lambda _: list_volumes(),
                    lambda volumes: self.show_volumes(volumes, cast("int", needed)),
                    self._show_problem,
                )
            )

        self._state.ask(lambda desk, _: room_needed(desk), list_with, self._show_problem)

    def show_volumes(self, volumes: tuple[Volume, ...], needed: int) -> None:
        """Offer the sticks among these drives."""
        self.form.target.show_volumes(volumes, needed)

    def _overview(self) -> QWidget:
        say = self.context.words.say
        title = label(say(message("Read back and seal")), "title", wraps=False)
        back = button(say(message("Back to scoring")), self.back_requested.emit)
        self._blocks = row([self.contents, self.form], gap=GAP_16)
        self._blocks.setStretch(0, 5)
        self._blocks.setStretch(1, 4)
        inside, made = QWidget(), QWidget()
        inside.setLayout(self._blocks)
        whole = column([row([title, None, back]), scrolled(inside), self.form.footer], gap=GAP_12)
        whole.setStretch(1, 1)
        made.setLayout(whole)
        return made

    def _connect(self) -> None:
        contents, form, receipt = self.contents, self.form, self.receipt
        contents.tree.place_requested.connect(self.place_requested)
        contents.scoring_requested.connect(self.back_requested)
        contents.read_back_requested.connect(self._read_back)
        contents.paper_requested.connect(self._print)
        contents.changed.connect(lambda: form.show_reason(contents.reason.text()))
        self.read_back.place_requested.connect(self.place_requested)
        self.read_back.closed.connect(self._show_overview)
        form.act_requested.connect(self._act)
        form.again_requested.connect(self._again)
        form.cancel_requested.connect(self.run.cancel)
        form.forgotten.connect(self.forgotten_requested)
        form.target.search_requested.connect(self.look_for_sticks)
        receipt.again_requested.connect(self._again)
        receipt.elsewhere_requested.connect(self._elsewhere)
        receipt.documents_requested.connect(lambda: self._hand_to(self.context.documents))
        receipt.paper_requested.connect(lambda: self._print(Language.INDONESIAN))
        receipt.closed.connect(self._show_overview)
        self.run.changed.connect(self._follow)
        state = self._state
        for signal in (state.sheet_changed, state.marks_changed, state.facts_changed):
            signal.connect(self._refresh_soon)
        self.paper.begun.connect(self._show_printing)
        self.paper.progressed.connect(self._show_printing_progress)
        self.paper.written.connect(self._show_printed)
        self.paper.failed.connect(self._show_problem)
        self.paper.cancelled.connect(self._clear_notices)

    def _refresh_soon(self) -> None:
        self._soon.start(0)

    def _refresh(self) -> None:
        facts = self._state.facts
        self._plan = plan_seal(facts)
        self.contents.show_plan(facts, self._plan)
        self.form.show_plan(self._plan, facts.seals[-1].number if facts.seals else 0)

    def _follow(self) -> None:
        self.form.show_phase(self.run.phase)
        self.contents.setEnabled(not self.run.is_busy)
        self.receipt.setEnabled(not self.run.is_busy)
        outcome = self.run.outcome
        if self.run.is_busy or outcome is None:
            return
        if outcome.sealed:
            self.form.passphrase.edit.clear()
            self.contents.reason.clear()
            self._refresh()
            self._show_receipt()
        else:
            self.form.show_refusal(outcome.error)

    def _show_overview(self) -> None:
        self.views.setCurrentIndex(0)

    def _show_receipt(self) -> None:
        if self._state.facts.seals:
            self.receipt.show_seal(self._state.facts, self._plan, self.run.outcome)
            self.views.setCurrentIndex(2)

    def _read_back(self, region: str = "") -> None:
        if self._plan.sheets:
            self.read_back.show_sheets(self._plan.sheets, region)
            self.views.setCurrentIndex(1)
            self.read_back.list.setFocus()

    def _act(self) -> None:
        folder = self.form.target.folder()
        if folder is None:
            return
        if self._plan.is_unchanged:
            self.run.hand_over(folder)
            return
        reason = self.contents.reason.text() if self._plan.needs_reason else ""
        wish = SealWish(folder, self.form.passphrase.text(), reason)
        self.run.seal(wish, self.context.clock)

    def _again(self) -> None:
        outcome = self.run.outcome
        on_receipt = self.views.currentIndex() == 2
        folder = outcome.folder if on_receipt and outcome else self.form.target.folder()
        if folder is not None:
            self._hand_to(folder)

    def _elsewhere(self) -> None:
        context = self.context
        choose_folder(self, context.words, FOLDER, self._hand_to, context.documents)

    def _hand_to(self, folder: Path) -> None:
        self.form.target.take(folder)
        self._show_overview()
        self.run.hand_over(folder)

    def _print(self, language: object) -> None:
        self.paper.ask(self._state.facts, cast("Language", language))

    def _show_printing(self) -> None:
        say = self.context.words.say
        cancel = (say(message("Cancel")), self.paper.cancel)
        self._notify(Notice(say(_PRINTING), "plain", [cancel]))

    def _show_printing_progress(self, percent: int) -> None:
        item = self._notices.itemAt(0)
        notice = item.widget() if item else None
        if isinstance(notice, Notice):
            notice.text.setText(f"{self.context.words.say(_PRINTING)} {percent} %")

    def _show_printed(self, path: Path) -> None:
        say = self.context.words.say
        said = message("The sheets lie in {path}. Open the file to print and sign it.",
                       path=breakable(path))  # fmt: skip
        steps = [
            (say(message("Open the PDF")), lambda: show_file(path)),
            (say(message("Close")), self._clear_notices),
        ]
        self._notify(Notice(say(said), "plain", steps))

    def _show_problem(self, error: ExpectedError) -> None:
        if self._left:
            return
        words = self.context.words
        close = (words.say(message("Close")), self._clear_notices)
        self._notify(Notice(words.problems(error.problems), "attention", [close]))

    def _notify(self, notice: Notice) -> None:
        self._clear_notices()
        self._notices.addWidget(notice)
        # It stands above them, so it is read, and met by the Tab key, before them.
        self.views.raise_()

    def _clear_notices(self) -> None:
        clear_layout(self._notices)
