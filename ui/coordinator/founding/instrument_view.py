"""An instrument as judges will see it: dimension by dimension, each level with its text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton

from smartcity_desktop.domain.message import message
from ui.judge.score_input import make_input
from ui.theme import GAP_4, GAP_8, GAP_12
from ui.widgets.flow import flow
from ui.widgets.layouts import card, clear_layout, column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from fractions import Fraction

    from smartcity_desktop.domain.instrument import Dimension, Indicator, Instrument
    from ui.context import Context


class InstrumentView(QFrame):
    """One dimension at a time.

    Attributes:
        tabs: of the dimensions, by id.
    """

    def __init__(self, context: Context, instrument: Instrument) -> None:
        """Show the first dimension."""
        super().__init__()
        self.setObjectName("card")
        self._context, self._instrument = context, instrument
        say = context.words.say
        self.setAccessibleName(say(message("As judges will see it")))
        self.tabs = {dimension.id: self._tab(dimension) for dimension in instrument.dimensions}
        self._rows = column(gap=GAP_8)
        self.setLayout(
            column(
                [
                    label(self.accessibleName(), "section"),
                    flow(self.tabs.values(), gap=0),
                    self._rows,
                ],
                gap=GAP_8,
                margin=GAP_12,
            )
        )
        self.show_dimension(instrument.dimensions[0])

    def show_dimension(self, dimension: Dimension) -> None:
        """Show the indicators of a dimension."""
        for name, tab in self.tabs.items():
            tab.setChecked(name == dimension.id)
        clear_layout(self._rows)
        weight = self._weight(dimension.weight)
        self._rows.addWidget(
            label(
                self._context.words.say(
                    message("Dimension {id}, weight {weight}", id=dimension.id, weight=weight)
                ),
                "quiet",
            )
        )
        for indicator in dimension.all_indicators():
            self._rows.addWidget(self._indicator(indicator))

    def _indicator(self, indicator: Indicator) -> QFrame:
        words = self._context.words
        name = label(f"{indicator.id}  {words.text(indicator.name)}", "strong")
        weight = words.say(message("weight {weight}", weight=self._weight(indicator.weight)))
        head = row([name, label(weight, "quiet", wraps=False)], gap=GAP_8)
        head.setStretch(0, 1)
        shown = make_input(self._context, indicator)
        lines = column([head, shown], gap=GAP_4)
        for text in (indicator.guidance, indicator.evidence):
            if words.text(text):
                lines.addWidget(label(words.text(text), "quiet"))
        return card(lines, margin=GAP_8)

    def _tab(self, dimension: Dimension) -> QPushButton:
        text = self._context.words.text(dimension.name)
        made = QPushButton(text.replace("&", "&&"))
        made.setObjectName("section-tab")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setAccessibleName(text)
        made.clicked.connect(partial(self._show, dimension))
        return made

    def _show(self, dimension: Dimension, _on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.show_dimension(dimension)

    def _weight(self, weight: Fraction) -> str:
        decimals = next((d for d in range(7) if 10**d % weight.denominator == 0), 6)
        return self._context.words.number(weight, decimals)
