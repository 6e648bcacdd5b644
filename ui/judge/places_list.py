"""What is missing and what is in doubt, as links that lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import REGION_NOTE
from ui.judge.region_words import code_and_province
from ui.theme import GAP_4, GAP_12
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from PySide6.QtWidgets import QPushButton

    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.judge.state import JudgeState

MOST_OTHER_REGIONS = 5


class PlacesList(QWidget):
    """Open indicators, doubts of this region, doubts of the others."""

    place_requested = Signal(str, str)

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the links of an instrument; which of them are shown is said later."""
        super().__init__()
        self._words, self._state, self._region = context.words, state, ""
        say = self._words.say
        self._names = {i.id: self._words.text(i.name) for i in state.facts.instrument.indicators()}
        self._names[REGION_NOTE] = say(message("the whole region"))
        self.missing = {i: self._link(i, _go) for i in state.ids}
        self.doubts: dict[str, QPushButton] = {}
        self._missing_title = label(say(message("Still missing")), "strong")
        self._nothing_missing = label(say(message("Nothing: every indicator is settled.")), "quiet")
        self._doubts_title = label(say(message("Look again")), "strong")
        self._no_doubts = label(say(message("No open doubt on this region.")), "quiet")
        self._others_title = label(say(message("Doubts on other regions")), "strong")
        others, self._doubts = QWidget(), flow([])
        self._others = column(gap=0)
        others.setLayout(self._others)
        self._links: list[QPushButton] = []
        self.setLayout(
            column(
                [
                    _part(self._missing_title, self._nothing_missing, flow(self.missing.values())),
                    _part(self._doubts_title, self._no_doubts, self._doubts),
                    self._others_title,
                    others,
                ],
                gap=GAP_12,
            )
        )

    def show_region(self, code: str) -> None:
        """Show what is missing and in doubt as it is now."""
        self._region = code
        excused = code in self._state.facts.excused
        sheet = self._state.sheet(code)
        missing = set() if excused else set(sheet.open_indicators(self._state.ids))
        _show(self.missing, missing)
        self._nothing_missing.setVisible(not missing)
        marks = self._state.facts.marks.doubts
        here = {indicator for region, indicator in marks if region == code}
        if here:
            self._make_doubts()
        _show(self.doubts, here)
        self._no_doubts.setVisible(not here)
        self._show_others(code)

    def _make_doubts(self) -> None:
        """Make the links to doubtful places when the first is needed."""
        layout = self._doubts.layout()
        if self.doubts or layout is None:
            return
        for indicator in (*self._state.ids, REGION_NOTE):
            link = self.doubts[indicator] = self._link(indicator, _look_again)
            link.hide()
            layout.addWidget(link)

    def _show_others(self, code: str) -> None:
        doubts: dict[str, list[str]] = {}
        for region, indicator in sorted(self._state.facts.marks.doubts):
            if region != code:
                doubts.setdefault(region, []).append(indicator)
        for link in self._links:
            link.hide()
            link.deleteLater()
        shown = list(doubts.items())[:MOST_OTHER_REGIONS]
        self._links = [self._other_link(region, marked) for region, marked in shown]
        for link in self._links:
            self._others.addWidget(link)
        if len(doubts) > MOST_OTHER_REGIONS:
            more = message(
                "and {count} more regions: filter Look again", count=len(doubts) - len(shown)
            )
            self._others_title.setText(
                self._words.say(message("Doubts on other regions")) + f" ({self._words.say(more)})"
            )
        else:
            self._others_title.setText(self._words.say(message("Doubts on other regions")))
        self._others_title.setVisible(bool(doubts))

    def _other_link(self, code: str, marked: list[str]) -> QPushButton:
        region = self._state.region(code)
        places = ", ".join(self._names[i] if i == REGION_NOTE else i for i in marked)
        made = button(
            f"{region.name}\n{places}",
            lambda: self.place_requested.emit(code, _indicator(marked[0])),
            "link",
        )
        made.setAccessibleDescription(code_and_province(region))
        return made

    def _link(self, indicator: str, does: Callable[[str], Message]) -> QPushButton:
        shown = self._names[indicator] if indicator == REGION_NOTE else indicator
        made = button(
            shown, lambda: self.place_requested.emit(self._region, _indicator(indicator)), "link"
        )
        name = self._names[indicator]
        place = name if indicator == REGION_NOTE else f"{indicator} {name}"
        made.setAccessibleName(self._words.say(does(place)))
        made.setToolTip(place)
        return made


def _part(title: QWidget, nothing: QWidget, links: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column([title, nothing, links], gap=GAP_4))
    return made


def _show(links: Mapping[str, QPushButton], shown: Collection[str]) -> None:
    """Show these links and hide the others, with one new layout for all of them."""
    changed = [(link, name in shown) for name, link in links.items()]
    changed = [(link, is_shown) for link, is_shown in changed if link.isHidden() == is_shown]
    if not changed:
        return
    around = changed[0][0].parentWidget()
    layout = around.layout() if around is not None else None
    if layout is None:
        return
    layout.setEnabled(False)
    for link, is_shown in changed:
        link.setVisible(is_shown)
    layout.setEnabled(True)
    layout.activate()


def _go(place: str) -> Message:
    return message("Go to {place}", place=place)


def _look_again(place: str) -> Message:
    return message("Look again at {place}", place=place)


def _indicator(marked: str) -> str:
    """Return the indicator to go to; none where the doubt is about the whole region."""
    return "" if marked == REGION_NOTE else marked
