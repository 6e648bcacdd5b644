"""The timetable: sessions in a table; the regions are spread over them in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.days import days_of
from smartcity_desktop.founding.draft import Division
from ui.item_models.typed_rows_model import TypedRowsModel
from ui.theme import GAP_8, TREE_HEIGHT
from ui.widgets.buttons import button
from ui.widgets.choice import Choice
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.texts import label
from ui.widgets.typed_table import TypedTable

if TYPE_CHECKING:
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState

TITLES = (message("Day"), message("Session"), message("Room"), message("Start"))
MOST_SESSIONS = 12


class TimetablePart(QWidget):
    """Sessions, typed or filled in from the days of the assessment.

    Attributes:
        table: the sessions. sessions: how many a day are filled in.
    """

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show the sessions."""
        super().__init__()
        self._context, self._state = context, state
        say = context.words.say
        self._about = label("", "quiet")
        self._model = TypedRowsModel(
            context.theme, [say(title) for title in TITLES], state.draft.timetable
        )
        self._model.edited.connect(lambda rows: state.change(timetable=rows))
        shares = dict.fromkeys(range(len(TITLES)), 1)
        self.table = TypedTable(
            context.theme, say(message("Timetable")), self._model, shares=shares
        )
        self.table.setMinimumHeight(context.theme.pixels(TREE_HEIGHT))
        self.sessions = Choice(
            say(message("Sessions a day")),
            [say(message("Sessions a day: {count}", count=n)) for n in range(1, MOST_SESSIONS + 1)],
        )
        self._fill = button(say(message("Fill in from the days of the assessment")), self.fill)
        remove = button(say(message("Remove the chosen lines")), self.table.remove_chosen)
        self._acts = flow([self.sessions, self._fill, remove], gap=GAP_8)
        self.setLayout(column([self._about, self.table, self._acts], gap=GAP_8))

    def refresh(self) -> None:
        """Show the sessions as they are now."""
        draft, say = self._state.draft, self._context.words.say
        self._model.show_rows(draft.timetable)
        by_hand = draft.division is Division.BY_HAND
        self.table.setEnabled(not by_hand)
        self._fill.setEnabled(not by_hand and bool(days_of(draft)))
        if by_hand:
            text = message(
                "With assignments by hand the timetable comes from the imported list, line by line."
            )
        elif not days_of(draft):
            text = message(
                "One line a session. With the days of the assessment in step 1, the sessions can "
                "be filled in."
            )
        else:
            text = message(
                "One line a session. The regions are spread over the sessions in the order of "
                "their codes, as many in each."
            )
        self._about.setText(say(text))

    def fill(self) -> None:
        """Write the sessions of every day."""
        say, count = self._context.words.say, self.sessions.currentIndex() + 1
        rows = tuple(
            (day.isoformat(), say(message("Session {number}", number=number)), "", "")
            for day in days_of(self._state.draft)
            for number in range(1, count + 1)
        )
        self._model.show_rows(rows)
        self._state.change(timetable=rows)
