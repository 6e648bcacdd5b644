"""Declaring conflicts of interest: the known ones fixed, further ones by region with a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.wording import clean_reason
from ui.theme import GAP_4, GAP_8, GAP_12
from ui.widgets.buttons import button
from ui.widgets.layouts import card, clear_layout, column, row
from ui.widgets.suggestions import suggest
from ui.widgets.texts import change_kind, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from smartcity_desktop.domain.assessment import Region
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.panel_issue import PanelIssue
    from ui.words import Words

    ConflictsMark = tuple[tuple[bool, bool], dict[str, str], str, str]


class ConflictsPart(QWidget):
    """Holds what the judge declares until it is signed.

    Attributes:
        declared: reason by region code, without those the coordinator knows.
    """

    changed = Signal()

    def __init__(self, words: Words, issue: PanelIssue) -> None:
        """Declare nothing yet."""
        super().__init__()
        self._words = words
        self._known = {conflict.region: conflict.reason for conflict in issue.conflicts}
        self._regions = {region.code: region for region in issue.regions}
        self.declared: dict[str, str] = {}
        say = words.say
        none = (
            message("I have no further conflict of interest")
            if self._known
            else message("I have no conflict of interest with any of these regions")
        )
        some = message("I have a conflict of interest with these regions:")
        self.none, self.some = self._radio(none), self._radio(some)
        self._adding = self._make_adding()
        self._list = column(gap=GAP_4)
        lines = column(gap=GAP_8)
        if self._known:
            lines.addWidget(
                label(
                    say(message("Known to the coordinator, fixed, and not assigned to you:")),
                    "strong",
                )
            )
        for code, reason in sorted(self._known.items()):
            lines.addWidget(label(f"{self._name(code)}: {reason}"))
        for item in (self.none, self.some, self._adding):
            lines.addWidget(item)
        lines.addLayout(self._list)
        lines.setContentsMargins(0, 0, 0, 0)
        self.setLayout(lines)
        self._adding.hide()

    def lack(self) -> Message | None:
        """Return what is still missing."""
        if not (self.none.isChecked() or self.some.isChecked()):
            return message("the declaration whether you have a conflict of interest")
        if self.some.isChecked() and not self.declared:
            return message("at least one region with a reason, added to the list")
        return None

    def bookmark(self) -> ConflictsMark:
        """Return everything that was typed and chosen."""
        chosen = (self.none.isChecked(), self.some.isChecked())
        return chosen, dict(self.declared), self.region.text(), self.reason.text()

    def return_to(self, bookmark: ConflictsMark) -> None:
        """Show it again."""
        (none, some), declared, region, reason = bookmark
        self.declared = declared
        self.none.setChecked(none)
        self.some.setChecked(some)
        self.region.setText(region)
        self.reason.setText(reason)
        self._show_list()

    def _radio(self, text: Message) -> QRadioButton:
        words = self._words.say(text)
        made = QRadioButton(words)
        made.setAccessibleName(words)
        made.toggled.connect(self._choose)
        return made

    def _make_adding(self) -> QFrame:
        say = self._words.say
        self.region, self.reason = QLineEdit(), QLineEdit()
        self.region.setAccessibleName(say(message("Region: name or code")))
        self.region.setPlaceholderText(self.region.accessibleName())
        self.reason.setAccessibleName(say(message("Reason, in a few words")))
        self.reason.setPlaceholderText(self.reason.accessibleName())
        self.reason.returnPressed.connect(self._add)
        open_regions = [code for code in self._regions if code not in self._known]
        suggest(self.region, [self._name(code) for code in open_regions])
        add = button(say(message("Add to the list")), self._add)
        self._problem = label("", "attention")
        self._problem.hide()
        line = row([self.region, self.reason, add], gap=GAP_8)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        return card(column([line, self._problem], gap=GAP_4))

    def _choose(self, _checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._adding.setVisible(self.some.isChecked())
        if self.none.isChecked():
            self.declared = {}
        self._show_list()

    def _add(self) -> None:
        region = self._find(self.region.text())
        if region is None:
            self._say_problem(message("Choose one of the regions of this file: name or code."))
            self.region.setFocus()
            return
        if region.code in self._known:
            self._say_problem(message("The coordinator knows this one already."))
            return
        try:
            self.declared[region.code] = clean_reason(self.reason.text())
        except InputError:
            self._say_problem(message("Write the reason in a few words; it is printed."))
            self.reason.setFocus()
            return
        self._problem.hide()
        self.region.clear()
        self.reason.clear()
        self.region.setFocus()
        self._show_list()

    def _find(self, text: str) -> Region | None:
        wanted = text.strip().casefold()
        for code, region in self._regions.items():
            if wanted in (code.casefold(), region.name.casefold(), self._name(code).casefold()):
                return region
        found = [r for r in self._regions.values() if wanted and wanted in r.name.casefold()]
        return found[0] if len(found) == 1 else None

    def _name(self, code: str) -> str:
        if code in self._regions:
            return f"{self._regions[code].name} · {code}"
        from smartcity_desktop.regions.resource import official_regions

        # The coordinator's conflicts are not assigned, so the file does not name these regions.
        official = official_regions().get(code)
        return code if official is None else f"{official.name} · {code}"

    def _remove(self, code: str) -> None:
        self.declared.pop(code, None)
        self.region.setFocus()
        self._show_list()

    def _say_problem(self, text: Message) -> None:
        self._problem.setText(self._words.say(text))
        change_kind(self._problem, "attention")
        self._problem.show()

    def _show_list(self) -> None:
        clear_layout(self._list)
        for code, reason in sorted(self.declared.items()):
            take = button(self._words.say(message("Remove")), partial(self._remove, code), "link")
            take.setAccessibleName(
                self._words.say(message("Remove {region}", region=self._name(code)))
            )
            line = row([label(f"{self._name(code)}: {reason}"), take], gap=GAP_12)
            line.setStretch(0, 1)
            self._list.addWidget(card(line, margin=GAP_8))
        self.changed.emit()
