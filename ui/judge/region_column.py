"""The assigned regions: search, filters, progress; the current one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QProgressBar, QSizePolicy, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.timetable import current_sessions
from ui.item_models.region_list_model import RegionListModel
from ui.judge.region_acts import RegionActs
from ui.judge.region_rows import Filter, Wish
from ui.judge.region_words import name_session
from ui.theme import GAP_8, GAP_12
from ui.widgets.buttons import button
from ui.widgets.choice import Choice
from ui.widgets.layouts import column
from ui.widgets.menu_button import MenuButton
from ui.widgets.notice import Notice
from ui.widgets.region_list import RegionList
from ui.widgets.search_field import SearchField
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QPushButton

    from ui.context import Context
    from ui.judge.state import JudgeState

FILTERS = {
    Filter.ALL: message("All"),
    Filter.OPEN: message("Not scored yet"),
    Filter.PARTLY: message("Partly scored"),
    Filter.FINISHED: message("Finished"),
    Filter.DOUBTFUL: message("Look again"),
    Filter.LEFT_OUT: message("Not to be scored"),
}


class RegionColumn(QFrame):
    """The left column.

    Attributes:
        list: the regions. search, filter: what is listed of them.
    """

    region_chosen = Signal(str)
    """A region's code, chosen by the judge."""
    side_by_side_requested = Signal()

    def __init__(self, context: Context, state: JudgeState) -> None:
        """List the regions."""
        super().__init__()
        self._context, self._words, self._state = context, context.words, state
        self.setObjectName("column")
        say = self._words.say
        self.model = RegionListModel(self._words, state)
        self._acts = RegionActs(context, state, self)
        self.search = SearchField(say(message("Find a region")), say(message("Empty the search")))
        self.filter = Choice(say(message("Show")), [""] * len(FILTERS))
        self.session = self._make_session_button()
        self.list = RegionList(context.theme, self.model, say(message("Your regions")))
        self.nothing = Notice(
            say(message("No region fits. Your regions are all still there.")),
            steps=[(say(message("Show all")), self._show_all)],
        )
        self._empty = QWidget()
        self._empty.setLayout(column([self.nothing, None]))
        self.progress, self.bar = label(""), QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximum(max(len(self.model.rows.order), 1))
        self.acts = self._make_acts_button()
        beside = button(say(message("My scores side by side")), self.side_by_side_requested.emit)
        self.setLayout(
            column(
                [
                    self.search, self.filter, self.session, self.list, self._empty,
                    self.progress, self.bar, self.acts, beside,
                ],
                gap=GAP_8,
                margin=GAP_12,
            )
        )  # fmt: skip
        self._connect()
        self._count()
        self._tell_acts()

    def focus_search(self) -> None:
        """Go to the search field and select what stands there."""
        self.search.setFocus()
        self.search.selectAll()

    def first_open(self) -> str:
        """Return the first region that is not finished, of the present session before others."""
        now = self._regions_of_now()
        order = sorted(self.model.rows.order, key=lambda code: code not in now)
        return next((code for code in order if not self._is_done(code)), order[0])

    def next_region(self, code: str) -> str:
        """Return the next region after this one that is not finished, or nothing."""
        order = self.model.rows.order
        start = order.index(code) + 1 if code in order else 0
        later = (*order[start:], *order[:start])
        return next((c for c in later if c != code and not self._is_done(c)), "")

    def neighbour(self, code: str, step: int) -> str:
        """Return the region so many rows further down the list, or nothing beyond its ends."""
        listed = self.model.listed()
        there = listed.index(code) + step if code in listed else 0
        return listed[there] if 0 <= there < len(listed) else ""

    def show_region(self, code: str) -> None:
        """Mark a region as the current one, without announcing a choice."""
        self.list.show_region(code)
        self._tell_nothing()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._ask)
        self.search.entered.connect(self._choose_first)
        self.search.left_down.connect(self.list.go_to_first)
        self.filter.currentIndexChanged.connect(self._ask)
        self.list.region_chosen.connect(self.region_chosen)
        self.list.selection_changed.connect(self._tell_acts)
        self.list.menu_requested.connect(self._show_menu)
        self._state.sheet_changed.connect(self._count)
        self._state.marks_changed.connect(self._count)
        self._state.facts_changed.connect(self._count)

    def _make_session_button(self) -> QPushButton:
        made = button("", self._ask)
        made.setCheckable(True)
        made.setVisible(bool(self.model.rows.sessions))
        self._name_session(made)
        return made

    def _name_session(self, made: QPushButton) -> None:
        now = current_sessions(self.model.rows.sessions, self._context.clock().astimezone())
        text = self._words.say(message("Present session"))
        if not now and not made.isChecked():
            text = self._words.say(message("No session today"))
        made.setText(text)
        made.setEnabled(bool(now) or made.isChecked())
        made.setAccessibleName(text)
        made.setAccessibleDescription("; ".join(name_session(s, self._words) for s in now))
        made.setToolTip(made.accessibleDescription())

    def _make_acts_button(self) -> MenuButton:
        made = MenuButton()
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: self._acts.fill(menu, self.list.chosen()))
        made.setMenu(menu)
        return made

    def _show_menu(self, place: QPoint) -> None:
        self.acts.menu().popup(place)

    def _tell_acts(self) -> None:
        count = len(self.list.chosen())
        words = (
            message("{count} chosen regions ...", count=count)
            if count > 1
            else message("Other acts ...")
        )
        self.acts.say(self._words.say(words))

    def _is_done(self, code: str) -> bool:
        return self.model.rows.progress(code).is_done

    def _regions_of_now(self) -> frozenset[str]:
        now = current_sessions(self.model.rows.sessions, self._context.clock().astimezone())
        return frozenset(code for session in now for code in session.regions)

    def _ask(self) -> None:
        kind = tuple(FILTERS)[self.filter.currentIndex()]
        only = self._regions_of_now() if self.session.isChecked() else None
        self.list.ask_for(Wish(kind, self.search.text(), only))
        self._name_session(self.session)
        self._tell_nothing()

    def _show_all(self) -> None:
        self.search.clear()
        self.session.setChecked(False)
        self.filter.setCurrentIndex(0)
        self._ask()
        self.list.setFocus()

    def _choose_first(self) -> None:
        listed = self.model.listed()
        if listed:
            self.region_chosen.emit(listed[0])

    def _tell_nothing(self) -> None:
        empty = not self.model.listed()
        self._empty.setVisible(empty)
        self.list.setVisible(not empty)

    def _count(self) -> None:
        done, of = self.model.rows.done(), len(self.model.rows.order)
        text = self._words.say(message("{done} of {of} finished", done=done, of=of))
        self.progress.setText(text)
        self.bar.setValue(done)
        self.bar.setAccessibleName(text)
        self.filter.say(
            [
                f"{self._words.say(words)} · {self.model.rows.count(kind)}"
                for kind, words in FILTERS.items()
            ]
        )
