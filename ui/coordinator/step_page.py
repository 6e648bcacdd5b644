"""What every page of the coordinator has: the open assessment, a title, and what is below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from ui.page import Page
from ui.theme import GAP_12, GAP_16, PAGE_MARGIN
from ui.widgets.layouts import column
from ui.widgets.reading_order import read_in_order
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.coordinator.places import DocumentAt, Somewhere
    from ui.coordinator.state import OfficeState


class _Content(QWidget):
    """The whole page; whatever joins its column later is read where it stands."""

    def __init__(self, body: QVBoxLayout) -> None:
        super().__init__()
        self._body = body

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            read_in_order(self._body)
        return super().event(event)


class StepPage(Page):
    """A page beside the rail; what belongs to the step goes into ``body``.

    Attributes:
        state: the open assessment.
        title: of the page. body: a column below the title.
    """

    place_requested = Signal(object)
    """A Step, a Place or a DocumentAt to go to."""

    def __init__(self, context: Context, state: OfficeState, title: Message) -> None:
        """Make an empty page with its name on the screen."""
        super().__init__(context)
        self.state = state
        said = context.words.say(title)
        self.title = label(said, "title")
        self.body = column(gap=GAP_12)
        content = _Content(self.body)
        lines = column([self.title, self.body], gap=GAP_16)
        lines.setContentsMargins(PAGE_MARGIN, GAP_16, PAGE_MARGIN, GAP_16)
        lines.setStretch(1, 1)
        content.setLayout(lines)
        self.setLayout(column([content], gap=0))
        self.setAccessibleName(said)
        state.facts_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the new facts; called after every act. Pages that show facts override this."""

    def go(self, place: Somewhere | DocumentAt) -> None:
        """Ask for another page."""
        self.place_requested.emit(place)
