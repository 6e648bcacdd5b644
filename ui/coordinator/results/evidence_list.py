"""The evidence of one region: thumbnail, name, size, whose it is; looked at here, or saved.

Nothing is ever handed to another program: pictures and PDFs are drawn in this window, and files of
any other kind can only be saved where the person chooses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import REGION_NOTE
from smartcity_desktop.pictures.preview import is_pdf
from smartcity_desktop.secretariat.evidence import read_evidence, save_evidence
from ui.coordinator.progress_line import ProgressLine
from ui.coordinator.results.evidence_dialog import EvidenceDialog
from ui.dialogs.file_choice import choose_new_file
from ui.judge.pictures import read_picture
from ui.judge.sealing_target import breakable
from ui.theme import GAP_4, GAP_8, GAP_12, THUMBNAIL
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column, row
from ui.widgets.texts import label
from ui.widgets.thumbnail import Thumbnail

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage, QShowEvent

    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.evidence import EvidenceLine
    from smartcity_desktop.secretariat.office import Office
    from ui.context import Context
    from ui.coordinator.state import OfficeState

SAVE = (message("Save the evidence"), message("All files"), "*")


class EvidenceEntry(QWidget):
    """One item.

    Attributes:
        look: shows it in this window; off until it is known to be a picture or a PDF.
        save: asks where to save it. thumbnail: a small picture. told: name, size, whose it is.
    """

    look_requested = Signal()
    save_requested = Signal()

    def __init__(self, context: Context, line: EvidenceLine) -> None:
        """Show what the judge's sheet says of an item."""
        super().__init__()
        self._say, words = context.words.say, context.words
        about = "" if line.indicator == REGION_NOTE else f" {line.indicator}"
        self._told = f"{line.name}\n{words.file_size(line.item.size)} · {line.judge}{about}"
        self.told = label(self._told, "" if line.here else "quiet")
        self.thumbnail = Thumbnail(context.theme)
        self.look = button(self._say(message("Look at it")), self.look_requested.emit)
        self.save = button(self._say(message("Save ...")), self.save_requested.emit)
        self.look.setEnabled(False)
        for step in (self.look, self.save):
            step.setAccessibleDescription(f"{line.name} · {line.judge}{about}")
        parts: list[QWidget] = [self.told]
        if line.here:
            parts.append(flow([self.look, self.save], gap=GAP_8))
        else:
            self._add(message("Not here"))
            for step in (self.look, self.save):
                step.setParent(self)
                step.hide()
        whole = row([self.thumbnail, column(parts, gap=GAP_4)], gap=GAP_12)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setAccessibleName(self._told)

    def show_kind(self, picture: QImage, *, pdf: bool) -> None:
        """Show what it turned out to be."""
        if not picture.isNull():
            self.thumbnail.show_picture(picture)
        self.look.setEnabled(pdf or not picture.isNull())
        if not self.look.isEnabled():
            self._add(message("Neither picture nor PDF: it can be saved, and is not opened here."))

    def show_fault(self, text: str) -> None:
        """Say why it cannot be had."""
        self.told.setText(f"{self._told}\n{text}")
        self.save.setEnabled(False)

    def _add(self, more: Message) -> None:
        self._told += f"\n{self._say(more)}"
        self.told.setText(self._told)
        self.setAccessibleName(self._told)


class EvidenceList(QWidget):
    """All items of a region; they are read one after the other, once somebody looks.

    Attributes:
        entries: in the order of the sheets. progress: what came of saving.
    """

    merging_requested = Signal()

    def __init__(
        self,
        context: Context,
        state: OfficeState,
        lines: Sequence[EvidenceLine],
        *,
        encrypted: bool,
    ) -> None:
        """List items; ``encrypted`` says whether judges' hand-overs are."""
        super().__init__()
        self._context, self._state, self._lines = context, state, lines
        self._read = 0
        say = context.words.say
        self.entries = [EvidenceEntry(context, line) for line in lines]
        self.progress = ProgressLine(context)
        self.progress.hide()
        parts: list[QWidget] = []
        if not lines:
            parts.append(label(say(message("Nothing.")), "quiet"))
        if any(not line.here for line in lines):
            parts.append(label(say(_ENCRYPTED if encrypted else _MISSING), "attention"))
            way = button(say(message("To merging")), self.merging_requested.emit, "link")
            parts.append(flow([way]))
        for entry, line in zip(self.entries, lines, strict=True):
            entry.look_requested.connect(lambda line=line: self._look(line))
            entry.save_requested.connect(lambda line=line: self._choose(line))
        self.setLayout(column([*parts, *self.entries, self.progress], gap=GAP_12))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to read when somebody looks."""
        super().showEvent(event)
        if not self._read:
            self._read_next()

    def save_to(self, line: EvidenceLine, path: Path) -> None:
        """Save an item."""
        self._state.ask(
            lambda office, _: save_evidence(office, line, path),
            lambda saved: self._tell(message("Saved: {path}", path=breakable(saved))),
            self._fail,
            owner=self,
        )

    def _read_next(self) -> None:
        while self._read < len(self._lines) and not self._lines[self._read].here:
            self._read += 1
        if self._read >= len(self._lines):
            return
        line, entry = self._lines[self._read], self.entries[self._read]
        self._read += 1
        side = self._context.theme.pixels(THUMBNAIL)

        def work(office: Office) -> tuple[QImage, bool]:
            content = read_evidence(office, line)
            return read_picture(content, side), is_pdf(content)

        def done(found: tuple[QImage, bool]) -> None:
            entry.show_kind(found[0], pdf=found[1])
            self._read_next()

        def failed(error: ExpectedError) -> None:
            entry.show_fault(" ".join(self._context.words.say(p.what) for p in error.problems))
            self._read_next()

        self._state.ask(lambda office, _: work(office), done, failed, owner=self)

    def _look(self, line: EvidenceLine) -> None:
        dialog = EvidenceDialog(self.window(), self._context, self._state, line)
        dialog.open()

    def _choose(self, line: EvidenceLine) -> None:
        context = self._context
        start = context.documents / line.file_name
        choose_new_file(self, context.words, SAVE, lambda path: self.save_to(line, path), start)

    def _fail(self, error: ExpectedError) -> None:
        self.progress.show()
        self.progress.fail(error)

    def _tell(self, said: Message) -> None:
        self.progress.show()
        self.progress.end(said)


_MISSING = message(
    "Evidence that is not here was listed by the judge and not handed over. Merge the judge's file "
    "that ends in .evidence; scores and seals are whole without it."
)
_ENCRYPTED = message(
    "Evidence that is not here was not handed over, or came encrypted and could not be opened: no "
    "age identity was chosen. Choose it on the page for merging, then merge the judge's file that "
    "ends in .evidence.age; scores and seals are whole without it."
)
