"""Whose file it is, of which assessment, official or rehearsal; and whether it is you."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message
from ui.theme import GAP_8, GAP_12
from ui.widgets.layouts import column, row
from ui.widgets.notice import Notice
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.scoring.desk_facts import DeskFacts
    from ui.words import Words


class IdentityPart(QWidget):
    """Asks the judge to confirm the name."""

    changed = Signal()
    leave_requested = Signal()

    def __init__(self, words: Words, facts: DeskFacts) -> None:
        """Show the facts; nothing is confirmed yet."""
        super().__init__()
        self._words = words
        say, issue = words.say, facts.issue
        official = issue.assessment.mode is Mode.OFFICIAL
        badge = label(
            say(message("OFFICIAL") if official else message("REHEARSAL")),
            "badge-official" if official else "badge-rehearsal",
            wraps=False,
        )
        badge_line = row([badge, label(say(self._meaning(official=official)))], gap=GAP_12)
        badge_line.setStretch(1, 1)
        who = f"{issue.judge.id} · {issue.judge.name}"
        institution = [issue.judge.institution] if issue.judge.institution else []
        what = message(
            "{count} regions, {indicators} indicators: {instrument}",
            count=len(issue.regions),
            indicators=len(facts.instrument.indicators()),
            instrument=words.text(facts.instrument.title),
        )
        self.me = self._radio(message("Yes, I am {name}", name=issue.judge.name))
        self.not_me = self._radio(message("This is not me"))
        self._warning = Notice(
            say(
                message(
                    "Then do not go on: what is declared here is signed with the name above. Close "
                    "the file and ask the coordinator for yours. Nothing was written."
                )
            ),
            "attention",
            [(say(message("Close this file")), self.leave_requested.emit)],
        )
        self._warning.hide()
        self.setLayout(
            column(
                [
                    badge_line,
                    label(issue.assessment.title, "section"),
                    label(who, "title"),
                    *(label(text) for text in institution),
                    label(say(what), "quiet"),
                    self.me,
                    self.not_me,
                    self._warning,
                ],
                gap=GAP_8,
            )
        )

    def lack(self) -> Message | None:
        """Return what is still missing."""
        return None if self.me.isChecked() else message("your answer whether this is your file")

    def bookmark(self) -> tuple[bool, bool]:
        """Return what was chosen."""
        return self.me.isChecked(), self.not_me.isChecked()

    def return_to(self, bookmark: tuple[bool, bool]) -> None:
        """Choose it again."""
        me, not_me = bookmark
        self.me.setChecked(me)
        self.not_me.setChecked(not_me)

    def _meaning(self, *, official: bool) -> Message:
        if official:
            return message("Scores in this file count for the result.")
        return message("Only to practise: scores in this file never count for a result.")

    def _radio(self, text: Message) -> QRadioButton:
        words = self._words.say(text)
        made = QRadioButton(words.replace("&", "&&"))
        made.setAccessibleName(words)
        made.toggled.connect(self._choose)
        return made

    def _choose(self, _checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._warning.setVisible(self.not_me.isChecked())
        self.changed.emit()
