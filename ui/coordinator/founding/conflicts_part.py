"""Conflicts of interest: by home region, and those the coordinator knows of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.dividing import COORDINATOR
from smartcity_desktop.regions.searching import is_found, searchable
from ui.theme import GAP_4, GAP_8, GAP_12
from ui.widgets.buttons import button
from ui.widgets.choice import Choice
from ui.widgets.layouts import clear_layout, column, row
from ui.widgets.suggestions import suggest
from ui.widgets.texts import change_kind, label

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import ConflictOfInterest, Region
    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState


class ConflictsPart(QWidget):
    """A line to add one, and the list of all; each is taken out of the division at once.

    Attributes:
        judge, region, reason: what is added next.
    """

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show what is known."""
        super().__init__()
        self._context, self._state = context, state
        say = context.words.say
        self.judge = Choice(say(message("Judge")), [])
        self.region, self.reason = QLineEdit(), QLineEdit()
        for edit, name in (
            (self.region, message("Region: name or code")),
            (self.reason, message("Reason, in a few words")),
        ):
            edit.setAccessibleName(say(name))
            edit.setPlaceholderText(say(name))
        self.reason.returnPressed.connect(self.add)
        self.judge.let_shrink()
        add = button(say(message("Add to the list")), self.add)
        # A name with all its titles has a line of its own: a closed list cuts what is longer.
        why = row([self.region, self.reason, add], gap=GAP_8)
        why.setStretch(0, 1)
        why.setStretch(1, 1)
        self._said = label("", "quiet")
        self._list = column(gap=GAP_4)
        self._shown: object = None
        self.setLayout(column([self.judge, why, self._said, self._list], gap=GAP_8))

    def refresh(self) -> None:
        """Show judges, regions and conflicts as they are now."""
        reading = self._state.reading
        shown = (reading.judges, reading.regions, reading.conflicts, self._state.draft.conflicts)
        if shown == self._shown:
            return
        self._shown = shown
        names = [f"{judge.id} · {judge.name}" for judge in reading.judges or ()]
        chosen = self.judge.currentText()
        self.judge.clear()
        self.judge.addItems(names)
        self.judge.setCurrentIndex(max(0, self.judge.findText(chosen)))
        suggest(self.region, [_named(region) for region in reading.regions or ()])
        clear_layout(self._list)
        for conflict in reading.conflicts:
            self._list.addWidget(self._line(conflict))
        if not reading.conflicts:
            self._say(message("No conflict of interest is known."), "quiet")
        else:
            self._say(
                message("Pairs taken out of the division: {count}", count=len(reading.conflicts)),
                "quiet",
            )

    def add(self) -> None:
        """Take one more conflict out of the division."""
        reading, draft = self._state.reading, self._state.draft
        judges, region = reading.judges or (), self._find(self.region.text())
        reason = " ".join(self.reason.text().split())
        if region is None:
            self._say(message("Choose one of the assessed regions: name or code."), "attention")
            self.region.setFocus()
        elif not reason:
            self._say(message("Write the reason in a few words; it is printed."), "attention")
            self.reason.setFocus()
        else:
            judge = judges[self.judge.currentIndex()]
            others = [c for c in draft.conflicts if c[:2] != (judge.id, region.code)]
            new = (judge.id, region.code, reason)
            self.region.clear()
            self.reason.clear()
            self.region.setFocus()
            self._state.change(conflicts=tuple(sorted((*others, new))))

    def _line(self, conflict: ConflictOfInterest) -> QWidget:
        reading, say = self._state.reading, self._context.words.say
        judges = {judge.id: judge for judge in reading.judges or ()}
        regions = {region.code: region for region in reading.regions or ()}
        text = (
            f"{conflict.judge} {judges[conflict.judge].name}, "
            f"{_named(regions[conflict.region])}: {conflict.reason}"
        )
        made = QWidget()
        line = row([label(text)], gap=GAP_12)
        line.setStretch(0, 1)
        if conflict.source == COORDINATOR:
            take = button(say(message("Remove")), partial(self._remove, conflict), "link")
            take.setAccessibleName(say(message("Remove {region}", region=text)))
            line.addWidget(take)
        made.setLayout(line)
        return made

    def _remove(self, conflict: ConflictOfInterest) -> None:
        pair = (conflict.judge, conflict.region)
        left = tuple(c for c in self._state.draft.conflicts if c[:2] != pair)
        self.region.setFocus()
        self._state.change(conflicts=left)

    def _find(self, text: str) -> Region | None:
        wanted = text.strip().casefold()
        regions = self._state.reading.regions or ()
        for region in regions:
            if wanted in (
                region.code.casefold(),
                region.name.casefold(),
                _named(region).casefold(),
            ):
                return region
        found = [r for r in regions if wanted and is_found(wanted, searchable(r))]
        return found[0] if len(found) == 1 else None

    def _say(self, text: Message, kind: str) -> None:
        change_kind(self._said, kind)
        self._said.setText(self._context.words.say(text))


def _named(region: Region) -> str:
    return f"{region.name} · {region.code}"
