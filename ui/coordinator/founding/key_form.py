"""Encryption, the assessment's own key, where the file goes; then the assessment is made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.draft import KeyWish
from smartcity_desktop.founding.draft_file import assessment_file_name
from smartcity_desktop.founding.parts import NAMES
from smartcity_desktop.founding.wish import wish_of
from smartcity_desktop.preparing.assessment import Secrets, make_assessment
from ui.coordinator.founding.fields import TextField, radio
from ui.coordinator.founding.part_form import PartForm
from ui.coordinator.founding.summary import summary_lines
from ui.dialogs.file_choice import choose_folder
from ui.theme import GAP_8
from ui.widgets.buttons import button
from ui.widgets.fold import Fold
from ui.widgets.layouts import clear_layout, column, row
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState

FORGOTTEN = message(
    "Nobody can find this passphrase out or reset it. Without it this assessment can still be "
    "scored, merged and ranked, but its results cannot be declared, so no document with results "
    "can be printed. Write it down, and let a second person keep it in a closed envelope."
)


class KeyForm(PartForm):
    """The last questions and the one act.

    Attributes:
        new: the passphrase, which no draft holds. make: the act.
    """

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show what was chosen; the passphrase is typed here and kept nowhere."""
        super().__init__(context, state, message("How is it protected, and where does it go?"))
        self._job_runs = False
        self.body.addWidget(self._key())
        self.body.addWidget(self._naming())
        self.body.addWidget(self._encryption())
        self.body.addWidget(self._folder())
        self.body.addWidget(self._summary())
        self.setFocusProxy(self.with_key)
        self.refresh()

    def refresh(self) -> None:
        """Show the summary, and what is still missing before the assessment can be made."""
        words = self.context.words
        self._show_secret()
        self._target.setText(str(self.target()))
        clear_layout(self._lines)
        for line in summary_lines(self.state.reading, words):
            self._lines.addWidget(label(line))
        lacks = self.lacks()
        self.make.setEnabled(not lacks and not self._job_runs)
        still = message("Still needed: {what}.", what="; ".join(map(self.say, lacks)))
        self._lack.setText(self.say(still) if lacks else "")
        self.make.setAccessibleDescription(self._lack.text())

    def lacks(self) -> list[Message]:
        """Return what is missing: parts, and the passphrase."""
        reading = self.state.reading
        found = [NAMES[part] for part, faults in reading.faults.items() if faults]
        return [*found, *self.further_lacks()]

    def further_lacks(self) -> tuple[Message, ...]:
        """Return what the passphrase lacks."""
        lack = self.new.lack() if self.state.draft.key is KeyWish.MAKE else None
        return () if lack is None else (lack,)

    def target(self) -> Path:
        """Return where the assessment file will lie."""
        draft = self.state.draft
        folder = Path(draft.folder) if draft.folder else self.context.own_folder
        rehearsal = draft.mode == Mode.REHEARSAL.value
        return folder / assessment_file_name(draft.full_title(), rehearsal=rehearsal)

    def mark(self) -> object:
        """Return the passphrase as it is typed."""
        return self.new.first.text(), self.new.again.text()

    def return_to(self, mark: object) -> None:
        """Show it again."""
        if isinstance(mark, tuple):
            self.new.first.setText(mark[0])
            self.new.again.setText(mark[1])

    def make_it(self) -> None:
        """Make the assessment on the lane."""
        if self.lacks() or self._job_runs:
            return
        self._set_busy(busy=True)
        context, reading, path = self.context, self.state.reading, self.target()
        secret = self.new.text() if self.state.draft.key is KeyWish.MAKE else ""
        secrets = Secrets(secret, context.random_bytes, context.key_work)

        def work(_job: object) -> Path:
            path.parent.mkdir(parents=True, exist_ok=True)
            make_assessment(path, wish_of(reading), secrets, context.clock)
            return path

        self.state.ask(work, self._made, self._failed)

    def _show_secret(self) -> None:
        for part in (self.new, self._passphrase):
            part.setVisible(self.state.draft.key is KeyWish.MAKE)

    def _made(self, path: Path) -> None:
        self.made.emit(path)

    def _failed(self, error: ExpectedError) -> None:
        if not isValid(self):
            return
        self._set_busy(busy=False)
        failed = message("The assessment was not made; the draft is as it was:")
        self.refused.show_problems(failed, error.problems)

    def _set_busy(self, *, busy: bool) -> None:
        self._job_runs = busy
        self._progress.setVisible(busy)
        self.refresh()

    def _key(self) -> QFrame:
        draft, change = self.state.draft, self.state.change
        known = (draft.title, draft.edition)
        self.new = NewPassphrase(self.context.words, known)
        self.new.changed.connect(self.lacks_changed)
        self.with_key = radio(
            self.say(message("Make a key")),
            lambda: change(key=KeyWish.MAKE),
            on=draft.key is KeyWish.MAKE,
        )
        self.without_key = radio(
            self.say(message("No key")),
            lambda: change(key=KeyWish.NONE),
            on=draft.key is KeyWish.NONE,
        )
        self._passphrase = Fold(
            self.say(message("What if I forget the passphrase?")), label(self.say(FORGOTTEN))
        )
        meant = message(
            "With a key, paper carries a QR code that can be checked offline; a passphrase "
            "protects it. Without a key there is no QR code."
        )
        items = [
            label(self.say(meant)),
            self.with_key,
            self.without_key,
            self.new,
            self._passphrase,
        ]
        return self.block(message("The assessment's own key"), items)

    def _naming(self) -> QFrame:
        draft, change = self.state.draft, self.state.change
        self.named = radio(
            self.say(message("With the names of the judges")),
            lambda: change(anonymous=False),
            on=not draft.anonymous,
        )
        self.unnamed = radio(
            self.say(message("Without the names of the judges")),
            lambda: change(anonymous=True),
            on=draft.anonymous,
        )
        meant = message(
            "This holds for all documents of the assessment and is never taken back. Lists for "
            "the secretariat name the judges in any case."
        )
        items = [label(self.say(meant), "quiet"), self.named, self.unnamed]
        return self.block(message("Names of judges in documents"), items)

    def _encryption(self) -> QFrame:
        meant = message(
            "Optional. With age recipients here, one a line, every copy that a judge hands over is "
            "encrypted to them, and only who has the identity can merge it."
        )
        name = self.say(message("Recipients (age1...)"))
        field = TextField(
            self.context,
            name,
            self.state.draft.recipients,
            lambda text: self.state.change(recipients=text),
        )
        return self.block(message("Encryption"), [label(self.say(meant), "quiet"), field])

    def _folder(self) -> QFrame:
        self._target = label("")
        other = button(self.say(message("Choose another folder")), self._choose_folder)
        return self.block(
            message("Where the assessment file goes"), [self._target, row([other, None])]
        )

    def _summary(self) -> QFrame:
        self._lines, lines = column(gap=GAP_8), QWidget()
        lines.setLayout(self._lines)
        self.make = button(self.say(message("Make the assessment")), self.make_it, "primary")
        self._lack = label("", "quiet")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.say(message("Making the assessment ...")))
        self._progress.hide()
        fixed = message(
            "Instrument, regions, judges and mode are fixed from then on. The draft is removed "
            "once the file is there."
        )
        line = row([self._lack, self.make], gap=GAP_8)
        line.setStretch(0, 1)
        return self.block(
            message("Summary"),
            [lines, label(self.say(fixed), "attention"), self._progress, line],
        )

    def _choose_folder(self) -> None:
        title = message("Choose a folder for the assessment file")
        start = self.target().parent
        start = start if start.is_dir() else self.context.documents
        choose_folder(
            self, self.context.words, title, lambda path: self.state.change(folder=str(path)), start
        )
