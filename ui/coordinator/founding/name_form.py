"""Title, edition, venue, days; official or rehearsal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.days import held_in_words
from ui.coordinator.founding.fields import BothField, LineField, radio
from ui.coordinator.founding.part_form import PartForm
from ui.theme import GAP_12
from ui.widgets.layouts import row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState

OFFICIAL = message(
    "Official: results can be declared and signed. Documents, files and seals carry no mark of a "
    "rehearsal."
)
REHEARSAL = message(
    "Rehearsal: to practise with. Every page, file and seal says so, and nothing of it ever "
    "merges with an official assessment."
)


class NameForm(PartForm):
    """What it is called, when and where it takes place, and whether it counts."""

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show what was typed."""
        super().__init__(context, state, message("What is assessed, where and when?"))
        self.body.addWidget(self._name())
        self.body.addWidget(self._event())
        self.body.addWidget(self._mode())
        self.setFocusProxy(self.name.edit)
        self.refresh()

    def refresh(self) -> None:
        """Say how title and time will be printed."""
        draft = self.state.draft
        title = draft.full_title() or "—"
        self._title.setText(self.say(message("On screen and paper: {title}", title=title)))
        held = self.context.words.text(held_in_words(draft)) or "—"
        self._held.setText(self.say(message("Printed in the minutes: {held}", held=held)))

    def _name(self) -> QFrame:
        draft, change = self.state.draft, self.state.change
        self.name = LineField(
            self.say(message("Title")), draft.title, lambda text: change(title=text)
        )
        self.edition = LineField(
            self.say(message("Edition or year (part of the title)")),
            draft.edition,
            lambda text: change(edition=text),
        )
        self._title = label("", "quiet")
        line = row([self.name, self.edition], gap=GAP_12)
        line.setStretch(0, 2)
        line.setStretch(1, 1)
        return self.block(message("Title"), [line, self._title])

    def _event(self) -> QFrame:
        draft, change = self.state.draft, self.state.change
        self.venue = BothField(
            self.context,
            self.say(message("Venue")),
            draft.venue,
            lambda text: change(venue=text),
        )
        self.first = LineField(
            self.say(message("First day (2-5-2017)")),
            draft.first_day,
            lambda text: change(first_day=text),
        )
        self.last = LineField(
            self.say(message("Last day; empty for a single day")),
            draft.last_day,
            lambda text: change(last_day=text),
        )
        self._held = label("", "quiet")
        days = row([self.first, self.last], gap=GAP_12)
        days.setStretch(0, 1)
        days.setStretch(1, 1)
        return self.block(message("Venue and days"), [self.venue, days, self._held])

    def _mode(self) -> QFrame:
        mode, change = self.state.draft.mode, self.state.change
        self.official = radio(
            self.say(message("OFFICIAL")),
            lambda: change(mode=Mode.OFFICIAL.value),
            on=mode == Mode.OFFICIAL.value,
        )
        self.rehearsal = radio(
            self.say(message("REHEARSAL")),
            lambda: change(mode=Mode.REHEARSAL.value),
            on=mode == Mode.REHEARSAL.value,
        )
        return self.block(
            message("Official or rehearsal"),
            [
                self.official,
                label(self.say(OFFICIAL)),
                self.rehearsal,
                label(self.say(REHEARSAL)),
                label(
                    self.say(message("This cannot be changed once the assessment is made.")),
                    "attention",
                ),
            ],
        )
