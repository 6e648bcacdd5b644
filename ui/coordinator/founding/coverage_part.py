"""What a division comes to: figures, cautions, and the table of judges and regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.coverage import cautions
from smartcity_desktop.founding.draft import Division
from smartcity_desktop.founding.lists import assignment_rows
from ui.item_models.matrix_model import MatrixModel
from ui.theme import GAP_8
from ui.widgets.layouts import column
from ui.widgets.matrix_table import MatrixTable
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Collection

    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState

FEWEST = 1
"""Judges a region needs where no instrument was chosen yet."""


class CoveragePart(QWidget):
    """Judges a region, regions a judge, groups that share no judge; and the table itself.

    Attributes:
        figures, cautions: in words. table: a click in it divides by hand from then on.
    """

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show the division."""
        super().__init__()
        self._context, self._state = context, state
        say = context.words.say
        self.figures, self.cautions = label(""), label("", "attention")
        self._model = MatrixModel(context.words)
        hint = message(
            "A click or the space bar in the table changes a pair; from then on you divide by "
            "hand. Below each judge stands how many regions the judge has."
        )
        self.table = MatrixTable(context.theme, say(message("Judges and regions")), self._model)
        self.table.toggled.connect(self._toggle)
        self.setLayout(
            column([self.figures, self.cautions, label(say(hint), "quiet"), self.table], gap=GAP_8)
        )

    def refresh(self) -> None:
        """Show what the division comes to now."""
        reading, say = self._state.reading, self._context.words.say
        self._model.show_reading(reading)
        coverage = reading.coverage
        self.table.setVisible(coverage is not None)
        if coverage is None:
            self.figures.setText(say(message("This division is not possible yet; see below.")))
            self.cautions.hide()
            return
        self.figures.setText(
            say(
                message(
                    "{sheets} score sheets to come. Judges a region: {judges}. Regions a judge: "
                    "{regions}.",
                    sheets=coverage.sheets,
                    judges=_range(coverage.judges_of.values()),
                    regions=_range(coverage.regions_of.values()),
                )
            )
        )
        minimum = reading.instrument.rules.minimum_judges if reading.instrument else FEWEST
        said = cautions(coverage, reading.regions or (), minimum)
        self.cautions.setText("\n".join(map(say, said)))
        self.cautions.setVisible(bool(said))

    def _toggle(self, judge: str, region: str) -> None:
        """Give a judge a region or take it away; the rest stays as it was."""
        draft = self._state.draft
        rows = draft.assignments
        if draft.division is not Division.BY_HAND:
            rows = assignment_rows(self._state.reading.assignments or ())
        left = tuple(line for line in rows if line[:2] != (judge, region))
        if len(left) == len(rows):
            left = tuple(sorted((*rows, (judge, region, "", "", "", ""))))
        self._state.change(division=Division.BY_HAND, assignments=left)


def _range(counts: Collection[int]) -> str | Message:
    low, high = min(counts, default=0), max(counts, default=0)
    return str(low) if low == high else message("{low} to {high}", low=low, high=high)
