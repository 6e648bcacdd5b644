"""The evidence of one indicator: thumbnails with sizes, what is offered, and ways to add more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.evidence_items import LARGEST_ITEM
from ui.judge.evidence_sources import sources_of_clipboard, sources_of_files
from ui.judge.pictures import MEGABYTE
from ui.theme import GAP_4, GAP_12
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column, row
from ui.widgets.texts import label
from ui.widgets.thumbnail import Thumbnail

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from smartcity_desktop.domain.dossier import Answer
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.score_sheet import Evidence
    from smartcity_desktop.scoring.sheet_lines import SheetLine
    from ui.context import Context
    from ui.judge.evidence_intake import EvidenceIntake, Pending
    from ui.judge.pictures import Item
    from ui.judge.sheet_acts import SheetActs


class EvidencePanel(QWidget):
    """What is attached to one indicator, or to the region (``*``)."""

    def __init__(
        self, context: Context, acts: SheetActs, intake: EvidenceIntake, indicator: str, title: str
    ) -> None:
        """Make a panel without files; ``title`` names the indicator for those who hear the page."""
        super().__init__()
        self._context, self._acts, self._intake = context, acts, intake
        self._indicator, self._title = indicator, title
        self._line: SheetLine | None = None
        self._shown: object = None
        self._list = column(gap=GAP_4)
        words = context.words
        self.choose = button(words.say(message("Choose files ...")), self._choose)
        self.paste = button(words.say(message("Paste")), self.paste_now)
        for part in (self.choose, self.paste):
            part.setAccessibleDescription(title)
        hint = message(
            "Drop files here, or paste with Ctrl+V. At most {limit} MB each.",
            limit=LARGEST_ITEM // MEGABYTE,
        )
        self._ways = (self.choose, self.paste, label(words.say(hint), "quiet"))
        ways = row(self._ways, gap=GAP_12)
        ways.setStretch(2, 1)
        self.setLayout(column([self._list, ways], gap=GAP_4))
        intake.changed.connect(self._on_change)

    def show_line(self, line: SheetLine, answer: Answer | None) -> None:
        """Show the files of a line."""
        del answer
        self._line = line
        place = (self._acts.code, self._indicator)
        pending = self._intake.pending(place)
        now = (
            place,
            [(f, self._intake.thumbnail(place, f.sha256) is None) for f in line.evidence],
            [(id(p), p.done, p.item is None, p.error is None) for p in pending],
        )
        if now == self._shown:
            return
        self._shown = now
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for file in line.evidence:
            self._list.addWidget(self._attached(file))
        for each in pending:
            self._list.addWidget(self._waiting(each))
        # They are read, and met by the Tab key, after what stands above them.
        for way in self._ways:
            way.raise_()

    def leave(self) -> None:
        """Nothing is typed here."""

    def paste_now(self) -> None:
        """Take what the clipboard holds."""
        sources = sources_of_clipboard(self._context)
        if sources:
            self._intake.take((self._acts.code, self._indicator), sources)

    def _choose(self) -> None:
        from ui.dialogs.file_choice import choose_any_files

        place = (self._acts.code, self._indicator)

        def take(paths: list[Path]) -> None:
            self._intake.take(place, sources_of_files(paths))

        choose_any_files(self, self._context.words, message("Choose files ..."), take)

    def _on_change(self, code: str, indicator: str) -> None:
        if (code, indicator) == (self._acts.code, self._indicator) and self._line is not None:
            self.show_line(self._line, None)

    def _attached(self, file: Evidence) -> QWidget:
        place = (self._acts.code, self._indicator)
        take_away = button(
            self._say(message("Take away")),
            lambda: self._acts.detach(self._indicator, file.sha256),
            "link",
        )
        picture = self._intake.thumbnail(place, file.sha256)
        told = f"{file.name}\n{self._context.words.file_size(file.size)}"
        return self._entry(picture, told, [take_away], name=file.name)

    def _waiting(self, pending: Pending) -> QWidget:
        drop = button(self._say(message("Cancel")), lambda: self._intake.drop(pending))
        name = pending.source.name
        if pending.error is not None:
            told = self._context.words.problems(pending.error.problems)
            drop.setText(self._say(message("Close")))
            return self._entry(None, told, [drop], "attention", name=name)
        if pending.item is None:
            bar = QProgressBar()
            bar.setRange(0, pending.total)
            bar.setValue(pending.done)
            bar.setTextVisible(False)
            bar.setAccessibleName(name)
            reading = self._say(message("Reading {name} ...", name=name))
            return self._entry(None, reading, [bar, drop], name=name)
        return self._offer(pending, pending.item, drop)

    def _offer(self, pending: Pending, item: Item, drop: QWidget) -> QWidget:
        less = self._context.words.file_size(len(item.smaller or b""))
        smaller = button(
            self._say(message("Attach it smaller ({size})", size=less)),
            lambda: self._intake.attach(pending, smaller=True),
            "primary",
        )
        steps: list[QWidget] = [smaller]
        size = self._context.words.file_size(len(item.original))
        if item.fits:
            steps.append(
                button(
                    self._say(message("Keep the original ({size})", size=size)),
                    lambda: self._intake.attach(pending, smaller=False),
                )
            )
            told = f"{item.name}\n{size}"
        else:
            told = self._say(
                message(
                    "{name} is {size}, more than the {limit} MB that one item may have.",
                    name=item.name, size=size, limit=LARGEST_ITEM // MEGABYTE,
                )
            )  # fmt: skip
        return self._entry(item.thumbnail, told, [*steps, drop], name=item.name)

    def _entry(
        self, picture: QImage | None, told: str, steps: list[QWidget], kind: str = "quiet", *,
        name: str,
    ) -> QWidget:  # fmt: skip
        words = label(told, kind)
        for step in steps:
            step.setAccessibleDescription(f"{name} · {self._title}")
        made = QWidget()
        line = row([Thumbnail(self._context.theme, picture), words, flow(steps)], gap=GAP_12)
        line.setStretch(1, 1)
        made.setLayout(line)
        made.setAccessibleName(told)
        return made

    def _say(self, text: Message) -> str:
        return self._context.words.say(text)
