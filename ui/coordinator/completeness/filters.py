"""What of the matrix is listed: a judge, a province, only what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartcity_desktop.domain.message import message
from ui.item_models.completeness_model import MatrixWish
from ui.theme import GAP_8, GAP_32
from ui.widgets.choice import Choice
from ui.widgets.flow import Flow
from ui.widgets.tick import TickBox

if TYPE_CHECKING:
    from smartcity_desktop.domain.assessment import Roster
    from ui.words import Words


LETTERS = 16
"""Room of a choice; its list is as wide as the names."""


class MatrixFilters(QWidget):
    """Two choices and a mark.

    Attributes:
        judge, province, missing: the controls. wish: what they say.
    """

    changed = Signal()

    def __init__(self, words: Words, roster: Roster) -> None:
        """Offer the judges and provinces of an assessment."""
        super().__init__()
        say = words.say
        self._judges = [judge.id for judge in roster.judges]
        self._provinces = sorted({region.province for region in roster.regions} - {""})
        self.judge = Choice(
            say(message("Judge")),
            [say(message("All judges")), *(f"{j.id} · {j.name}" for j in roster.judges)],
        )
        self.province = Choice(
            say(message("Province")), [say(message("All provinces")), *self._provinces]
        )
        self.missing = TickBox(say(message("Only what is missing")))
        for choice in (self.judge, self.province):
            choice.let_shrink(LETTERS)
            choice.view().setMinimumWidth(choice.view().sizeHintForColumn(0) + GAP_32)
            choice.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.judge.currentIndexChanged.connect(self.changed)
        self.province.currentIndexChanged.connect(self.changed)
        self.missing.toggled.connect(self.changed)
        self.setLayout(Flow([self.judge, self.province, self.missing], gap=GAP_8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Put something behind the filters, in the same lines."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(part)

    @property
    def wish(self) -> MatrixWish:
        """What shall be listed."""
        judge, province = self.judge.currentIndex(), self.province.currentIndex()
        return MatrixWish(
            self._judges[judge - 1] if judge > 0 else "",
            self._provinces[province - 1] if province > 0 else "",
            self.missing.isChecked(),
        )

    def show_wish(self, wish: MatrixWish) -> None:
        """Set the controls."""
        if wish.judge in self._judges:
            self.judge.setCurrentIndex(self._judges.index(wish.judge) + 1)
        if wish.province in self._provinces:
            self.province.setCurrentIndex(self._provinces.index(wish.province) + 1)
        self.missing.setChecked(wish.only_missing)
