"""The regions: ticked in the official table, taken over from a list, or typed with a free code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.examples import example_years
from smartcity_desktop.founding.files import region_kind
from smartcity_desktop.founding.lists import COLUMNS, REGION_TITLES, region_rows
from smartcity_desktop.founding.parts import Part
from smartcity_desktop.regions.resource import official_regions
from ui.coordinator.founding.bad_lines import bad_lines
from ui.coordinator.founding.part_form import LISTS, PartForm
from ui.item_models.tick_list_model import TickListModel
from ui.item_models.typed_rows_model import TypedRowsModel
from ui.theme import FORM_LIST, GAP_8
from ui.widgets.beside import beside
from ui.widgets.buttons import button
from ui.widgets.choice import Choice
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.search_field import SearchField
from ui.widgets.texts import label
from ui.widgets.tick_list import TickList
from ui.widgets.typed_table import TypedTable

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QFrame

    from smartcity_desktop.domain.assessment import Region
    from ui.context import Context
    from ui.coordinator.founding.state import FoundingState


class RegionsForm(PartForm):
    """The official table with ticks at the left, what takes part at the right.

    Attributes:
        search, province: what the table lists. ticks: the table. chosen: what takes part.
    """

    grows = True

    def __init__(self, context: Context, state: FoundingState) -> None:
        """Show what was chosen."""
        super().__init__(context, state, message("Which regions are assessed?"))
        self._official = tuple(region.region() for region in official_regions().regions)
        self._count = label("", "section")
        lists = [(self._table(), 3), (self._list(), 5)]
        self.body.addWidget(beside(context.theme, lists, grows=True), 1)
        self.body.addWidget(self._examples())
        self.setFocusProxy(self.search)
        self.refresh()

    def refresh(self) -> None:
        """Show ticks, lines, and which of them are to be corrected."""
        rows = self.state.draft.regions
        self._ticks.show_ticks({line[0] for line in rows})
        self._model.show_rows(rows)
        self._model.mark_bad(bad_lines(self.state.reading.faults[Part.REGIONS], rows))
        count = message("Regions that take part: {count}", count=len(rows))
        self._count.setText(self.say(count))

    def import_file(self, path: Path) -> None:
        """Take a list of regions over, or list everything that is wrong with it."""
        self.import_list(path, region_kind(), self._take)

    def use_example(self, year: str) -> None:
        """Take the regions over that were selected in a year."""
        self._take(example_years()[year])

    def _table(self) -> QFrame:
        self._ticks = TickListModel(self.context.words, self._official, ())
        self._ticks.ticked.connect(self._take_ticks)
        self.search = SearchField(
            self.say(message("Search: name, code or province")),
            self.say(message("Empty the search")),
        )
        provinces = [province.name for province in official_regions().provinces]
        everywhere = self.say(message("All provinces"))
        self.province = Choice(self.say(message("Province")), [everywhere, *provinces])
        self.search.textChanged.connect(self._search)
        self.province.currentIndexChanged.connect(self._search)
        name = self.say(message("Official regions"))
        self.ticks = TickList(self.context.theme, name, self._ticks)
        self.search.left_down.connect(self.ticks.setFocus)
        self._listed = label("", "quiet")
        acts = [
            button(self.say(message("Tick what is listed")),
                   lambda: self._ticks.tick_listed(on=True)),
            button(self.say(message("Untick what is listed")),
                   lambda: self._ticks.tick_listed(on=False)),
        ]  # fmt: skip
        self._search()
        return self.block(
            message("Official regions"),
            [self.search, self.province, self._listed, self.ticks, flow(acts, gap=GAP_8)],
        )

    def _list(self) -> QFrame:
        titles = [self.say(COLUMNS[title]) for title in REGION_TITLES]
        self._model = TypedRowsModel(self.context.theme, titles, self.state.draft.regions)
        self._model.edited.connect(lambda rows: self.state.change(regions=rows))
        name = self.say(message("List of regions"))
        self.chosen = TypedTable(self.context.theme, name, self._model)
        self.chosen.setMinimumHeight(self.context.theme.pixels(FORM_LIST))
        hint = message(
            "Whatever is no official region is typed here: a code of your own and a name, such as "
            "TIM-01. Official names and provinces are filled in by the code."
        )
        acts = [
            button(self.say(message("Import regions (CSV or XLSX)")), self._choose),
            button(self.say(message("Remove the chosen lines")), self.chosen.remove_chosen),
        ]
        return self.block(
            message("These take part"),
            [self._count, label(self.say(hint), "quiet"), self.chosen, flow(acts, gap=GAP_8)],
        )

    def _examples(self) -> QWidget:
        said = message("As an example, the regions that were selected in these years:")
        acts = [button(year, partial(self.use_example, year)) for year in example_years()]
        made = QWidget()
        made.setLayout(column([label(self.say(said), "quiet"), flow(acts, gap=GAP_8)], gap=GAP_8))
        return made

    def _search(self) -> None:
        place = self.province.currentIndex()
        province = self.province.itemText(place) if place > 0 else ""
        self._ticks.search(self.search.text(), province)
        self._listed.setText(
            self.say(
                message(
                    "{listed} of {all} regions listed",
                    listed=self._ticks.rowCount(),
                    all=len(self._official),
                )
            )
        )

    def _take_ticks(self, codes: frozenset[str]) -> None:
        """Add what was ticked and take away what was unticked; typed lines stay."""
        rows = self.state.draft.regions
        official = {region.code: region for region in self._official}
        kept = [line for line in rows if line[0] not in official or line[0] in codes]
        known = {line[0] for line in kept}
        new = [official[code] for code in codes if code in official and code not in known]
        lines = sorted((*kept, *region_rows(new)), key=lambda line: line[0])
        self.state.change(regions=tuple(lines))
        self.refresh()

    def _take(self, regions: tuple[Region, ...]) -> None:
        self.state.change(regions=region_rows(regions))
        self.refresh()

    def _choose(self) -> None:
        self.choose(message("Lists"), LISTS, self.import_file)
