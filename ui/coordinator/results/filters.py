"""Filters of the ranking: search, province, kind, band."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.secretariat.ranking import KINDS, provinces
from ui.item_models.ranking_model import fits
from ui.theme import GAP_8, SEARCH_WIDTH
from ui.widgets.choice import Choice
from ui.widgets.flow import Flow
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from smartcity_desktop.secretariat.ranking import RankRow
    from ui.context import Context


class Filters(QWidget):
    """Choices beside each other; the first of each keeps everything.

    Attributes:
        search, province, kind, band: what is chosen.
    """

    changed = Signal()

    def __init__(self, context: Context, facts: OfficeFacts) -> None:
        """Offer what this assessment has."""
        super().__init__()
        words = context.words
        say = words.say
        self._provinces = provinces(facts)
        self._bands = tuple(band.name for band in facts.instrument.rules.bands)
        self.search = SearchField(say(message("Search a region")), say(message("Empty the search")))
        self.province = Choice(
            say(message("Province")), [say(message("All provinces")), *self._provinces]
        )
        self.kind = Choice(say(message("Kind")), [say(message("Kota and Kabupaten")), *KINDS])
        self.band = Choice(
            say(message("Selection")),
            [say(message("All selections")), *(words.text(name) for name in self._bands)],
        )
        self.band.setVisible(bool(self._bands))
        self.search.setMinimumWidth(context.theme.pixels(SEARCH_WIDTH))
        self.setLayout(Flow([self.search, self.province, self.kind, self.band], gap=GAP_8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.search.textChanged.connect(lambda _: self.changed.emit())
        for choice in (self.province, self.kind, self.band):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())

    def keep(self, ranked: RankRow) -> bool:
        """Whether a region is shown."""
        province, kind, band = (
            choice.currentIndex() for choice in (self.province, self.kind, self.band)
        )
        return fits(
            ranked,
            province=self._provinces[province - 1] if province > 0 else "",
            kind=KINDS[kind - 1] if kind > 0 else "",
            band=self._bands[band - 1].id if band > 0 else "",
            text=self.search.text(),
        )
