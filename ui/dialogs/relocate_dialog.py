"""The wrong region was scored: its sheet goes where it belongs, or two sheets change places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView

from smartcity_desktop.domain.message import message
from ui.dialogs.question import Question
from ui.item_models.region_list_model import RegionListModel
from ui.judge.region_rows import Wish
from ui.theme import DIALOG_LIST_HEIGHT
from ui.widgets.notice import Notice
from ui.widgets.reason_choice import ReasonChoice
from ui.widgets.region_delegate import RegionDelegate
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.domain.message import Message
    from ui.context import Context
    from ui.judge.state import JudgeState

REASONS = (
    message("I had the wrong region open"),
    message("The regions appeared in another order"),
)

_NOT_YET = message("Choose a region; what then happens is explained here.")


class RelocateDialog(Question):
    """Asks where a sheet belongs, and why.

    Attributes:
        target: the code of the region it belongs to; empty until one is chosen.
        swaps: whether the target has a sheet, so that the two change places.
        reason: once accepted, ``reason.reason()`` is the reason.
    """

    def __init__(self, context: Context, parent: QWidget, state: JudgeState, source: str) -> None:
        """Ask about a region that has a sheet."""
        say = context.words.say
        region = state.region(source)
        super().__init__(
            context,
            parent,
            say(message("To which region do these scores belong?")),
            say(message("Move the scores")),
        )
        self._words, self._state, self._source = context.words, state, source
        self.target, self.swaps = "", False
        said = message(
            "Now they stand on the sheet of {region}.", region=f"{region.name} ({region.code})"
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(say(message("Search by name, code or province")))
        self.search.setAccessibleName(say(message("Search by name, code or province")))
        self._model = RegionListModel(context.words, state)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(RegionDelegate(self.list, context.theme))
        self.list.setAccessibleName(say(message("Region to which the scores belong")))
        self.list.setFixedHeight(context.theme.pixels(DIALOG_LIST_HEIGHT))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.follows = Notice(" ", "plain")
        self.reason = ReasonChoice(context.words, REASONS)
        self.search.textEdited.connect(self._find)
        self.list.selectionModel().selectionChanged.connect(self._choose)
        self.reason.changed.connect(self._check)
        self.put([label(say(said)), self.search, self.list, self.follows, self.reason])
        self._check()

    def _find(self, query: str) -> None:
        self._model.ask_for(Wish(query=query))
        listed = self._model.listed()
        place = self._model.place(listed[0] if len(listed) == 1 else self.target)
        if place.isValid():
            self.list.setCurrentIndex(place)
        else:
            self._choose()

    def _choose(self) -> None:
        places = self.list.selectionModel().selectedIndexes()
        self.target = self._model.code(places[0]) if places else ""
        self.swaps = self.target in self._state.facts.sheets
        self._check()

    def _check(self) -> None:
        say = self._words.say
        hindrance = self._hindrance()
        follows = hindrance if self.target else _NOT_YET
        self.follows.text.setText(say(follows or self._consequence()))
        self.confirm.setText(
            say(message("Swap the scores") if self.swaps else message("Move the scores"))
        )
        self.confirm.setAccessibleName(self.confirm.text())
        if hindrance is None and not self.reason.reason():
            hindrance = message("Choose or write a reason first.")
        elif hindrance is not None and self.target:
            hindrance = message("Choose another region first.")
        self.need(say(hindrance) if hindrance else "")

    def _hindrance(self) -> Message | None:
        excused = self._state.facts.excused
        if not self.target:
            return message("Choose the region first.")
        if self.target == self._source:
            return message("The scores stand on this region's sheet already.")
        if self.target in excused:
            return message("You have a conflict of interest with this region.")
        if self.swaps and self._source in excused:
            return message("You have a conflict of interest with one of the two regions.")
        return None

    def _consequence(self) -> Message:
        source, target = (self._state.region(code) for code in (self._source, self.target))
        names = {
            "source": f"{source.name} ({source.code})",
            "target": f"{target.name} ({target.code})",
        }
        if self.swaps:
            return message(
                "{source} and {target} exchange their sheets: every score, note and attachment. "
                "Nothing is lost, and Undo takes it back. The exchange and its reason are sealed "
                "with the record of your acts.",
                **names,
            )
        return message(
            "Every score, note and attachment goes to {target}; after that {source} has an empty "
            "sheet. Nothing is lost, and Undo takes it back. The move and its reason are sealed "
            "with the record of your acts.",
            **names,
        )
