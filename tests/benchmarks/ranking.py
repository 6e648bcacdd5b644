"""The ranking of many regions beside a bare QTableView of the same model: open, sort, filter."""

from __future__ import annotations

import itertools
import os
from functools import partial
from typing import TYPE_CHECKING

from tests.benchmarks.timing import Comparison, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QTableView

    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context
    from ui.item_models.ranking_model import RankingModel

    Act = Callable[[], object]

BAR, JUDGES = 3.0, 5
WIDTH, HEIGHT = 1100, 560
"""Of the table in a window of the usual size."""


def measure_ranking(folder: Path, regions: int, rounds: int) -> Iterator[Comparison]:
    """Yield the three comparisons; both sides are laid out and painted, whole."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    facts = _merged(folder, regions)
    shows = _Shows(_dressed(application, folder), facts)
    ours, bare = shows.table(), shows.bare()
    acts: dict[str, tuple[Act, Act]] = {
        "opens": (shows.table, shows.bare),
        "sorts": (_sorting(ours), _sorting(bare)),
        "filters": (_filtering(ours), _filtering(bare)),
    }
    for name, (one, other) in acts.items():
        title = f"the ranking of {regions} {name}, beside a bare table"
        yield compare(title, one, other, rounds=rounds, bar=BAR)


def _merged(folder: Path, regions: int) -> OfficeFacts:
    from smartcity_desktop.secretariat.office import open_office
    from smartcity_desktop.secretariat.office_facts import read_office
    from tests.ui.sample_files import RESOURCES, real_regions
    from tests.workshop import Workshop

    instrument = RESOURCES / "instruments" / "contoh-100-smart-city.toml"
    shop = Workshop.open(
        folder, judges=JUDGES, places=real_regions(regions), instrument=instrument.read_bytes()
    )
    shop.merge(*(shop.hand_in(judge) for judge in shop.judges))
    office = open_office(shop.path, shop.clock, shop.random_bytes)
    try:
        return read_office(office)
    finally:
        office.close()


def _dressed(application: object, folder: Path) -> Context:
    from ui.app import make_context
    from ui.style import dress

    context = make_context(folder=folder / "laptop")
    dress(application, context.theme)  # type: ignore[arg-type] # the application
    return context


class _Shows:
    """Makes tables over models of their own, laid out and painted."""

    def __init__(self, context: Context, facts: OfficeFacts) -> None:
        from smartcity_desktop.secretariat.ranking import rank_rows

        self._context, self._facts, self._rows = context, facts, rank_rows(facts)
        totals = [total for row in self._rows for total in row.totals]
        self._ends = min(totals), max(totals)

    def table(self) -> QTableView:
        """Return the table of the window."""
        from ui.coordinator.results.ranking_table import RankingTable

        return _shown(RankingTable(self._context, "Peringkat", self._model(), self._ends))

    def bare(self) -> QTableView:
        """Return what Qt has."""
        from PySide6.QtWidgets import QTableView

        made, model = QTableView(), self._model()
        model.setParent(made)
        made.setModel(model)
        made.horizontalHeader().sortIndicatorChanged.connect(model.sort)
        return _shown(made)

    def _model(self) -> RankingModel:
        from ui.item_models.ranking_model import RankingModel

        return RankingModel(self._context.words, self._facts.instrument, self._rows)


def _shown(table: QTableView) -> QTableView:
    table.resize(WIDTH, HEIGHT)
    table.show()
    _paint(table)
    return table


def _sorting(table: QTableView) -> Act:
    """Sort by one column after the other, as clicks on the header do."""
    from PySide6.QtCore import Qt

    columns = itertools.cycle(range(table.model().columnCount()))

    def act() -> None:
        table.horizontalHeader().setSortIndicator(next(columns), Qt.SortOrder.DescendingOrder)
        _paint(table)

    return act


def _filtering(table: QTableView) -> Act:
    """Keep some regions, then all again."""
    from ui.item_models.ranking_model import RankingModel, fits

    model = table.model()
    assert isinstance(model, RankingModel)

    def act() -> None:
        for text in ("kota", ""):
            model.keep(partial(fits, province="", kind="", band="", text=text))
            _paint(table)

    return act


def _paint(table: QTableView) -> None:
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.processEvents()
    table.grab()
    QCoreApplication.processEvents()
