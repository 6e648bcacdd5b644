"""Checking files: drop or choose them, and read the verdict in one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from smartcity_desktop.domain.message import message
from ui.checking.examination import Wish, examine
from ui.checking.means_part import MeansPart
from ui.checking.verdict_card import VerdictCard
from ui.dialogs.file_choice import choose_file
from ui.theme import GAP_8, GAP_12, GAP_16
from ui.widgets.buttons import button
from ui.widgets.fold import Fold
from ui.widgets.layouts import card, clear_layout, column, row, scrolled
from ui.widgets.texts import change_kind, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.verifying.verdict import Verdict
    from ui.context import Context
    from ui.jobs import Job

    Verdicts = tuple[Verdict, ...]
    Runner = Callable[[Job[Verdicts]], object]

ANY = (message("Choose a file to check"), message("All files"), "*")


class CheckView(QWidget):
    """Examines files one after another; what was found stays until the next.

    Attributes:
        means: with what is checked. cards: one for each file, as found last.
    """

    finished = Signal()
    """The verdicts are shown."""

    def __init__(
        self, context: Context, run: Runner, beside: Callable[[], Path | None] = lambda: None
    ) -> None:
        """Make an empty view.

        Args:
            context: words, theme, clock.
            run: puts a job on a lane.
            beside: the open assessment in whose light files are checked, or None.
        """
        super().__init__()
        self._context, self._run, self._beside = context, run, beside
        self._paths: tuple[Path, ...] = ()
        self._job: Job[Verdicts] | None = None
        self.cards: list[VerdictCard] = []
        self.means = MeansPart(context)
        self.setAcceptDrops(True)
        say = context.words.say
        self.choose_button = button(say(message("Choose a file ...")), self._choose, "primary")
        self.again = button(say(message("Check again")), self._again)
        self.again.setEnabled(False)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(say(message("How far the check has come")))
        self._cancel = button(say(message("Cancel")), self._stop)
        self._said = label("", "quiet")
        self._found = column(gap=GAP_12)
        whole = QWidget()
        whole.setLayout(
            column(
                [self._intake(), row([self._progress, self._cancel], gap=GAP_8), self._said,
                 self._found, None],
                gap=GAP_12,
            )
        )  # fmt: skip
        self.setLayout(column([scrolled(whole)], gap=0))
        self._show_working(on=False)
        self.setFocusProxy(self.choose_button)

    def check(self, paths: Sequence[Path]) -> None:
        """Examine files, each in the light of the others."""
        self._paths = tuple(paths)
        self._again()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files."""
        if _local_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Check what was dropped."""
        paths = _local_paths(event)
        if paths:
            event.acceptProposedAction()
            self.check(paths)

    def _intake(self) -> QFrame:
        say = self._context.words.say
        text = label(
            say(
                message(
                    "Drop a document (PDF), a scan or photograph of its first page, a panel file "
                    "or an assessment here. Several together are checked in each other's light."
                )
            )
        )
        fold = Fold(say(message("What it is checked with")), self.means)
        return card(
            column([text, row([self.choose_button, self.again, None]), fold], gap=GAP_8),
            margin=GAP_16,
        )

    def _choose(self) -> None:
        context = self._context
        choose_file(self, context.words, ANY, lambda path: self.check((path,)), context.documents)

    def _again(self) -> None:
        if not self._paths or self._job is not None:
            return
        from ui.jobs import Job

        means = self.means
        wish = Wish(
            self._paths,
            means.panel_files,
            means.trust,
            means.code.text().strip(),
            means.fingerprint.text().strip(),
            means.incomplete.isChecked(),
            self._beside(),
        )
        clock = self._context.clock
        self._show_working(on=True)
        self._job = Job(
            lambda job: examine(wish, clock, job), self._show, self._fail, self._end,
            self._progressed,
        )  # fmt: skip
        self._run(self._job)

    def _show(self, verdicts: Verdicts) -> None:
        self._end()
        clear_layout(self._found)
        self.cards = [VerdictCard(self._context, verdict) for verdict in verdicts]
        for made in self.cards:
            self._found.addWidget(made)
        self.again.setEnabled(True)
        self.finished.emit()

    def _fail(self, error: ExpectedError) -> None:
        self._end()
        self._said.setText(self._context.words.problems(error.problems))
        change_kind(self._said, "danger")
        self._said.show()
        self.finished.emit()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self._show_working(on=False)

    def _show_working(self, *, on: bool) -> None:
        self._progress.setVisible(on)
        self._progress.setRange(0, 0)
        self._cancel.setVisible(on)
        self.choose_button.setEnabled(not on)
        self.again.setEnabled(not on and bool(self._paths))
        self._said.hide()

    def _progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)


def _local_paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
