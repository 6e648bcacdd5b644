"""What would follow from an answer: the places that change, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from smartcity_desktop.domain.message import message
from ui.theme import GAP_4, GAP_8, GAP_16
from ui.widgets.layouts import clear_layout, column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.errors import ExpectedError
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.deciding import Consequence, Standing
    from ui.context import Context

MOST_SHOWN = 8
NOW, THEN = message("Now"), message("After the decision")


class ConsequencePart(QFrame):
    """Says nothing until an answer is chosen."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self._context = context
        self._lines = column(gap=GAP_4)
        self.setLayout(self._lines)
        self.setAccessibleName(context.words.say(message("What would follow")))
        self.clear()

    def clear(self) -> None:
        """Wait for an answer."""
        self._put([self._label(message("Choose an answer to see what would follow."), "quiet")])

    def wait(self) -> None:
        """Say that it is being reckoned."""
        self._put([self._label(message("Working out what would follow ..."), "quiet")])

    def fail(self, error: ExpectedError) -> None:
        """Say why this answer cannot be given."""
        self._put([label(self._context.words.problems(error.problems), "danger")])

    def show_consequence(self, found: Consequence) -> None:
        """Show which places change."""
        parts: list[QWidget] = [self._label(message("What would follow"), "strong")]
        if found.after:
            parts.append(self._table(found))
        rest = len(found.after) - MOST_SHOWN
        if rest > 0:
            parts.append(self._label(message("... and {count} more regions.", count=rest), "quiet"))
        if not found.after:
            said = message("No place, total or selection changes.")
            parts.append(self._label(said))
        waiting = message(
            "Questions that the declaration waits for: {before} before, {after} after.",
            before=found.open_before,
            after=found.open_after,
        )
        parts.append(self._label(waiting, "quiet"))
        self._put(parts)

    def _table(self, found: Consequence) -> QWidget:
        """Return two small rankings beside each other: now, and after the decision."""
        whole, grid = QWidget(), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_16)
        grid.setVerticalSpacing(GAP_4)
        for place_at, title in enumerate((message("Region"), NOW, THEN)):
            grid.addWidget(self._label(title, "quiet"), 0, place_at)
            grid.setColumnStretch(place_at, 2 if place_at == 0 else 1)
        changes = list(zip(found.before, found.after, strict=True))[:MOST_SHOWN]
        for number, (before, after) in enumerate(changes, start=1):
            named = f"{after.name} ({after.code})"
            grid.addWidget(label(named), number, 0)
            for place_at, (title, standing) in enumerate(((NOW, before), (THEN, after)), start=1):
                place = label(self._place(standing), "strong" if title is THEN else "")
                said = self._context.words.say(title)
                place.setAccessibleName(f"{named}, {said}: {place.text()}")
                grid.addWidget(place, number, place_at)
        whole.setLayout(grid)
        return whole

    def _place(self, standing: Standing) -> str:
        words = self._context.words
        if standing.rank is None:
            return words.say(message("not ranked"))
        total = words.figures(standing.printed)
        said = words.say(message("rank {rank} · {total}", rank=standing.rank, total=total))
        if standing.selection is not None:
            return f"{said} · {words.text(standing.selection)}"
        return said

    def _label(self, text: Message, kind: str = "") -> QWidget:
        return label(self._context.words.say(text), kind)

    def _put(self, parts: list[QWidget]) -> None:
        clear_layout(self._lines)
        self._lines.setSpacing(GAP_8)
        for part in parts:
            self._lines.addWidget(part)
            part.show()
